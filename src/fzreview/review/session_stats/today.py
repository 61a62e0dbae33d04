"""How many figures a reviewer has decided today, across reports and sessions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from fzreview.domain.decisions.decision_events import DecidedFigures, DecisionEvent

_MINUTE: Final = len("2025-12-31T23:59")
"""Characters of a time in ISO 8601 that tell its minute."""


class Today:
    """Figures decided on the day of the latest event."""

    def __init__(self, day_of: Callable[[str], str], day: str, events: Iterable[DecisionEvent] = ()) -> None:
        """``day_of`` names the reviewer's day of a time in UTC; ``day`` is the one to begin with."""
        self._day_of = day_of
        self._day = day
        self._minute = ""
        """The minute of the latest event: a day begins with a minute, wherever it does."""
        self._decided = DecidedFigures()
        for event in events:
            self.note(event)

    @property
    def count(self) -> int:
        return self._decided.count

    def note(self, event: DecisionEvent) -> None:
        """Follow an entry that was recorded; counts anew where this is another day."""
        if (minute := event.at[:_MINUTE]) != self._minute:
            self._minute = minute
            if (day := self._day_of(event.at)) != self._day:
                self._day = day
                self._decided = DecidedFigures()
        self._decided.note(event)
