"""What is written to a store: jobs that are done in the order in which they were handed in."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from concurrent.futures import Future
from pathlib import Path

from fzreview.domain.decisions.verdict import JournalEntry
from fzreview.domain.extracting.layers import Layer, LayerReport
from fzreview.domain.extracting.reextraction import Fate
from fzreview.domain.reports.stored import HeldDecision, NewReport, Place, ReportSummary
from fzreview.domain.team.assignment import Assignment
from fzreview.domain.team.audit import Audit
from fzreview.domain.team.merged import Merged
from fzreview.domain.team.packages import Package
from fzreview.domain.team.ruling import TeamRuling
from fzreview.domain.team.seeding import SeededError, Withheld
from fzreview.store.corpus.finding_copies import FoundCopy, find_copy
from fzreview.store.journal import recording as journal
from fzreview.store.merging.merge import merge_all
from fzreview.store.opening.packed_values import pack_json
from fzreview.store.opening.transaction import transaction
from fzreview.store.opening.write_queue import WriteQueue
from fzreview.store.reports.layers import delete_layer, write_layer
from fzreview.store.reports.loading import holds, insert_report
from fzreview.store.reports.reextracting import ReextractionRun, reextract
from fzreview.store.reports.removing import Removal, remove
from fzreview.store.team.assignments import record_assignment
from fzreview.store.team.audits import insert_audit
from fzreview.store.team.package_contents import record_withheld
from fzreview.store.team.packages import record_packages
from fzreview.store.team.rulings import insert_ruling
from fzreview.store.team.seeds import record_seeded_errors


class StoreWriter:
    """Writes to one store through one connection. A job's Future is done when its commit is on disk."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._queue = WriteQueue(path)

    def record(self, entry: JournalEntry, place: Place | None = None) -> Future[None]:
        """Append a journal entry with its projections, and where the reviewer now stands, in one commit.

        The Future raises Conflict or StoreError; then nothing was written.
        """
        return self.record_all((entry,), place)

    def record_all(
        self,
        entries: Sequence[JournalEntry],
        place: Place | None = None,
        seen: Sequence[Collection[HeldDecision]] | None = None,
    ) -> Future[None]:
        """Append one reviewer's entries in order, in one commit: all of them or, as for ``record``, none.

        ``seen`` tells for each entry what the reviewer has seen of what others hold; a verdict that was not
        seen is a Conflict.
        """

        def job(connection: sqlite3.Connection) -> None:
            with transaction(connection, self._path):
                journal.append_all(connection, entries, seen)
                if place is not None and entries:
                    _remember(connection, entries[-1].reviewer, place, entries[-1].at)

        return self._queue.submit_inline(job) if len(entries) == 1 else self._queue.submit(job)

    def record_audit(self, audit: Audit) -> Future[None]:
        """Put on record what was drawn."""

        def job(connection: sqlite3.Connection) -> None:
            with transaction(connection, self._path):
                insert_audit(connection, audit)

        return self._queue.submit(job)

    def record_ruling(self, ruling: TeamRuling) -> Future[None]:
        """Put a ruling of the team on record."""

        def job(connection: sqlite3.Connection) -> None:
            with transaction(connection, self._path):
                insert_ruling(connection, ruling)

        return self._queue.submit(job)

    def record_assignment(self, plan: Assignment, at: str) -> Future[None]:
        """Put on record who was given which report."""

        def job(connection: sqlite3.Connection) -> None:
            with transaction(connection, self._path):
                record_assignment(connection, plan, at)

        return self._queue.submit(job)

    def record_packages(
        self,
        packages: Sequence[Package],
        seeded_errors: Sequence[SeededError] = (),
        withheld: Sequence[Withheld] = (),
    ) -> Future[None]:
        """Put on record what goes out, what is wrong in it on purpose, and what it does not tell."""

        def job(connection: sqlite3.Connection) -> None:
            with transaction(connection, self._path):
                record_packages(connection, packages)
                record_seeded_errors(connection, seeded_errors)
                record_withheld(connection, withheld)

        return self._queue.submit(job)

    def remember(self, reviewer: str, place: Place, at: str) -> Future[None]:
        """Note where a reviewer stands."""

        def job(connection: sqlite3.Connection) -> None:
            with transaction(connection, self._path):
                _remember(connection, reviewer, place, at)

        return self._queue.submit(job)

    def insert(self, report: NewReport, loaded_at: str) -> Future[bool]:
        """Store a report; the Future's answer is False when its bytes were there already."""

        def job(connection: sqlite3.Connection) -> bool:
            with transaction(connection, self._path):
                return insert_report(connection, report, loaded_at)

        return self._queue.submit(job)

    def reextract(self, reports: Iterable[NewReport], run: ReextractionRun) -> Future[Counter[Fate]]:
        """Take over new readings of stored reports, in one commit; how many figures met each fate.

        The Future raises StoreError; then nothing was written.
        """

        def job(connection: sqlite3.Connection) -> Counter[Fate]:
            fates: Counter[Fate] = Counter()
            with transaction(connection, self._path):
                for report in reports:
                    fates += reextract(connection, self._path, report, run).counts
            return fates

        return self._queue.submit(job)

    def add_layer(
        self, layer: Layer, reports: Iterable[tuple[str, LayerReport]], *, replace: bool = False
    ) -> Future[int]:
        """Store what an extractor says of reports (by sha256), in one commit; of how many.

        The Future raises StoreError; then nothing was written.
        """

        def job(connection: sqlite3.Connection) -> int:
            with transaction(connection, self._path):
                return write_layer(connection, layer, reports, replace)

        return self._queue.submit(job)

    def remove_layer(self, layer: Layer) -> Future[None]:
        """Take a layer out. The Future raises StoreError where there is none."""

        def job(connection: sqlite3.Connection) -> None:
            with transaction(connection, self._path):
                delete_layer(connection, layer)

        return self._queue.submit(job)

    def remove(self, sha256: str, removal: Removal) -> Future[ReportSummary]:
        """Take a report out of the store; what it was is the Future's answer.

        The Future raises StoreError; then nothing was written.
        """

        def job(connection: sqlite3.Connection) -> ReportSummary:
            with transaction(connection, self._path):
                return remove(connection, self._path, sha256, removal)

        return self._queue.submit(job)

    def find_copy(self, report: int) -> Future[FoundCopy | None]:
        """Whether a report and an earlier one are near copies; see ``finding_copies.find_copy``."""

        def job(connection: sqlite3.Connection) -> FoundCopy | None:
            with transaction(connection, self._path):
                return find_copy(connection, self._path, report)

        return self._queue.submit(job)

    def merge(self, sources: Sequence[tuple[str, Path]], at: str) -> Future[list[Merged]]:
        """Take in other stores, told by ``(name for the user, path of a copy that may be read)``; one commit.

        A source that cannot be taken is told in its place and the others are; each is taken whole or not at
        all. The Future raises StoreError where this store cannot be written; then nothing was.
        """

        return self._queue.submit(lambda connection: merge_all(connection, self._path, sources, at))

    def holds(self, sha256: str) -> Future[bool]:
        """Whether a report with these bytes is in the store."""
        return self._queue.submit(lambda connection: holds(connection, sha256))

    def close(self) -> None:
        """Finish every job, then close the connection."""
        self._queue.close()


def _remember(connection: sqlite3.Connection, reviewer: str, place: Place, at: str) -> None:
    connection.execute(
        "insert into places(reviewer, report, figure, view, at) values (?, ?, ?, ?, ?)"
        " on conflict(reviewer) do update set"
        " report = excluded.report, figure = excluded.figure, view = excluded.view, at = excluded.at",
        (reviewer, place.report, place.figure, pack_json(place.view), at),
    )
