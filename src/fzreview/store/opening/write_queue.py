"""A queue of write jobs over the single writing connection of a store.

Jobs run one at a time, either in the calling thread (while commits are fast) or in a worker thread.
"""

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
from fzreview.store.opening.connect import BUSY_SECONDS, open_writer, store_error
from fzreview.store.opening.unreadable_rows import CORRUPTION_ERRORS

Result = TypeVar("Result")
Job = Callable[[sqlite3.Connection], Result]
"""One write. It must be atomic: where it raises, nothing was written, so that it can be retried."""

MAX_INLINE_SECONDS: Final = 0.016
"""After a job that took longer, the next one runs in the worker thread and its caller does not block."""


class WriteQueue:
    """Runs write jobs in the order of submission; a job's Future completes once its commit is on disk.

    The Future raises what the job raised, with SQLite's errors converted to StoreError.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store-writer")
        self._lock = Lock()
        self._connection: sqlite3.Connection | None = None
        self._last: Future[Any] | None = None
        """The job that was given to the worker thread last."""
        self._may_run_inline = False
        """Whether the last job took no longer than MAX_INLINE_SECONDS."""

    def submit(self, job: Job[Result]) -> Future[Result]:
        """Run a job in the worker thread, which waits up to BUSY_SECONDS for other writers of the file."""
        self._last = done = self._thread.submit(self._run_waiting, job)
        return done

    def submit_inline(self, job: Job[Result]) -> Future[Result]:
        """Run a short job in the calling thread if the queue is idle and commits are fast; else ``submit``.

        Switching threads twice costs as much as the commit of one verdict.
        """
        is_free = self._last is None or self._last.done()
        if not (is_free and self._may_run_inline and self._lock.acquire(blocking=False)):
            return self.submit(job)
        done: Future[Result] = Future()
        try:
            done.set_result(self._run(job))
        except StoreError as error:
            if error.code == "store_busy":
                return self.submit(job)
            done.set_exception(error)
        except Exception as error:
            done.set_exception(error)
        finally:
            self._lock.release()
        return done

    def close(self) -> None:
        """Finish every submitted job, then close the connection."""
        self._thread.submit(self._close_connection).result()
        self._thread.shutdown(wait=True)

    def _close_connection(self) -> None:
        # Under the lock: the first job, which opens the connection, may still be waiting.
        with self._lock:
            if self._connection is not None:
                # Afterwards the database file alone is complete, for users who copy it without its WAL.
                # Pages that a concurrent reader still needs stay in the WAL, as durable as before.
                with suppress(sqlite3.DatabaseError):
                    self._connection.execute("pragma wal_checkpoint(passive)")
                self._connection.close()
                self._connection = None

    def _run_waiting(self, job: Job[Result]) -> Result:
        with self._lock:
            self._set_busy_timeout(BUSY_SECONDS)
            try:
                return self._run(job)
            finally:
                self._set_busy_timeout(0)

    def _set_busy_timeout(self, seconds: float) -> None:
        """Open the connection if needed, and set how long it waits for other writers."""
        try:
            if self._connection is None:
                self._connection = open_writer(self._path)
            self._connection.execute(f"pragma busy_timeout = {round(seconds * 1000)}")
        except CORRUPTION_ERRORS as error:
            raise store_error(self._path, error) from error

    def _run(self, job: Job[Result]) -> Result:
        assert self._connection is not None
        began = monotonic()
        try:
            return job(self._connection)
        except CORRUPTION_ERRORS as error:
            raise store_error(self._path, error) from error
        finally:
            self._may_run_inline = monotonic() - began < MAX_INLINE_SECONDS
