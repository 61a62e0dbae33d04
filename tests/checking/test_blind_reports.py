"""Reports whose ties were marked before any rule was run on them; rules were mended for them afterwards.

What was found while they were unseen stands in docs/ties.md; these are floors of what is found now.
"""

from __future__ import annotations

from functools import cache

from fzreview.checking.ties import find_alarms, find_ties
from fzreview.domain.tie import Tie
from fzreview.reading.read import read_report
from support.marked_ties import BLIND, MarkedReport, MarkedTie, marked_reports


@cache
def found(report: MarkedReport) -> dict[frozenset[tuple[int, int]], Tie]:
    return {frozenset(tie.spans): tie for tie in find_ties(read_report(report.source))}


def marked(contradicting: bool) -> list[tuple[MarkedReport, MarkedTie]]:
    return [
        (report, tie)
        for report in marked_reports(BLIND)
        for tie in report.ties
        if (tie.holds == "false") == contradicting
    ]


def missed(contradicting: bool) -> list[tuple[str, str, list[str]]]:
    return [
        (report.name, tie.type, sorted(report.source[start:end] for start, end in tie.spans))
        for report, tie in marked(contradicting)
        if tie.spans not in found(report) or found(report)[tie.spans].failed != contradicting
    ]


def test_ties_over_sentences_and_tables_are_found() -> None:
    assert len(marked(contradicting=False)) >= 160
    assert len(missed(contradicting=False)) <= 0.15 * len(marked(contradicting=False))


def test_contradictions_are_told() -> None:
    assert len(missed(contradicting=True)) <= 0.25 * len(marked(contradicting=True))


def test_nothing_else_is_told_to_fail_and_no_alarm_is_raised() -> None:
    for report in marked_reports(BLIND):
        allowed = {tie.spans for tie in report.ties if tie.holds == "false"}
        assert {spans for spans, tie in found(report).items() if tie.failed} <= allowed, report.name
        alarms = find_alarms(read_report(report.source))
        assert [alarm for alarm in alarms if alarm.level == "alarm"] == [], report.name
