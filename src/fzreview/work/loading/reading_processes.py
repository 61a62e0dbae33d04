"""Reading in several processes, which end with the one that asked for them."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import Self

from fzreview.domain.stored import NewReport
from fzreview.work.loading.reading_files import read_source
from fzreview.work.loading.sources import Refusal, Source
from fzreview.work.loading.sources.source import Label, refuse

# Spawned, because a fork would copy the state of the store's writing thread.
_CONTEXT = get_context("spawn")


class ReadingProcesses:
    """So many processes that read sources; a context manager that drops at its end what is not yet read.

    Each has a pipe of its own: one that is killed, as a system without memory does, takes only the report
    that it was reading with it. Pools with common queues wait for ever then.
    """

    def __init__(self, jobs: int) -> None:
        self._threads = ThreadPoolExecutor(jobs, thread_name_prefix="reading")
        self._idle: SimpleQueue[_Process] = SimpleQueue()
        self._processes = [_Process() for _ in range(jobs)]
        for process in self._processes:
            self._idle.put(process)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._threads.shutdown(cancel_futures=True)
        for process in self._processes:
            process.end()

    def read(self, source: Source, extractor: str | None = None) -> Future[NewReport | Refusal]:
        """Begin to read a source; see ``reading_files.read_source``."""
        return self._threads.submit(self._read, source, extractor)

    def _read(self, source: Source, extractor: str | None) -> NewReport | Refusal:
        process = self._idle.get()
        try:
            return process.read(source, extractor)
        finally:
            self._idle.put(process)


class _Process:
    """One process, started when it is first needed and again after its death."""

    def __init__(self) -> None:
        self._connection: Connection | None = None

    def read(self, source: Source, extractor: str | None) -> NewReport | Refusal:
        try:
            if self._connection is None:
                self._connection = self._started()
            self._connection.send((source, extractor))
            answer: NewReport | Refusal = self._connection.recv()
        except (EOFError, OSError):
            self.end()
            return refuse(Label(source.name, source.doc), "reader_died")
        return answer

    def end(self) -> None:
        """Let it end; it does when nobody speaks to it any more."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
            self._process.join()

    def _started(self) -> Connection:
        ours, theirs = _CONTEXT.Pipe()
        self._process = _CONTEXT.Process(target=_serve, args=(theirs,), daemon=True)
        with _interrupts_held():
            self._process.start()
        theirs.close()
        return ours


def _serve(connection: Connection) -> None:
    """Read what comes until nobody is there any more."""
    with suppress(EOFError, OSError):
        while True:
            connection.send(read_source(*connection.recv()))


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Ctrl-C is for the parent alone: what is started meanwhile holds it for ever."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # its own start would let Ctrl-C through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
