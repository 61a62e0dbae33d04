"""Numbers that would fit if one digit of one of them were another: slips of the pen."""

from __future__ import annotations

from collections.abc import Sequence

from fzreview.reading.ties.view import Spot


def slip_in_sum(total: Spot, parts: Sequence[Spot]) -> bool:
    """Whether one other digit in one figure, or 万 or 亿 too much or too little, makes the sum come out.

    False as well where so many sums would come out by such a change that it proves nothing.
    """
    figures = (total, *parts)
    if not all(figure.quantity.is_whole for figure in figures) or len(parts) < 2:
        return False
    difference = sum(part.value for part in parts) - total.value
    return difference != 0 and (
        (any(_one_digit(figure.value, difference) for figure in figures) and total.value >= 20)
        or any(_magnitude(figure.value, change) for figure, change in _changes(figures, difference))
    )


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


def _magnitude(value: float, change: float) -> bool:
    should = value + change
    return should > 0 and any(
        abs(value - should * factor) <= 1e-6 * value or abs(value * factor - should) <= 1e-6 * should
        for factor in (1e4, 1e8)
    )
