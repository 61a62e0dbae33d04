"""Reports whose ties were marked before any rule was run on them.

For those in ``blind`` rules were mended afterwards: what was found while they were unseen stands in
docs/ties.md, these are floors of what is found now. For those in ``unseen`` none was.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from fzreview.checking.ties import find_alarms, find_ties
from fzreview.domain.ties.tie import Tie
from fzreview.reading.read import read_report
from support.marked_ties import BLIND, UNSEEN, MarkedReport, MarkedTie, marked_reports


@cache
def found(report: MarkedReport) -> dict[frozenset[tuple[int, int]], Tie]:
    return {frozenset(tie.spans): tie for tie in find_ties(read_report(report.source))}


def marked(contradicting: bool, folder: Path = BLIND) -> list[tuple[MarkedReport, MarkedTie]]:
    return [
        (report, tie)
        for report in marked_reports(folder)
        for tie in report.ties
        if (tie.holds == "false") == contradicting
    ]


def missed(contradicting: bool, folder: Path = BLIND) -> list[tuple[str, str, list[str]]]:
    return [
        (report.name, tie.type, sorted(report.source[start:end] for start, end in tie.spans))
        for report, tie in marked(contradicting, folder)
        if tie.spans not in found(report) or found(report)[tie.spans].failed != contradicting
    ]


def test_ties_over_sentences_and_tables_are_found() -> None:
    assert len(marked(contradicting=False)) >= 280
    assert len(missed(contradicting=False)) <= 0.07 * len(marked(contradicting=False))


def test_ties_of_reports_that_no_rule_was_written_for_are_found() -> None:
    assert len(missed(contradicting=False, folder=UNSEEN)) <= 0.15 * len(
        marked(contradicting=False, folder=UNSEEN)
    )


def test_contradictions_are_told() -> None:
    assert len(missed(contradicting=True)) <= 0.25 * len(marked(contradicting=True))


def test_nothing_else_is_told_to_fail_and_no_alarm_is_raised() -> None:
    for report in (*marked_reports(BLIND), *marked_reports(UNSEEN)):
        allowed = {tie.spans for tie in report.ties if tie.holds == "false"}
        assert {spans for spans, tie in found(report).items() if tie.failed} <= allowed, report.name
        alarms = find_alarms(read_report(report.source))
        assert [alarm for alarm in alarms if alarm.level == "alarm"] == [], report.name
