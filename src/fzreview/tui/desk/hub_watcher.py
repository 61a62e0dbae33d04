"""How far the store and its hub are in step, told quietly on the right of the status line."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Final

from textual.screen import Screen

from fzreview.errors import FzError
from fzreview.tui.desk.panes import Panes
from fzreview.work.team.hub.words import hub_words

POLL_SECONDS: Final = 15.0
"""How often it is looked at; no key waits for it."""


class HubWatcher:
    """Asks the store, never the hub: a line that hangs is nothing to a reviewer who decides."""

    def __init__(self, screen: Screen[None], store: Path, panes: Panes) -> None:
        self._screen = screen
        self._store = store
        self._panes = panes

    def start(self) -> None:
        """Tell from now on."""
        self._look()
        self._screen.set_interval(POLL_SECONDS, self._look)

    def _look(self) -> None:
        self._screen.run_worker(self._tell(), group="hub", exclusive=True, exit_on_error=False)

    async def _tell(self) -> None:
        try:
            words = await asyncio.to_thread(hub_words, self._store)
        except FzError:
            return  # a store that cannot be read is told by whatever needs it
        self._screen.set_class(words is not None, "-hub")
        if words is not None:
            self._panes.hub.show(words)
