"""Loading reports in the background; progress is shown on the right of the status line."""

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
"""How long the result of a load stays on the status line."""


class Loader:
    """Starts loads and shows their progress. The load itself belongs to the review, not to a screen."""

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
        """Start updating the progress."""
        self._screen.set_interval(UPDATE_SECONDS, self._show)

    def begin(self, path: Path | None = None) -> None:
        """Open the load dialog, with ``path`` prefilled."""
        from fzreview.tui.screens.loading import LoadScreen

        self._screen.app.push_screen(LoadScreen(self._review.load, path), self._seen)

    def begin_with_examples(self) -> None:
        """Open the load dialog with the example reports."""
        from fzreview.work.loading.examples import example_reports

        self.begin(example_reports())

    async def _seen(self, _answer: None) -> None:
        """Update after the dialog is closed; a result that it has shown is not shown again."""
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
            # Open the first report as soon as it is loaded.
            with self._status_line.reporting_store_errors():
                await asyncio.to_thread(self._review.resume)
                self._display.show_session()
        if load.is_running:
            self._ended = None
        elif self._ended is None:
            self._ended = monotonic()
        elif monotonic() - self._ended > RESULT_SECONDS:
            load.forget()
