"""Where reports go that were read: into a store, or nowhere."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from fzreview.domain.stored import NewReport
from fzreview.store.connect import prepare
from fzreview.store.reader import StoreReader
from fzreview.store.writer import StoreWriter
from fzreview.work.clock import now


class Keeper(Protocol):
    """Takes reports; a context manager."""

    def holds(self, sha256: str) -> bool:
        """Whether a report with these bytes is there."""

    def keep(self, report: NewReport) -> bool:
        """Take a report, whole or not at all; False where its bytes are there. Raises StoreError."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class StoreKeeper:
    """Keeps reports in a store, which is made where there is none. Raises StoreError."""

    def __init__(self, store: Path) -> None:
        prepare(store)
        self._writer = StoreWriter(store)
        self._reader = StoreReader(store)

    def holds(self, sha256: str) -> bool:
        return self._reader.summary(sha256) is not None

    def keep(self, report: NewReport) -> bool:
        return self._writer.insert(report, now()).result()

    def __enter__(self) -> Self:
        self._reader.__enter__()
        return self

    def __exit__(self, *of_error: object) -> None:
        try:
            self._reader.__exit__(None, None, None)
        finally:
            self._writer.close()


class DryRun:
    """Keeps nothing, and knows what a store holds and what it was given. Raises StoreError."""

    def __init__(self, store: Path) -> None:
        self._seen: set[str] = set()
        self._reader: StoreReader | None = None
        if store.exists():
            prepare(store)
            self._reader = StoreReader(store)

    def holds(self, sha256: str) -> bool:
        return sha256 in self._seen or (self._reader is not None and self._reader.summary(sha256) is not None)

    def keep(self, report: NewReport) -> bool:
        if self.holds(report.sha256):
            return False
        self._seen.add(report.sha256)
        return True

    def __enter__(self) -> Self:
        if self._reader is not None:
            self._reader.__enter__()
        return self

    def __exit__(self, *of_error: object) -> None:
        if self._reader is not None:
            self._reader.__exit__(None, None, None)
