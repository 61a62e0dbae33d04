"""How many figures a reviewer has decided today, across reports and sessions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final

from fzreview.domain.verdict import Action, Decision, JournalEntry

DECIDING: Final[frozenset[Action]] = frozenset(
    {"verified", "wrong", "not_a_figure", "unsure", "corrected", "added"}
)
"""Actions after which a figure is decided."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a journal entry means for the count."""

    uuid: str
    """Of the entry, or of the one that it undoes or makes again."""
    at: str
    figure: str
    """A name of the figure that no other of the store has."""
    decides: bool
    """False takes the decision ``uuid`` back."""


def mark_of(entry: JournalEntry) -> Mark | None:
    """The mark of an entry; None where it neither decides on a figure nor takes that back."""
    if entry.target != "figure":
        return None
    figure = f"{entry.report}:{entry.figure}"
    if entry.action == "undo":
        return Mark(entry.inverts or entry.uuid, entry.at, figure, False)
    if entry.action == "redo":
        decides = entry.after is not None and entry.after.verdict is not None
        if not decides or _without_comment(entry.before) == _without_comment(entry.after):
            return None
        return Mark(entry.inverts or entry.uuid, entry.at, figure, True)
    return Mark(entry.uuid, entry.at, figure, True) if entry.action in DECIDING else None


def _without_comment(decision: Decision | None) -> Decision | None:
    return replace(decision, comment=None) if decision else None


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
