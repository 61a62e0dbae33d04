"""One sitting of a reviewer: how many figures, how fast, with how much care; and the count of the day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fzreview.domain.decisions.circumstances import circumstances_of
from fzreview.domain.decisions.decision_events import DECIDING, DecidedFigures, decision_event
from fzreview.domain.decisions.verdict import JournalEntry
from fzreview.review.sitting.care import Care, CareSummary
from fzreview.review.sitting.pace import JUDGED, Pace, PaceSummary
from fzreview.review.sitting.today import Today
from fzreview.review.steps.step import Step


@dataclass(frozen=True, slots=True)
class SittingSummary:
    """What a sitting came to."""

    figures: int
    """Decided; what was taken back does not count."""
    pace: PaceSummary
    care: CareSummary


class Sitting:
    """Follows the steps of a sitting as they are recorded."""

    def __init__(self, pace: Pace) -> None:
        self.pace = pace
        self.today = Today(_utc_day, "")
        """Figures decided today; whoever opens a store sets one that knows what was decided before."""
        self.told_hasty = False
        """Whether the last step is the one at which haste is to be told."""
        self._care = Care()
        self._decided = DecidedFigures()

    def note(self, step: Step, is_doubted: Callable[[JournalEntry], bool]) -> None:
        """Count a step; ``is_doubted`` tells whether the program doubts the figure of an entry."""
        self.told_hasty = False
        for entry in step.entries:
            self._care.note(entry, is_doubted(entry))
            if (event := decision_event(entry)) is not None:
                self._decided.note(event)
                self.today.note(event)
            if entry.action in DECIDING:
                by_one_key = entry.action in JUDGED and circumstances_of(entry.note).bulk is None
                place = entry.report, entry.figure
                told = self.pace.note(place, entry.elapsed_ms, by_one_key)
                self.told_hasty = self.told_hasty or told

    def summary(self) -> SittingSummary:
        return SittingSummary(self._decided.count, self.pace.summary(), self._care.summary())


def _utc_day(at: str) -> str:
    return at[:10]
