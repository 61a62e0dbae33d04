"""What a package shows differently from the project's store: seeded errors and withheld values.

The true figures are recorded in the store of the coordinator alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

from fzreview.domain.figures.figure import Figure

SeedKind = Literal["power", "digit", "unit", "bound", "subject", "span", "omitted", "phantom"]
SEED_KINDS: Final[tuple[SeedKind, ...]] = get_args(SeedKind)
"""Another power of ten; a digit swapped or lost; a neighbour's unit; the bound lost; a neighbour's subject;
the span one off; a figure withheld; a date or ordinal shown as a figure."""


@dataclass(frozen=True, slots=True)
class SeededError:
    """An error put into a package to measure whether its reviewer catches it."""

    site: str
    report: str
    """sha256."""
    kind: SeedKind
    tied: bool
    """Whether the true figure stands in a tie that holds, so that the desk itself warns."""
    shown: Figure | None
    """The figure as the package shows it; None where it is omitted."""
    true: Figure | None
    """The true figure; None where there is none at that place."""

    @property
    def start(self) -> int:
        """Start of the text that the shown or the true figure covers."""
        return min(one.start for one in (self.shown, self.true) if one is not None)

    @property
    def end(self) -> int:
        return max(one.end for one in (self.shown, self.true) if one is not None)


@dataclass(frozen=True, slots=True)
class Withheld:
    """A figure whose value, upper value and unit a package hides, so that they are keyed blind."""

    site: str
    report: str
    """sha256."""
    start: int
    end: int
    seen: str
    """Digest of the whole figure, see ``wire.figure_digest``."""
