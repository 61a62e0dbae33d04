"""How many figures a reviewer has decided today, across reports and sessions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Final

from fzreview.domain.decisions.decision_events import DecisionEvent, decision_event
from fzreview.domain.decisions.verdict import JournalEntry

_MINUTE: Final = len("2025-12-31T23:59")
"""Characters of a time in ISO 8601 that tell its minute."""


class Today:
    """Figures decided on the day of the latest mark; a figure decided twice counts once."""

    def __init__(self, day_of: Callable[[str], str], day: str, marks: Iterable[DecisionEvent] = ()) -> None:
        """``day_of`` names the reviewer's day of a time in UTC; ``day`` is the one to begin with."""
        self._day_of = day_of
        self._day = day
        self._minute = ""
        """The minute of the latest mark: a day begins with a minute, wherever it does."""
        self._decisions: dict[str, str] = {}
        self._figures: Counter[str] = Counter()
        for mark in marks:
            self._count(mark)

    @property
    def count(self) -> int:
        return len(self._figures)

    def note(self, entry: JournalEntry) -> None:
        """Follow an entry that was recorded."""
        mark = decision_event(entry)
        if mark is not None:
            self._count(mark)

    def _count(self, mark: DecisionEvent) -> None:
        if (minute := mark.at[:_MINUTE]) != self._minute:
            self._minute = minute
            self._begin(self._day_of(mark.at))
        figure = self._decisions.pop(mark.uuid, None)
        if figure is not None:
            self._figures[figure] -= 1
            if not self._figures[figure]:
                del self._figures[figure]
        if mark.decides:
            self._decisions[mark.uuid] = mark.figure
            self._figures[mark.figure] += 1

    def _begin(self, day: str) -> None:
        """Count anew where this is another day."""
        if day != self._day:
            self._day = day
            self._decisions.clear()
            self._figures.clear()
