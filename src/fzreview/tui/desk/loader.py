"""Loading beside a reviewer: begun from the desk, told on the right of its status line."""

from __future__ import annotations

import asyncio
from pathlib import Path
from time import monotonic
from typing import Final

from textual.screen import Screen

from fzreview.strings import say
from fzreview.tui.desk.display import Display
from fzreview.tui.desk.panes import Panes
from fzreview.tui.desk.status_line import StatusLine
from fzreview.work.judging.reviewing import Review

UPDATE_SECONDS: Final = 0.25

RESULT_SECONDS: Final = 30.0
"""How long the end of a load stays told."""


class Loader:
    """The load belongs to the review and goes on whatever screen is shown."""

    def __init__(
        self, screen: Screen[None], review: Review, panes: Panes, status_line: StatusLine, display: Display
    ) -> None:
        self._screen = screen
        self._review = review
        self._panes = panes
        self._status_line = status_line
        self._display = display
        self._ended: float | None = None

    def start(self) -> None:
        """Tell from now on how far a load is."""
        self._screen.set_interval(UPDATE_SECONDS, self._show)

    def begin(self, path: Path | None = None) -> None:
        """Ask what to load, ``path`` filled in."""
        from fzreview.tui.screens.loading import LoadScreen

        self._screen.app.push_screen(LoadScreen(self._review.load, path), self._seen)

    def begin_with_examples(self) -> None:
        """Offer the example reports."""
        from fzreview.work.loading.examples import example_reports

        self.begin(example_reports())

    async def _seen(self, _answer: None) -> None:
        """What was loaded is shown at once; its end was read in the dialog and is told no more."""
        await self._show()
        if not self._review.load.is_running:
            self._review.load.forget()
            await self._show()

    async def _show(self) -> None:
        load = self._review.load
        self._screen.set_class(load.path is not None, "-loading")
        if load.path is None:
            return
        key = "running" if load.is_running else "broken" if load.error else "ended"
        words = say(f"desk.load.brief.{key}", loaded=load.loaded, refused=load.refused)
        self._panes.loading.show(words)
        if load.loaded and not self._review.session.is_open:
            # The first report is enough to begin with.
            with self._status_line.reporting_store_errors():
                await asyncio.to_thread(self._review.resume)
                self._display.show_session()
        if load.is_running:
            self._ended = None
        elif self._ended is None:
            self._ended = monotonic()
        elif monotonic() - self._ended > RESULT_SECONDS:
            load.forget()
