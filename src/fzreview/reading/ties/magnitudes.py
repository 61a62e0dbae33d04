"""万 and 亿 that are too much or missing, by the figures around."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from fzreview.reading.ties.units import kindred
from fzreview.reading.ties.view import Spot

_LARGE: Final = re.compile("(?<![0-9.,])[0-9]+ ?[万亿](?![0-9亿])")
_LOOSE_UNITS: Final = frozenset(["人次", "份", "册", "张", "次", "条", "元", "人"])
"""Units that a small place also counts in tens of thousands: visitors, leaflets, clicks."""
_STRICT_TIMES: Final = 50
_LOOSE_TIMES: Final = 1000
_HUNDRED_MILLION: Final = 1e8
_GREAT: Final = 1e5
"""A report with more such counts than a few is about a large place."""
_SMALL: Final = 1000
_OTHERS: Final = 3
_SUM_OF_MONEY: Final = re.compile(
    "资本|总额|投资|所得|损失|罚没|罚款|资金|收入|产值|金额|标的|贷款|税|支出|预算|欠薪|赔偿"
)
_PER_HEAD: Final = re.compile("每|人均|户均|平均|标准|日均|单价|生均|最低|补贴|补助|津贴|票价|均")


class Far(NamedTuple):
    """A count that is so many times the largest one of its kind."""

    spot: Spot
    neighbour: float
    times: float


def far_magnitudes(spots: Sequence[Spot]) -> Iterable[Far]:
    """Whole numbers of 万 or 亿 in units of which the report else counts only few."""
    by_unit: dict[str, list[Spot]] = defaultdict(list)
    for spot in spots:
        if spot.figure.kind == "count":
            by_unit[spot.unit].append(spot)
    tops = {unit: sorted(group, key=lambda spot: spot.value)[-2:] for unit, group in by_unit.items()}
    yield from _twins(spots)
    if sum(spot.value >= _GREAT for group in by_unit.values() for spot in group) > _OTHERS:
        return
    for spot in spots:
        if spot.figure.kind != "count" or spot.quantity.loose or not _LARGE.search(spot.figure.text):
            continue
        if not spot.unit:
            continue
        kin = [unit for unit in by_unit if kindred(spot.unit, unit)]
        others = sum(len(by_unit[unit]) for unit in kin) - 1
        largest = max((one.value for unit in kin for one in tops[unit] if one is not spot), default=0.0)
        if others < _OTHERS and not (spot.value >= _HUNDRED_MILLION and spot.unit not in _LOOSE_UNITS):
            continue
        times = spot.value / max(largest, 1.0)
        if times >= (_LOOSE_TIMES if spot.unit in _LOOSE_UNITS else _STRICT_TIMES):
            yield Far(spot, largest, times)


def _twins(spots: Sequence[Spot]) -> Iterable[Far]:
    """120万件 beside 120件: the same digits with 万 or 亿 too much."""
    for place, spot in enumerate(spots):
        if not _LARGE.search(spot.figure.text) or spot.figure.kind != "count" or spot.quantity.loose:
            continue
        for other in spots[max(0, place - 4) : place + 5]:
            near = other.sentence == spot.sentence and other.unit == spot.unit and other.value >= 10
            if near and spot.value / other.value in (1e4, 1e8):
                yield Far(spot, other.value, spot.value / other.value)
                break


def lost_magnitudes(spots: Sequence[Spot]) -> Iterable[Spot]:
    """35.60元 of registered capital in a report of large sums: 万 or 亿 may be missing."""
    sums = [spot for spot in spots if spot.unit == "元" and spot.figure.kind == "money"]
    if not any(spot.value >= _GREAT for spot in sums):
        return
    for spot in sums:
        small = 0 < spot.value < _SMALL and not spot.quantity.loose
        if small and _SUM_OF_MONEY.search(spot.lead) and not _PER_HEAD.search(spot.words):
            yield spot
