"""Disagreements about figures that overlap, and so answer each other, at different spans.

The connection's rows are ``sqlite3.Row``.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from fzreview.domain.decisions.decided import FigureVerdict
from fzreview.domain.dissent.contradictions import Span
from fzreview.domain.dissent.open_cases import disputed_spans
from fzreview.domain.dissent.overlap_groups import SpanPair, hull, overlap_groups, overlap_groups_around
from fzreview.domain.gold.records import ReadSection
from fzreview.store.verdicts.figure_verdicts import READ, VERDICTS_AT, figure_verdict

OverlapGroup = tuple[frozenset[Span], bool]
"""Spans of figures that overlap, directly or transitively, and whether they must be compared jointly."""


@dataclass(frozen=True, slots=True)
class _Said:
    verdicts: tuple[FigureVerdict, ...]
    read: tuple[ReadSection, ...]
    rulings: Collection[Span]
    torn: Mapping[tuple[str, Span], tuple[FigureVerdict | None, ...]]
    rivals: Mapping[Span, tuple[FigureVerdict, ...]]


def is_shared(connection: sqlite3.Connection, report: int) -> bool:
    """Whether more than one person decided on its figures or signed off a section of it."""
    says = "report = :report and (target = 'section' or target = 'figure' and verdict is not null)"
    row = connection.execute(
        # Ends at the first word of a second person: the least and the greatest name are asked of all words.
        f"select exists (select 1 from verdicts where {says}"
        f" and reviewer <> (select reviewer from verdicts where {says} limit 1))",
        {"report": report},
    ).fetchone()
    return bool(row[0])


def disagreements(
    connection: sqlite3.Connection, report: int, spans: Collection[Span], ruled: Collection[Span]
) -> dict[Span, bool]:
    """Span of each of these figures → whether reviewers disagree about it.

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


def overlap_groups_of(connection: sqlite3.Connection, report: int) -> list[OverlapGroup]:
    """The groups of overlapping figures that have verdicts, and whether each must be compared jointly.

    An added figure stands against the silence of whoever read its section.
    """
    cursor = connection.cursor()
    cursor.row_factory = None
    origins = {row[:2]: row[2] for row in cursor.execute(_SPOKEN_OF, (report,))}
    found = overlap_groups([*((span, span) for span in origins), *_moved_spans(cursor, report)])
    return [(group, _needs_joint_comparison(group, origins)) for group in found]


def overlap_groups_near(
    connection: sqlite3.Connection, report: int, said: Collection[SpanPair]
) -> list[OverlapGroup]:
    """The groups of these figures; each has the span that a verdict moved it to or moved it from."""
    cursor = connection.cursor()
    cursor.row_factory = None
    # Figures are found by where they begin.
    query = 'select coalesce(max("end" - start), 0) from figures where report = ?'
    (longest,) = cursor.execute(query, (report,)).fetchone()
    moved = _moved_spans(cursor, report)
    origins: dict[Span, str] = {}

    def reaching(start: int, end: int) -> Iterable[SpanPair]:
        near = (report, start - longest, start, end)
        found = {row[:2]: row[2] for row in cursor.execute(_SPOKEN_OF + _NEAR, near)}
        origins.update(found)
        others = [one for one in moved if hull(one)[0] < end and start < hull(one)[1]]
        return [*((span, span) for span in found), *others]

    return [
        (group, _needs_joint_comparison(group, origins)) for group in overlap_groups_around(said, reaching)
    ]


_SPOKEN_OF: Final = 'select start, "end", origin from figures where report = ? and status is not null'
_NEAR: Final = ' and start > ? and "end" > ? and start < ?'


def _needs_joint_comparison(group: Collection[Span], origins: Mapping[Span, str]) -> bool:
    return len(group) > 1 or origins.get(next(iter(group))) == "reviewer"


def _moved_spans(cursor: sqlite3.Cursor, report: int) -> list[SpanPair]:
    """``(span of the figure, span that the correction moves it to)`` of each verdict that moves a span."""
    query = (
        "select start, \"end\", correction from verdicts where report = ? and target = 'figure'"
        " and verdict is not null and correction is not null"
        # As ``pack_json`` begins it: only what is written otherwise need be read.
        """ and instr(correction, '{"start":' || start || ',"end":' || "end" || ',') <> 1"""
    )
    return [((start, end), _span_in(packed)) for start, end, packed in cursor.execute(query, (report,))]


def _span_in(packed: str) -> Span:
    held = json.loads(packed)
    return held["start"], held["end"]
