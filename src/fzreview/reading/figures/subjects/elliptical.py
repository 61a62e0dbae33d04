"""A clause that may be elliptical, as the frames see it."""

from __future__ import annotations

from typing import NamedTuple

from fzreview.reading.figures.subjects.antecedent import Antecedent
from fzreview.reading.figures.subjects.changes import unchanged


class Elliptical(NamedTuple):
    """The figure of a clause with what its clause and the figure before tell."""

    left: str
    """The cleaned wording before the number."""
    unit: str
    kind: str
    opened: str
    """The mark before the clause."""
    antecedent: Antecedent
    part: bool
    """Whether it tells a part of what the antecedent counts."""

    @property
    def head(self) -> str:
        """The head noun of the antecedent."""
        return self.antecedent.head

    @property
    def base(self) -> str:
        """The subject of the antecedent, without the change that it tells."""
        return unchanged(self.antecedent)

    @property
    def same_unit(self) -> bool:
        """Whether both figures have one unit."""
        return self.unit == self.antecedent.unit
