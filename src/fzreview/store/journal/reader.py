"""Read access to the journal: what was done, by whom and when, in force or not."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from fzreview.domain.decisions.decision_events import DecisionEvent
from fzreview.domain.decisions.times import EARLIEST
from fzreview.domain.decisions.verdict import JournalEntry, ReversibleEntry
from fzreview.domain.decisions.work_log import WorkEntry
from fzreview.store.journal import queries as journal_queries
from fzreview.store.journal.chain import WAITING
from fzreview.store.journal.reversible import reversible_entries
from fzreview.store.journal.work_log import work_log
from fzreview.store.opening.store_errors import raises_store_errors


@raises_store_errors
class JournalReader:
    """Queries to the journal of one store. Every method raises StoreError where the store cannot be read."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def history(self, sha256: str, span_key: str) -> list[JournalEntry]:
        """Every journal entry about a figure, oldest first."""
        return journal_queries.history(self._connection, sha256, span_key)

    def entries(
        self,
        sha256: str | None = None,
        span_key: str | None = None,
        reviewer: str | None = None,
        since: str | None = None,
    ) -> Iterator[tuple[str, JournalEntry]]:
        """``(doc, entry)`` in the order of the journal, optionally of one report, span or reviewer.

        ``since`` is an ISO 8601 time in UTC. A report that was removed has the first 12 digits of its sha256
        as ``doc``.
        """
        return journal_queries.entries_of(self._connection, sha256, span_key, reviewer, since)

    def reversible_entries_of(self, move: str) -> tuple[JournalEntry, ...]:
        """Those entries with the uuid or batch ``move`` that can still be undone or redone.

        Raises StoreError ``entry_missing`` where there is no such uuid or batch.
        """
        return journal_queries.reversible_entries_of(self._connection, move)

    def reversible_entries(
        self, reviewer: str, before: int | None = None
    ) -> list[tuple[int, ReversibleEntry]]:
        """``(id, entry)`` of one page of the reviewer's reversible entries below id ``before``, newest first.

        Empty where there are no more; see ``reversible``.
        """
        return reversible_entries(self._connection, reviewer, before)

    def decision_events_since(self, reviewer: str, since: str, until: str) -> list[DecisionEvent]:
        """A reviewer's decisions on figures between two ISO 8601 times in UTC, oldest first."""
        return journal_queries.decision_events_since(self._connection, reviewer, since, until)

    def work_log(self) -> Iterator[WorkEntry]:
        """Every entry that counts, in order, as far as measures of progress need it."""
        return work_log(self._connection)

    def people(self) -> tuple[str, ...]:
        """Every author of an entry, in an order that is stable and independent of the names."""
        return journal_queries.people(self._connection)

    def reports_begun(self, reviewer: str) -> set[str]:
        """sha256 of the reports in which a reviewer has decided anything."""
        query = "select distinct report from journal where reviewer = ?"
        return {row[0] for row in self._connection.execute(query, (reviewer,))}

    def last_entry_at(self, reviewer: str) -> str | None:
        """Time of a reviewer's last entry, ISO 8601 in UTC; None where they have none."""
        query = "select max(at) from journal where reviewer = ?"
        at: str | None = self._connection.execute(query, (reviewer,)).fetchone()[0]
        return at

    def heads(self) -> list[tuple[str, int, str, bool]]:
        """``(site, seq of its last row, its hash, whether it forked)``; this store's site first."""
        rows = self._connection.execute(
            "select site, seq, hash, forked from sites order by site <> (select site from identity), site"
        )
        return [(row["site"], row["seq"], row["hash"], bool(row["forked"])) for row in rows]

    def impossible_times(self, latest: str) -> int:
        """Number of entries with a time before EARLIEST or after ``latest``; see ``times``."""
        query = "select count(*) from journal where at < ? or at > ?"
        return int(self._connection.execute(query, (EARLIEST, latest)).fetchone()[0])

    def waiting_count(self) -> int:
        """Number of entries without effect because their report is not in the store."""
        return int(self._connection.execute(f"select count(*) from ({WAITING})").fetchone()[0])
