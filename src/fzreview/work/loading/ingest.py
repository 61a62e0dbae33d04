"""Inputs read and stored, one report a transaction; a refused input never stops the others."""

from __future__ import annotations

import hashlib
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Literal

from fzreview.domain.reading_rows import Row
from fzreview.domain.stored import NewReport
from fzreview.errors import FzError, error_fields
from fzreview.store.connect import prepare
from fzreview.store.reader import StoreReader
from fzreview.store.writer import StoreWriter
from fzreview.work.clock import now
from fzreview.work.loading.reading_files import broken_by, read_source
from fzreview.work.loading.reading_processes import ReadingProcesses
from fzreview.work.loading.sources import Found, Refusal, Skipped, Source, open_sources
from fzreview.work.loading.sources.kinds import SKIP_CODES

LoadStatus = Literal["loaded", "already_loaded", "refused", "skipped"]

FEW = 32
"""Inputs that are read sooner than processes for them could start."""

OF_NO_INTEREST = frozenset(SKIP_CODES - {"skipped_kind"} | {"skipped_hidden"})
"""Reasons for passing over what nobody takes for a report: they are told by number, and in the rows."""

AHEAD = 4
"""Reports in flight for each reading process: enough to keep it busy, few enough for flat memory."""


@dataclass(frozen=True, slots=True)
class LoadResult:
    """What became of one input."""

    doc: str
    sha256: str | None
    status: LoadStatus
    figures: int | None = None
    chars: int | None = None
    reason: FzError | None = None
    """Why it was refused or passed over."""
    left_out: tuple[str, ...] = ()
    """Sentences about figures of a foreign extractor that cannot be."""

    @property
    def error(self) -> str | None:
        """The sentence of the reason."""
        return None if self.reason is None else str(self.reason)

    @property
    def code(self) -> str | None:
        """The reason's; its words are ``error.CODE``."""
        return None if self.reason is None else self.reason.code

    @property
    def is_wrong(self) -> bool:
        """Whether something of it was refused."""
        return self.status == "refused" or bool(self.left_out)

    @property
    def told(self) -> tuple[str, ...]:
        """What a person is to hear: why it was refused, what of it was left out, which kind is not known."""
        if self.error is None:
            return self.left_out
        return () if self.code in OF_NO_INTEREST else (self.error,)

    def row(self) -> Row:
        """The row of ``load --json``."""
        return {
            "doc": self.doc,
            "sha256": self.sha256,
            "status": self.status,
            "figures": self.figures,
            **error_fields(self.reason),
        }


def load(
    store: Path, paths: Iterable[str], jobs: int | None = None, extractor: str | None = None
) -> Iterator[LoadResult]:
    """Load every report under ``paths``; one result each, as soon as it is on disk.

    ``jobs`` processes read and this one writes; None is one process a core, once there is more to read than
    starting them costs. Results keep the order of the inputs.
    ``extractor`` names another than the program's own.
    Raises UsageError for an unknown extractor, StoreError when the store cannot be opened or written; what
    was stored before stays whole.
    """
    if extractor is not None:
        from fzreview.work.extracting.extractors import extractor_named

        extractor_named(extractor)
    prepare(store)
    writer = StoreWriter(store)
    try:
        with StoreReader(store) as reader:
            sources = open_sources(paths)
            if jobs is None:
                yield from _load_here(islice(sources, FEW), reader, writer, extractor)
                jobs = os.cpu_count() or 1
            if jobs == 1:
                yield from _load_here(sources, reader, writer, extractor)
            elif (first := next(sources, None)) is not None:
                yield from _load_by_processes(chain([first], sources), reader, writer, jobs, extractor)
    finally:
        writer.close()


def _load_here(
    sources: Iterable[Found], reader: StoreReader, writer: StoreWriter, extractor: str | None
) -> Iterator[LoadResult]:
    for source in sources:
        if not isinstance(source, Source):
            yield _no_report(source)
            continue
        sha256 = hashlib.sha256(source.data).hexdigest()
        if reader.summary(sha256) is not None:
            yield LoadResult(source.doc, sha256, "already_loaded")
        else:
            yield _stored(source, read_source(source, extractor), writer)


def _load_by_processes(
    sources: Iterable[Found],
    reader: StoreReader,
    writer: StoreWriter,
    jobs: int,
    extractor: str | None,
) -> Iterator[LoadResult]:
    waiting: deque[Callable[[], LoadResult]] = deque()
    with ReadingProcesses(jobs) as processes:
        for source in sources:
            waiting.append(_submitted(source, reader, writer, processes, extractor))
            if len(waiting) > jobs * AHEAD:
                yield waiting.popleft()()
        while waiting:
            yield waiting.popleft()()


def _submitted(
    source: Found,
    reader: StoreReader,
    writer: StoreWriter,
    processes: ReadingProcesses,
    extractor: str | None,
) -> Callable[[], LoadResult]:
    """The result of one input, to be waited for by calling it."""
    if not isinstance(source, Source):
        none = _no_report(source)
        return lambda: none
    sha256 = hashlib.sha256(source.data).hexdigest()
    if reader.summary(sha256) is not None:
        known = LoadResult(source.doc, sha256, "already_loaded")
        return lambda: known
    reading: Future[NewReport | Refusal] = processes.read(source, extractor)
    return lambda: _stored(source, reading.result(), writer)


def _stored(source: Source, report: NewReport | Refusal, writer: StoreWriter) -> LoadResult:
    if isinstance(report, Refusal):
        return _no_report(report)
    try:
        inserted = writer.insert(report, now()).result()
    except FzError:
        raise  # the store fails, not the report
    except Exception as error:
        # A value that no table takes: the next report may be sound.
        return _no_report(broken_by(source, error))
    return LoadResult(
        report.doc,
        report.sha256,
        "loaded" if inserted else "already_loaded",
        len(report.reading.figures) if inserted else None,
        len(report.reading.source),
        left_out=tuple(str(error) for error in report.refused) if inserted else (),
    )


def _no_report(found: Refusal | Skipped) -> LoadResult:
    status: LoadStatus = "refused" if isinstance(found, Refusal) else "skipped"
    return LoadResult(found.doc, None, status, reason=found.error)
