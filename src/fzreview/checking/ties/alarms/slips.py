"""Numbers that would fit if one digit of one of them were another: slips of the pen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from fzreview.checking.ties.view import Spot

_SMALLEST: Final = 20
"""Below this total, any two numbers are one digit apart."""


def slip_in_sum(total: Spot, parts: Sequence[Spot]) -> bool:
    """Whether one other digit in one figure makes the sum come out.

    False as well where so many sums would come out by such a change that it proves nothing.
    """
    figures = (total, *parts)
    difference = sum(part.value for part in parts) - total.value
    return (
        len(parts) > 1
        and difference != 0
        and all(figure.quantity.is_whole for figure in figures)
        and max(total.value, total.value + difference) >= _SMALLEST
        and any(_one_digit(figure.value, difference) for figure in figures)
    )


def magnitude_in_sum(total: Spot, parts: Sequence[Spot]) -> bool:
    """Whether 万 or 亿, too much or too little in one figure, keeps the sum from coming out."""
    figures = (total, *parts)
    if len(parts) < 2 or any(figure.quantity.loose for figure in figures):
        return False
    difference = sum(part.value for part in parts) - total.value
    slack = sum(figure.quantity.half for figure in figures)
    return any(
        _magnitude(figure, figure.value + change, slack - figure.quantity.half)
        for figure, change in _changes(figures, difference)
    )


def one_digit_in_long_sum(total: Spot, parts: Sequence[Spot]) -> bool:
    """Whether exactly one digit of one figure keeps a sum of thousands from coming out.

    Counted in units of the last digit, which must be the same for all. With four digits and more, parts that
    do not make the total are one digit away from it in one case of a hundred: no other sign is needed.
    """
    figures = (total, *parts)
    steps = {figure.quantity.half for figure in figures}
    if len(parts) < 2 or len(steps) != 1 or any(figure.quantity.loose for figure in figures):
        return False
    step = 2 * steps.pop() or 1.0
    told = [round(figure.value / step) for figure in figures]
    difference = sum(told[1:]) - told[0]
    return (
        told[0] >= _LONG
        and difference != 0
        and any(
            _digits_apart(count, count + change, 0)
            for count, change in zip(told, (difference, *(-difference for _ in parts)), strict=True)
            if count >= _LONG / 10 and count + change > 0
        )
    )


_LONG: Final = 1000


def _changes(figures: Sequence[Spot], difference: float) -> list[tuple[Spot, float]]:
    """What each figure would have to gain."""
    return [(figure, difference if index == 0 else -difference) for index, figure in enumerate(figures)]


def _one_digit(value: float, difference: float) -> bool:
    size = abs(int(difference))
    place = 1
    while size % 10 == 0:
        size //= 10
        place *= 10
    return size < 10 and place <= value


def _magnitude(figure: Spot, should: float, slack: float) -> bool:
    """Whether a figure is 万 or 亿 times what it should be, or the other way round, digit for digit."""
    for factor in (1e4, 1e8, 1e-4, 1e-8):
        off = abs(figure.value * factor - should)
        rounding = slack + figure.quantity.half * factor
        exact = off <= 1e-6 * should
        if should > 0 and (exact or off <= rounding <= _VAGUE * should):
            return True
    return False


_VAGUE: Final = 0.01
"""Rounding beyond this share of a number leaves too many sums that come out."""


def slip_in_share(rate: Spot, base: Spot, part: Spot) -> bool:
    """Whether one other digit in the rate, the base or the part makes the share come out.

    Only for rates with two decimals: with fewer, too many would come out.
    """
    half = rate.quantity.half
    if not 0 < half <= _TWO_DECIMALS or not (base.quantity.is_whole and part.quantity.is_whole):
        return False
    share = 100 * part.value / base.value
    if _digits_apart(rate.value, round(share, 2), 2):
        return True
    should_part = round(rate.value * base.value / 100)
    if _digits_apart(part.value, should_part, 0) and abs(100 * should_part / base.value - rate.value) <= half:
        return True
    should_base = round(100 * part.value / rate.value) if rate.value else 0
    return (
        should_base > 0
        and _digits_apart(base.value, should_base, 0)
        and abs(100 * part.value / should_base - rate.value) <= half
    )


_TWO_DECIMALS: Final = 0.005


def _digits_apart(told: float, should: float, decimals: int) -> bool:
    """Whether two numbers of as many digits differ in exactly one of them."""
    one, other = f"{told:.{decimals}f}", f"{should:.{decimals}f}"
    return len(one) == len(other) and sum(map(str.__ne__, one, other)) == 1
