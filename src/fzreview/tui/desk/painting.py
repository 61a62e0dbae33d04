"""Letting the text be painted before a key may decide on it."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from time import monotonic
from typing import Final

from textual.screen import Screen

from fzreview.tui.widgets.text.pane import TextPane

PAINT_SECONDS: Final = 1.0
"""A screen that is not painted by then shows nothing that a key could decide on."""


async def painted(host: Screen[None], text: TextPane) -> None:
    """Return once the pane is painted as it is: keys that were typed ahead decide on nothing before that."""
    end = monotonic() + PAINT_SECONDS
    _paint_at_once(host, text)
    while not text.is_painted and (left := end - monotonic()) > 0:
        done = asyncio.Event()
        host.call_after_refresh(done.set)
        with suppress(TimeoutError):
            await asyncio.wait_for(done.wait(), left)
        # A pane that has no size yet is painted behind a layout or two.
        await asyncio.sleep(0)


def _paint_at_once(host: Screen[None], text: TextPane) -> None:
    """As the screen itself would at the next frame, behind a way through the queues of pane and screen."""
    host._dirty_widgets.update((text, text.vertical_scrollbar))
    host._on_timer_update()
