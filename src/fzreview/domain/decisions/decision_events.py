"""Decisions on figures and their undoing, as far as counting a reviewer's decided figures needs them."""

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
class DecisionEvent:
    """A journal entry by which a figure becomes decided, or stops being so."""

    uuid: str
    """Of the entry, or of the entry that it undoes or redoes."""
    at: str
    figure: str
    """``SHA256:START-END``, unique in the store."""
    decides: bool
    """False where the entry undoes the decision ``uuid``."""


def decision_event(entry: JournalEntry) -> DecisionEvent | None:
    """The event of an entry; None where it neither decides on a figure nor undoes such a decision."""
    if entry.target != "figure":
        return None
    figure = f"{entry.report}:{entry.figure}"
    if entry.action == "undo":
        return DecisionEvent(entry.inverts or entry.uuid, entry.at, figure, False)
    if entry.action == "redo":
        decides = entry.after is not None and entry.after.verdict is not None
        if not decides or without_comment(entry.before) == without_comment(entry.after):
            return None
        return DecisionEvent(entry.inverts or entry.uuid, entry.at, figure, True)
    return DecisionEvent(entry.uuid, entry.at, figure, True) if entry.action in DECIDING else None


class DecidedFigures:
    """How many figures one reviewer decided: once each, and as long as a decision was not taken back."""

    def __init__(self) -> None:
        self._decisions: dict[str, str] = {}
        """Uuid of a decision that was not taken back → its figure."""
        self._figures: Counter[str] = Counter()

    @property
    def count(self) -> int:
        return len(self._figures)

    def note(self, event: DecisionEvent) -> None:
        """Follow an entry."""
        figure = self._decisions.pop(event.uuid, None)
        if figure is not None:
            self._figures[figure] -= 1
            if not self._figures[figure]:
                del self._figures[figure]
        if event.decides:
            self._decisions[event.uuid] = event.figure
            self._figures[event.figure] += 1
