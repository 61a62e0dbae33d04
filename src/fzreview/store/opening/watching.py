"""Whether others wrote to a store: asked again and again, so it costs next to nothing where nobody did."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from threading import Lock

from fzreview.domain.reports.stored import StoredReport
from fzreview.store.opening.connect import open_reader
from fzreview.store.opening.telling import tells
from fzreview.store.reports.layers import layers_read


@tells
class StoreWatch:
    """One connection that only looks; between its questions it holds nothing of the store.

    Threads may ask it, and one may be at it when it is closed: that waits, and a closed one knows no news.
    """

    def __init__(self, path: Path) -> None:
        """Raises StoreError when the store cannot be opened."""
        self._path = path
        self._connection = open_reader(path)
        self._version: int | None = None
        # SQLite's library breaks down where a connection is closed under a question.
        self._one_at_a_time = Lock()
        self._is_closed = False

    def close(self) -> None:
        with self._one_at_a_time:
            self._is_closed = True
            self._connection.close()

    def has_changed(self) -> bool:
        """Whether anything was written by any other connection since this was asked last; True at first."""
        with self._one_at_a_time:
            if self._is_closed:
                return False
            before = self._version
            self._version = int(self._connection.execute("pragma data_version").fetchone()[0])
            return self._version != before

    def is_news(self, known: StoredReport, session: str) -> bool:
        """Whether a report is held otherwise than it was read, by others than a session."""
        with self._one_at_a_time:
            return not self._is_closed and self._tells_news(known, session)

    def _tells_news(self, known: StoredReport, session: str) -> bool:
        query = "select id, extractor from reports where sha256 = ?"
        row = self._connection.execute(query, (known.sha256,)).fetchone()
        if row is None or row["extractor"] != known.extractor:
            return True
        if layers_read(self._connection, row["id"]) != {(one.label, one.read_at) for one in known.layers}:
            return True
        # By rows, the latest few: an index of the report would go through all that was ever said of it.
        query = "select 1 from journal not indexed where id > ? and report = ? and session <> ? limit 1"
        return self._connection.execute(query, (known.entry, known.sha256, session)).fetchone() is not None


def last_entry(connection: sqlite3.Connection) -> int:
    """Id of the journal's last entry, 0 where there is none."""
    return int(connection.execute("select coalesce(max(id), 0) from journal").fetchone()[0])
