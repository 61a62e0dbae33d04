"""Waiting for what was written to be on disk, without painting a screen that is about to change."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress

COMMIT_SECONDS = 0.016
"""How long a key waits for its commit before the screen may be painted."""

SAVING_SECONDS = 0.2
"""A write that takes longer is told on the status line."""


async def committed(written: Future[None], tell_slow: Callable[[], None]) -> None:
    """Return once it is on disk; raises what the write raised. ``tell_slow`` tells that it takes a while.

    A commit takes less than a frame: waiting for it here saves painting a screen that is about to change. A
    store that somebody else holds is waited for without stopping the screen.
    """
    with suppress(TimeoutError):
        return written.result(COMMIT_SECONDS)
    writing = asyncio.wrap_future(written)
    done, _ = await asyncio.wait({writing}, timeout=SAVING_SECONDS)
    if not done:
        tell_slow()
        await asyncio.wait({writing})
    return writing.result()
