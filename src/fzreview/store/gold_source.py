"""Reports with people's verdicts out of the store, for gold: no more than gold needs, in few statements."""

from __future__ import annotations

import sqlite3
from typing import Final

from fzreview.domain.decided import DecidedReport, FigureVerdict
from fzreview.domain.gold import ReadSection
from fzreview.domain.stored import ReportSummary

_VERDICTS: Final = """
    select f.start, f."end", f.surface, f.text, f.value, f.upper, f.unit, f.kind, f.bound, f.subject,
        f.section, f.origin, f.extractor, v.reviewer, v.decided_at, v.verdict, v.reason, v.reason_class,
        v.comment, v.correction
    from verdicts v join figures f on f.report = v.report and f.start = v.start and f."end" = v."end"
    where v.report = ? and v.target = 'figure' and v.verdict is not null
    order by v.start, v."end", v.reviewer"""
"""Columns in the order of the fields of a FigureVerdict; the key of verdicts gives the order of the rows."""

_READ: Final = """
    select s.start, s."end", s.until, s.level, s.marker || s.title, v.reviewer, v.decided_at
    from verdicts v join sections s on s.report = v.report and s.start = v.start and s."end" = v."end"
    where v.report = ? and v.target = 'section'
    order by s.start, s.level, v.entry"""


def decided_report(connection: sqlite3.Connection, summary: ReportSummary) -> DecidedReport:
    """One report; ``summary`` is of the same store."""
    cursor = connection.cursor()
    cursor.row_factory = None  # plain tuples: a million rows pass here
    report = (summary.id,)
    url, extractor, guide, source = cursor.execute(
        "select url, extractor, guide, source from reports join texts on report = id where id = ?", report
    ).fetchone()
    spans = cursor.execute(
        'select start, "end" from figures where report = ? order by start, "end"', report
    ).fetchall()
    return DecidedReport(
        summary,
        url,
        extractor,
        guide,
        source,
        tuple(spans),
        tuple(map(FigureVerdict._make, cursor.execute(_VERDICTS, report))),
        tuple(ReadSection(*row) for row in cursor.execute(_READ, report)),
    )
