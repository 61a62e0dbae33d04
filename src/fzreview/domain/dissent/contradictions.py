"""Where two reviewers hold what cannot both be right of one figure.

Here an unsure decision claims nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter

from fzreview.domain.decisions.claims import UNSURE, Claim, at_one, claim_said, same_claim
from fzreview.domain.decisions.decided import FigureVerdict

Span = tuple[int, int]


def claim_of_verdict(one: FigureVerdict) -> Claim | None:
    """What a verdict claims; None where it claims nothing."""
    claim = claim_said(one.verdict, one.reason, one.correction, one, one.origin)
    return None if claim == UNSURE else claim


def contradicted(verdicts: Iterable[FigureVerdict]) -> int:
    """Of how many figures reviewers claim different things; the verdicts in order of the figures' spans."""
    return sum(_differ(list(group)) for _, group in groupby(verdicts, itemgetter(0, 1)))


def _differ(verdicts: Sequence[FigureVerdict]) -> bool:
    if len(verdicts) < 2:
        return False
    return not at_one(claim for one in verdicts if (claim := claim_of_verdict(one)) is not None)


class Claims:
    """The claims of one report's gold as they are read, a row at a time."""

    def __init__(self) -> None:
        self._first: dict[tuple[str, Span], tuple[str, Claim]] = {}

    def against(self, held: Span, final: Span | None, reviewer: str, claim: Claim) -> str | None:
        """Note a claim; the reviewer who claims something else of the same figure, None where nobody does.

        ``held`` is the span of the figure as extracted or added, ``final`` as decided, None of what is none.
        """
        other = None
        for place in (("held", held), *([("final", final)] if final is not None else [])):
            first = self._first.setdefault(place, (reviewer, claim))
            if first[0] != reviewer and not same_claim(first[1], claim):
                other = other or first[0]
        return other
