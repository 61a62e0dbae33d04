"""Corruption of a store's file: a quick check on opening, a full check, and a note of what was found."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from fzreview.store.integrity.foreign_wal import wal_path
from fzreview.store.integrity.undecodable_rows import CHECKED_TABLES, undecodable_rows
from fzreview.store.opening.read_only import read_only_uri
from fzreview.store.opening.unreadable_rows import CORRUPTION_ERRORS

MAX_QUICK_CHECK_BYTES: Final = 8 << 20
"""A file up to this size has all its pages checked whenever it is opened, which takes some 10 ms."""

_OF_REPORTS = ("texts", "repairs", "sections", "figures", "candidates", "extractions")
_OF_LAYERS = ("layers", "layer_reports", "layer_figures")
_OF_TEAMS = (
    *("sites", "identity", "adjudications", "settlements"),
    *("audits", "assignments", "packages", "rulings"),
)
_OF_PACKAGES = ("seeds", "withheld", "cases", "feedback")
_OF_HUBS = ("hubs", "hub_sites", "hub_taken")
_OF_SPLITS = ("split_groups", "sketches")
_OF_CORPUS = ("copies", "extracted_fields", "extracted_sections")
_OF_DECISIONS = ("journal", "verdicts", "places", "marks", "former_figures")
TABLES: Final = frozenset(
    {
        *("reports", "report_words", *_OF_REPORTS, *_OF_SPLITS, *_OF_CORPUS),
        *(*_OF_LAYERS, *_OF_TEAMS, *_OF_PACKAGES, *_OF_HUBS, *_OF_DECISIONS),
    }
)
MAX_FINDINGS: Final = 20
"""At most so many findings are reported."""


def quick_check(connection: sqlite3.Connection, path: Path, *, pages: bool = True) -> str | None:
    """The first corruption that a cheap check of a store of the current schema finds; None where none is.

    Checks the file's length, the tables and the row of ``marks``, and with ``pages`` every page of a file up
    to MAX_QUICK_CHECK_BYTES. Raises sqlite3.DatabaseError for a file that SQLite cannot read at all.
    """
    size, count = (connection.execute(f"pragma {name}").fetchone()[0] for name in ("page_size", "page_count"))
    held = path.stat().st_size
    # Pages that are only in the WAL do not count towards the file's length.
    if held < size * count and not _has_wal(path):
        return f"{held} of {size * count} bytes"
    missing = TABLES - {row[0] for row in connection.execute("select name from sqlite_master")}
    if missing:
        return f"no {' '.join(sorted(missing))}"
    if connection.execute("select count(*) from marks").fetchone()[0] != 1:
        return "marks"
    if pages and held <= MAX_QUICK_CHECK_BYTES:
        (answer,) = connection.execute("pragma quick_check(1)").fetchone()
        return None if answer == "ok" else str(answer)
    return None


def integrity_check(path: Path, *, rows: bool | Collection[str] = True) -> list[str]:
    """Everything that is wrong with a store's file, one finding a string, at most MAX_FINDINGS.

    Runs SQLite's ``integrity_check`` and ``foreign_key_check``. With ``rows`` it also decodes every row, or
    the rows of the named tables alone, and compares texts with their digests. Changes nothing. A file that
    cannot be opened is a finding; the only exception raised is OSError.
    """
    found: list[str] = []
    try:
        with closing(sqlite3.connect(read_only_uri(path), uri=True)) as connection:
            connection.row_factory = sqlite3.Row
            connection.execute("pragma cell_size_check = on")
            for finding in _findings(connection, path, rows):
                found.append(finding)
                if len(found) >= MAX_FINDINGS:
                    break
    except CORRUPTION_ERRORS as error:
        found.append(str(error))
    return list(dict.fromkeys(found))


def _findings(connection: sqlite3.Connection, path: Path, rows: bool | Collection[str]) -> Iterator[str]:
    try:
        at_first = quick_check(connection, path, pages=False)
        if at_first is not None:
            yield at_first
        for (answer,) in connection.execute(f"pragma integrity_check({MAX_FINDINGS})"):
            if answer != "ok":
                yield str(answer)
        for row in connection.execute("pragma foreign_key_check"):
            if row["parent"] == "journal":
                continue  # deleted from an intact file: ``row_counts`` reports it, and reading goes on
            yield f"{row['table']} {row['rowid']} → {row['parent']}"
    except CORRUPTION_ERRORS as error:
        yield str(error)
    for table in CHECKED_TABLES:
        if rows is True or (rows and table in rows):
            yield from undecodable_rows(connection, table)


def _has_wal(path: Path) -> bool:
    wal = wal_path(path)
    return wal.exists() and wal.stat().st_size > 0


def damage_note_path(path: Path) -> Path:
    """Path of the file whose existence says that the store beside it was found damaged."""
    return path.with_name(f"{path.name}.damaged")


def known_damage(path: Path) -> str | None:
    """The first finding about a store that has a damage note, if it still is damaged; None otherwise.

    Deletes the note where the file is intact, because another one has taken its place.
    """
    note = damage_note_path(path)
    if not note.exists():
        return None
    found = integrity_check(path)
    if found:
        return found[0]
    note.unlink(missing_ok=True)
    return None


def recorded_integrity_check(path: Path, *, rows: bool = True) -> list[str]:
    """:func:`integrity_check`, whose result the damage note keeps: a store with a note is not opened."""
    found = integrity_check(path, rows=rows)
    note = damage_note_path(path)
    try:
        if found:
            note.write_text("\n".join(found) + "\n", encoding="utf-8")
        else:
            note.unlink(missing_ok=True)
    except OSError:
        pass  # a folder that cannot be written: the findings are returned all the same
    return found
