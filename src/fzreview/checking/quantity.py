"""What a figure's value may stand for, by the digits that the report tells."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from fzreview.domain.figures.figure import Figure
from fzreview.text.precision import last_digit

_CLOSE: Final = 1e-9
"""Relative error of binary fractions that counts as none."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value with the span of true values that its digits and its bound leave open."""

    value: float
    half: float
    """Half a unit of the last told digit; 0 for a count told to the last one."""
    low: float
    high: float
    loose: bool
    """Whether 余, 约, 以上 … widen it beyond rounding."""

    @property
    def is_whole(self) -> bool:
        """A count told to the last one."""
        return self.half == 0 and not self.loose and self.value == int(self.value)


def quantity_of(figure: Figure) -> Quantity | None:
    """The quantity of a figure; None for a range and for what is no finite number."""
    try:
        value = float(figure.value)
    except ValueError:
        return None
    if figure.upper is not None or not math.isfinite(value) or abs(value) > 1e15:
        return None
    unit = last_digit(figure.text, value)
    half = unit / 2 if unit != 1 or figure.kind in ("percent", "ratio", "score") else 0.0
    if figure.kind == "percent" and value == 100:
        half = 0.0
    low, high = _bounded(figure.bound, value, half)
    return Quantity(value, half, low, high, figure.bound != "=")


def range_of(figure: Figure) -> Quantity | None:
    """The ends of a range as the span of a quantity; None for what is none."""
    try:
        low, high = float(figure.value), float(figure.upper or "")
    except ValueError:
        return None
    finite = math.isfinite(low) and math.isfinite(high) and low < high
    return Quantity(low, 0.0, low, high, True) if finite else None


def _bounded(bound: str, value: float, half: float) -> tuple[float, float]:
    size = abs(value)
    if bound == "=":
        return value - half, value + half
    if bound == "~":
        return value - 0.1 * size, value + 0.1 * size
    if bound in (">", ">="):
        return value, value + (_place(size) if bound == ">" else size)
    return (value - _place(size), value) if bound == "<" else (0.0, value)


def _place(size: float) -> float:
    """The worth of the last digit that is not 0: 100 for 1800."""
    place = 1.0
    while size >= 10 * place and size % (10 * place) == 0:
        place *= 10
    return place


def overlap(low: float, high: float, other_low: float, other_high: float) -> bool:
    """Whether two spans of values share one, but for binary rounding."""
    slack = _CLOSE * max(abs(high), abs(other_high), 1.0)
    return low <= other_high + slack and other_low <= high + slack


def shown(value: float) -> str:
    """A value as it stands in an explanation: no exponent, no zeros that end a fraction, large round numbers
    in 万 and 亿 as reports tell them.
    """
    for name, worth, least, step in _ROUND:
        if abs(value) >= least and value % step == 0:
            return shown(value / worth) + name
    if value == int(value):
        return str(int(value))
    return (f"{value:.4f}" if abs(value) >= 0.1 else f"{value:.8f}").rstrip("0").rstrip(".")


_ROUND: Final = (("亿", 1e8, 1e8, 1e4), ("万", 1e4, 1e4, 1e2))
"""Name, worth, the least value that is told in it, and what that value must be a multiple of."""


def share_shown(percent: float) -> str:
    """A computed share, rounded to two digits."""
    return f"{percent:.2f}".rstrip("0").rstrip(".") + "%"
