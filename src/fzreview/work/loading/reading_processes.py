"""Reading in processes of their own, which end with the one that asked for them."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from queue import SimpleQueue
from typing import Self

from fzreview.domain.reports.stored import NewReport
from fzreview.work.loading.conversion import SECONDS
from fzreview.work.loading.reading_sources import reading_steps
from fzreview.work.loading.sources import Refusal, Source
from fzreview.work.loading.sources.source import Label, refuse
from fzreview.work.loading.worker import Worker, WorkerDied, WorkerTooSlow


class ReadingProcesses:
    """So many processes that read sources; a context manager that drops at its end what is not yet read.

    Each has a pipe of its own: one that is killed, as a system without memory does, takes only the report
    that it was reading with it. Pools with common queues wait for ever then.
    """

    def __init__(self, jobs: int) -> None:
        self._threads = ThreadPoolExecutor(jobs, thread_name_prefix="reading")
        self._idle: SimpleQueue[Worker] = SimpleQueue()
        self._workers = [Worker() for _ in range(jobs)]
        for worker in self._workers:
            self._idle.put(worker)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._threads.shutdown(cancel_futures=True)
        for worker in self._workers:
            worker.end()

    def read(self, source: Source, extractor: str | None = None) -> Future[NewReport | Refusal]:
        """Begin to read a source; see ``reading_sources.read_source``."""
        return self._threads.submit(self._read, source, extractor)

    def _read(self, source: Source, extractor: str | None) -> NewReport | Refusal:
        worker = self._idle.get()
        try:
            return read_by(worker, source, extractor)
        finally:
            self._idle.put(worker)


def read_by(worker: Worker, source: Source, extractor: str | None = None) -> NewReport | Refusal:
    """Read a source over there; a refusal where that process dies over it or converts without end."""
    label = Label(source.name, source.doc)
    is_text = source.kind == "text"
    try:
        # A conversion is bounded in time; reading takes as long as the text is.
        waits = () if is_text else (SECONDS,)
        *_, answer = worker.answers(reading_steps, source, extractor, seconds=waits)
    except WorkerTooSlow:
        return refuse(label, "conversion_too_slow", seconds=SECONDS)
    except WorkerDied:
        return refuse(label, "reader_died" if is_text else "converter_died")
    assert isinstance(answer, NewReport | Refusal)
    return _with_bytes(answer, source)


def _with_bytes(answer: NewReport | Refusal, source: Source) -> NewReport | Refusal:
    """An answer with the file's bytes, which stayed on this side."""
    if isinstance(answer, Refusal) or answer.original is None or answer.original.kind == "row":
        return answer
    return replace(answer, original=replace(answer.original, data=source.data))
