"""How a sitting's care is told: before its speed, and without what was taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fzreview.cli.desks.opening import print_sitting
from fzreview.review.session_stats.care import CareSummary
from support.gold_reports import seed_names
from support.sessions import accept, new_session, stored


def test_sections_and_judgements_are_counted_and_taken_back() -> None:
    session = new_session()
    session.open(stored(seed_names()[4]))
    signed = session.section_steps.sign_off(3)
    accept(session, signed)
    accept(session, session.section_steps.sign_off(4))
    accept(session, session.figure_steps.decide("verified"))
    accept(session, session.undo_steps.undo(signed.entry))
    assert session.stats.summary().care == CareSummary(sections=1, doubts=0, judged=1, hasty=0)


def test_a_doubt_is_cleared_by_a_verdict_and_open_again_without_it() -> None:
    report = stored(seed_names()[4])
    first = report.figures[0]
    doubted = replace(first, figure=replace(first.figure, doubts=("no_unit",)))
    session = new_session()
    session.open(replace(report, figures=(doubted, *report.figures[1:])))
    step = session.figure_steps.decide("verified")
    accept(session, step)
    assert session.stats.summary().care.doubts == 1
    assert step is not None
    accept(session, session.undo_steps.undo(step.entry))
    assert session.stats.summary().care.doubts == 0


def test_care_is_told_before_speed(capsys: pytest.CaptureFixture[str]) -> None:
    session = new_session()
    session.open(stored(seed_names()[4]))
    for _ in range(12):
        accept(session, session.figure_steps.decide("verified"))
    care = CareSummary(sections=3, doubts=2, judged=12, hasty=3)
    print_sitting(replace(session.stats.summary(), care=care))
    first, second = capsys.readouterr().err.splitlines()[:2]
    assert "通读 3 节" in first and "存疑 2 条" in first and "25%" in first
    assert "判定 12 条" in second


def test_a_correction_is_a_decision_of_the_sitting_and_never_a_hasty_one() -> None:
    session = new_session()
    session.open(stored(seed_names()[4]))
    accept(session, session.figure_steps.decide("verified"))
    for _ in range(5):
        step = session.figure_steps.correct(
            replace(session.figure(session.current or 0).figure, subject="投诉")
        )
        accept(session, step)
        assert not session.stats.hasty_warning_due
    summary = session.stats.summary()
    assert (summary.figures, summary.pace.figures) == (6, 6)


def test_a_figure_decided_in_two_goes_is_one_and_what_is_taken_back_none(
    capsys: pytest.CaptureFixture[str],
) -> None:
    session = new_session()
    session.open(stored(seed_names()[4]))
    rejected = session.figure_steps.decide("wrong", "not_a_figure")
    assert rejected is not None
    accept(session, rejected)
    accept(session, session.figure_steps.classify(rejected.entry.figure, "ordinal"))
    marked = session.figure_steps.decide("wrong")
    assert marked is not None
    accept(session, marked)
    session.go(session.index_of(marked.entry.figure) or 0)
    accept(session, session.figure_steps.decide("wrong", "value"))
    verified = session.figure_steps.decide("verified")
    assert verified is not None
    accept(session, verified)
    accept(session, session.undo_steps.undo(verified.entry))
    summary = session.stats.summary()
    assert (summary.figures, summary.care.judged) == (2, 3)
    print_sitting(summary)
    assert "判定 2 条" in capsys.readouterr().err


def test_figures_verified_at_once_are_each_decided() -> None:
    session = new_session()
    session.open(stored(seed_names()[4]))
    accept(session, session.figure_steps.verify_all(one.span_key for one in session.figures[:3]))
    summary = session.stats.summary()
    assert (summary.figures, summary.pace.figures, summary.care.judged) == (3, 3, 0)
