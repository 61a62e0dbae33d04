"""A dispute as an adjudicator sees it: figures in question and what each side says of them, no names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from math import factorial
from string import ascii_uppercase
from typing import Literal, TypeVar

from fzreview.domain.decisions.verdict import Decision
from fzreview.domain.figures.figure import Figure

Stance = Literal["keeps", "none", "unsure", "unfixed"]
"""What a side says: there is this figure; there is none; it does not know; wrong, and not yet how."""

LETTERS = ascii_uppercase
"""The names of sides on the screen."""

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class DisputeRef:
    """Which figures of which report are in question: enough to find the dispute again."""

    report: str
    """sha256."""
    spans: tuple[str, ...]
    """Span keys of the figures, in order of place."""

    @property
    def name(self) -> str:
        """The same in every store."""
        return f"{self.report}:{'+'.join(self.spans)}"


@dataclass(frozen=True, slots=True)
class Side:
    """What one or more reviewers say of a dispute; who they are stays untold."""

    stance: Stance
    figure: Figure | None
    """The figure as they have it; None where they keep none."""
    words: Mapping[str, Decision]
    """Span key → what would hold of each figure of the dispute, were this side right."""
    hasty: bool = False
    """Whether a word of it was said faster than anybody reads. For after the decision: it biases."""
    bulk: bool = False
    """Whether a word of it was one of many at once."""

    @property
    def settles(self) -> bool:
        """Whether it can be taken: who is unsure leaves the question open."""
        return self.stance in ("keeps", "none")


@dataclass(frozen=True, slots=True)
class Dispute:
    """One question to be settled."""

    ref: DisputeRef
    main: str
    """Span key of the figure that it is about first: what a third answer corrects."""
    kinds: tuple[str, ...]
    """Kinds of case in it, the gravest first."""
    sides: tuple[Side, ...]
    """Two or more, in an order that says nothing."""


def shuffled(items: list[Item], case: str, adjudicator: str) -> tuple[Item, ...]:
    """``items`` in an order drawn by case and adjudicator: the same whenever it is asked for.

    Of two, one bit of ``sha256(case ‖ adjudicator)`` says which comes first.
    """
    told = f"{case}\0{adjudicator}".encode("utf-8", "surrogatepass")
    number = int.from_bytes(sha256(told).digest()) % factorial(len(items))
    left, drawn = list(items), []
    for count in range(len(items), 0, -1):
        number, index = divmod(number, count)
        drawn.append(left.pop(index))
    return tuple(drawn)
