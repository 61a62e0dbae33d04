"""Statistics of a review session: figures decided, pace, care; and the figures decided on the day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fzreview.domain.decisions.circumstances import circumstances_of
from fzreview.domain.decisions.decision_events import DECIDING, DecidedFigures, decision_event
from fzreview.domain.decisions.verdict import JournalEntry
from fzreview.review.session_stats.care import Care, CareSummary
from fzreview.review.session_stats.pace import JUDGED, Pace, PaceSummary
from fzreview.review.session_stats.today import Today
from fzreview.review.steps.step import Step


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """The statistics of a session."""

    figures: int
    """Figures decided, less those undone."""
    pace: PaceSummary
    care: CareSummary


class SessionStats:
    """Counts the recorded steps of a session."""

    def __init__(self, pace: Pace) -> None:
        self.pace = pace
        self.today = Today(_utc_day, "")
        """Figures decided today; replaced by one that includes earlier decisions when a store is opened."""
        self.hasty_warning_due = False
        """Whether the warning about haste is due after the last step."""
        self._care = Care()
        self._decided = DecidedFigures()

    def note(self, step: Step, is_doubted: Callable[[JournalEntry], bool]) -> None:
        """Count a step; ``is_doubted`` says whether the program doubts the figure of an entry."""
        self.hasty_warning_due = False
        for entry in step.entries:
            self._care.note(entry, is_doubted(entry))
            if (event := decision_event(entry)) is not None:
                self._decided.note(event)
                self.today.note(event)
            if entry.action in DECIDING:
                by_one_key = entry.action in JUDGED and circumstances_of(entry.note).bulk is None
                place = entry.report, entry.figure
                told = self.pace.note(place, entry.elapsed_ms, by_one_key)
                self.hasty_warning_due = self.hasty_warning_due or told

    def summary(self) -> SessionSummary:
        return SessionSummary(self._decided.count, self.pace.summary(), self._care.summary())


def _utc_day(at: str) -> str:
    return at[:10]
