"""A percentage against the two numbers that it may be made of."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from fzreview.checking.quantity import Quantity, overlap, share_shown, shown
from fzreview.checking.ties.constructors import Part, tie_between
from fzreview.checking.ties.view import Spot
from fzreview.domain.ties.tie import Holds, Tie

_ROUGHLY: Final = 0.1
_TENTHS: Final = "成"


def in_percent(spot: Spot) -> Spot | None:
    """The figure as a percentage, 六成 as 60% give or take 5, 八分之一 give or take a tenth of it; None where
    it is none.
    """
    if spot.is_percent:
        return spot
    if spot.figure.kind == "ratio" and "分之" in spot.figure.text and 0 < spot.value < 1:
        percent = 100 * spot.value
        near = Quantity(percent, _ROUGHLY * percent, (1 - _ROUGHLY) * percent, (1 + _ROUGHLY) * percent, True)
        return replace(spot, quantity=near)
    if spot.unit != _TENTHS:
        return None
    told = spot.quantity
    scaled = Quantity(10 * told.value, 10 * told.half, 10 * told.low, 10 * told.high, told.loose)
    return replace(spot, quantity=scaled)


def share(base: Spot, part: Spot) -> float:
    """How many percent of the base the part makes."""
    return 100 * part.value / base.value


def fits(rate: Spot, base: Spot, part: Spot) -> Holds:
    """Whether a rate is the share of the part in the base, by the told digits; a cut instead of a rounding
    is approximate."""
    if base.quantity.low <= 0:
        return "false"
    low = 100 * part.quantity.low / base.quantity.high
    high = 100 * part.quantity.high / base.quantity.low
    told = rate.quantity
    loose = part.quantity.loose or base.quantity.loose or told.loose
    if overlap(low, high, told.low, told.high):
        return "approx" if loose else "true"
    cut = 2 * told.half * _LESS_THAN_ONE
    return "approx" if cut and overlap(low, high, told.value - cut, told.value + cut) else "false"


_LESS_THAN_ONE: Final = 0.999
"""A cut takes less than a whole unit of the last digit: 100% is never told as 99%."""


def triple(rate: Spot, base: Spot, part: Spot, holds: Holds) -> Tie:
    reached = share_shown(share(base, part))
    sign = {"true": "≈", "approx": "≈", "false": "≠"}[holds]
    told = f"{shown(rate.value)}%"
    explain = f"{shown(part.value)}/{shown(base.value)}={reached}" + (
        "" if reached == told else f"{sign}{told}"
    )
    members: list[Part] = [(base, "base"), (part, "part"), (rate, "rate")]
    sure = holds == "true" or (holds == "approx" and not rate.quantity.loose)
    return tie_between("rate", members, holds, "high" if sure else "medium", explain)
