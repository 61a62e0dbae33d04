"""Jobs on the one connection that writes, each in its turn: at once where that is quick, else by a thread."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import Any, Final, TypeVar

from fzreview.errors import StoreError
from fzreview.store.opening.codec import DAMAGE
from fzreview.store.opening.connect import BUSY_SECONDS, open_writer, told

Answer = TypeVar("Answer")
Job = Callable[[sqlite3.Connection], Answer]
"""What is to be done; where it raises, nothing was written, so that it may be done again."""

QUICK_SECONDS: Final = 0.016
"""Behind a job that took longer, nobody who hands one in is kept waiting for the disk."""


class Turns:
    """Does jobs in the order in which they were handed in; a job's Future is done when its commit is on disk.

    The Future raises StoreError for what SQLite says of the file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store-writer")
        self._one_at_a_time = Lock()
        self._connection: sqlite3.Connection | None = None
        self._last: Future[Any] | None = None
        """The job that was handed to the thread last."""
        self._is_quick = False
        """Whether the last job was done at once."""

    def hand_in(self, job: Job[Answer]) -> Future[Answer]:
        """Have a job done by the thread, which waits for whoever holds the store."""
        self._last = done = self._thread.submit(self._patiently, job)
        return done

    def hand_in_small(self, job: Job[Answer]) -> Future[Answer]:
        """Have a job done at once by the calling thread, where nothing stands before it; else by the thread.

        That saves changing threads twice, which costs as much as the commit.
        """
        is_free = self._last is None or self._last.done()
        if not (is_free and self._is_quick and self._one_at_a_time.acquire(blocking=False)):
            return self.hand_in(job)
        done: Future[Answer] = Future()
        try:
            done.set_result(self._timed(job))
        except StoreError as error:
            if error.code == "store_busy":
                return self.hand_in(job)
            done.set_exception(error)
        except Exception as error:
            done.set_exception(error)
        finally:
            self._one_at_a_time.release()
        return done

    def close(self) -> None:
        """Finish every job, then close the connection."""
        self._thread.submit(self._end).result()
        self._thread.shutdown(wait=True)

    def _end(self) -> None:
        # In its turn: the first job, which opens the connection, may still wait.
        with self._one_at_a_time:
            if self._connection is not None:
                # Who sends or copies the file alone sends all of it, also while another program reads it.
                # What cannot be moved now stays in the log beside it, on disk as before.
                with suppress(sqlite3.DatabaseError):
                    self._connection.execute("pragma wal_checkpoint(passive)")
                self._connection.close()
                self._connection = None

    def _patiently(self, job: Job[Answer]) -> Answer:
        with self._one_at_a_time:
            self._wait_for_others(BUSY_SECONDS)
            try:
                return self._timed(job)
            finally:
                self._wait_for_others(0)

    def _wait_for_others(self, seconds: float) -> None:
        """How long others may hold the store while a job waits."""
        try:
            if self._connection is None:
                self._connection = open_writer(self._path)
            self._connection.execute(f"pragma busy_timeout = {round(seconds * 1000)}")
        except DAMAGE as error:
            raise told(self._path, error) from error

    def _timed(self, job: Job[Answer]) -> Answer:
        assert self._connection is not None
        began = monotonic()
        try:
            return job(self._connection)
        except DAMAGE as error:
            raise told(self._path, error) from error
        finally:
            self._is_quick = monotonic() - began < QUICK_SECONDS
