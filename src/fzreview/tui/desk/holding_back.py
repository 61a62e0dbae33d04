"""Painting nothing while keys wait: what they change is shown once, behind the last of them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from typing import Final

from textual.screen import Screen

HELD_BACK_SECONDS: Final = 0.5
"""How long keys that were typed ahead may keep the screen as it is."""


class HeldBack:
    """The screen, held as it is until it is released or the time for that is over."""

    def __init__(self, host: Screen[None], time_is_over: Callable[[], None]) -> None:
        self._host = host
        self._time_is_over = time_is_over
        self._held: ExitStack | None = None
        self._is_timed = False

    def hold(self) -> None:
        """Paint nothing from now on."""
        if self._held is None:
            self._held = ExitStack()
            self._held.enter_context(self._host.app.batch_update())
        if not self._is_timed:
            self._is_timed = True
            self._host.set_timer(HELD_BACK_SECONDS, self._end)

    def release(self) -> None:
        """Paint what was shown meanwhile."""
        if self._held is not None:
            self._held.close()
            self._held = None
            self._host.check_idle()

    def _end(self) -> None:
        self._is_timed = False
        self._time_is_over()
