"""Connections to a store: made, checked, migrated."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from fzreview.errors import StoreError, StoreTooNew
from fzreview.store.codec import DAMAGE
from fzreview.store.foreign_log import is_foreign, log_of
from fzreview.store.soundness import first_look, is_known_damaged

SCHEMA_VERSION: Final = 8
"""Number of the last migration in ``schema``; a test holds the two together."""

APPLICATION_ID: Final = 0x667A7276
"""«fzrv» in the file header tells our stores from other SQLite files."""

BUSY_SECONDS: Final = 5.0
"""How long a connection waits for another program's write to end."""


def prepare(path: Path) -> None:
    """Make the store at ``path`` if there is none and bring an older one up to date.

    A newer store, a foreign database, a file that is no database, a damaged store and one beside which the
    log of another lies are refused and left as they were. Raises StoreTooNew or StoreError.
    """
    try:
        if path.exists() and is_foreign(path):
            raise StoreError("store_foreign_log", path=path, log=log_of(path).name)
        version = _version(path) if path.exists() and path.stat().st_size else 0
        if (reason := is_known_damaged(path)) is not None:
            raise StoreError("store_damaged", path=path, reason=reason)
    except OSError as error:
        raise StoreError("store_unwritable", path=path, reason=error.strerror or str(error)) from error
    if version > SCHEMA_VERSION:
        raise StoreTooNew("store_too_new", path=path, version=version, known=SCHEMA_VERSION)
    if version < SCHEMA_VERSION:
        _migrate(path)


def _version(path: Path) -> int:
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)
        try:
            application = connection.execute("pragma application_id").fetchone()[0]
            version: int = connection.execute("pragma user_version").fetchone()[0]
            blank = connection.execute("select 1 from sqlite_master limit 1").fetchone() is None
            current = application == APPLICATION_ID and version == SCHEMA_VERSION
            wrong = first_look(connection, path) if current else None
        finally:
            connection.close()
    except DAMAGE as error:
        raise told(path, error) from error
    if wrong is not None:
        raise StoreError("store_damaged", path=path, reason=wrong)
    if blank and application == 0 and version == 0:
        return 0  # a program that made it was ended halfway, or is about to fill it
    if application != APPLICATION_ID:
        raise StoreError("store_foreign", path=path)
    return version


def _migrate(path: Path) -> None:
    # sqlite_utils costs 0.1 s to import: only a store that must change pays it.
    with _hidden("pandas", "numpy"):
        from sqlite_utils import Database

        from fzreview.store.schema import migrations

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = _connect(path)
    except OSError as error:
        raise StoreError("store_unwritable", path=path, reason=error.strerror or str(error)) from error
    try:
        # One transaction from the question what is to be done to its end: two programs may begin at once.
        connection.isolation_level = None
        connection.execute("begin immediate")
        migrations.apply(Database(connection, execute_plugins=False))
        connection.execute("commit")
    except sqlite3.DatabaseError as error:
        raise told(path, error) from error
    finally:
        connection.close()


@contextmanager
def _hidden(*modules: str) -> Iterator[None]:
    """Let imports find none of these modules, unless they are loaded already.

    sqlite_utils loads pandas wherever it is installed, for half a second, and we use nothing of it.
    """
    absent = [name for name in modules if name not in sys.modules]
    sys.modules.update(dict.fromkeys(absent))  # type: ignore[arg-type]  # None is «cannot be found»
    try:
        yield
    finally:
        for name in absent:
            del sys.modules[name]


def _connect(path: Path) -> sqlite3.Connection:
    try:
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS)
        connection.execute("pragma journal_mode = wal")
        connection.execute("pragma synchronous = full")
        connection.execute("pragma foreign_keys = on")
    except sqlite3.DatabaseError as error:
        raise told(path, error) from error
    return connection


def open_writer(path: Path) -> sqlite3.Connection:
    """A connection that writes, bound to the calling thread; transactions are begun by hand."""
    connection = _connect(path)
    # A verdict rewrites its report's row: one that does not fit is read from the file again each time.
    connection.execute("pragma cache_size = -8000")
    connection.isolation_level = None
    connection.row_factory = sqlite3.Row
    return connection


def open_reader(path: Path) -> sqlite3.Connection:
    """A read-only connection, usable from any one thread at a time."""
    try:
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS, check_same_thread=False
        )
        connection.execute("pragma query_only = on")
    except sqlite3.DatabaseError as error:
        raise told(path, error) from error
    connection.row_factory = sqlite3.Row
    return connection


_DAMAGED: Final = ("malformed", "corrupt", "Could not decode", "no such", "unsupported file format")
"""Parts of what SQLite says of a file whose pages contradict each other."""


def told(path: Path, error: sqlite3.Error | ValueError) -> StoreError:
    """What the user reads of an error that reading or writing a store raised."""
    text = str(error)
    if "not a database" in text:
        return StoreError("store_foreign", path=path)
    if isinstance(error, ValueError) or any(part in text for part in _DAMAGED):
        return StoreError("store_damaged", path=path, reason=text)
    if "locked" in text or "busy" in text:
        return StoreError("store_busy", path=path)
    return StoreError("store_unwritable", path=path, reason=text)
