"""Counts that fall only through the journal: a store that lost decisions otherwise takes no more of them."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from fzreview.errors import StoreError


def check_marks(connection: sqlite3.Connection, path: Path) -> None:
    """Compare the counts that triggers keep; inside the transaction that is about to write.

    ``entries`` of the journal with its last id, ``decisions`` that the journal leaves with those ``held``
    in ``verdicts``, the ``statuses`` of figures with those ``counted`` in ``reports``.
    Raises StoreError where one is not what the journal says.
    """
    entries, last, decisions, held, statuses, counted = connection.execute(
        "select entries, (select coalesce(max(id), 0) from journal), decisions, held, statuses, counted"
        " from marks"
    ).fetchone()
    if entries != last:
        raise StoreError("store_lost_entries", path=path, expected=entries, found=last)
    if decisions != held:
        raise StoreError("store_lost_decisions", path=path, expected=decisions, found=held)
    if statuses != counted:
        raise StoreError("store_lost_counts", path=path, expected=statuses, found=counted)
