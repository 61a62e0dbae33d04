"""Remarks on figures beside their verdicts (ties, alarms, bulk decisions), for the filter of the agenda."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal, get_args

from fzreview.domain.decisions.circumstances import circumstances_of
from fzreview.domain.decisions.verdict import JournalEntry
from fzreview.domain.reports.stored import StoredFigure
from fzreview.review.ties.tie_index import TieIndex

Remark = Literal["comment", "failing", "alarm", "bulk", "against"]
"""
comment  somebody commented on it
failing  a tie of it does not hold
alarm    it is alarming by itself or beside other reports
bulk     it was decided together with others
against  it was ruled against the reviewer who opened the report
"""

REMARKS: Final[tuple[Remark, ...]] = get_args(Remark)


@dataclass(frozen=True, slots=True)
class FigureRemarks:
    """Span keys of the figures of one report that have a remark from ties, alarms or the journal."""

    failing: frozenset[str] = frozenset()
    alarm: frozenset[str] = frozenset()
    bulk: frozenset[str] = frozenset()

    def has(self, remark: Remark, stored: StoredFigure) -> bool:
        """Whether a figure has this remark."""
        match remark:
            case "comment":
                return any(held.decision.comment for held in stored.held)
            case "failing":
                return stored.span_key in self.failing
            case "alarm":
                return stored.span_key in self.alarm
            case "bulk":
                return stored.span_key in self.bulk
            case "against":
                return stored.against is not None

    def with_entries(self, entries: Iterable[JournalEntry]) -> FigureRemarks:
        """Updated by recorded entries: which figures were decided in bulk."""
        now = {
            entry.figure: entry.inverts is None and circumstances_of(entry.note).bulk is not None
            for entry in entries
            if entry.target == "figure" and entry.action not in ("commented", "contested", "reextracted")
        }
        if all(at_once == (key in self.bulk) for key, at_once in now.items()):
            return self
        bulk = self.bulk.difference(now).union(key for key, at_once in now.items() if at_once)
        return FigureRemarks(self.failing, self.alarm, bulk)

    def with_ties(self, tie_index: TieIndex) -> FigureRemarks:
        """With the remarks that ties and alarms give."""
        failing = {key for tie in tie_index.ties if tie.failed for key in tie_index.members(tie)}
        alarmed = {
            tie_index.keys[one.span]
            for one in tie_index.alarms
            if one.level == "alarm" and one.span in tie_index.keys
        }
        return FigureRemarks(frozenset(failing), frozenset(alarmed), self.bulk)


NO_REMARKS: Final = FigureRemarks()
