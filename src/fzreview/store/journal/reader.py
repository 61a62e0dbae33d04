"""Questions to the journal: what was done, by whom and when, in force or not."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from fzreview.domain.decisions.marks import Mark
from fzreview.domain.decisions.times import EARLIEST
from fzreview.domain.decisions.verdict import JournalEntry, Turn
from fzreview.domain.decisions.work_log import WorkEntry
from fzreview.store.journal import questions as journal_questions
from fzreview.store.journal.chain import WAITING
from fzreview.store.journal.turning import turns
from fzreview.store.journal.work_log import work_log
from fzreview.store.opening.store_errors import raises_store_errors


@raises_store_errors
class JournalReader:
    """What the journal of one store says."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def history(self, sha256: str, span_key: str) -> list[JournalEntry]:
        """Every journal entry of a figure, the oldest first."""
        return journal_questions.history(self._connection, sha256, span_key)

    def entries(
        self,
        sha256: str | None = None,
        span_key: str | None = None,
        reviewer: str | None = None,
        since: str | None = None,
    ) -> Iterator[tuple[str, JournalEntry]]:
        """``(doc, entry)`` of the journal in order; of one report or span, one reviewer, from a time on.

        A report that was removed is named by the beginning of its sha256.
        """
        return journal_questions.entries_of(self._connection, sha256, span_key, reviewer, since)

    def turnable(self, move: str) -> tuple[JournalEntry, ...]:
        """The journal entry with this uuid, or those of the batch, as far as they can still be turned.

        Raises StoreError when there is none.
        """
        return journal_questions.turnable(self._connection, move)

    def turns(self, reviewer: str, before: int | None = None) -> list[tuple[int, Turn]]:
        """``(number, turn)`` of some entries that the reviewer made in this store, the newest first.

        Those older than number ``before``; empty where there is none. What can no longer be turned is passed
        over, see ``turning``.
        """
        return turns(self._connection, reviewer, before)

    def marks_since(self, reviewer: str, since: str, until: str) -> list[Mark]:
        """What the reviewer decided on figures between two times in UTC, the oldest first.

        Reads only as many entries as there are since then.
        """
        return journal_questions.marks_since(self._connection, reviewer, since, until)

    def work_log(self) -> Iterator[WorkEntry]:
        """The journal as far as it tells how work goes on, in order."""
        return work_log(self._connection)

    def people(self) -> tuple[str, ...]:
        """Everybody who wrote in the journal, in an order that stays and tells no name."""
        return journal_questions.people(self._connection)

    def reports_begun(self, reviewer: str) -> set[str]:
        """sha256 of the reports in which a reviewer has decided anything."""
        query = "select distinct report from journal where reviewer = ?"
        return {row[0] for row in self._connection.execute(query, (reviewer,))}

    def latest_word(self, reviewer: str) -> str | None:
        """When a reviewer decided last, ISO 8601; None for who never did."""
        query = "select max(at) from journal where reviewer = ?"
        at: str | None = self._connection.execute(query, (reviewer,)).fetchone()[0]
        return at

    def heads(self) -> list[tuple[str, int, str, bool]]:
        """``(site, number of its last row, its hash, whether it forked)`` of every site, the own first."""
        rows = self._connection.execute(
            "select site, seq, hash, forked from sites order by site <> (select site from identity), site"
        )
        return [(row["site"], row["seq"], row["hash"], bool(row["forked"])) for row in rows]

    def impossible_times(self, latest: str) -> int:
        """How many entries of the journal claim a time at which nobody can have decided; see ``times``."""
        query = "select count(*) from journal where at < ? or at > ?"
        return int(self._connection.execute(query, (EARLIEST, latest)).fetchone()[0])

    def waiting_count(self) -> int:
        """How many entries wait without effect: the report that they decide on is not in the store."""
        return int(self._connection.execute(f"select count(*) from ({WAITING})").fetchone()[0])
