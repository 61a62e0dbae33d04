"""Where people differ about figures that answer each other at several spans.

The connection's rows are ``sqlite3.Row``.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from fzreview.domain.decisions.decided import FigureVerdict
from fzreview.domain.dissent.contradictions import Span
from fzreview.domain.dissent.entangled import Reach, tangles
from fzreview.domain.dissent.open_cases import disputed_spans
from fzreview.domain.gold.records import ReadSection
from fzreview.store.figure_verdicts import READ, VERDICTS_AT, figure_verdict

Tangle = tuple[frozenset[Span], bool]
"""Figures that overlap, directly or by way of others; whether they are to be weighed as a whole."""


@dataclass(frozen=True, slots=True)
class _Said:
    verdicts: tuple[FigureVerdict, ...]
    read: tuple[ReadSection, ...]
    rulings: Collection[Span]
    torn: Mapping[tuple[str, Span], tuple[FigureVerdict | None, ...]]
    rivals: Mapping[Span, tuple[FigureVerdict, ...]]


def is_shared(connection: sqlite3.Connection, report: int) -> bool:
    """Whether more than one person said something of its figures, or read a section of it."""
    row = connection.execute(
        "select min(reviewer) < max(reviewer) from verdicts where report = ?"
        " and (target = 'section' or target = 'figure' and verdict is not null)",
        (report,),
    ).fetchone()
    return bool(row[0])


def apart(
    connection: sqlite3.Connection, report: int, spans: Collection[Span], ruled: Collection[Span]
) -> dict[Span, bool]:
    """Span of each of these figures → whether people differ about it.

    ``spans`` are those of whole tangles; ``ruled`` those of figures that are adjudicated.
    """
    if not spans:
        return {}
    cursor = connection.cursor()
    cursor.row_factory = None
    verdicts = tuple(
        figure_verdict(row) for span in sorted(spans) for row in cursor.execute(VERDICTS_AT, (report, *span))
    )
    read = tuple(ReadSection(*row) for row in cursor.execute(READ, (report,)))
    disputed = disputed_spans(_Said(verdicts, read, ruled, {}, {}))
    return {span: span in disputed for span in spans}


def tangles_of(connection: sqlite3.Connection, report: int, also: Iterable[Reach] = ()) -> list[Tangle]:
    """Figures of which anybody speaks, those together that overlap; whether each is to be weighed as a whole.

    An added figure stands against the silence of whoever read its section. ``also`` are spans that words
    spoke for before.
    """
    cursor = connection.cursor()
    cursor.row_factory = None
    query = 'select start, "end", origin from figures where report = ? and status is not null'
    origins = {(start, end): origin for start, end, origin in cursor.execute(query, (report,))}
    reaches = [*also, *((span, span) for span in origins)]
    query = (
        "select start, \"end\", correction from verdicts where report = ? and target = 'figure'"
        " and correction is not null and verdict is not null"
    )
    reaches += (((start, end), _span_in(packed)) for start, end, packed in cursor.execute(query, (report,)))
    return [
        (tangle, len(tangle) > 1 or origins.get(next(iter(tangle))) == "reviewer")
        for tangle in tangles(reaches)
    ]


def _span_in(packed: str) -> Span:
    held = json.loads(packed)
    return held["start"], held["end"]
