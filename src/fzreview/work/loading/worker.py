"""Work done in a process of its own, which may die or be ended without harm to this one."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection
from typing import Any, Final

# Spawned, because a fork would copy the state of the store's writing thread.
_CONTEXT = get_context("spawn")
_END: Final = "end"
_ANSWER: Final = "answer"
_ERROR: Final = "error"


class WorkerDied(Exception):
    """The process ended before it had answered: killed for want of memory, or by a crash."""


class WorkerTooSlow(Exception):
    """The process did not answer in time and was ended."""


class Worker:
    """One process, started when it is first needed and again after its death; it ends with this one."""

    def __init__(self) -> None:
        self._connection: Connection | None = None

    def answers(
        self, work: Callable[..., Iterable[Any]], *arguments: Any, seconds: Iterable[float] = ()
    ) -> Iterator[Any]:
        """What ``work(*arguments)`` yields over there; so many seconds may pass before the first answers.

        ``work`` is a function of a module. Raises WorkerDied, WorkerTooSlow, and what the work raises.
        Whoever leaves the iteration early ends the process.
        """
        finished = False
        try:
            if self._connection is None:
                self._connection = self._started()
            self._connection.send((work, arguments))
            waits = iter(seconds)
            while True:
                wait = next(waits, None)
                if wait is not None and not self._connection.poll(wait):
                    raise WorkerTooSlow
                what, value = self._connection.recv()
                if what == _ANSWER:
                    yield value
                    continue
                finished = True
                if what == _ERROR:
                    raise value
                return
        except (EOFError, OSError) as error:
            finished = False
            raise WorkerDied from error
        finally:
            if not finished:
                self.end(at_once=True)

    def end(self, at_once: bool = False) -> None:
        """Let it end, as it does when nobody speaks to it any more; or end it at once."""
        if self._connection is not None:
            if at_once:
                self._process.kill()
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
    """Do what is asked until nobody is there any more."""
    with suppress(EOFError, OSError):
        while True:
            work, arguments = connection.recv()
            try:
                for answer in work(*arguments):
                    connection.send((_ANSWER, answer))
            except OSError:
                raise
            except Exception as error:
                connection.send((_ERROR, error))
            else:
                connection.send((_END, None))


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
