"""Stepping through the figures that are tied to one, and back."""

from __future__ import annotations

from dataclasses import dataclass, replace

from fzreview.domain.ties.tie import Tie
from fzreview.review.ties.tie_index import TieIndex


@dataclass(frozen=True, slots=True)
class Stop:
    """A figure on the way."""

    key: str
    """Its span key."""
    number: int
    """Which tie of the figure where the walk began, counted from 1."""
    tie: Tie


@dataclass(frozen=True, slots=True)
class TieWalk:
    """A walk through the figures of a figure's ties: those of the strongest tie first, each figure once."""

    origin: str
    """Span key of the figure where it began and where it ends."""
    ties: int
    """How many ties that figure has."""
    stops: tuple[Stop, ...]
    """Never empty."""
    at: int = 0

    @classmethod
    def begun(cls, tie_index: TieIndex, key: str) -> TieWalk | None:
        """A walk at its first stop; None where no tie leads to another figure."""
        stops: list[Stop] = []
        seen = {key}
        ties = tie_index.ties_of(key)
        for number, tie in enumerate(ties, 1):
            new = [member for member in tie_index.members(tie) if member not in seen]
            seen.update(new)
            stops += [Stop(member, number, tie) for member in new]
        return cls(key, len(ties), tuple(stops)) if stops else None

    @property
    def here(self) -> Stop:
        return self.stops[self.at]

    def onward(self) -> TieWalk | None:
        """The walk one stop on; None where it ends, back where it began."""
        return replace(self, at=self.at + 1) if self.at + 1 < len(self.stops) else None
