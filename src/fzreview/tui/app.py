"""The Textual application: themes, the first screen, an orderly end."""

from __future__ import annotations

import signal
from collections.abc import Iterable
from concurrent.futures import Future
from typing import TYPE_CHECKING

from textual.app import App, SystemCommand
from textual.screen import Screen

from fzreview.errors import FzError
from fzreview.tui.screens.desk import DeskScreen

if TYPE_CHECKING:
    from fzreview.work.reviewing import Review


class FzReviewApp(App[None]):
    """The review desk over a store that was opened for a reviewer."""

    ENABLE_COMMAND_PALETTE = False
    TITLE = "fzreview"
    CSS_PATH = "screens/desk.tcss"
    """The first screen's styles; Textual loads those of later screens itself, but not of the default one."""

    def __init__(self, opened: Future[Review] | Review) -> None:
        """``opened`` may still be on its way, so that the store opens while the screen library loads."""
        super().__init__()
        self.animation_level = "none"
        self._opened = opened
        self.failure: FzError | None = None
        """Why the store could not be opened, when that ended the program."""

    @property
    def review(self) -> Review:
        """The store at work. Waits for it; raises StoreError when it could not be opened."""
        if isinstance(self._opened, Future):
            self._opened = self._opened.result()
        return self._opened

    def get_default_screen(self) -> Screen[None]:
        return DeskScreen(self.review)

    def on_mount(self) -> None:
        for name in ("SIGTERM", "SIGHUP"):
            if hasattr(signal, name):
                self._end_on(getattr(signal, name))

    def _end_on(self, number: signal.Signals) -> None:
        import asyncio

        # In tests the application may run outside the main thread, where signals cannot be caught.
        try:
            asyncio.get_running_loop().add_signal_handler(number, self.exit)
        except (NotImplementedError, RuntimeError, ValueError):
            return

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        return ()
