"""Suspending repaints while keys are queued, so that their changes are painted once."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from typing import Final

from textual.screen import Screen

MAX_HOLD_SECONDS: Final = 0.5
"""Queued keys hold the repaint at most this long."""


class RepaintHold:
    """Keeps ``App.batch_update`` open until released; calls ``on_timeout`` after MAX_HOLD_SECONDS."""

    def __init__(self, screen: Screen[None], on_timeout: Callable[[], None]) -> None:
        self._screen = screen
        self._on_timeout = on_timeout
        self._batch: ExitStack | None = None
        self._is_timer_set = False

    def hold(self) -> None:
        """Suspend repaints."""
        if self._batch is None:
            self._batch = ExitStack()
            self._batch.enter_context(self._screen.app.batch_update())
        if not self._is_timer_set:
            self._is_timer_set = True
            self._screen.set_timer(MAX_HOLD_SECONDS, self._time_out)

    def release(self) -> None:
        """Resume repaints and paint what has changed."""
        if self._batch is not None:
            self._batch.close()
            self._batch = None
            self._screen.check_idle()

    def _time_out(self) -> None:
        self._is_timer_set = False
        self._on_timeout()
