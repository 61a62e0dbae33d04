"""Hard reports whose ties were marked before the rules were run on them."""

from __future__ import annotations

from functools import cache

from fzreview.checking.ties import find_ties
from fzreview.domain.ties.tie import Tie
from fzreview.reading.read import read_report
from support.marked_ties import MarkedReport, MarkedTie, marked_reports


@cache
def found(report: MarkedReport) -> dict[frozenset[tuple[int, int]], Tie]:
    return {frozenset(tie.spans): tie for tie in find_ties(read_report(report.source))}


def marked() -> list[tuple[MarkedReport, MarkedTie]]:
    return [(report, tie) for report in marked_reports() for tie in report.ties]


def test_marked_ties_are_found() -> None:
    missed = [
        (report.name, tie.type, sorted(report.source[start:end] for start, end in tie.spans))
        for report, tie in marked()
        if tie.spans not in found(report)
    ]
    assert len(marked()) >= 60
    assert len(missed) <= 0.05 * len(marked()), missed


def test_nothing_fails_that_is_not_marked_so() -> None:
    failed = [
        (report.name, tie.explain)
        for report in marked_reports()
        for spans, tie in found(report).items()
        if tie.failed and not any(one.spans == spans and one.holds == "false" for one in report.ties)
    ]
    assert failed == []
