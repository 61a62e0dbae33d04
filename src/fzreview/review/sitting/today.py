"""How many figures a reviewer has decided today, across reports and sessions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from fzreview.domain.decisions.marks import Mark, mark_of
from fzreview.domain.decisions.verdict import JournalEntry


class Today:
    """Figures decided on the day of the latest mark; a figure decided twice counts once."""

    def __init__(self, day_of: Callable[[str], str], day: str, marks: Iterable[Mark] = ()) -> None:
        """``day_of`` names the reviewer's day of a time in UTC; ``day`` is the one to begin with."""
        self._day_of = day_of
        self._day = day
        self._decisions: dict[str, str] = {}
        self._figures: Counter[str] = Counter()
        for mark in marks:
            self._count(mark)

    @property
    def count(self) -> int:
        return len(self._figures)

    def note(self, entry: JournalEntry) -> None:
        """Follow an entry that was recorded."""
        mark = mark_of(entry)
        if mark is not None:
            self._count(mark)

    def _count(self, mark: Mark) -> None:
        day = self._day_of(mark.at)
        if day != self._day:
            self._day = day
            self._decisions.clear()
            self._figures.clear()
        figure = self._decisions.pop(mark.uuid, None)
        if figure is not None:
            self._figures[figure] -= 1
            if not self._figures[figure]:
                del self._figures[figure]
        if mark.decides:
            self._decisions[mark.uuid] = mark.figure
            self._figures[mark.figure] += 1
