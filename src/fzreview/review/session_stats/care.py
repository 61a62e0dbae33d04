"""The care taken in a session: sections signed off, doubtful figures decided, hasty verdicts."""

from __future__ import annotations

from dataclasses import dataclass

from fzreview.domain.decisions.circumstances import circumstances_of
from fzreview.domain.decisions.verdict import JournalEntry
from fzreview.review.session_stats.pace import JUDGED


@dataclass(frozen=True, slots=True)
class CareSummary:
    """The care of a session in numbers."""

    sections: int
    """Sections signed off as read completely."""
    doubts: int
    """Figures decided that the program doubted."""
    judged: int
    hasty: int
    """Verdicts of those judged that came faster than anybody reads."""


class Care:
    """Counts the care of a session, entry by entry; what was undone does not count."""

    def __init__(self) -> None:
        self._sections: set[tuple[str, str]] = set()
        self._doubts: set[tuple[str, str]] = set()
        self._judged = 0
        self._hasty = 0

    def note(self, entry: JournalEntry, doubted: bool) -> None:
        """Follow an entry that was recorded; ``doubted``: it is about a figure that the program doubts."""
        place = entry.report, entry.figure
        if entry.target == "section":
            (self._sections.add if entry.after else self._sections.discard)(place)
        elif entry.target == "figure":
            decided = entry.after is not None and entry.after.verdict is not None
            if doubted:
                (self._doubts.add if decided else self._doubts.discard)(place)
            circumstances = circumstances_of(entry.note)
            if entry.action in JUDGED and circumstances.bulk is None and not _says_more(entry):
                self._judged += 1
                self._hasty += circumstances.hasty

    def summary(self) -> CareSummary:
        return CareSummary(len(self._sections), len(self._doubts), self._judged, self._hasty)


def _says_more(entry: JournalEntry) -> bool:
    """Whether the reviewer had judged so before: the class of a rejection, the reason of a fault."""
    before, after = entry.before, entry.after
    return before is not None and after is not None and before.verdict == after.verdict
