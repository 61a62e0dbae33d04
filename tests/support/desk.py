"""Driving the desk by keys."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from time import monotonic

from textual.pilot import Pilot

from fzreview.tui.app import FzReviewApp
from fzreview.tui.screens.desk import DeskScreen
from fzreview.tui.widgets.lines.text_lines import TextLines
from fzreview.work.judging.reviewing import Review

SECONDS = 120.0
"""Longest wait for anything; a slow machine takes a tenth of it."""


@asynccontextmanager
async def desk(
    store: Path, name: str | None = None, reviewer: str = "ann", size: tuple[int, int] = (140, 42)
) -> AsyncIterator[Pilot[None]]:
    """The desk over a store, closed in order at the end."""
    review = Review.opened(store, reviewer, name)
    app = FzReviewApp(review)
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        await settled(pilot)
        yield pilot
    review.close()


async def settled(pilot: Pilot[None]) -> None:
    """What is worked out beside the reviewer is there and shown."""
    # A screen that comes up starts its own work, which one more round waits for.
    for _ in range(2):
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def until(done: Callable[[], bool], every: float = 0.0) -> None:
    """Let the program work until something is so, asked after each round of its loop.

    Where another process works, ``every`` so many seconds leave it the time. Raises AssertionError when it
    never is.
    """
    end = monotonic() + SECONDS
    while not done():
        assert monotonic() < end, "what is waited for never happened"
        await asyncio.sleep(every)


def screen_of(pilot: Pilot[None]) -> DeskScreen:
    (screen,) = (screen for screen in pilot.app.screen_stack if isinstance(screen, DeskScreen))
    return screen


def status_line(pilot: Pilot[None]) -> str:
    return str(screen_of(pilot).query_one("#status", TextLines).content)


def keys_line(pilot: Pilot[None]) -> str:
    return str(screen_of(pilot).query_one("#keys", TextLines).content)


def header(pilot: Pilot[None]) -> str:
    return str(screen_of(pilot).query_one("#header", TextLines).content)


def card(pilot: Pilot[None]) -> str:
    from fzreview.tui.widgets.card.figure_card import FigureCard

    return str(screen_of(pilot).query_one(FigureCard).content)
