"""What journal entries mean for the count of figures that a reviewer decided."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from fzreview.domain.decisions.contesting import without_comment
from fzreview.domain.decisions.verdict import Action, JournalEntry

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
        if not decides or without_comment(entry.before) == without_comment(entry.after):
            return None
        return Mark(entry.inverts or entry.uuid, entry.at, figure, True)
    return Mark(entry.uuid, entry.at, figure, True) if entry.action in DECIDING else None


class DecidedFigures:
    """How many figures one reviewer decided: once each, and as long as a decision was not taken back."""

    def __init__(self) -> None:
        self._decisions: dict[str, str] = {}
        """Uuid of a decision that was not taken back → its figure."""
        self._figures: Counter[str] = Counter()

    @property
    def count(self) -> int:
        return len(self._figures)

    def note(self, mark: Mark) -> None:
        """Follow an entry."""
        figure = self._decisions.pop(mark.uuid, None)
        if figure is not None:
            self._figures[figure] -= 1
            if not self._figures[figure]:
                del self._figures[figure]
        if mark.decides:
            self._decisions[mark.uuid] = mark.figure
            self._figures[mark.figure] += 1
