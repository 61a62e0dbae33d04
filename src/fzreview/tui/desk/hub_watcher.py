"""The synchronisation state of store and hub, on the right of the status line."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Final

from textual.screen import Screen

from fzreview.errors import FzError
from fzreview.tui.desk.panes import Panes
from fzreview.work.team.hub.sync_status import sync_status

POLL_SECONDS: Final = 15.0
"""Polling interval. Polling runs in a thread and delays no key."""


class HubWatcher:
    """Asks the store only, never the hub, whose connection may hang."""

    def __init__(self, screen: Screen[None], store: Path, panes: Panes) -> None:
        self._screen = screen
        self._store = store
        self._panes = panes

    def start(self) -> None:
        """Start polling."""
        self._poll()
        self._screen.set_interval(POLL_SECONDS, self._poll)

    def _poll(self) -> None:
        self._screen.run_worker(self._update(), group="hub", exclusive=True, exit_on_error=False)

    async def _update(self) -> None:
        try:
            words = await asyncio.to_thread(sync_status, self._store)
        except FzError:
            return  # whatever needs the store reports that it cannot be read
        self._screen.set_class(words is not None, "-hub")
        if words is not None:
            self._panes.hub.show(words)
