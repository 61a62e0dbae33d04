"""Write transactions, which begin by checking that the store has lost no rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fzreview.store.integrity.row_counts import check_before_write


@contextmanager
def transaction(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """An immediate transaction, committed at the end of the block and rolled back where it raises.

    Raises StoreError before anything is written where the row counts show that data was lost.
    """
    connection.execute("begin immediate")
    try:
        check_before_write(connection, path)
        yield
        connection.execute("commit")
    except BaseException:
        # On a full disk SQLite has already rolled back by itself.
        if connection.in_transaction:
            connection.execute("rollback")
        raise
