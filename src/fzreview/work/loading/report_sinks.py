"""Where a load puts the reports that it has read: into a store or, in a dry run, nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Protocol, Self

from fzreview.domain.reports.stored import NewReport
from fzreview.store.opening.connect import create_or_migrate
from fzreview.store.reader import StoreReader
from fzreview.store.writer import StoreWriter
from fzreview.work.clock import now


@dataclass(frozen=True, slots=True)
class Accepted:
    """A report that was accepted."""

    copy_of: str | None = None
    """Name of the report that it is a near copy of; None where it is none."""


class ReportSink(Protocol):
    """Accepts reports; a context manager."""

    def holds(self, sha256: str) -> bool:
        """Whether the sink has a report with these bytes."""

    def add(self, report: NewReport) -> Accepted | None:
        """Accept a report, atomically; None where it has the same bytes already. Raises StoreError."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class StoreSink:
    """Inserts reports into a store, creating it if needed. Raises StoreError."""

    def __init__(self, store: Path) -> None:
        create_or_migrate(store)
        self._writer = StoreWriter(store)
        self._reader = StoreReader(store)

    def holds(self, sha256: str) -> bool:
        return self._reader.summary(sha256) is not None

    def add(self, report: NewReport) -> Accepted | None:
        if not self._writer.insert(report, now()).result():
            return None
        original = self._reader.original_of_sha256(report.sha256)
        return Accepted(None if original is None else original.doc)

    def __enter__(self) -> Self:
        self._reader.__enter__()
        return self

    def __exit__(self, *of_error: object) -> None:
        try:
            self._reader.__exit__(None, None, None)
        finally:
            self._writer.close()


class DryRunSink:
    """Accepts reports as the store would, without changing it. Raises StoreError.

    What it was given goes into a store of its own, which is thrown away.
    """

    def __init__(self, store: Path) -> None:
        self._folder = TemporaryDirectory(prefix="fzreview-dry-")
        self._given = StoreSink(Path(self._folder.name) / "given.db")
        self._reader: StoreReader | None = None
        if store.exists():
            create_or_migrate(store)
            self._reader = StoreReader(store)

    def holds(self, sha256: str) -> bool:
        known = self._reader is not None and self._reader.summary(sha256) is not None
        return known or self._given.holds(sha256)

    def add(self, report: NewReport) -> Accepted | None:
        if self.holds(report.sha256):
            return None
        kept = self._given.add(report)
        original = None if self._reader is None else self._reader.near_original(report)
        return kept if original is None else Accepted(original.doc)

    def __enter__(self) -> Self:
        if self._reader is not None:
            self._reader.__enter__()
        self._given.__enter__()
        return self

    def __exit__(self, *of_error: object) -> None:
        try:
            self._given.__exit__()
            if self._reader is not None:
                self._reader.__exit__(None, None, None)
        finally:
            self._folder.cleanup()
