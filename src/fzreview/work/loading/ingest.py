"""Loads inputs into a store, one transaction a report; a refused input does not stop the others."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from fzreview.domain.reports.stored import NewReport
from fzreview.errors import FzError
from fzreview.work.loading.reading_processes import ReadingProcesses, read_by
from fzreview.work.loading.reading_sources import broken_by, read_source
from fzreview.work.loading.report_sinks import DryRunSink, ReportSink, StoreSink
from fzreview.work.loading.results import LoadResult
from fzreview.work.loading.sources import Found, Refusal, Source, open_sources
from fzreview.work.loading.worker import Worker

FEW = 32
"""So many inputs are read in this process before reading processes are started."""

AHEAD = 4
"""Reports in flight per reading process: enough to keep it busy, few enough for flat memory."""


@dataclass(frozen=True, slots=True)
class LoadOptions:
    """Options of a load."""

    jobs: int | None = None
    """Number of reading processes; None for one per core once there are enough inputs."""
    extractor: str | None = None
    """Name of a foreign extractor; None for the built-in one."""
    columns: str | None = None
    """Which columns of tables hold what; see ``Columns.told``."""
    is_dry: bool = False
    """A dry run: nothing is stored."""


def load(store: Path, paths: Iterable[str], options: LoadOptions | None = None) -> Iterator[LoadResult]:
    """Load every report under ``paths``; yields one result each, in order, once it is on disk.

    Raises UsageError for an unknown extractor or wrong columns, StoreError when the store cannot be opened
    or written; what was stored before stays whole.
    """
    options = options or LoadOptions()
    _check(options)
    with DryRunSink(store) if options.is_dry else StoreSink(store) as sink:
        yield from _results(open_sources(paths, columns=options.columns), sink, options)


def load_readings(store: Path, folder: Path, options: LoadOptions | None = None) -> Iterator[LoadResult]:
    """Load the readings in a folder that ``read -o`` wrote; see ``bulk.loading_readings``."""
    from fzreview.work.bulk.loading_readings import load_readings as load_from

    with DryRunSink(store) if options is not None and options.is_dry else StoreSink(store) as sink:
        yield from load_from(folder, sink)


def _check(options: LoadOptions) -> None:
    if options.extractor is not None:
        from fzreview.work.extracting.extractors import extractor_named

        extractor_named(options.extractor)
    if options.columns is not None:
        from fzreview.documents.rows.columns import Columns

        Columns.told(options.columns)


def _results(sources: Iterator[Found], sink: ReportSink, options: LoadOptions) -> Iterator[LoadResult]:
    jobs = options.jobs
    if jobs is None:
        yield from _load_here(islice(sources, FEW), sink, options.extractor)
        jobs = os.cpu_count() or 1
    if jobs == 1:
        yield from _load_here(sources, sink, options.extractor)
    elif (first := next(sources, None)) is not None:
        yield from _load_by_processes(chain([first], sources), sink, jobs, options.extractor)


def _load_here(sources: Iterable[Found], sink: ReportSink, extractor: str | None) -> Iterator[LoadResult]:
    """Reads texts in this process and converts other files in a worker process."""
    converter = Worker()
    try:
        for source in sources:
            if not isinstance(source, Source):
                yield LoadResult.of_none(source)
                continue
            if sink.holds(source.sha256):
                yield LoadResult(source.doc, source.sha256, "already_loaded")
            elif source.kind == "text":
                yield _kept(source, read_source(source, extractor), sink)
            else:
                yield _kept(source, read_by(converter, source, extractor), sink)
    finally:
        converter.end()


def _load_by_processes(
    sources: Iterable[Found], sink: ReportSink, jobs: int, extractor: str | None
) -> Iterator[LoadResult]:
    waiting: deque[Callable[[], LoadResult]] = deque()
    with ReadingProcesses(jobs) as processes:
        for source in sources:
            waiting.append(_submitted(source, sink, processes, extractor))
            if len(waiting) > jobs * AHEAD:
                yield waiting.popleft()()
        while waiting:
            yield waiting.popleft()()


def _submitted(
    source: Found, sink: ReportSink, processes: ReadingProcesses, extractor: str | None
) -> Callable[[], LoadResult]:
    """A function that waits for and returns the result of one input."""
    if not isinstance(source, Source):
        none = LoadResult.of_none(source)
        return lambda: none
    if sink.holds(source.sha256):
        known = LoadResult(source.doc, source.sha256, "already_loaded")
        return lambda: known
    reading: Future[NewReport | Refusal] = processes.read(source, extractor)
    return lambda: _kept(source, reading.result(), sink)


def _kept(source: Source, report: NewReport | Refusal, sink: ReportSink) -> LoadResult:
    if isinstance(report, Refusal):
        return LoadResult.of_none(report)
    try:
        kept = sink.add(report)
    except FzError:
        raise  # the store fails, not the report
    except Exception as error:
        # A value that no table takes: the next report may be sound.
        return LoadResult.of_none(broken_by(source, error))
    return LoadResult(
        report.doc,
        report.sha256,
        "already_loaded" if kept is None else "loaded",
        None if kept is None else len(report.reading.figures),
        len(report.reading.source),
        converted=report.original.kind if report.original is not None else None,
        left_out=() if kept is None else tuple(str(error) for error in report.refused),
        copy_of=None if kept is None else kept.copy_of,
        unread_pages=() if kept is None else report.unread_pages,
    )
