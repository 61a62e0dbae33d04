"""Checks of a store's row counts and full-text index, and of the SQLite library itself."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

from fzreview.errors import StoreError
from fzreview.store.integrity.row_counts import check_row_counts
from fzreview.store.opening.connect import open_reader, open_writer, store_error

MIN_SQLITE_VERSION: Final = (3, 37, 0)
"""The first version of SQLite with strict tables."""


def sqlite_version() -> str:
    return sqlite3.sqlite_version


def sqlite_suffices() -> bool:
    """Whether this SQLite has strict tables, FTS5 and JSON functions."""
    if sqlite3.sqlite_version_info < MIN_SQLITE_VERSION:
        return False
    with closing(sqlite3.connect(":memory:")) as connection, suppress(sqlite3.Error):
        connection.execute("create virtual table t using fts5(a)")
        connection.execute("select json_extract('{}', '$.a')")
        return True
    return False


def store_faults(path: Path) -> list[str]:
    """What is wrong with the row counts and the full-text index of an intact file, one fault a string.

    Changes nothing. Does not compare the projections with the journal, see ``verifying``. Raises StoreError
    where the store cannot be opened.
    """
    faults: list[str] = []
    with closing(open_reader(path)) as connection:
        try:
            check_row_counts(connection, path)
        except StoreError as error:
            faults.append(str(error))
        except sqlite3.Error as error:
            raise store_error(path, error) from error
    return [*faults, *_full_text_faults(path)]


def _full_text_faults(path: Path) -> list[str]:
    """Runs FTS5's integrity check, which is a special insert, and rolls it back."""
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
