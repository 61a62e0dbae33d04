"""An event loop that sits through no short wait while nothing goes on that could end it earlier.

A pilot sleeps a fiftieth of a second, twice for each key, to see that the program is idle: here it is idle
once nothing is ready and no thread works.
"""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from threading import Lock
from typing import Any, Final, TypeVar, TypeVarTuple, Unpack

Answer = TypeVar("Answer")
Given = TypeVarTuple("Given")

SHORT_SECONDS: Final = 0.021
"""Longest wait that is short: a pilot's, and the time between two frames, of which a second has sixty."""

LOOK_SECONDS: Final = 0.1
"""Between two looks at whether a thread still works or is held."""

PATIENCE_SECONDS: Final = 60.0
"""How long at most the clock stands still for a thread."""

Found = list[tuple[selectors.SelectorKey, int]]


class _Selector(selectors.DefaultSelector):
    """Asked with a timeout other than nothing once all that was ready is done."""

    def __init__(self, wait: Callable[[float, Callable[[float], Found]], Found]) -> None:
        super().__init__()
        self._wait = wait
        """Given how long the loop would wait, and how to."""

    def select(self, timeout: float | None = None) -> Found:
        found = super().select(0)
        if found or timeout is None or timeout <= 0:
            return found if found or timeout is not None else super().select()
        return self._wait(timeout, super().select)


class _Held:
    """How many threads tests hold back now; nobody waits for those."""

    def __init__(self) -> None:
        self.count = 0
        self._lock = Lock()

    def add(self, more: int) -> None:
        with self._lock:
            self.count += more


_held: Final = _Held()


@contextmanager
def held() -> Iterator[None]:
    """Within it the calling thread waits for a test to let it go on."""
    _held.add(1)
    try:
        yield
    finally:
        _held.add(-1)


class BriskLoop(asyncio.SelectorEventLoop):
    """Its clock jumps over short waits; while work goes on in a thread it stands still in them."""

    def __init__(self) -> None:
        self.short_seconds = SHORT_SECONDS
        self._jumped = 0.0
        self._stood = 0.0
        self._in_threads = 0
        super().__init__(_Selector(self._wait))

    def time(self) -> float:
        return super().time() + self._jumped

    def run_in_executor(
        self,
        executor: Executor | None,
        func: Callable[[Unpack[Given]], Answer],
        *args: *Given,
    ) -> asyncio.Future[Answer]:
        self._in_threads += 1
        running = super().run_in_executor(executor, func, *args)
        running.add_done_callback(self._one_less)
        return running

    def _one_less(self, _: asyncio.Future[Any]) -> None:
        self._in_threads -= 1
        self._stood = 0.0

    def _wait(self, seconds: float, select: Callable[[float], Found]) -> Found:
        if seconds > self.short_seconds:
            return select(seconds)
        if self._in_threads <= _held.count or self._stood > PATIENCE_SECONDS:
            self._jumped += seconds
            return select(0.0)
        began = super().time()
        found = select(LOOK_SECONDS)
        stood = super().time() - began
        self._jumped -= stood
        self._stood += stood
        return found


async def passes(seconds: float) -> None:
    """Let so much time go by on the loop's clock: timers that are due in it ring, nobody sits through it."""
    loop = asyncio.get_running_loop()
    assert isinstance(loop, BriskLoop)
    loop.short_seconds = seconds
    try:
        await asyncio.sleep(seconds)
    finally:
        loop.short_seconds = SHORT_SECONDS
