"""Reports read without a store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from fzreview.domain.reports.stored import NewReport
from fzreview.work.loading.reading_processes import read_by
from fzreview.work.loading.reading_sources import read_source
from fzreview.work.loading.sources import Refusal, Skipped, Source, open_sources
from fzreview.work.loading.worker import Worker


def read_files(
    paths: Iterable[str | Path], columns: str | None = None
) -> Iterator[NewReport | Refusal | Skipped]:
    """Every report under ``paths``, read when it is asked for, and every input that is none.

    Raises UsageError where the environment holds a bad limit.
    """
    worker = Worker()
    try:
        for source in open_sources(paths, columns=columns):
            if not isinstance(source, Source):
                yield source
            else:
                yield read_source(source) if source.kind == "text" else read_by(worker, source)
    finally:
        worker.end()
