"""Decisions, movement and counts of a session over the gold of a seed, without store and screen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fzreview.domain.decisions.verdict import Decision
from fzreview.domain.reports.stored import HeldDecision
from fzreview.review.session import Session
from support.gold_reports import seed_names
from support.sessions import accept, new_session, stored


@pytest.fixture
def session() -> Session:
    session = new_session()
    session.open(stored(seed_names()[0]))
    return session


def decide(session: Session, *arguments: object) -> None:
    accept(session, session.figure_steps.decide(*arguments))  # type: ignore[arg-type]  # a literal of the table


def test_a_verdict_moves_on_to_the_next_undecided(session: Session) -> None:
    assert session.current == 0
    decide(session, "verified")
    assert session.current == 1
    session.go(0)
    decide(session, "wrong")
    assert session.current == 1
    assert [figure.status for figure in session.figures] == ["wrong", "undecided", "undecided", "undecided"]


def test_the_last_verdict_stays_on_its_figure(session: Session) -> None:
    for _ in range(4):
        decide(session, "verified")
    assert session.current == 3
    assert session.next_undecided() is None
    assert session.decided == 4


def test_the_search_for_undecided_goes_round_the_end(session: Session) -> None:
    session.go(3)
    decide(session, "unsure")
    assert session.current == 0


def test_the_same_verdict_again_is_no_step(session: Session) -> None:
    decide(session, "verified")
    session.go(0)
    assert session.figure_steps.decide("verified") is None


def test_an_entry_tells_everything(session: Session) -> None:
    step = session.figure_steps.decide("wrong", "not_a_figure", "ordinal")
    assert step is not None
    entry = step.entry
    assert (entry.action, entry.reviewer, entry.session) == ("not_a_figure", "ann", "s1")
    assert entry.figure == session.figure(0).span_key
    assert entry.report == session.report.summary.sha256
    assert entry.before is None
    assert entry.after == Decision("wrong", "not_a_figure", "ordinal")
    assert session.figure(0).status == "undecided", "nothing is decided before it is recorded"


def test_a_correction_names_the_first_field_that_differs(session: Session) -> None:
    machine = session.figure(0).figure
    step = session.figure_steps.correct(replace(machine, value="12", unit="场"))
    assert step is not None
    assert step.entry.after is not None
    assert (step.entry.after.verdict, step.entry.after.reason) == ("wrong", "value")
    session.accept(step)
    assert session.figure(0).shown.value == "12"
    assert session.figure(0).figure.value == machine.value


def test_a_correction_equal_to_the_extraction_verifies(session: Session) -> None:
    step = session.figure_steps.correct(session.figure(0).figure)
    assert step is not None
    assert step.entry.action == "verified"
    assert step.entry.after == Decision("verified")


def test_a_comment_survives_a_verdict_and_an_empty_one_goes(session: Session) -> None:
    step = session.figure_steps.comment("  看原件 ")
    assert step is not None
    session.accept(step)
    assert session.figure(0).status == "undecided"
    decide(session, "verified")
    assert session.figure(0).of("ann") == Decision("verified", comment="看原件")
    session.go(0)
    step = session.figure_steps.comment(" ")
    assert step is not None
    session.accept(step)
    assert session.figure(0).of("ann") == Decision("verified")


def test_undo_goes_to_the_figure_and_takes_the_decision_back(session: Session) -> None:
    step = session.figure_steps.decide("verified")
    assert step is not None
    session.accept(step)
    decide(session, "wrong")
    assert session.undo_history.undoable is not None
    back = session.undo_steps.undo(step.entry)
    assert back is not None
    session.accept(back)
    assert session.current == 0
    assert session.figure(0).status == "undecided"
    again = session.undo_steps.redo(step.entry)
    assert again is not None
    session.accept(again)
    assert session.figure(0).status == "verified"


def test_the_fix_queue_holds_wrong_figures_without_a_correction(session: Session) -> None:
    decide(session, "wrong", "not_a_figure")
    assert session.next_to_fix() is None
    decide(session, "wrong")
    assert session.next_to_fix() == 1
    session.go(1)
    step = session.figure_steps.correct(replace(session.figure(1).figure, unit="次"))
    assert step is not None
    session.accept(step)
    assert session.next_to_fix() is None


def test_another_reviewers_verdict_counts_until_ones_own(session: Session) -> None:
    report = stored(seed_names()[0])
    other = HeldDecision("bob", "2025-12-31T00:00:00.000Z", Decision("wrong"))
    figures = (replace(report.figures[0], held=(other,)), *report.figures[1:])
    session.open(replace(report, figures=figures))
    assert session.figure(0).status == "wrong"
    assert session.current == 1, "a figure that somebody decided is not undecided"
    session.go(0)
    decide(session, "verified")
    assert session.figure(0).status == "verified"
    assert session.figure(0).of("bob") == Decision("wrong")


@pytest.mark.parametrize("doc", seed_names())
def test_section_counts_sum_up_and_follow_each_verdict(doc: str) -> None:
    session = new_session()
    session.open(stored(doc))
    tops = [index for index, section in enumerate(session.report.reading.outline) if section.level == 1]
    inside = sum(session.section_counts()[index].figures for index in tops)
    outside = sum(
        1 for figure in session.figures if figure.figure.start < session.report.reading.outline[tops[0]].start
    )
    assert inside + outside == len(session.figures)
    while session.next_undecided() is not None or session.decided < len(session.figures):
        decide(session, "verified")
    for counts in session.section_counts():
        assert (counts.of("verified"), counts.undecided) == (counts.figures, 0)


@pytest.mark.parametrize("doc", seed_names())
def test_section_steps_visit_each_section_with_figures_once(doc: str) -> None:
    session = new_session()
    session.open(stored(doc))
    session.go(0)
    forward = [0]
    while (index := session.section_step(1)) is not None:
        session.go(index)
        forward.append(index)
    backward = [session.current]
    while (index := session.section_step(-1)) is not None:
        session.go(index)
        backward.append(index)
    assert forward == backward[::-1]
    assert forward == sorted(set(forward))


def test_a_report_without_figures_takes_no_verdict() -> None:
    session = new_session()
    session.open(replace(stored(seed_names()[0]), figures=()))
    assert session.current is None
    assert session.figure_steps.decide("verified") is None
    assert session.next_undecided() is None
    assert session.place is not None and session.place.figure is None


def test_before_a_report_is_open_there_is_none() -> None:
    session = new_session()
    assert not session.is_open
    with pytest.raises(LookupError):
        _ = session.report


def test_a_correction_holds_the_fields_alone(session: Session) -> None:
    machine = replace(session.figure(0).figure, section=("一、", "（一）"), doubts=("no_unit",))
    step = session.figure_steps.correct(replace(machine, value="12"))
    assert step is not None and step.entry.after is not None
    correction = step.entry.after.correction
    assert correction == replace(machine, value="12", section=(), doubts=()), "as a store gives it back"
