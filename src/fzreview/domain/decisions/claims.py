"""What a decision says of its figure, and whether two decisions say the same.

A *claim* is that there is no figure, or its span and what it states. A decision that waits for its fix claims
that the extracted fields are wrong. Wherever reviewers are held against each other, :func:`same_claim` says
whether they are at one: as a score does, it compares numbers as numbers, forgives a gloss at the end of a
span, and takes subjects that are worded alike for one.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from operator import attrgetter
from typing import Final, Literal, NamedTuple, Protocol

from fzreview.domain.decisions.verdict import Decision, Origin, Reason, Verdict
from fzreview.domain.figures.figure import Figure
from fzreview.domain.figures.likeness import ALIKE_SUBJECTS, bare_end, character_f1, number


class FigureClaim(NamedTuple):
    """That there is a figure here, and that it states this."""

    start: int
    end: int
    surface: str
    value: str
    upper: str | None
    unit: str
    kind: str
    bound: str
    subject: str

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands, without a gloss behind it."""
        return self.start, bare_end(self.surface, self.start, self.end)


Claim = FigureClaim | Literal["rejected", "unfixed", "unsure"]

NO_FIGURE: Final = "rejected"
UNFIXED: Final = "unfixed"
UNSURE: Final = "unsure"


class Spanned(Protocol):
    """Whatever has the fields of a figure."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


_FIELDS: Final = attrgetter(*FigureClaim._fields)


def claim_of(figure: Spanned) -> FigureClaim:
    """That these fields are right."""
    return FigureClaim._make(_FIELDS(figure))


def claim_said(
    verdict: Verdict | None, reason: Reason | None, correction: Figure | None, figure: Spanned, origin: Origin
) -> Claim:
    """What a verdict says about a figure as extracted or added; that one is unsure is a word of its own."""
    if verdict == "unsure":
        return UNSURE
    if verdict == "wrong" and reason == "not_a_figure":
        return NO_FIGURE
    if verdict == "wrong" and (correction is None or origin == "reviewer"):
        return UNFIXED
    return claim_of(correction or figure)


def claim_of_decision(decision: Decision, figure: Spanned, origin: Origin) -> Claim:
    """What a decision says about a figure as extracted or added."""
    return claim_said(decision.verdict, decision.reason, decision.correction, figure, origin)


def same_claim(one: Claim, other: Claim) -> bool:
    """Whether two claims say the same, though they may be worded differently."""
    if one == other:
        return True
    if isinstance(one, str) or isinstance(other, str):
        return False
    return (
        one.place == other.place
        and (one.unit, one.kind, one.bound) == (other.unit, other.kind, other.bound)
        and number(one.value) == number(other.value)
        and number(one.upper) == number(other.upper)
        and character_f1(one.subject, other.subject) >= ALIKE_SUBJECTS
    )


def at_one(claims: Iterable[Claim]) -> bool:
    """Whether each of them says the same as every other."""
    distinct = set(claims)
    return len(distinct) < 2 or all(same_claim(one, other) for one, other in combinations(distinct, 2))
