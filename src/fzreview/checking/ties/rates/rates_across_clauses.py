"""Rates whose part and base stand in whatever order, in other clauses, or in the sentence beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from fzreview.checking.ties.constructors import adds_up
from fzreview.checking.ties.rates.rate_arithmetic import fits, share
from fzreview.checking.ties.rates.rate_names import named_part
from fzreview.checking.ties.view import Spot, View
from fzreview.checking.units import kindred, same_unit

_BACK: Final = 8
_AHEAD: Final = 3
_EXACT: Final = 0.05
"""Half a unit of the last digit of a rate that tells one decimal."""
_DONE: Final = re.compile(
    "完成(?:年度|全年|年初)?(?:计划|目标|任务|指标|预算)的?|完成率|达标率|执行率|到位率"
)
_LARGEST: Final = 400.0


def rate_across_clauses(view: View, rate: Spot) -> tuple[Spot, Spot] | None:
    """Base and part: only a pair that makes the rate, with whole percents only figures side by side."""
    near = _around(view, rate)
    names = named_part(rate.lead)
    for base, part in sorted(_pairs(near), key=lambda pair: _distance(rate, pair, names)):
        above = part.value > base.value
        if above and not (_DONE.search(rate.lead) and 100 < share(base, part) < _LARGEST):
            continue
        if fits(rate, base, part) == "true" and (
            0 < rate.quantity.half <= _EXACT or _side_by_side(view, base, part)
        ):
            return base, part
    return None


def _around(view: View, rate: Spot) -> Sequence[Spot]:
    spots = view.spots[max(0, rate.place - _BACK) : rate.place + 1 + _AHEAD]
    return [
        spot
        for spot in spots
        if spot.is_amount
        and not spot.is_difference
        and not spot.quantity.loose
        and spot.value > 0
        and abs(spot.paragraph - rate.paragraph) == 0
        and rate.sentence - 2 <= spot.sentence <= rate.sentence + (spot.place == rate.place + 1)
    ]


def _pairs(near: Sequence[Spot]) -> Iterable[tuple[Spot, Spot]]:
    for one in near:
        for other in near:
            if one is not other and kindred(one.unit, other.unit) and one.figure.kind == other.figure.kind:
                yield one, other


def _distance(rate: Spot, pair: tuple[Spot, Spot], names: str | None) -> tuple[bool, int, int]:
    """Pairs with the part that the name of the rate means come first, then those near to it."""
    base, part = pair
    named = names is not None and re.search(names, part.words) is not None
    reach = max(abs(spot.place - rate.place) for spot in pair)
    return not named, reach, abs(base.place - part.place)


def _side_by_side(view: View, base: Spot, part: Spot) -> bool:
    first, last = sorted((base, part), key=lambda spot: spot.place)
    between = [spot for spot in view.spots[first.place + 1 : last.place] if not _OF_BEFORE.search(spot.lead)]
    if all(spot.is_percent for spot in between):
        return last.sentence - first.sentence <= 1
    # 接到2650件。投诉1890件,举报760件。办结2597件: the whole, its parts, what came of it.
    amounts = [spot for spot in between if not spot.is_percent]
    parts = [spot for spot in amounts if spot.is_amount and same_unit(spot.unit, base.unit)]
    return first is base and len(parts) == len(amounts) > 1 and adds_up(base, parts) == "true"


_OF_BEFORE: Final = re.compile("去年|上年|同期|(?:19|20)[0-9]{2}年")
"""What an earlier time had stands between a number and its parts without parting them."""
