"""Reads the rows of a damaged file that SQLite still reaches: without indexes, skipping corrupt pages."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from fzreview.store.opening.unreadable_rows import CORRUPTION_ERRORS

_MAX_ROWID: Final = 1 << 40
"""No table has a rowid as large, so the search for a readable one ends here."""


@dataclass
class ReadErrors:
    """Counts rows that could not be read."""

    lost: int = 0
    """By the gaps between rowids; a gap of unknown size counts as one."""


def open_damaged(path: Path) -> sqlite3.Connection:
    """A connection to a working copy of a damaged file; it ignores the WAL where that is what is corrupt."""
    connection = sqlite3.connect(path)
    try:
        connection.execute("pragma writable_schema = on")  # one broken row of the schema hides no table
        connection.execute("select count(*) from sqlite_master").fetchone()
    except CORRUPTION_ERRORS:
        connection.close()
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True)
    return connection


def columns_of(connection: sqlite3.Connection, table: str) -> list[str]:
    """Names of a table's columns in order; empty where the table or the schema cannot be read."""
    try:
        return [row[1] for row in connection.execute(f"pragma table_info({table})")]
    except CORRUPTION_ERRORS:
        return []


def reachable_rows(
    connection: sqlite3.Connection, table: str, names: Sequence[str], errors: ReadErrors
) -> Iterator[Sequence[object]]:
    """Values of the columns ``names`` in every readable row, in order of the table's key.

    Rows that cannot be read are added to ``errors``.
    """
    columns = ", ".join(f'"{name}"' for name in names)
    if _has_rowids(connection, table):
        yield from _numbered_rows(connection, table, columns, errors)
        return
    try:
        yield from connection.execute(f"select {columns} from {table}")
    except CORRUPTION_ERRORS:
        errors.lost += 1


def _has_rowids(connection: sqlite3.Connection, table: str) -> bool:
    try:
        connection.execute(f"select rowid from {table} limit 0")
    except CORRUPTION_ERRORS as error:
        return "no such column" not in str(error)
    return True


def _numbered_rows(
    connection: sqlite3.Connection, table: str, columns: str, errors: ReadErrors
) -> Iterator[Sequence[object]]:
    query = f"select rowid, {columns} from {table} not indexed where rowid >= ? order by rowid"
    at: int | None = 1
    while at is not None:
        try:
            for rowid, *values in connection.execute(query, (at,)):
                at = int(rowid) + 1
                yield values
            return
        except CORRUPTION_ERRORS:
            following = _next_readable(connection, table, at)
            errors.lost += 1 if following is None else following - at
            at = following


def _next_readable(connection: sqlite3.Connection, table: str, broken: int) -> int | None:
    """The next rowid after ``broken`` that SQLite can read; None at the end of the table."""
    query = f"select rowid from {table} not indexed where rowid >= ? order by rowid limit 1"

    def row_from(rowid: int) -> tuple[int | None] | None:
        try:
            found = connection.execute(query, (rowid,)).fetchone()
        except CORRUPTION_ERRORS:
            return None
        return (None,) if found is None else (int(found[0]),)

    step = 1
    while (answer := row_from(broken + step)) is None:
        step *= 2
        if step > _MAX_ROWID:
            return None
    fails, reads = broken + step // 2, broken + step
    while reads - fails > 1:
        middle = (fails + reads) // 2
        nearer = row_from(middle)
        if nearer is None:
            fails = middle
        else:
            reads, answer = middle, nearer
    return answer[0]
