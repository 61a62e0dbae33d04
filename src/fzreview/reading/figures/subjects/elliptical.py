"""A clause that may be elliptical, as the frames see it."""

from __future__ import annotations

from typing import Final, NamedTuple

from fzreview.reading.figures.subjects.antecedent import Antecedent
from fzreview.reading.figures.subjects.changes import unchanged
from fzreview.reading.figures.subjects.wordings import Counted

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

    head: str
    """The head noun of the antecedent."""
    base: str
    """The subject of the antecedent, without the change that it tells."""
    same_unit: bool
    """Whether both figures count things of one unit."""

    @classmethod
    def of(cls, left: str, figure: Counted, opened: str, antecedent: Antecedent, part: bool) -> Elliptical:
        """The clause of ``figure`` with the wording ``left`` before its number."""
        return cls(
            left,
            figure.unit,
            figure.kind,
            opened,
            antecedent,
            part,
            head=antecedent.head,
            base=unchanged(antecedent),
            same_unit=alike(figure.unit, antecedent.unit),
        )
