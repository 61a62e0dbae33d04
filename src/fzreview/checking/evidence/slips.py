"""What one slip makes of a number: another digit, a digit lost, 万 or 亿 too much or too little."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fzreview.checking.quantity import Quantity

_LARGE: Final = (1e4, 1e8)
_MOST_DIGITS: Final = 15
"""Beyond this many digits a binary fraction does not hold the last one."""


def slips_of(told: Quantity, addable: bool) -> Iterator[Quantity]:
    """Each number that one slip makes of the told one, with the same rounding; none of them is the told one.

    ``addable``: whether it is a count, an amount of money or a measure, in which 万 and 亿 may be mistaken.
    """
    step = 2 * told.half or 1.0
    digits = str(round(abs(told.value) / step))
    if len(digits) > _MOST_DIGITS:
        return
    seen = {digits}
    for changed in _other_digits(digits):
        if changed not in seen:
            seen.add(changed)
            yield shifted(told, int(changed) * step)
    if addable and told.value:
        for factor in _LARGE:
            yield shifted(told, told.value * factor)
            if told.value / factor >= 1:
                yield shifted(told, told.value / factor)


def _other_digits(digits: str) -> Iterator[str]:
    for place, digit in enumerate(digits):
        head, tail = digits[:place], digits[place + 1 :]
        others = "0123456789" if place or not tail else "123456789"
        yield from (head + other + tail for other in others if other != digit)
        if len(digits) > 1 and not (place == 0 and tail.startswith("0")):
            yield head + tail


def shifted(told: Quantity, value: float) -> Quantity:
    """The quantity that another number of the same rounding and bound tells."""
    size = abs(value)
    apart = size - abs(told.value)
    return Quantity(size, told.half, told.low + apart, told.high + apart, told.loose)
