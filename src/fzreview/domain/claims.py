"""What a decision says of its figure, so that two can be compared.

A *claim* is that there is no figure, or its span and the fields behind its text. A decision that waits for
its fix claims that the extracted fields are wrong.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Protocol

from fzreview.domain.fields import STATED
from fzreview.domain.figure import Figure
from fzreview.domain.verdict import Decision, Origin

Claim = Hashable

NO_FIGURE: Claim = "rejected"
UNFIXED: Claim = "unfixed"
UNSURE: Claim = "unsure"


class Spanned(Protocol):
    """Whatever has the fields of a figure."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def claim_of(figure: Spanned) -> Claim:
    """That these fields are right."""
    return (figure.start, figure.end, *(getattr(figure, name) for name in STATED))


def claim_of_decision(decision: Decision, figure: Figure, origin: Origin) -> Claim:
    """What a word about a figure as extracted or added says; that one is unsure is a word of its own."""
    if decision.verdict == "unsure":
        return UNSURE
    if decision.verdict == "wrong" and decision.reason == "not_a_figure":
        return NO_FIGURE
    if decision.verdict == "wrong" and (decision.correction is None or origin == "reviewer"):
        return UNFIXED
    return claim_of(decision.correction or figure)
