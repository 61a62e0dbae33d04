"""Waiting until the text pane is painted, so that no key decides on what was not on the screen."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from time import monotonic
from typing import Final

from textual.screen import Screen

from fzreview.tui.widgets.text.pane import TextPane

PAINT_SECONDS: Final = 1.0
"""Timeout of the wait; the gate then refuses the key."""


async def wait_until_painted(screen: Screen[None], text: TextPane) -> None:
    """Return once the pane's current scroll position and layout are painted, or after PAINT_SECONDS."""
    deadline = monotonic() + PAINT_SECONDS
    _paint_now(screen, text)
    while not text.is_painted and (left := deadline - monotonic()) > 0:
        done = asyncio.Event()
        screen.call_after_refresh(done.set)
        with suppress(TimeoutError):
            await asyncio.wait_for(done.wait(), left)
        # A pane that has no size yet is only painted after one or two layouts.
        await asyncio.sleep(0)


def _paint_now(screen: Screen[None], text: TextPane) -> None:
    """Run the screen's update timer now, instead of waiting for the message queues and the next frame."""
    screen._dirty_widgets.update((text, text.vertical_scrollbar))
    screen._on_timer_update()
