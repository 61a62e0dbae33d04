"""Connections to a store: made, checked, migrated."""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from fzreview.errors import StoreError, StoreTooNew
from fzreview.store.integrity.foreign_log import is_foreign, log_of
from fzreview.store.integrity.soundness import first_look, is_known_damaged
from fzreview.store.opening.codec import DAMAGE
from fzreview.store.opening.read_only import read_only

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
"""Names of the migrations in ``schema``, in their order; a test holds the two together."""

_FORMER: Final = (
    "m001_reports_and_journal",
    "m002_batches_extractions_and_marks",
    "m003_library",
    "m004_split_groups",
    "m005_subjects",
)
"""Those that the first one took the place of."""

APPLICATION_ID: Final = 0x667A7276
"""«fzrv» in the file header tells our stores from other SQLite files."""

BUSY_SECONDS: Final = 5.0
"""How long a connection waits for another program's write to end."""

LOG_PAGES: Final = 4_000
"""Pages of the log (16 MB) behind which a writer takes it into the file."""


def prepare(path: Path, *, pages: bool = True) -> None:
    """Make the store at ``path`` if there is none and bring an older one up to date; ``pages`` as below.

    A newer store, a foreign database, a file that is no database, a damaged store and one beside which the
    log of another lies are refused and left as they were. Raises StoreTooNew or StoreError.
    """
    if not set(MIGRATIONS).issubset(refuse_unfit(path, pages=pages)):
        _migrate(path)


def refuse_unwritable(path: Path) -> None:
    """Raises StoreError where a store can only be read, before anybody works in it."""
    if not all(os.access(one, os.W_OK) for one in (path, path.absolute().parent)):
        raise StoreError("store_unwritable", path=path, reason=os.strerror(errno.EACCES))


def refuse_no_file(path: Path) -> None:
    """Raises StoreError where something else than a file stands at a store's path. Raises OSError."""
    if path.exists() and not path.is_file():
        raise StoreError("store_no_file", path=path)


def refuse_unfit(path: Path, *, pages: bool = True) -> list[str]:
    """Names of the migrations that a store went through; nothing is changed.

    ``pages`` looks at every page of a small store; no need where all of it is looked at anyway.

    Raises StoreTooNew or StoreError for what this program cannot open, as ``prepare`` does.
    """
    try:
        refuse_no_file(path)
        if path.exists() and is_foreign(path):
            raise StoreError("store_foreign_log", path=path, log=log_of(path).name)
        applied = _applied(path, pages) if path.exists() and path.stat().st_size else []
        if (reason := is_known_damaged(path)) is not None:
            raise StoreError("store_damaged", path=path, reason=reason)
    except OSError as error:
        raise StoreError("store_unwritable", path=path, reason=error.strerror or str(error)) from error
    later = [name for name in applied if name not in (*_FORMER, *MIGRATIONS)]
    if later:
        raise StoreTooNew("store_too_new", path=path, version=later[-1], known=MIGRATIONS[-1])
    if applied and MIGRATIONS[0] not in applied:
        raise StoreError("store_too_old", path=path, version=applied[-1])
    return applied


def _applied(path: Path, pages: bool) -> list[str]:
    """Names of the migrations that a store went through, in order; none for a file that is still blank."""
    try:
        with closing(open_reader(path)) as connection:
            application = connection.execute("pragma application_id").fetchone()[0]
            blank = connection.execute("select 1 from sqlite_master limit 1").fetchone() is None
            if blank and application == 0:
                return []  # a program that made it was ended halfway, or is about to fill it
            if application != APPLICATION_ID:
                raise StoreError("store_foreign", path=path)
            # What sqlite_utils notes of what it applied, read without it.
            rows = connection.execute(
                "select name from _sqlite_migrations where migration_set = 'fzreview' order by rowid"
            )
            applied = [row[0] for row in rows]
            if not applied:
                raise StoreError("store_damaged", path=path, reason="_sqlite_migrations")
            current = set(MIGRATIONS).issubset(applied)
            wrong = first_look(connection, path, pages=pages) if current else None
    except DAMAGE as error:
        raise told(path, error) from error
    if wrong is not None:
        raise StoreError("store_damaged", path=path, reason=wrong)
    return applied


def _migrate(path: Path) -> None:
    # sqlite_utils costs 0.1 s to import: only a store that must change pays it.
    from fzreview.store.dissent.settling import settle_shared
    from fzreview.store.schema.lean_sqlite_utils import Database
    from fzreview.store.schema.migrations import migrations

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
        connection.row_factory = sqlite3.Row
        settle_shared(connection)
        connection.execute("commit")
    except sqlite3.DatabaseError as error:
        raise told(path, error) from error
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
        raise told(path, error) from error
    return connection


def open_writer(path: Path) -> sqlite3.Connection:
    """A connection that writes, usable from any one thread at a time; transactions are begun by hand."""
    connection = _connect(path)
    # A verdict rewrites its report's row: one that does not fit is read from the file again each time.
    connection.execute("pragma cache_size = -8000")
    # Taking the log into the file syncs both; some hundred verdicts go between, not some dozens.
    connection.execute(f"pragma wal_autocheckpoint = {LOG_PAGES}")
    connection.isolation_level = None
    connection.row_factory = sqlite3.Row
    return connection


def open_reader(path: Path) -> sqlite3.Connection:
    """A read-only connection, usable from any one thread at a time."""
    connection = _opened(path, read_only(path), "query_only = on")
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
