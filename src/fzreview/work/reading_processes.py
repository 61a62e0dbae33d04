"""Reading in several processes, which end with the one that asked for them."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Self

from fzreview.domain.stored import NewReport
from fzreview.errors import FzError
from fzreview.work.reading_files import read_source
from fzreview.work.sources import Refusal, Source


class ReadingProcesses:
    """Processes that read sources; a context manager that drops at its end what is not yet read."""

    def __init__(self, jobs: int) -> None:
        # Spawned, because a fork would copy the state of the store's writing thread.
        self._pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_follow_parent)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(cancel_futures=True)

    def read(self, source: Source) -> Future[NewReport | Refusal]:
        """Begin to read a source. Raises FzError when a process has died."""
        try:
            with _interrupts_held():  # a process may be started now, and inherits what is held
                return self._pool.submit(read_source, source)
        except BrokenProcessPool as error:
            raise FzError("reader_died") from error

    def answer(self, reading: Future[NewReport | Refusal]) -> NewReport | Refusal:
        """Wait for what was begun. Raises FzError when its process has died."""
        try:
            return reading.result()
        except BrokenProcessPool as error:
            raise FzError("reader_died") from error


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Let Ctrl-C wait, where the system can."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _follow_parent() -> None:
    """Leave Ctrl-C to the parent, and do not outlive it: killed, it tells nobody."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
