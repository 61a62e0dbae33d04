"""A guard against work that grows faster than its input: such a test is ended instead of hanging.

It counts the processor's time, not the clock's, and leaves linear work tens of times what it needs: it tells
a hang from an end, it measures nothing.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager


class Hangs(AssertionError):
    """The work would take quadratic time or worse."""


@contextmanager
def no_hang(cpu_seconds: float = 20) -> Iterator[None]:
    """Raises Hangs in the main thread after this much processor time."""

    def end(number: int, frame: object) -> None:
        raise Hangs(f"not done after {cpu_seconds} s of the processor")

    before = signal.signal(signal.SIGVTALRM, end)
    signal.setitimer(signal.ITIMER_VIRTUAL, cpu_seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
