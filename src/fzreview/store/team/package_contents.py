"""What a package shows of its reports differently from the project's store.

Each function runs inside the caller's transaction.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.stored import StoredFigure
from fzreview.domain.team.seeding import SeededError, Withheld
from fzreview.store.opening.figure_columns import FIGURE_COLUMNS, figure_values
from fzreview.store.opening.packed_values import pack_json, pack_strings
from fzreview.store.verdicts.rows import WHERE

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ShownPart:
    """The part of one report that a package covers."""

    figures: tuple[StoredFigure, ...]
    """They stand in it as an extractor's, whoever found them."""
    headings: frozenset[Span] = frozenset()
    """The rest of the outline stays away; none where nothing is to be read completely."""
    candidates: frozenset[Span] = frozenset()


@dataclass(frozen=True, slots=True)
class PackageContents:
    """What a package contains beside the readings of its reports and its owner's rows."""

    seeded_errors: tuple[SeededError, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    shown: Mapping[str, ShownPart] | None = None
    """sha256 → what of a report; None where they are whole."""
    own_rows: bool = True
    """Whether what the owner has decided comes along."""
    cases: Mapping[tuple[str, str], object] = field(default_factory=dict)
    """Report and place → a case to settle, as plain values."""
    feedback: Mapping[tuple[str, str], object] = field(default_factory=dict)
    """Report and span key → what went against the owner, as plain values."""


WHOLE = PackageContents()


def apply_contents(
    connection: sqlite3.Connection, report: int, sha256: str, contents: PackageContents
) -> None:
    """Change a copied report into what its package is to show."""
    if contents.shown is not None:
        _show_part(connection, report, contents.shown[sha256])
    for one in contents.seeded_errors:
        if one.report == sha256:
            _plant(connection, report, one)
            _forget_former(connection, report, (one.start, one.end))
    for hidden in contents.withheld:
        if hidden.report == sha256:
            _withhold(connection, report, hidden)
            _forget_former(connection, report, (hidden.start, hidden.end))
    connection.execute(
        "update reports set figures = (select count(*) from figures where report = ?) where id = ?",
        (report, report),
    )


def record_contents(connection: sqlite3.Connection, contents: PackageContents) -> None:
    """Record what the desk needs in a package: hidden values, cases, feedback."""
    record_withheld(connection, contents.withheld)
    for table, place, rows in (("cases", "place", contents.cases), ("feedback", "figure", contents.feedback)):
        connection.executemany(
            f"insert into {table}(report, {place}, said) values (?, ?, ?)",
            ((*key, pack_json(said)) for key, said in rows.items()),
        )


def read_package_rows(
    connection: sqlite3.Connection, table: str, place: str
) -> list[tuple[str, str, dict[str, Any]]]:
    """``(report, place, plain values)`` of the rows of ``cases`` or ``feedback``, in order."""
    rows = connection.execute(f"select report, {place}, said from {table}").fetchall()
    told = [(row[0], row[1], json.loads(row[2])) for row in rows]
    return sorted(told, key=lambda one: (one[0], *map(int, one[1].split("-"))))


def record_withheld(connection: sqlite3.Connection, withheld: Iterable[Withheld]) -> None:
    """Record which figures the package withholds."""
    connection.executemany(
        'insert into withheld(site, report, start, "end", seen) values (?, ?, ?, ?, ?)',
        ((one.site, one.report, one.start, one.end, one.seen) for one in withheld),
    )


def _show_part(connection: sqlite3.Connection, report: int, part: ShownPart) -> None:
    connection.execute("delete from figures where report = ?", (report,))
    for one in part.figures:
        _insert(connection, report, one.figure, one.extractor)
    _keep_only(connection, "sections", report, part.headings)
    _keep_only(connection, "candidates", report, part.candidates)


def _keep_only(connection: sqlite3.Connection, table: str, report: int, spans: Collection[Span]) -> None:
    # The table's name is one of two of this module.
    rows = connection.execute(f'select start, "end" from {table} where report = ?', (report,)).fetchall()
    for span in {tuple(row) for row in rows} - set(spans):
        connection.execute(f"delete from {table} where {WHERE}", (report, *span))


def _plant(connection: sqlite3.Connection, report: int, one: SeededError) -> None:
    extractor = connection.execute("select extractor from reports where id = ?", (report,)).fetchone()[0]
    if one.true is not None:
        place = (report, one.true.start, one.true.end)
        row = connection.execute(f"select extractor from figures where {WHERE}", place).fetchone()
        extractor = row[0] if row is not None else extractor
        connection.execute(f"delete from figures where {WHERE}", place)
    if one.shown is None:
        connection.execute('insert into candidates(report, start, "end") values (?, ?, ?)', place)
        return
    connection.execute(f"delete from candidates where {WHERE}", (report, one.shown.start, one.shown.end))
    _insert(connection, report, one.shown, extractor)


def _withhold(connection: sqlite3.Connection, report: int, hidden: Withheld) -> None:
    connection.execute(
        f"update figures set value = '', upper = null, unit = '', doubts = ? where {WHERE}",
        (pack_strings(()), report, hidden.start, hidden.end),
    )


def _forget_former(connection: sqlite3.Connection, report: int, span: Span) -> None:
    """Delete former figures at a place, which would reveal what the package hides there."""
    connection.execute(
        "delete from former_figures where extraction in (select id from extractions where report = ?)"
        ' and start < ? and ? < "end"',
        (report, span[1], span[0]),
    )


def _insert(connection: sqlite3.Connection, report: int, figure: Figure, extractor: str) -> None:
    values = figure_values(figure)
    connection.execute(
        f"insert into figures(report, {FIGURE_COLUMNS}, origin, extractor)"
        f" values (?, {', '.join('?' * len(values))}, 'machine', ?)",
        (report, *values, extractor),
    )
