"""A clause that may be elliptical, as the frames see it."""

from __future__ import annotations

from typing import Final, NamedTuple

from fzreview.reading.figures.subjects.antecedent import Antecedent
from fzreview.reading.figures.subjects.changes import unchanged

_PEOPLE: Final = frozenset(("人", "名", "位", "人次"))


def alike(unit: str, other: str) -> bool:
    """Whether two units count the same things: 356人 and 18人次 are people."""
    return unit == other or (unit in _PEOPLE and other in _PEOPLE)


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
        """Whether both figures count things of one unit."""
        return alike(self.unit, self.antecedent.unit)
