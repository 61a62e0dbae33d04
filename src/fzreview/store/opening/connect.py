"""Connections to a store; creation, compatibility checks and migration of its file."""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from fzreview.errors import StoreError, StoreTooNew
from fzreview.store.integrity.corruption import known_damage, quick_check
from fzreview.store.integrity.foreign_wal import has_foreign_wal, wal_path
from fzreview.store.opening.read_only import read_only_uri
from fzreview.store.opening.unreadable_rows import CORRUPTION_ERRORS

MIGRATIONS: Final = (
    "m006_texts",
    "m007_identity_and_salvage",
    "m008_originals",
    "m009_mergeable_journal",
    "m010_corpus",
    "m011_words",
    "m012_layers",
    "m013_audits",
    "m015_assignments",
    "m016_packages",
    "m014_rulings",
    "m017_hubs",
    "m018_seeds",
    "m019_contested",
    "m020_settled",
    "m021_comments",
)
"""Names of the migrations in ``schema``, in the order of application; a test keeps both equal."""

_REPLACED_MIGRATIONS: Final = (
    "m001_reports_and_journal",
    "m002_batches_extractions_and_marks",
    "m003_library",
    "m004_split_groups",
    "m005_subjects",
)
"""Migrations of unreleased versions, squashed into the first of MIGRATIONS."""

APPLICATION_ID: Final = 0x667A7276
"""«fzrv» in the file header tells our stores from other SQLite files."""

BUSY_SECONDS: Final = 5.0
"""SQLite's busy timeout: how long a connection waits for another program's write lock, in seconds."""


def create_or_migrate(path: Path, *, pages: bool = True) -> None:
    """Create the store at ``path`` if it does not exist, or apply the migrations that it lacks.

    ``pages`` as in :func:`applied_migrations`. Raises StoreTooNew for a store of a newer version, and
    StoreError for a foreign database, a file that is no database, a damaged store and a store with another
    one's WAL beside it; these are left unchanged.
    """
    if not set(MIGRATIONS).issubset(applied_migrations(path, pages=pages)):
        _migrate(path)


def refuse_unwritable(path: Path) -> None:
    """Raise StoreError ``store_unwritable`` where the file or its folder cannot be written."""
    if not all(os.access(one, os.W_OK) for one in (path, path.absolute().parent)):
        raise StoreError("store_unwritable", path=path, reason=os.strerror(errno.EACCES))


def refuse_non_file(path: Path) -> None:
    """Raise StoreError ``store_no_file`` where ``path`` is a folder or device. Raises OSError."""
    if path.exists() and not path.is_file():
        raise StoreError("store_no_file", path=path)


def applied_migrations(path: Path, *, pages: bool = True) -> list[str]:
    """Names of the migrations that a store has gone through; empty where the file is missing or blank.

    With ``pages`` every page of a small store is checked too, which callers that check the whole file skip.
    Changes nothing. Raises StoreTooNew or StoreError for what :func:`create_or_migrate` refuses.
    """
    try:
        refuse_non_file(path)
        if path.exists() and has_foreign_wal(path):
            raise StoreError("store_foreign_log", path=path, log=wal_path(path).name)
        applied = _read_migrations(path, pages) if path.exists() and path.stat().st_size else []
        if (reason := known_damage(path)) is not None:
            raise StoreError("store_damaged", path=path, reason=reason)
    except OSError as error:
        raise StoreError("store_unwritable", path=path, reason=error.strerror or str(error)) from error
    later = [name for name in applied if name not in (*_REPLACED_MIGRATIONS, *MIGRATIONS)]
    if later:
        raise StoreTooNew("store_too_new", path=path, version=later[-1], known=MIGRATIONS[-1])
    if applied and MIGRATIONS[0] not in applied:
        raise StoreError("store_too_old", path=path, version=applied[-1])
    return applied


def _read_migrations(path: Path, pages: bool) -> list[str]:
    """Names of the migrations in the ledger of sqlite_utils, in order; empty for a blank database."""
    try:
        with closing(open_reader(path)) as connection:
            application = connection.execute("pragma application_id").fetchone()[0]
            blank = connection.execute("select 1 from sqlite_master limit 1").fetchone() is None
            if blank and application == 0:
                return []  # another program is creating it, or died while doing so
            if application != APPLICATION_ID:
                raise StoreError("store_foreign", path=path)
            # The ledger of sqlite_utils, read without importing the library.
            rows = connection.execute(
                "select name from _sqlite_migrations where migration_set = 'fzreview' order by rowid"
            )
            applied = [row[0] for row in rows]
            if not applied:
                raise StoreError("store_damaged", path=path, reason="_sqlite_migrations")
            current = set(MIGRATIONS).issubset(applied)
            wrong = quick_check(connection, path, pages=pages) if current else None
    except CORRUPTION_ERRORS as error:
        raise store_error(path, error) from error
    if wrong is not None:
        raise StoreError("store_damaged", path=path, reason=wrong)
    return applied


def _migrate(path: Path) -> None:
    # sqlite_utils takes 0.1 s to import, which only a migration should pay.
    from fzreview.store.dissent.settling import settle_all_shared
    from fzreview.store.schema.lean_sqlite_utils import Database
    from fzreview.store.schema.migrations import migrations

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = _connect(path)
    except OSError as error:
        raise StoreError("store_unwritable", path=path, reason=error.strerror or str(error)) from error
    try:
        # One transaction around check and migration: two programs may migrate at the same time.
        connection.isolation_level = None
        connection.execute("begin immediate")
        migrations.apply(Database(connection, execute_plugins=False))
        connection.row_factory = sqlite3.Row
        settle_all_shared(connection)
        connection.execute("commit")
    except sqlite3.DatabaseError as error:
        raise store_error(path, error) from error
    finally:
        connection.close()


def _connect(path: Path) -> sqlite3.Connection:
    return _opened(path, path, "journal_mode = wal", "synchronous = full", "foreign_keys = on")


def _opened(path: Path, address: Path | str, *pragmas: str) -> sqlite3.Connection:
    """A connection with these pragmas; a string is a URI. Raises StoreError, with nothing left open."""
    connection = None
    try:
        connection = sqlite3.connect(
            address, uri=isinstance(address, str), timeout=BUSY_SECONDS, check_same_thread=False
        )
        for pragma in pragmas:
            connection.execute(f"pragma {pragma}")
    except sqlite3.DatabaseError as error:
        if connection is not None:
            connection.close()
        raise store_error(path, error) from error
    return connection


def open_writer(path: Path) -> sqlite3.Connection:
    """A writing connection in autocommit mode, usable from one thread at a time; see ``transaction``."""
    connection = _connect(path)
    # A verdict rewrites its report's row, which holds whole texts: keep it in the page cache.
    connection.execute("pragma cache_size = -8000")
    connection.isolation_level = None
    connection.row_factory = sqlite3.Row
    return connection


def open_reader(path: Path) -> sqlite3.Connection:
    """A read-only connection with ``sqlite3.Row`` rows, usable from one thread at a time."""
    connection = _opened(path, read_only_uri(path), "query_only = on")
    connection.row_factory = sqlite3.Row
    return connection


_CORRUPTION_WORDS: Final = ("malformed", "corrupt", "Could not decode", "no such", "unsupported file format")
"""Substrings of SQLite's messages about a corrupt file."""


def store_error(path: Path, error: sqlite3.Error | ValueError) -> StoreError:
    """The StoreError for an error that reading or writing the store at ``path`` raised.

    Codes: ``store_foreign``, ``store_damaged``, ``store_busy``, ``store_unwritable``.
    """
    text = str(error)
    if "not a database" in text:
        return StoreError("store_foreign", path=path)
    if isinstance(error, ValueError) or any(part in text for part in _CORRUPTION_WORDS):
        return StoreError("store_damaged", path=path, reason=text)
    if "locked" in text or "busy" in text:
        return StoreError("store_busy", path=path)
    return StoreError("store_unwritable", path=path, reason=text)
