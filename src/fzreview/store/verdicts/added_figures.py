"""Figures that reviewers add: their rows come and go with the decisions that hold them.

Each function runs inside the caller's transaction.
"""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import Final

from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.report import Section
from fzreview.domain.reports.section_paths import SectionPaths
from fzreview.domain.reports.stored import StoredFigure
from fzreview.store.opening.figure_columns import (
    FIGURE_COLUMNS,
    figure_of,
    figure_values,
    machine_of,
    pack_machine,
)
from fzreview.store.verdicts.rows import WHERE

Span = tuple[int, int, int]
"""Id of the report, start, end."""

SET_FIELDS: Final = ", ".join(
    f"{name.strip()} = ?" for name in FIGURE_COLUMNS.split(",") if name.strip() not in ("start", '"end"')
)
"""The columns behind a figure's span, to be set from ``figure_values(figure)[2:]``."""


def machine_figure(connection: sqlite3.Connection, span: Span) -> StoredFigure | None:
    """What an extractor finds at a span, shown or beneath an added figure; None where it finds nothing."""
    return standing_at(connection, span)[0]


def standing_at(connection: sqlite3.Connection, span: Span) -> tuple[StoredFigure | None, bool]:
    """What an extractor finds at a span, None for nothing; whether an added figure stands there."""
    row = connection.execute(
        f"select {FIGURE_COLUMNS}, origin, extractor, machine from figures where {WHERE}", span
    ).fetchone()
    if row is None:
        return None, False
    if row["origin"] == "machine":
        return StoredFigure(figure_of(row), "machine", row["extractor"]), False
    return None if row["machine"] is None else machine_of(row["machine"]), True


def show_added(
    connection: sqlite3.Connection, span: Span, figure: Figure, extractor: str, found: StoredFigure | None
) -> None:
    """Let an added figure stand at a span, over what an extractor finds there."""
    added = replace(figure, section=_headings(connection, span), doubts=())
    beneath = None if found is None else pack_machine(found.figure, found.extractor)
    values = figure_values(added)[2:]
    changed = connection.execute(
        f"update figures set origin = 'reviewer', machine = ?, extractor = ?, {SET_FIELDS} where {WHERE}",
        (beneath, extractor, *values, *span),
    )
    if changed.rowcount == 0:
        connection.execute(
            f"insert into figures(report, {FIGURE_COLUMNS}, origin, extractor)"
            " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'reviewer', ?)",
            (*span, *values, extractor),
        )
        connection.execute("update reports set figures = figures + 1 where id = ?", span[:1])


def show_found(connection: sqlite3.Connection, span: Span, found: StoredFigure | None) -> None:
    """Let what an extractor finds at a span take the place of an added figure; None lets nothing stand."""
    row = connection.execute(
        f"select status from figures where {WHERE} and origin = 'reviewer'", span
    ).fetchone()
    if row is None:
        return
    if found is not None:
        connection.execute(
            f"update figures set origin = 'machine', machine = null, extractor = ?, {SET_FIELDS}"
            f" where {WHERE}",
            (found.extractor, *figure_values(found.figure)[2:], *span),
        )
        return
    if row[0] is not None:
        # The column's name is one of the three verdicts of the domain, never text from outside.
        connection.execute(f"update reports set {row[0]} = {row[0]} - 1 where id = ?", span[:1])
    connection.execute(f"delete from figures where {WHERE}", span)
    connection.execute("update reports set figures = figures - 1 where id = ?", span[:1])


def _headings(connection: sqlite3.Connection, span: Span) -> tuple[str, ...]:
    rows = connection.execute(
        'select start, "end", until, level, marker, title, kind from sections where report = ?'
        " order by start, level",
        span[:1],
    )
    return SectionPaths([Section(*row) for row in rows]).labels(span[1])
