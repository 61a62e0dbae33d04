"""Inputs read and stored, one report a transaction; a refused input never stops the others."""

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
from fzreview.work.loading.keeping import DryRun, Keeper, StoreKeeper
from fzreview.work.loading.reading_processes import ReadingProcesses, read_by
from fzreview.work.loading.reading_sources import broken_by, read_source
from fzreview.work.loading.results import LoadResult
from fzreview.work.loading.sources import Found, Refusal, Source, open_sources
from fzreview.work.loading.worker import Worker

FEW = 32
"""Inputs that are read sooner than processes for them could start."""

AHEAD = 4
"""Reports in flight for each reading process: enough to keep it busy, few enough for flat memory."""


@dataclass(frozen=True, slots=True)
class LoadOptions:
    """How a load goes."""

    jobs: int | None = None
    """Processes that read while this one writes; None is one a core, once that is worth starting them."""
    extractor: str | None = None
    """Another than the program's own."""
    columns: str | None = None
    """Which columns of tables hold what; see ``Columns.told``."""
    is_dry: bool = False
    """Whether nothing is stored."""


def load(store: Path, paths: Iterable[str], options: LoadOptions | None = None) -> Iterator[LoadResult]:
    """Load every report under ``paths``; one result each, in their order, as soon as it is on disk.

    Raises UsageError for an unknown extractor or wrong columns, StoreError when the store cannot be opened
    or written; what was stored before stays whole.
    """
    options = options or LoadOptions()
    _check(options)
    with DryRun(store) if options.is_dry else StoreKeeper(store) as keeper:
        yield from _results(open_sources(paths, columns=options.columns), keeper, options)


def load_readings(store: Path, folder: Path, options: LoadOptions | None = None) -> Iterator[LoadResult]:
    """Load the readings that ``read -o`` wrote to a folder; see ``bulk.loading_readings``."""
    from fzreview.work.bulk.loading_readings import load_readings as load_from

    with DryRun(store) if options is not None and options.is_dry else StoreKeeper(store) as keeper:
        yield from load_from(folder, keeper)


def _check(options: LoadOptions) -> None:
    if options.extractor is not None:
        from fzreview.work.extracting.extractors import extractor_named

        extractor_named(options.extractor)
    if options.columns is not None:
        from fzreview.documents.rows.columns import Columns

        Columns.told(options.columns)


def _results(sources: Iterator[Found], keeper: Keeper, options: LoadOptions) -> Iterator[LoadResult]:
    jobs = options.jobs
    if jobs is None:
        yield from _load_here(islice(sources, FEW), keeper, options.extractor)
        jobs = os.cpu_count() or 1
    if jobs == 1:
        yield from _load_here(sources, keeper, options.extractor)
    elif (first := next(sources, None)) is not None:
        yield from _load_by_processes(chain([first], sources), keeper, jobs, options.extractor)


def _load_here(sources: Iterable[Found], keeper: Keeper, extractor: str | None) -> Iterator[LoadResult]:
    """Texts are read in this process, what needs a conversion in another."""
    converter = Worker()
    try:
        for source in sources:
            if not isinstance(source, Source):
                yield LoadResult.of_none(source)
                continue
            if keeper.holds(source.sha256):
                yield LoadResult(source.doc, source.sha256, "already_loaded")
            elif source.kind == "text":
                yield _kept(source, read_source(source, extractor), keeper)
            else:
                yield _kept(source, read_by(converter, source, extractor), keeper)
    finally:
        converter.end()


def _load_by_processes(
    sources: Iterable[Found], keeper: Keeper, jobs: int, extractor: str | None
) -> Iterator[LoadResult]:
    waiting: deque[Callable[[], LoadResult]] = deque()
    with ReadingProcesses(jobs) as processes:
        for source in sources:
            waiting.append(_submitted(source, keeper, processes, extractor))
            if len(waiting) > jobs * AHEAD:
                yield waiting.popleft()()
        while waiting:
            yield waiting.popleft()()


def _submitted(
    source: Found, keeper: Keeper, processes: ReadingProcesses, extractor: str | None
) -> Callable[[], LoadResult]:
    """The result of one input, to be waited for by calling it."""
    if not isinstance(source, Source):
        none = LoadResult.of_none(source)
        return lambda: none
    if keeper.holds(source.sha256):
        known = LoadResult(source.doc, source.sha256, "already_loaded")
        return lambda: known
    reading: Future[NewReport | Refusal] = processes.read(source, extractor)
    return lambda: _kept(source, reading.result(), keeper)


def _kept(source: Source, report: NewReport | Refusal, keeper: Keeper) -> LoadResult:
    if isinstance(report, Refusal):
        return LoadResult.of_none(report)
    try:
        kept = keeper.keep(report)
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
