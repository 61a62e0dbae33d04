"""What a package shows otherwise than the project has it: seeded errors, and values to be keyed blind.

The truth is on record with the coordinator alone.
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
class Planted:
    """One seeded error of a package."""

    site: str
    report: str
    """sha256."""
    kind: SeedKind
    tied: bool
    """Whether the true figure stands in a tie that holds, so that the desk itself warns."""
    shown: Figure | None
    """As it is shown; None where it is withheld."""
    true: Figure | None
    """As it should be; None where there is none."""

    @property
    def start(self) -> int:
        """Where the text begins that either of them covers."""
        return min(one.start for one in (self.shown, self.true) if one is not None)

    @property
    def end(self) -> int:
        return max(one.end for one in (self.shown, self.true) if one is not None)


@dataclass(frozen=True, slots=True)
class Withheld:
    """A figure of a package whose value, upper value and unit are to be keyed."""

    site: str
    report: str
    """sha256."""
    start: int
    end: int
    seen: str
    """Digest of the whole figure, see ``wire.figure_digest``."""
