"""Whether a store's counts and full text are right, and whether this SQLite can hold a store."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

from fzreview.errors import StoreError
from fzreview.store.integrity.marks import check_marks
from fzreview.store.opening.connect import open_reader, open_writer, store_error

NEEDED: Final = (3, 37, 0)
"""The first SQLite with strict tables."""


def sqlite_version() -> str:
    return sqlite3.sqlite_version


def sqlite_suffices() -> bool:
    """Whether this SQLite has strict tables, full text and JSON."""
    if sqlite3.sqlite_version_info < NEEDED:
        return False
    with closing(sqlite3.connect(":memory:")) as connection, suppress(sqlite3.Error):
        connection.execute("create virtual table t using fts5(a)")
        connection.execute("select json_extract('{}', '$.a')")
        return True
    return False


def store_faults(path: Path) -> list[str]:
    """What is wrong with the counts and the full text of a sound file; empty where nothing is.

    Nothing is changed. Whether its tables follow from the journal is a longer question, see ``verifying``.
    Raises StoreError when it cannot be opened.
    """
    faults: list[str] = []
    with closing(open_reader(path)) as connection:
        try:
            check_marks(connection, path)
        except StoreError as error:
            faults.append(str(error))
        except sqlite3.Error as error:
            raise store_error(path, error) from error
    return [*faults, *_full_text_faults(path)]


def _full_text_faults(path: Path) -> list[str]:
    """FTS5 is asked by an insertion, which is taken back."""
    with closing(open_writer(path)) as connection:
        try:
            connection.execute("begin immediate")
            connection.execute("insert into report_words(report_words) values ('integrity-check')")
        except sqlite3.DatabaseError as error:
            if "locked" in str(error) or "busy" in str(error):
                raise store_error(path, error) from error
            return [f"report_words: {error}"]
        finally:
            with suppress(sqlite3.Error):
                connection.execute("rollback")
    return []
