"""An event loop that sits through no short wait while nothing goes on that could end it earlier.

A pilot sleeps a fiftieth of a second, twice for each key, to see that the program is idle: here it is idle
once nothing is ready and no thread works.
"""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Callable
from concurrent.futures import Executor
from typing import Any, Final, TypeVar, TypeVarTuple, Unpack

Answer = TypeVar("Answer")
Given = TypeVarTuple("Given")

SHORT_SECONDS: Final = 0.021
"""Longest wait that is short: a pilot's, and the time between two frames, of which a second has sixty."""

THREAD_SECONDS: Final = 0.1
"""How long a short wait lasts at most while work goes on in a thread."""


class _Selector(selectors.DefaultSelector):
    """Asked with a timeout other than nothing once all that was ready is done."""

    def __init__(self, told: Callable[[float], float]) -> None:
        super().__init__()
        self._told = told
        """Told how long the loop would wait; says how long it does."""

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        found = super().select(0)
        if found or timeout is None or timeout <= 0:
            return found if found or timeout is not None else super().select()
        return super().select(self._told(timeout))


class BriskLoop(asyncio.SelectorEventLoop):
    """Its clock jumps over short waits, unless work goes on in a thread, which they then wait for."""

    def __init__(self) -> None:
        self.short_seconds = SHORT_SECONDS
        self._jumped = 0.0
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

    def _wait(self, seconds: float) -> float:
        if seconds > self.short_seconds:
            return seconds
        if self._in_threads:
            return THREAD_SECONDS
        self._jumped += seconds
        return 0.0


async def passes(seconds: float) -> None:
    """Let so much time go by on the loop's clock: timers that are due in it ring, nobody sits through it."""
    loop = asyncio.get_running_loop()
    assert isinstance(loop, BriskLoop)
    loop.short_seconds = seconds
    try:
        await asyncio.sleep(seconds)
    finally:
        loop.short_seconds = SHORT_SECONDS
