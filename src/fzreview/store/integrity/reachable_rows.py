"""Rows of a damaged file that SQLite can still reach, without indexes and round the pages that are broken."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from fzreview.store.opening.codec import CORRUPTION_ERRORS

_FARTHEST: Final = 1 << 40
"""No table of ours has rowids as large."""


@dataclass
class Gaps:
    """Places where something could not be read."""

    lost: int = 0
    """Rows, as far as their numbers tell; 1 where nobody knows how many."""


def opened(path: Path) -> sqlite3.Connection:
    """A connection to a working copy of a damaged file; without its log where that is what is broken."""
    connection = sqlite3.connect(path)
    try:
        connection.execute("pragma writable_schema = on")  # one broken row of the schema hides no table
        connection.execute("select count(*) from sqlite_master").fetchone()
    except CORRUPTION_ERRORS:
        connection.close()
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True)
    return connection


def columns_of(connection: sqlite3.Connection, table: str) -> list[str]:
    """Names of the columns that are stored, in order; empty where the schema does not tell."""
    try:
        return [row[1] for row in connection.execute(f"pragma table_info({table})")]
    except CORRUPTION_ERRORS:
        return []


def reachable_rows(
    connection: sqlite3.Connection, table: str, names: Sequence[str], gaps: Gaps
) -> Iterator[Sequence[object]]:
    """The values of ``names`` in every row that can be read, in order of the table's key."""
    columns = ", ".join(f'"{name}"' for name in names)
    if _has_rowids(connection, table):
        yield from _numbered_rows(connection, table, columns, gaps)
        return
    try:
        yield from connection.execute(f"select {columns} from {table}")
    except CORRUPTION_ERRORS:
        gaps.lost += 1


def _has_rowids(connection: sqlite3.Connection, table: str) -> bool:
    try:
        connection.execute(f"select rowid from {table} limit 0")
    except CORRUPTION_ERRORS as error:
        return "no such column" not in str(error)
    return True


def _numbered_rows(
    connection: sqlite3.Connection, table: str, columns: str, gaps: Gaps
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
            gaps.lost += 1 if following is None else following - at
            at = following


def _next_readable(connection: sqlite3.Connection, table: str, broken: int) -> int | None:
    """The rowid of a row behind ``broken`` from which SQLite goes on; None where it is the end."""
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
        if step > _FARTHEST:
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
