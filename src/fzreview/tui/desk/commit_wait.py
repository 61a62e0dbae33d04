"""Waiting for a write to be committed: first without yielding to the event loop, then without blocking it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress

BLOCKING_WAIT_SECONDS = 0.016
"""How long the event loop is blocked for a commit: about one frame."""

SLOW_WRITE_SECONDS = 0.2
"""``on_slow`` is called for a write that takes this much longer."""


async def wait_for_commit(write: Future[None], on_slow: Callable[[], None]) -> None:
    """Return once ``write`` is committed; raises what it raises.

    Most commits take less than a frame: blocking for them saves a repaint just before the screen changes.
    A write that waits for another process's lock does not block the screen.
    """
    with suppress(TimeoutError):
        return write.result(BLOCKING_WAIT_SECONDS)
    writing = asyncio.wrap_future(write)
    done, _ = await asyncio.wait({writing}, timeout=SLOW_WRITE_SECONDS)
    if not done:
        on_slow()
        await asyncio.wait({writing})
    return writing.result()
