"""Change detection: whether another connection wrote to a store. Polled, so a negative answer is cheap."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from threading import Lock

from fzreview.domain.reports.stored import StoredReport
from fzreview.store.opening.connect import open_reader
from fzreview.store.opening.store_errors import raises_store_errors
from fzreview.store.reports.layers import layers_read


@raises_store_errors
class StoreWatch:
    """Polls a store over a read-only connection that holds no lock between calls.

    Thread-safe; ``close`` waits for a running call, and a closed watch reports no change.
    """

    def __init__(self, path: Path) -> None:
        """Raises StoreError when the store cannot be opened."""
        self._path = path
        self._connection = open_reader(path)
        self._version: int | None = None
        # SQLite crashes where a connection is closed while a statement runs on it.
        self._lock = Lock()
        self._is_closed = False

    def close(self) -> None:
        with self._lock:
            self._is_closed = True
            self._connection.close()

    def has_changed(self) -> bool:
        """Whether any other connection committed since the last call; True for the first call."""
        with self._lock:
            if self._is_closed:
                return False
            before = self._version
            self._version = int(self._connection.execute("pragma data_version").fetchone()[0])
            return self._version != before

    def has_report_changed(self, known: StoredReport, session: str) -> bool:
        """Whether sessions other than ``session`` changed the report since it was read as ``known``."""
        with self._lock:
            return not self._is_closed and self._differs(known, session)

    def _differs(self, known: StoredReport, session: str) -> bool:
        query = "select id, extractor from reports where sha256 = ?"
        row = self._connection.execute(query, (known.sha256,)).fetchone()
        if row is None or row["extractor"] != known.extractor:
            return True
        if layers_read(self._connection, row["id"]) != {(one.label, one.read_at) for one in known.layers}:
            return True
        # By row id: an index on the report would visit every entry that was ever made about it.
        query = "select 1 from journal not indexed where id > ? and report = ? and session <> ? limit 1"
        return self._connection.execute(query, (known.entry, known.sha256, session)).fetchone() is not None


def last_entry(connection: sqlite3.Connection) -> int:
    """Row id of the journal's last entry; 0 for an empty journal."""
    return int(connection.execute("select coalesce(max(id), 0) from journal").fetchone()[0])
