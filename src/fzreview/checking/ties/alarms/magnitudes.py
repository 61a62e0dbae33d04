"""万 and 亿 that are too much or missing, by the figures around."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from fzreview.checking.ties.view import Spot
from fzreview.checking.units import kindred

_LARGE: Final = re.compile("(?<![0-9.,])[0-9]{1,3}(?:,?[0-9]{3})* ?[万亿](?![0-9亿])")
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
    """Whole numbers of 万 or 亿 in units of which the report else counts only few, or in a row of few."""
    by_unit: dict[str, list[Spot]] = defaultdict(list)
    for spot in spots:
        if spot.figure.kind == "count":
            by_unit[spot.unit].append(spot)
    tops = {unit: sorted(group, key=lambda spot: spot.value)[-2:] for unit, group in by_unit.items()}
    yield from _twins(spots)
    yield from _jumps(spots)
    yield from _peoples(spots)
    for spot in spots:
        far = _above_its_part(spot, spots) if _is_suspect(spot) else None
        if far is not None:
            yield far
    if sum(spot.value >= _GREAT for group in by_unit.values() for spot in group) > _OTHERS:
        return
    for spot in spots:
        if not _is_suspect(spot):
            continue
        far = _of_its_kind(spot, by_unit, tops) or _beside(spot, spots) or _of_few(spot)
        if far is not None:
            yield far


def _of_its_kind(
    spot: Spot, by_unit: Mapping[str, Sequence[Spot]], tops: Mapping[str, Sequence[Spot]]
) -> Far | None:
    """Many times the largest number that is told in the same kind of unit anywhere else."""
    # Leaflets are told by 份 as documents are; their number says nothing about that of cases.
    kin = [unit for unit in by_unit if unit == spot.unit or unit not in _LOOSE_UNITS]
    kin = [unit for unit in kin if kindred(spot.unit, unit)]
    others = sum(len(by_unit[unit]) for unit in kin) - 1
    largest = max((one.value for unit in kin for one in tops[unit] if one is not spot), default=0.0)
    if others < _OTHERS and not (spot.value >= _HUNDRED_MILLION and spot.unit not in _LOOSE_UNITS):
        return None
    times = spot.value / max(largest, 1.0)
    enough = times >= (_LOOSE_TIMES if spot.unit in _LOOSE_UNITS else _STRICT_TIMES)
    return Far(spot, largest, times) if enough else None


def _is_suspect(spot: Spot) -> bool:
    """A count of whole 万 or 亿 that claims to be exact."""
    exact = spot.figure.kind == "count" and not spot.quantity.loose and spot.unit != ""
    return exact and _LARGE.search(spot.figure.text) is not None


def _near(spot: Spot, spots: Sequence[Spot]) -> list[Spot]:
    return [
        one
        for one in spots[max(0, spot.place - _ROW) : spot.place + _ROW + 1]
        if one is not spot and one.figure.kind == "count" and one.paragraph == spot.paragraph
    ]


def _above_its_part(spot: Spot, spots: Sequence[Spot]) -> Far | None:
    """Thousands of times what is told of it: 审查文书30万份,出具意见书6份."""
    for one in _near(spot, spots):
        # What is told after it, or in the same unit: not 企业312家,带动农户156万户.
        close = abs(one.start - spot.end) <= _CLOSE and (one.start > spot.start or one.unit == spot.unit)
        if close and _goes_with(spot, one) and 0 < one.value <= spot.value / _PAIR_TIMES:
            return Far(spot, one.value, spot.value / one.value)
    return None


def _beside(spot: Spot, spots: Sequence[Spot]) -> Far | None:
    """Many times what stands in the same row: 设立点位3万处,聘请监督员20名,召开会议6次."""
    if spot.unit in _LOOSE_UNITS:
        return None
    row = [one for one in _near(spot, spots) if one.sentence == spot.sentence]
    row = [one for one in row if one.unit not in _LOOSE_UNITS]
    largest = max((one.value for one in row), default=0.0)
    times = spot.value / max(largest, 1.0)
    return Far(spot, largest, times) if len(row) > 1 and times >= _ROW_TIMES else None


def _jumps(spots: Sequence[Spot]) -> Iterable[Far]:
    """由700万元增为900亿元: nothing grows or falls a thousandfold."""
    for one, other in pairwise(spots):
        same = one.unit == other.unit and one.is_amount and one.sentence == other.sentence
        if not same or not _MOVED.search(other.lead) or min(one.value, other.value) <= 0:
            continue
        times = max(one.value, other.value) / min(one.value, other.value)
        if times >= _JUMP_TIMES and other.start - one.end <= _CLOSE:
            yield Far(one, other.value, times)
            yield Far(other, one.value, times)


def _peoples(spots: Sequence[Spot]) -> Iterable[Far]:
    """More people than any country has."""
    for spot in spots:
        if spot.unit in ("人", "名") and spot.value >= _MOST_PEOPLE:
            yield Far(spot, 0.0, spot.value)


_MOVED: Final = re.compile("(?:增|升|减|降|压|提高|扩大|上涨|精简|缩)[^,。;、]{0,3}[至到为]\\Z")
_JUMP_TIMES: Final = 1000
_MOST_PEOPLE: Final = 2e9


def _goes_with(spot: Spot, one: Spot) -> bool:
    """Whether the two may be told of one another."""
    if {spot.unit, one.unit} <= _VISITS:
        return True
    if spot.unit in _LOOSE_UNITS and not _PART.search(one.lead):
        return False
    return spot.unit == one.unit or (kindred(spot.unit, one.unit) and one.unit not in _NO_NOUN)


def _of_few(spot: Spot) -> Far | None:
    """Things of which no single place has tens of thousands: issues of a programme, organs, posts, lists."""
    few = spot.unit in _FEW_UNITS or _FEW_BEFORE.search(spot.lead) or _FEW_BEHIND.match(spot.tail)
    return Far(spot, 0.0, spot.value) if few else None


_ROW: Final = 3
_CLOSE: Final = 40
_PAIR_TIMES: Final = 5000
_ROW_TIMES: Final = 200
_NO_NOUN: Final = frozenset(("个", "次"))
_PART: Final = re.compile("其中|含|仅|只有|出具|提出|查实|属实")
_VISITS: Final = frozenset(("人次", "家次", "户次"))
_FEW_UNITS: Final = frozenset(("期", "批次", "届"))
_FEW_BEFORE: Final = re.compile(
    "(?:规范性文件|清单|编制|职数|监督员|督查组|检查组|联络点|常务会议|专题会议|议题)\\Z"
)
_FEW_BEHIND: Final = re.compile(
    "(?:[^,。;0-9]{0,6}(?:清单|编制|常务会议)|(?:办理|审批)?环节|方面|领域|巡回督查组|督查组|市直部门|乡镇|街道|检察长|院长)"
)


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
