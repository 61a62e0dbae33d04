"""Counts that fall only through the journal: a store that lost decisions otherwise takes no more of them."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Final

from fzreview.errors import StoreError


def check_marks(connection: sqlite3.Connection, path: Path) -> None:
    """Compare the counts that triggers keep.

    ``entries`` of the journal with its last id, ``decisions`` that the journal leaves with those ``held``
    in ``verdicts``, the ``statuses`` of figures with those ``counted`` in ``reports``.
    Raises StoreError where one is not what the journal says.
    """
    _compare(connection.execute(f"select {_COUNTS} from marks"), path)


def begin_to_write(connection: sqlite3.Connection, path: Path) -> None:
    """The same inside a transaction that is about to write, and what a log of ours is known by from then on.

    See ``foreign_log``. Raises StoreError; the transaction is to be taken back then.
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
