"""Candidates, added figures, sign-off, the agenda, and undo of everything."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fzreview.domain.decisions.verdict import Decision, JournalEntry
from fzreview.domain.figures.figure import Figure
from fzreview.review.open_report.agenda import Agenda
from fzreview.review.session import Session
from support.gold_reports import seed_names
from support.sessions import accept, new_session, stored

CANDIDATES = ((10, 12), (41, 45), (500, 502))


def figure_at(session: Session, start: int, end: int) -> Figure:
    surface = session.report.reading.source[start:end]
    return Figure(start, end, surface, surface, "4", None, "个", "count", "=", "乡镇")


@pytest.fixture
def session() -> Session:
    session = new_session()
    report = stored(seed_names()[0])
    session.open(replace(report, reading=replace(report.reading, candidates=CANDIDATES)))
    return session


def test_candidates_are_visited_in_order_and_round_the_end(session: Session) -> None:
    assert session.section_steps.next_candidate(0) == (10, 12)
    assert session.section_steps.next_candidate(10) == (41, 45)
    assert session.section_steps.next_candidate(500) == (10, 12)


def test_a_candidate_that_is_ruled_out_is_accounted_for(session: Session) -> None:
    step = session.section_steps.rule_out((41, 45), "date")
    assert (step.entry.target, step.entry.action) == ("candidate", "ruled_out")
    accept(session, step)
    assert list(session.section_steps.open_candidates) == [(10, 12), (500, 502)]
    back = session.undo_steps.undo(step.entry)
    assert back is not None
    accept(session, back)
    assert list(session.section_steps.open_candidates) == list(CANDIDATES)


def test_an_added_figure_takes_its_place_and_covers_its_candidate(session: Session) -> None:
    step = session.figure_steps.add(figure_at(session, 500, 502))
    assert step is not None
    assert session.accept(step) is True
    keys = [figure.span_key for figure in session.figures]
    assert keys == sorted(keys, key=lambda key: int(key.split("-")[0]))
    assert session.current_figure is not None and session.current_figure.span_key == "500-502"
    assert (session.current_figure.origin, session.current_figure.status) == ("reviewer", "verified")
    assert (500, 502) not in session.section_steps.open_candidates
    assert session.figure_steps.add(figure_at(session, 500, 502)) is None
    back = session.undo_steps.undo(step.entry)
    assert back is not None
    assert session.accept(back) is True
    assert len(session.figures) == 4
    assert (500, 502) in session.section_steps.open_candidates
    assert session.current is not None, "it was taken back where it stood"
    starts = [stored.figure.start for stored in session.figures]
    assert starts[session.current] == max(start for start in starts if start < 500)
    session.go(0 if session.current else 3)
    again = session.undo_steps.redo(step.entry)
    assert again is not None
    assert session.accept(again) is True
    assert session.index_of("500-502") is not None


def test_an_added_figure_marked_wrong_waits_for_its_fix(session: Session) -> None:
    accept(session, session.figure_steps.add(figure_at(session, 500, 502)))
    index = session.index_of("500-502")
    assert index is not None
    session.go(index)
    accept(session, session.figure_steps.decide("wrong"))
    session.go(index)
    assert session.next_to_fix() == index
    accept(session, session.figure_steps.correct(replace(session.figure(index).shown, value="7")))
    session.go(index)
    assert (session.figure(index).status, session.figure(index).shown.value) == ("verified", "7")
    assert session.next_to_fix() is None
    accept(session, session.figure_steps.decide("wrong", "not_a_figure"))
    session.go(index)
    assert session.next_to_fix() is None, "what is no figure needs no fix"


def test_unaccounted_candidates_are_counted_by_section(session: Session) -> None:
    outline = session.report.reading.outline
    unaccounted = [session.section_steps.unaccounted(section) for section in range(len(outline))]
    counts = dict(zip((section.label for section in outline), unaccounted, strict=True))
    inside = [label for label, count in counts.items() if count]
    assert any("行政决策更加科学" in label for label in inside)
    assert sum(unaccounted) >= 1


def test_a_section_is_signed_off_and_reopened(session: Session) -> None:
    step = session.section_steps.sign_off(2)
    assert (step.entry.action, step.entry.after) == ("signed_off", Decision("verified"))
    accept(session, step)
    assert session.section_steps.is_signed_off(2)
    step = session.section_steps.sign_off(2)
    assert step.entry.action == "reopened"
    accept(session, step)
    assert not session.section_steps.is_signed_off(2)


def test_the_class_of_a_rejection_may_follow(session: Session) -> None:
    step = session.figure_steps.decide("wrong", "not_a_figure")
    assert step is not None
    accept(session, step)
    here = session.current
    classified = session.figure_steps.classify(step.entry.figure, "ordinal")
    assert classified is not None
    accept(session, classified)
    assert session.figure(0).of("ann") == Decision("wrong", "not_a_figure", "ordinal")
    assert session.current == here
    verified = session.figure_steps.decide("verified")
    assert verified is not None
    accept(session, verified)
    assert session.figure_steps.classify(verified.entry.figure, "date") is None


def test_a_filter_chooses_what_is_visited_but_not_what_is_undecided() -> None:
    session = new_session()
    session.open(stored(seed_names()[4]))
    session.set_agenda(Agenda(kind="percent"))
    kinds = {session.figure(index).figure.kind for index in session.visited()}
    assert kinds == {"percent"}
    session.go(session.visited()[0])
    following = session.neighbour(1)
    assert following == session.visited()[1]
    assert session.neighbour(-1) is None
    session.set_agenda(Agenda(state="to_fix"))
    assert session.visited() == []
    assert session.next_undecided() is not None
    session.set_agenda(Agenda(text="行政复议"))
    assert all("行政复议" in session.figure(index).shown.subject for index in session.visited())
    section = session.report.reading.outline[2]
    session.set_agenda(Agenda(section=(section.start, section.until)))
    assert all(section.start <= session.figure(i).figure.start < section.until for i in session.visited())


def test_the_doubtful_come_first_when_asked() -> None:
    session = new_session()
    report = stored(seed_names()[4])
    figures = list(report.figures)
    figures[7] = replace(figures[7], figure=replace(figures[7].figure, doubts=("no_unit", "rare_unit")))
    figures[3] = replace(figures[3], figure=replace(figures[3].figure, doubts=("no_unit",)))
    session.open(replace(report, figures=tuple(figures)))
    session.set_agenda(Agenda(order="doubt"))
    assert session.visited()[:3] == [7, 3, 0]
    session.go(7)
    assert session.neighbour(1) == 3


def _state(session: Session) -> object:
    return (
        [(figure.span_key, figure.of("ann"), figure.status) for figure in session.figures],
        list(session.section_steps.open_candidates),
        [
            session.section_steps.is_signed_off(section)
            for section in range(len(session.report.reading.outline))
        ],
        session.section_counts(),
        session.decided,
    )


def _act(session: Session, dice: random.Random) -> tuple[JournalEntry, ...]:
    """One random action; the entries that it made."""
    if session.figures:
        session.go(dice.randrange(len(session.figures)))
    current = session.current_figure
    choice = dice.randrange(9)
    step = None
    if choice < 3:
        step = session.figure_steps.decide(dice.choice(["verified", "wrong", "unsure"]))  # type: ignore[arg-type]  # drawn from the literals
    elif choice == 3:
        step = session.figure_steps.decide("wrong", "not_a_figure", dice.choice([None, "date"]))  # type: ignore[arg-type]  # drawn from the literals
    elif choice == 4 and current is not None:
        step = session.figure_steps.correct(replace(current.shown, value=str(dice.randrange(5))))
    elif choice == 5:
        step = session.figure_steps.comment(dice.choice(["看原件", "", "好"]))
    elif choice == 6:
        step = session.section_steps.sign_off(dice.randrange(len(session.report.reading.outline)))
    elif choice == 7:
        step = session.figure_steps.verify_all(one.span_key for one in session.figures if dice.random() < 0.5)
    else:
        candidate = session.section_steps.next_candidate(dice.randrange(600))
        if candidate is not None:
            step = (
                session.section_steps.rule_out(candidate)
                if dice.random() < 0.5
                else session.figure_steps.add(figure_at(session, *candidate))
            )
    if step is None:
        return ()
    session.accept(step)
    return step.entries


@pytest.mark.heavy
@settings(max_examples=25)
@given(st.integers(0, 1 << 30))
def test_any_500_actions_undone_one_by_one_give_the_first_state(seed: int) -> None:
    dice = random.Random(seed)
    session = new_session()
    report = stored(seed_names()[0])
    session.open(replace(report, reading=replace(report.reading, candidates=CANDIDATES)))
    states, moves = [_state(session)], []
    while len(moves) < 500:
        entries = _act(session, dice)
        if entries:
            moves.append(entries)
            states.append(_state(session))
    for entries, state in zip(reversed(moves), reversed(states[:-1]), strict=True):
        assert session.undo_history.undoable == (entries[0].batch or entries[0].uuid)
        step = session.undo_steps.undo(*entries)
        assert step is not None
        session.accept(step)
        assert _state(session) == state
    assert session.undo_history.undoable is None
    for entries in moves:
        step = session.undo_steps.redo(*entries)
        assert step is not None
        session.accept(step)
    assert _state(session) == states[-1]
