"""Where other reports of the store may tell the same subject.

Reports of the same place are looked through as a whole; the others are found by their subject alone, through
an index, because there may be a hundred thousand of them.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Final

from fzreview.domain.figures.figure import Figure
from fzreview.domain.figures.other_figure import OtherFigure
from fzreview.domain.reports.stored import ReportSummary
from fzreview.store.across.subject_key import subject_key
from fzreview.store.reports.library import FROM_INDEX

MOST_FOUND: Final = 200
"""Figures of other places that are looked at."""

_MOST_OF_PLACE: Final = 20
"""Reports of the same place, the nearest years."""

_MOST_RANKED: Final = 5_000
"""Figures among which those of the nearest years are chosen."""

_COLUMNS: Final = (
    'r.sha256, f.start, f."end", r.year, coalesce(r.region, r.issuer), r.issuer, f.subject, f.unit, f.kind'
)


def place_of(report: ReportSummary) -> str:
    """What tells whether two reports are of one place; empty where a report does not tell."""
    return report.region or report.issuer or ""


def candidates_across(
    connection: sqlite3.Connection, report: ReportSummary, figure: Figure
) -> Iterator[OtherFigure]:
    """Figures of other reports that may tell the same subject, as extracted; none without a subject."""
    if not figure.subject.strip():
        return
    of_place = [other for other in figures_of_place(connection, report) if other.kind == figure.kind]
    seen = {(other.report, other.start, other.end) for other in of_place}
    yield from of_place
    for other in figures_of_subject(connection, report, figure):
        if (other.report, other.start, other.end) not in seen:
            yield other


def figures_of_place(connection: sqlite3.Connection, report: ReportSummary) -> Iterator[OtherFigure]:
    """The figures of the other reports of the same place, of the years nearest to this one's."""
    rows = connection.execute(
        f"select {_COLUMNS}, f.value from (select id, sha256, year, region, issuer {FROM_INDEX}"
        " where coalesce(region, issuer) = ? and id <> ? and aside is null"
        " order by abs(coalesce(year, 0) - ?) limit ?) r"
        " cross join figures f on f.report = r.id where f.upper is null",
        (place_of(report) or None, report.id, report.year or 0, _MOST_OF_PLACE),
    )
    return (_other(row) for row in rows)


def figures_of_subject(
    connection: sqlite3.Connection, report: ReportSummary, figure: Figure
) -> Iterator[OtherFigure]:
    """Figures of other reports with the very same subject, of the years nearest to this one's."""
    rows = connection.execute(
        f"select {_COLUMNS}, f.value from (select s.id, l.sha256, l.year, l.region, l.issuer"
        " from (select id, report from figures indexed by figures_subject"
        " where subject_key = ? and unit = ? and kind = ? and report <> ? limit ?) s"
        " cross join reports l indexed by reports_library on l.id = s.report and l.aside is null"
        " order by abs(coalesce(l.year, 0) - ?), l.id limit ?) r"
        " cross join figures f on f.id = r.id where f.upper is null",
        (
            subject_key(figure.subject),
            figure.unit,
            figure.kind,
            report.id,
            _MOST_RANKED,
            report.year or 0,
            MOST_FOUND,
        ),
    )
    return (_other(row) for row in rows)


def _other(row: sqlite3.Row) -> OtherFigure:
    sha256, start, end, year, place, issuer, subject, unit, kind, value = row
    return OtherFigure(sha256, start, end, year, place or "", subject, unit, kind, value, issuer or "")


def standing(connection: sqlite3.Connection, others: Iterable[OtherFigure]) -> Iterator[OtherFigure]:
    """These figures as the latest verdict leaves them: corrected, and without those that were rejected."""
    others = tuple(others)
    decided = _with_verdicts(connection, {other.report for other in others})
    for other in others:
        if other.report not in decided:
            yield other
            continue
        verdict = connection.execute(
            "select v.reason, v.correction from reports r join verdicts v on v.report = r.id"
            " where r.sha256 = ? and v.target = 'figure' and v.start = ? and v.\"end\" = ?"
            " and v.verdict is not null order by v.lamport desc, v.reviewer desc limit 1",
            (other.report, other.start, other.end),
        ).fetchone()
        if verdict is None:
            yield other
        elif verdict["correction"] is not None:
            held = json.loads(verdict["correction"])
            if held["upper"] is None:
                names = ("subject", "unit", "kind", "value")
                yield replace(other, **{name: held[name] for name in names})
        elif verdict["reason"] != "not_a_figure":
            yield other


def _with_verdicts(connection: sqlite3.Connection, reports: Collection[str]) -> set[str]:
    """Those reports (sha256) of which anybody decided anything: most of a large store are untouched."""
    marks = ", ".join("?" * len(reports))
    rows = connection.execute(
        f"select sha256 from reports where sha256 in ({marks})"
        " and exists (select 1 from verdicts where verdicts.report = reports.id)",
        tuple(reports),
    )
    return {row[0] for row in rows}
