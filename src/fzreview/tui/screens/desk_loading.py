"""Loading beside a reviewer: begun from the desk, told on the right of its status line."""

from __future__ import annotations

import asyncio
from pathlib import Path
from time import monotonic
from typing import Final

from fzreview.strings import say
from fzreview.tui.screens.desk_view import DeskView
from fzreview.tui.widgets.lines import Lines

SHOW_SECONDS: Final = 0.25

TOLD_SECONDS: Final = 30.0
"""How long the end of a load stays told."""


class DeskLoading(DeskView):
    """The load belongs to the review and goes on whatever screen is shown."""

    _load_ended: float | None = None

    def on_mount(self) -> None:
        self.set_interval(SHOW_SECONDS, self._show_load)

    def action_load(self) -> None:
        self._begin_load()

    def _begin_load(self, path: Path | None = None) -> None:
        from fzreview.tui.screens.loading import LoadScreen

        self.app.push_screen(LoadScreen(self._review.load, path), self._load_seen)

    async def _load_seen(self, _answer: None) -> None:
        """What was loaded is shown at once; its end was read in the dialog and is told no more."""
        await self._show_load()
        if not self._review.load.is_running:
            self._review.load.forget()
            await self._show_load()

    async def _show_load(self) -> None:
        load = self._review.load
        self.set_class(load.path is not None, "-loading")
        if load.path is None:
            return
        key = "running" if load.is_running else "broken" if load.error else "ended"
        words = say(f"desk.load.brief.{key}", loaded=load.loaded, refused=load.refused)
        self.query_one("#loading", Lines).show(words)
        if load.loaded and not self.session.is_open:
            # The first report is enough to begin with.
            with self._asking_the_store():
                await asyncio.to_thread(self._review.resume)
                self.show_session()
        if load.is_running:
            self._load_ended = None
        elif self._load_ended is None:
            self._load_ended = monotonic()
        elif monotonic() - self._load_ended > TOLD_SECONDS:
            load.forget()
