"""Ties of the open report over the figures as reviewers hold them; walks, offers, the order by doubt."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fzreview.domain.reports.stored import ReportSummary, StoredFigure, StoredReport
from fzreview.reading.read import read_report
from fzreview.review.open_report.agenda import Agenda
from fzreview.review.session import Session
from fzreview.review.ties.bulk import bulk_offers
from fzreview.review.ties.tie_index import changes_ties, check_ties
from fzreview.review.ties.tie_walk import TieWalk
from support.gold_reports import seed_names
from support.sessions import accept, new_session, stored

TEXT = """某区2021年法治政府建设报告
一、情况
全年新增市场主体1167户,其中企业283户;个体工商户884户。
调解纠纷501件,其中重大疑难纠纷510件。
开展培训三十余场。
"""


def opened(text: str = TEXT) -> Session:
    reading = read_report(text)
    figures = tuple(StoredFigure(figure, "machine", "test") for figure in reading.figures)
    summary = ReportSummary(1, "f" * 64, "a.txt", None, 2021, "某区", None, len(figures), 0, 0, 0)
    session = new_session()
    session.open(StoredReport(summary, "utf-8", None, "test", "1.3", reading, figures))
    check(session)
    return session


def check(session: Session) -> None:
    session.set_ties(check_ties(session.report.reading, session.figures))


def key_of(session: Session, surface: str) -> str:
    (figure,) = (figure for figure in session.figures if figure.figure.surface == surface)
    return figure.span_key


def go(session: Session, surface: str) -> StoredFigure:
    session.go(session.index_of(key_of(session, surface)) or 0)
    assert session.current_figure is not None
    return session.current_figure


def sums(session: Session) -> list[str]:
    return [tie.explain for tie in session.tie_index.ties if tie.type == "part_of_sum"]


def test_each_figure_knows_its_ties_and_whom_they_hold() -> None:
    session = opened()
    total, parts = key_of(session, "1167户"), {key_of(session, "283户"), key_of(session, "884户")}
    (tie,) = session.tie_index.ties_of(total)
    assert (tie.explain, tie.holds) == ("283+884=1167", "true")
    assert session.tie_index.tied_to(total) == parts
    (failed,) = session.tie_index.ties_of(key_of(session, "510件"))
    assert failed.failed


def test_what_fails_comes_first_then_told_ties() -> None:
    session = new_session()
    for doc in seed_names():
        session.open(stored(doc))
        check(session)
        for figure in session.figures:
            ties = session.tie_index.ties_of(figure.span_key)
            ranks = [(not tie.failed, not tie.told) for tie in ties]
            assert ranks == sorted(ranks)


def test_corrected_rejected_and_undone_figures_are_checked_as_they_stand() -> None:
    session = opened()
    figure = go(session, "884户").figure
    corrected = session.figure_steps.correct(replace(figure, value="874"))
    assert corrected is not None and changes_ties(corrected)
    accept(session, corrected)
    check(session)
    (tie,) = [tie for tie in session.tie_index.ties_of(figure.span_key) if tie.type == "part_of_sum"]
    assert tie.failed and "1157" in tie.explain
    undone = session.undo_steps.undo(corrected.entry)
    assert undone is not None and changes_ties(undone)
    accept(session, undone)
    check(session)
    assert sums(session) == ["283+884=1167"]
    go(session, "283户")
    rejected = session.figure_steps.decide("wrong", "not_a_figure")
    assert rejected is not None and changes_ties(rejected)
    accept(session, rejected)
    check(session)
    assert sums(session) == []


def test_a_figure_keeps_its_name_where_a_correction_moves_its_span() -> None:
    session = opened()
    figure = go(session, "283户").figure
    shorter = replace(figure, end=figure.end - 1, surface="283", text="283", unit="户")
    accept(session, session.figure_steps.correct(shorter))
    check(session)
    assert figure.span_key in session.tie_index.tied_to(key_of(session, "1167户"))


@pytest.mark.parametrize("verdict", ["verified", "unsure", "wrong"])
def test_verdicts_alone_leave_ties_as_they_are(verdict: str) -> None:
    session = opened()
    step = session.figure_steps.decide(verdict)  # type: ignore[arg-type]  # one of the three
    assert step is not None and not changes_ties(step)
    comment = session.figure_steps.comment("核对")
    assert comment is not None and not changes_ties(comment)


def test_an_added_figure_is_checked_too() -> None:
    session = opened()
    figure = go(session, "884户").figure
    rejected = session.figure_steps.decide("wrong", "not_a_figure")
    accept(session, rejected)
    added = session.figure_steps.add(
        replace(figure, start=figure.start + 1, surface="84户", text="84户", value="884")
    )
    assert added is not None and changes_ties(added)
    accept(session, added)
    check(session)
    assert sums(session) == ["283+884=1167"]


# Walking


def test_a_walk_visits_each_tied_figure_once_and_ends() -> None:
    session = new_session()
    session.open(stored(seed_names()[4]))
    check(session)
    for figure in session.figures:
        walk = TieWalk.begun(session.tie_index, figure.span_key)
        visited: list[str] = []
        numbers: list[int] = []
        while walk is not None:
            visited.append(walk.here.key)
            numbers.append(walk.here.number)
            assert walk.here.key in session.tie_index.members(walk.here.tie)
            walk = walk.onward()
        assert len(set(visited)) == len(visited)
        assert set(visited) == session.tie_index.tied_to(figure.span_key)
        assert numbers == sorted(numbers), "the strongest tie first"


# Verifying all of a tie


def test_only_told_ties_that_hold_and_have_undecided_figures_are_offered() -> None:
    session = opened()
    (offer,) = bulk_offers(session, session.tie_index, session.tie_index.ties)
    assert [stored.figure.surface for stored in offer.figures] == ["1167户", "283户", "884户"]
    go(session, "283户")
    accept(session, session.figure_steps.decide("unsure"))
    (offer,) = bulk_offers(session, session.tie_index, session.tie_index.ties)
    assert [stored.figure.surface for stored in offer.undecided] == ["1167户", "884户"]
    go(session, "1167户")
    step = session.figure_steps.verify_all(offer.keys)
    assert step is not None
    assert {entry.note for entry in step.entries} == {"bulk"}
    accept(session, step)
    assert not session.stats.hasty_warning_due
    assert session.current_figure is not None
    assert session.current_figure.figure.surface == "501件", "on to the next undecided figure"
    assert go(session, "283户").status == "unsure"
    assert bulk_offers(session, session.tie_index, session.tie_index.ties) == ()


def test_a_tie_is_not_offered_while_an_alarm_speaks_against_one_of_its_figures() -> None:
    session = opened(
        "某区2021年法治政府建设报告\n一、情况\n受理案件412件,其中刑事187份、民事219件、行政6件。\n"
    )
    assert sums(session) == ["187+219+6=412"]
    assert bulk_offers(session, session.tie_index, session.tie_index.ties) == ()


def test_many_figures_at_once_are_no_haste() -> None:
    session = new_session()
    session.open(stored(seed_names()[4]))
    check(session)
    told = []
    for offer in bulk_offers(session, session.tie_index, session.tie_index.ties):
        step = session.figure_steps.verify_all(offer.keys)
        if step is not None:
            session.accept(step)
            told.append(session.stats.hasty_warning_due)
            assert {entry.note for entry in step.entries} == {"bulk"}
    assert len(told) >= 4 and not any(told)


# The order by doubt


def reasons_of(session: Session, key: str) -> tuple[str, ...] | None:
    return session.doubts.get(key) if session.doubts is not None else None


def order_of(session: Session) -> list[str]:
    return [session.figure(index).figure.surface for index in session.visited()]


def test_doubtful_figures_come_first_with_their_reasons() -> None:
    session = opened()
    session.set_agenda(Agenda(order="doubt"))
    assert set(order_of(session)[:2]) == {"501件", "510件"}
    reasons = reasons_of(session, key_of(session, "510件"))
    assert reasons is not None and reasons[0] == "failed_tie"


def test_the_order_stays_while_one_decides_and_is_made_anew_on_request() -> None:
    session = opened()
    session.set_agenda(Agenda(order="doubt"))
    before = order_of(session)
    figure = go(session, "510件").figure
    accept(session, session.figure_steps.correct(replace(figure, value="51", surface="510件")))
    check(session)
    assert order_of(session) == before
    assert reasons_of(session, figure.span_key) == (
        "failed_tie",
        *(reasons_of(session, figure.span_key) or ())[1:],
    )
    session.set_agenda(Agenda(order="place"))
    session.set_agenda(Agenda(order="doubt"))
    assert "failed_tie" not in (reasons_of(session, figure.span_key) or ())


def test_a_figure_that_came_later_stands_at_the_end_of_the_order() -> None:
    session = opened()
    session.set_agenda(Agenda(order="doubt"))
    figure = go(session, "884户").figure
    accept(
        session,
        session.figure_steps.add(
            replace(figure, start=figure.start + 1, surface="84户", text="84户", value="84")
        ),
    )
    assert order_of(session)[-1] == "84户"
    assert reasons_of(session, session.figures[-1].span_key) is not None


def test_another_report_has_an_order_of_its_own() -> None:
    session = opened()
    session.set_agenda(Agenda(order="doubt"))
    session.open(stored(seed_names()[0]))
    assert session.tie_index.ties == ()
    assert reasons_of(session, session.figures[0].span_key) is None
    tying = check_ties(session.report.reading, session.figures)
    session.open(stored(seed_names()[0]), tie_index=tying)
    assert [session.figure(index).span_key for index in session.visited()] == list(tying.doubts)
    assert session.current == session.visited()[0], "the first one is the most doubtful one"
