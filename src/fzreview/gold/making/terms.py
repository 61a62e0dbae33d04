"""On which terms verdicts are gold: what every package asks of them, and what whoever exports may choose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fzreview.domain.decisions.decided import DecidedReport, FigureVerdict
from fzreview.domain.dissent.provenance import Provenance
from fzreview.domain.gold.records import ExclusionReason, GoldStatus, ReadSection


@dataclass(frozen=True, slots=True)
class Terms:
    """What is chosen for one export or one report of it."""

    reviewer: str | None = None
    """Only theirs counts: what they left open is undecided, whatever others think. Everybody's where None."""
    hasty: bool = True
    """Also what was decided faster than anybody reads."""
    disputed: bool = False
    """Also figures on which the last words of several people differ and that nobody has settled. Those of one
    ``reviewer`` never are."""
    single: bool = True
    """Also what only one person decided, where provenance tells it."""
    status: GoldStatus | None = None
    """Only verdicts with this status; of any where None."""

    @property
    def each(self) -> bool:
        """Whether reviewers' own words are wanted, and not what settles them."""
        return self.disputed or self.reviewer is not None

    def verdicts(self, report: DecidedReport) -> Sequence[FigureVerdict]:
        """The verdicts that are asked about, a ruling in the place of the words that it settles."""
        if self.reviewer is not None:
            return [one for one in report.verdicts if one.reviewer == self.reviewer]
        return report.verdicts if self.disputed or not report.rulings else _settled(report)

    def read(self, report: DecidedReport) -> tuple[ReadSection, ...]:
        """The sections read completely by those whose verdicts are asked about."""
        return tuple(one for one in report.read if self.reviewer in (None, one.reviewer))

    def why_not(
        self, report: DecidedReport, one: FigureVerdict, origin: Provenance | None
    ) -> ExclusionReason | None:
        """Why a verdict is no gold; None where it is. ``origin`` tells where a settled word comes from."""
        reason = _unfinished(one)
        if reason is not None:
            return reason
        if not self.each and one[:2] in report.disputed:
            return "disputed"
        if not self.single and origin is not None and origin.source == "single":
            return "single"
        if not self.hasty and one.circumstances.hasty:
            return "hasty"
        return None if self.status in (None, one.verdict) else "status"


ALL_GOLD = Terms()


def _settled(report: DecidedReport) -> list[FigureVerdict]:
    """The verdicts with one ruling in the place of the words that it settles."""
    others = [one for one in report.verdicts if one[:2] not in report.rulings]
    return sorted((*others, *report.rulings.values()), key=lambda one: (*one[:2], one.reviewer))


def _unfinished(one: FigureVerdict) -> ExclusionReason | None:
    """Why a verdict says too little to be gold on any terms; None where it says enough."""
    if one.verdict == "verified":
        return None
    if one.verdict == "unsure":
        return "unsure"
    # An added figure holds itself as its correction: wrong, it still waits for its fix.
    fixed = one.correction is not None and one.origin == "machine"
    return None if fixed or one.reason == "not_a_figure" else "unfixed"
