"""Driving the adjudication desk by keys."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from fzreview.config.settings import Settings
from fzreview.review.adjudicating import Adjudicating
from fzreview.tui.adjudication_app import AdjudicationApp
from fzreview.work.judging.reviewing import Review
from fzreview.work.team.dissent.adjudicating import Adjudicator, waiting


def adjudication(store: Path, adjudicator: str = "zoe", repeat_ms: int = 0) -> AdjudicationApp:
    """The application; whoever takes it closes its review."""
    review = Review(store, adjudicator)
    session = Adjudicating(waiting(store, adjudicator))
    return AdjudicationApp(
        review, Adjudicator(store, adjudicator, review.writer), session, Settings(repeat_ms=repeat_ms)
    )


@asynccontextmanager
async def adjudicating(
    store: Path, adjudicator: str = "zoe", size: tuple[int, int] = (140, 42), repeat_ms: int = 0
) -> AsyncIterator[Pilot[None]]:
    """The adjudication desk over a store, closed in order at the end."""
    app = adjudication(store, adjudicator, repeat_ms)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot
    app.review.close()


def frame(pilot: Pilot[None]) -> str:
    """The screen as text, a line a row."""
    rows = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in row).rstrip() for row in rows)
