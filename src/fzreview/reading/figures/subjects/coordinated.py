"""A number behind another one of its clause, and the antecedent that it becomes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from fzreview.reading.figures.subjects.antecedent import Antecedent
from fzreview.reading.figures.subjects.objects import object_of
from fzreview.reading.figures.subjects.wordings import Counted
from fzreview.text.sentences.clauses import Clause

LASTING: Final = "连续"


@dataclass(slots=True)
class Coordinated:
    """A number with the one before it in its clause."""

    figure: Counted
    clause: Clause
    last: Antecedent
    between: str
    """What stands between the two numbers, no bound of the first."""
    left: str
    """The same, cleaned."""
    right: str
    """The noun behind the number, cleaned."""

    def like_last(self, **fields: Any) -> Antecedent:
        """The number as an antecedent that agrees with the last one in all but ``fields``."""
        return self.last.but(clause=self.clause, end=self.figure.end, **fields)


def with_own_noun(seen: Coordinated, left: str, subject: str) -> Antecedent:
    """A noun of its own; the verb of its clause holds on."""
    head = object_of(subject)
    return seen.like_last(
        left=left, subject=subject, head=head, unit=seen.figure.unit, base=subject, compared=False
    )
