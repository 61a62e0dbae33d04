"""One way to write: all of it or nothing, into a store that lost nothing since the last time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fzreview.store.integrity.marks import begin_to_write


@contextmanager
def transaction(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """A transaction that is committed at its end and taken back where anything is raised.

    Raises StoreError where the store's counts say that something was lost, before anything is written.
    """
    connection.execute("begin immediate")
    try:
        begin_to_write(connection, path)
        yield
        connection.execute("commit")
    except BaseException:
        # On a full disk SQLite has taken the transaction back itself.
        if connection.in_transaction:
            connection.execute("rollback")
        raise
