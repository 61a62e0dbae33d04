"""A load that goes on beside a reviewer, and how far it is."""

from __future__ import annotations

import asyncio
from collections import Counter
from contextlib import aclosing
from pathlib import Path
from typing import Final

from fzreview.domain.reports.reading_rows import Row
from fzreview.errors import FzError
from fzreview.work.loading.loader_process import load_in_process
from fzreview.work.loading.results import OF_NO_INTEREST, unread_words

MOST_REFUSALS: Final = 200
"""Sentences of a kind that are held; the command line tells them all."""


class BackgroundLoad:
    """Loads one path at a time into one store. Whoever shows it looks at its attributes now and then."""

    def __init__(self, store: Path) -> None:
        self._store = store
        self._task: asyncio.Task[object] | None = None
        self.forget()

    def forget(self) -> None:
        """Nothing was loaded: what is told of the last load has been read."""
        self.path: Path | None = None
        """What is loaded, or was loaded last."""
        self.loaded = self.known = self.refused = self.skipped = self.figures = self.copies = self.bare = 0
        self.reasons: Counter[tuple[str, str]] = Counter()
        """``refused`` or ``skipped``, and the code of a reason → inputs that met it."""
        self.converted: Counter[str] = Counter()
        """Kind of file → reports that were made of one."""
        self.refusals: list[str] = []
        self.unread: list[str] = []
        """Which reports have printed pages without text: pictures, most likely."""
        self.error: str | None = None
        """Why the last load broke down."""
        self.stopped = False

    @property
    def is_running(self) -> bool:
        return self._task is not None

    async def run(self, path: Path) -> None:
        """Load a path to its end. What was stored stays when this is cancelled; nothing is half stored."""
        self.forget()
        self.path = path
        self._task = asyncio.current_task()
        try:
            async with aclosing(load_in_process(self._store, [path])) as rows:
                async for row in rows:
                    self._count(row)
        except FzError as error:
            self.error = str(error)
        finally:
            self._task = None

    def stop(self) -> None:
        """End the load; what was stored stays."""
        if self._task is not None:
            self.stopped = True
            self._task.cancel()

    async def end(self) -> None:
        """Stop, and wait until nothing loads any more."""
        task = self._task
        self.stop()
        if task is not None:
            await asyncio.wait({task})

    def _count(self, row: Row) -> None:
        if row["code"] is not None:
            self.reasons[row["status"], row["code"]] += 1
        if row["status"] == "loaded":
            self.loaded += 1
            self.figures += row["figures"] or 0
            self.copies += row["copy_of"] is not None
            self.bare += row["figures"] == 0
            if row["unread_pages"] and len(self.unread) < MOST_REFUSALS:
                self.unread.append(unread_words(row["doc"], row["unread_pages"]))
            if row["converted_from"] is not None:
                self.converted[row["converted_from"]] += 1
        elif row["status"] in ("refused", "skipped"):
            self.refused += row["status"] == "refused"
            self.skipped += row["status"] == "skipped"
            if row["code"] not in OF_NO_INTEREST and len(self.refusals) < MOST_REFUSALS:
                self.refusals.append(row["error"])
        else:
            self.known += 1
