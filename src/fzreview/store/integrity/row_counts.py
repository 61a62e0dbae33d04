"""Row counts that triggers keep in ``marks``; where they differ from the tables, rows have been lost.

A store that has lost journal entries or decisions accepts no more writes.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Final

from fzreview.errors import StoreError


def check_row_counts(connection: sqlite3.Connection, path: Path) -> None:
    """Compare the counts of ``marks`` with each other and with the journal.

    ``entries`` must equal the journal's last id; ``decisions`` (as the journal leaves them) those ``held`` in
    ``verdicts``; ``statuses`` of figures those ``counted`` in ``reports``. Raises StoreError
    ``store_lost_entries``, ``store_lost_decisions`` or ``store_lost_counts``.
    """
    _compare(connection.execute(f"select {_COUNTS} from marks"), path)


def check_before_write(connection: sqlite3.Connection, path: Path) -> None:
    """:func:`check_row_counts` at the start of a write transaction, which the caller rolls back on an error.

    Also updates ``marks.base``, by which :mod:`foreign_wal` recognises the WAL of this store.
    """
    _compare(connection.execute(f"update marks set base = entries + written returning {_COUNTS}"), path)


_COUNTS: Final = "entries, (select coalesce(max(id), 0) from journal), decisions, held, statuses, counted"


def _compare(asked: sqlite3.Cursor, path: Path) -> None:
    ((entries, last, decisions, held, statuses, counted),) = asked.fetchall()
    if entries != last:
        raise StoreError("store_lost_entries", path=path, expected=entries, found=last)
    if decisions != held:
        raise StoreError("store_lost_decisions", path=path, expected=decisions, found=held)
    if statuses != counted:
        raise StoreError("store_lost_counts", path=path, expected=statuses, found=counted)
