"""Rates and coefficients as a person reads them."""

from __future__ import annotations

from collections.abc import Iterable

from fzreview.measuring.coefficients import Coefficient, Concord
from fzreview.strings import say
from fzreview.text.displayable import one_line


def print_lines(lines: Iterable[str], apart: bool = False) -> None:
    """A head and, under it, what belongs to it; ``apart`` from what was printed before."""
    if apart:
        print()
    for number, line in enumerate(lines):
        print(("  " if number else "") + one_line(line))


def say_coefficient(told: Coefficient) -> str:
    """The value, or why there is none."""
    return say(f"measures.undefined.{told.undefined}") if told.value is None else f"{told.value:.3f}"


def say_beyond(told: Concord) -> str:
    """AC1 and α, and κ beside them; one sentence where none of them is defined."""
    if told.ac1.value is None and told.ac1 == told.alpha:
        return say_coefficient(told.ac1)
    return say(
        "measures.agreement.beyond",
        ac1=say_coefficient(told.ac1),
        alpha=say_coefficient(told.alpha),
        kappa=say_coefficient(told.kappa),
    )
