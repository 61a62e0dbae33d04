"""Is a store's file what a program of ours can have written? A quick look, and a look at all of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from fzreview.store.integrity.readable import READ, unreadable_rows
from fzreview.store.opening.codec import CORRUPTION_ERRORS
from fzreview.store.opening.read_only import read_only_uri

SMALL: Final = 8 << 20
"""Bytes of a file whose pages are all looked at whenever it is opened: some ten milliseconds."""

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
MOST: Final = 20
"""Findings that are told; one is enough to stop."""


def first_look(connection: sqlite3.Connection, path: Path, *, pages: bool = True) -> str | None:
    """What is plainly wrong with a store of today's schema, in SQLite's words; None where nothing is.

    Cheap whatever the size: the file's length, the tables, the row of marks; ``pages``: every page of a
    small file.
    Raises sqlite3.DatabaseError where SQLite cannot even say.
    """
    size, count = (connection.execute(f"pragma {name}").fetchone()[0] for name in ("page_size", "page_count"))
    held = path.stat().st_size
    # With a log beside it the file may be shorter than the store.
    if held < size * count and not _has_log(path):
        return f"{held} of {size * count} bytes"
    missing = TABLES - {row[0] for row in connection.execute("select name from sqlite_master")}
    if missing:
        return f"no {' '.join(sorted(missing))}"
    if connection.execute("select count(*) from marks").fetchone()[0] != 1:
        return "marks"
    if pages and held <= SMALL:
        (answer,) = connection.execute("pragma quick_check(1)").fetchone()
        return None if answer == "ok" else str(answer)
    return None


def damage(path: Path, *, rows: bool | Collection[str] = True) -> list[str]:
    """Everything that is wrong with a store's file, at most MOST findings; empty where nothing is.

    Pages and indexes by SQLite's own check, ``rows`` by reading every one, or those of these tables alone,
    texts by their digests. Nothing is changed. Never raises but for OSError: what cannot be opened is a
    finding too.
    """
    found: list[str] = []
    try:
        with closing(sqlite3.connect(read_only_uri(path), uri=True)) as connection:
            connection.row_factory = sqlite3.Row
            connection.execute("pragma cell_size_check = on")
            for finding in _findings(connection, path, rows):
                found.append(finding)
                if len(found) >= MOST:
                    break
    except CORRUPTION_ERRORS as error:
        found.append(str(error))
    return list(dict.fromkeys(found))


def _findings(connection: sqlite3.Connection, path: Path, rows: bool | Collection[str]) -> Iterator[str]:
    try:
        at_first = first_look(connection, path, pages=False)
        if at_first is not None:
            yield at_first
        for (answer,) in connection.execute(f"pragma integrity_check({MOST})"):
            if answer != "ok":
                yield str(answer)
        for row in connection.execute("pragma foreign_key_check"):
            if row["parent"] == "journal":
                continue  # taken out of a sound file: a loss that ``marks`` tells, and reading goes on
            yield f"{row['table']} {row['rowid']} → {row['parent']}"
    except CORRUPTION_ERRORS as error:
        yield str(error)
    for table in READ:
        if rows is True or (rows and table in rows):
            yield from unreadable_rows(connection, table)


def _has_log(path: Path) -> bool:
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


# Stores that are known to be damaged


def note_of(path: Path) -> Path:
    """The file that says of the store beside it that it was found damaged."""
    return path.with_name(f"{path.name}.damaged")


def is_known_damaged(path: Path) -> str | None:
    """The first thing wrong with a store that was found damaged before, if it still is; None otherwise.

    A note about a store that is sound again (another file took its place) is dropped.
    """
    note = note_of(path)
    if not note.exists():
        return None
    found = damage(path)
    if found:
        return found[0]
    note.unlink(missing_ok=True)
    return None


def examined(path: Path, *, rows: bool = True) -> list[str]:
    """:func:`damage`, remembered beside the store, so that nothing more is written into it."""
    found = damage(path, rows=rows)
    note = note_of(path)
    try:
        if found:
            note.write_text("\n".join(found) + "\n", encoding="utf-8")
        else:
            note.unlink(missing_ok=True)
    except OSError:
        pass  # a folder that cannot be written: the finding is told all the same
    return found
