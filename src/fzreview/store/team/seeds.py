"""Seeded errors and withheld values in the store. The connection's rows are ``sqlite3.Row``."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.reading_rows import figure_row
from fzreview.domain.team.seeding import SEED_KINDS, SeededError, Withheld
from fzreview.store.opening.packed_values import pack_json
from fzreview.store.opening.unreadable_rows import UnreadableRow


def record_seeded_errors(connection: sqlite3.Connection, seeded_errors: Iterable[SeededError]) -> None:
    """Insert seeded errors with the true figures, inside the caller's transaction."""
    connection.executemany(
        'insert into seeds(site, report, start, "end", kind, tied, shown, truth)'
        " values (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (one.site, one.report, one.start, one.end, one.kind, one.tied, _pack(one.shown), _pack(one.true))
            for one in seeded_errors
        ),
    )


def read_seeded_errors(connection: sqlite3.Connection, site: str | None = None) -> list[SeededError]:
    """The seeded errors of one package (by its site) or of all, in order of place."""
    where = "" if site is None else " where site = ?"
    rows = connection.execute(
        f"select * from seeds{where} order by site, report, start", () if site is None else (site,)
    )
    return [seeded_error_of(row) for row in rows]


def seeded_error_of(row: sqlite3.Row) -> SeededError:
    """The seeded error in a row of ``seeds``. Raises UnreadableRow."""
    if row["kind"] not in SEED_KINDS:
        raise UnreadableRow(f"seed of kind {row['kind']}")
    try:
        shown, true = _figure(row["shown"]), _figure(row["truth"])
    except (ValueError, TypeError, KeyError) as error:
        raise UnreadableRow(str(error)) from error
    return SeededError(row["site"], row["report"], row["kind"], bool(row["tied"]), shown, true)


def read_withheld(connection: sqlite3.Connection, site: str | None = None) -> list[Withheld]:
    """The figures withheld in one package (by its site) or in all, in order of place."""
    where = "" if site is None else " where site = ?"
    rows = connection.execute(
        f'select site, report, start, "end", seen from withheld{where} order by site, report, start',
        () if site is None else (site,),
    )
    return [Withheld(*row) for row in rows]


def answered_seeds(connection: sqlite3.Connection, site: str) -> set[tuple[str, int]]:
    """Report and ``start`` of the seeded errors of a package that its owner has answered.

    A word about the place answers, and of a figure that was left out that its section was read.
    """
    rows = connection.execute(
        "select d.report, d.start from seeds d where d.site = ? and (exists (select 1 from journal j"
        " where j.site = d.site and j.report = d.report and j.target in ('figure', 'candidate')"
        " and d.start < cast(substr(j.figure, instr(j.figure, '-') + 1) as integer)"
        " and cast(substr(j.figure, 1, instr(j.figure, '-') - 1) as integer) < d.\"end\")"
        " or d.shown is null and exists (select 1 from journal j join reports r on r.sha256 = j.report"
        " join sections s on s.report = r.id and s.start || '-' || s.\"end\" = j.figure"
        " where j.site = d.site and j.report = d.report and j.target = 'section'"
        ' and s.start <= d.start and d."end" <= s.until))',
        (site,),
    )
    return {(row[0], row[1]) for row in rows}


def _pack(figure: Figure | None) -> str | None:
    return None if figure is None else pack_json(figure_row(figure) | {"doubts": list(figure.doubts)})


def _figure(packed: str | None) -> Figure | None:
    if packed is None:
        return None
    row = json.loads(packed)
    row["section"], row["doubts"] = tuple(row["section"]), tuple(row["doubts"])
    return Figure(**row)
