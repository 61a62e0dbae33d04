"""Where people differ about figures that answer each other at several spans.

The connection's rows are ``sqlite3.Row``.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from fzreview.domain.contradictions import Span
from fzreview.domain.decided import FigureVerdict
from fzreview.domain.entangled import entangled
from fzreview.domain.gold import ReadSection
from fzreview.domain.open_cases import disputed_spans
from fzreview.store.figure_verdicts import READ, VERDICTS_AT, figure_verdict


@dataclass(frozen=True, slots=True)
class _Said:
    verdicts: tuple[FigureVerdict, ...]
    read: tuple[ReadSection, ...]
    rulings: Collection[Span]
    torn: Mapping[tuple[str, Span], tuple[FigureVerdict | None, ...]]


def is_shared(connection: sqlite3.Connection, report: int) -> bool:
    """Whether more than one person said something of its figures, or read a section of it."""
    row = connection.execute(
        "select min(reviewer) < max(reviewer) from verdicts where report = ?"
        " and (target = 'section' or target = 'figure' and verdict is not null)",
        (report,),
    ).fetchone()
    return bool(row[0])


def apart(connection: sqlite3.Connection, report: int, ruled: Collection[Span]) -> dict[Span, bool]:
    """Span of each figure that words about others may answer → whether people differ about it.

    ``ruled`` are the spans of those that are adjudicated.
    """
    if not is_shared(connection, report):
        return {}
    cursor = connection.cursor()
    cursor.row_factory = None
    rows = cursor.execute(
        'select v.start, v."end", v.correction, f.origin from verdicts v'
        ' join figures f on f.report = v.report and f.start = v.start and f."end" = v."end"'
        " where v.report = ? and v.target = 'figure' and v.verdict is not null",
        (report,),
    )
    spans = sorted(
        entangled(
            ((start, end), (start, end) if packed is None else _span_in(packed), origin == "reviewer")
            for start, end, packed, origin in rows
        )
    )
    if not spans:
        return {}
    verdicts = tuple(
        figure_verdict(row) for span in spans for row in cursor.execute(VERDICTS_AT, (report, *span))
    )
    read = tuple(ReadSection(*row) for row in cursor.execute(READ, (report,)))
    disputed = disputed_spans(_Said(verdicts, read, ruled, {}))
    return {span: span in disputed for span in spans}


def _span_in(packed: str) -> Span:
    held = json.loads(packed)
    return held["start"], held["end"]
