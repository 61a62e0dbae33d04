"""Figures that reviewers add: their rows come and go with the decisions that hold them.

Each function runs inside the caller's transaction.
"""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import Final

from fzreview.domain.report import Section
from fzreview.domain.section_paths import SectionPaths
from fzreview.domain.verdict import JournalEntry
from fzreview.errors import StoreError
from fzreview.store.codec import FIGURE_COLUMNS, figure_of, figure_values, machine_of, pack_machine

Span = tuple[int, int, int]
"""Id of the report, start, end."""

WHERE: Final = 'report = ? and start = ? and "end" = ?'

SET_FIELDS: Final = ", ".join(
    f"{name.strip()} = ?" for name in FIGURE_COLUMNS.split(",") if name.strip() not in ("start", '"end"')
)
"""The columns behind a figure's span, to be set from ``figure_values(figure)[2:]``."""


def add_figure(connection: sqlite3.Connection, span: Span, entry: JournalEntry) -> None:
    """The row of a figure that a reviewer adds. Raises StoreError where the entry adds none."""
    added = entry.after.correction if entry.after else None
    if entry.target != "figure" or added is None or entry.before is not None:
        raise StoreError("figure_missing", figure=entry.figure)
    connection.execute(
        f"insert into figures(report, {FIGURE_COLUMNS}, origin, extractor)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'reviewer', ?)",
        (
            *span,
            *figure_values(replace(added, section=_headings(connection, span)))[2:],
            entry.extractor,
        ),
    )
    connection.execute("update reports set figures = figures + 1 where id = ?", span[:1])


def claim_figure(connection: sqlite3.Connection, span: Span, entry: JournalEntry) -> None:
    """An entry that adds a figure makes one that the extractor found meanwhile the reviewer's own."""
    after = entry.after
    if (
        entry.target != "figure"
        or entry.before is not None
        or after is None
        or after.correction is None
        or after.verdict != "verified"
    ):
        return
    row = connection.execute(
        f"select extractor, {FIGURE_COLUMNS} from figures where {WHERE} and origin = 'machine'", span
    ).fetchone()
    if row is None:
        return
    added = replace(after.correction, section=_headings(connection, span))
    connection.execute(
        f"update figures set origin = 'reviewer', machine = ?, extractor = ?, {SET_FIELDS} where {WHERE}",
        (pack_machine(figure_of(row), row["extractor"]), entry.extractor, *figure_values(added)[2:], *span),
    )


def forget_added(connection: sqlite3.Connection, span: Span) -> None:
    """An added figure lives as long as somebody's decision holds it; then the extractor's shows again."""
    row = connection.execute(
        f"select machine from figures where {WHERE} and origin = 'reviewer'"
        " and not exists (select 1 from verdicts v where v.report = figures.report and v.target = 'figure'"
        ' and v.start = figures.start and v."end" = figures."end")',
        span,
    ).fetchone()
    if row is None:
        return
    if row["machine"] is not None:
        show_machine(connection, span, row["machine"])
        return
    connection.execute(f"delete from figures where {WHERE}", span)
    connection.execute("update reports set figures = figures - 1 where id = ?", span[:1])


def show_machine(connection: sqlite3.Connection, span: Span, packed: str) -> None:
    """Let the extractor's figure take the place of the added one."""
    found = machine_of(packed)
    connection.execute(
        f"update figures set origin = 'machine', machine = null, extractor = ?, {SET_FIELDS} where {WHERE}",
        (found.extractor, *figure_values(found.figure)[2:], *span),
    )


def _headings(connection: sqlite3.Connection, span: Span) -> tuple[str, ...]:
    rows = connection.execute(
        'select start, "end", until, level, marker, title, kind from sections where report = ?'
        " order by start, level",
        span[:1],
    )
    return SectionPaths([Section(*row) for row in rows]).labels(span[1])
