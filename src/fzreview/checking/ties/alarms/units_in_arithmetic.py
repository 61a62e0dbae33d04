"""Figures whose numbers make a sum or a quotient that is told, but whose units do not belong together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from fzreview.checking.ties.alarms.units_in_changes import Apart
from fzreview.checking.ties.changes.differences import RISEN_BY
from fzreview.checking.ties.rates.rate_arithmetic import fits
from fzreview.checking.ties.rates.rate_names import named_part
from fzreview.checking.ties.view import Spot, View
from fzreview.checking.units import interchangeable

_WINDOW: Final = 8
_FEWEST: Final = 20
_LONG: Final = 1000
"""Units of the last digit from which on a sum comes out by chance hardly ever."""
_PRECISE: Final = 0.05
_PAPERS: Final = frozenset("份件部篇册本卷")
_TIMES: Final = frozenset("件起次场")
_INCIDENTS: Final = re.compile("事件|事故|灾|警|演练|救援")
_CASES: Final = re.compile("案|纠纷|诉|复议|申请|事项")
_CLASSES: Final = {
    **dict.fromkeys(("人", "名", "位"), "persons"),
    **dict.fromkeys(("元", "美元"), "money"),
    **dict.fromkeys(("户", "家"), "households"),
    **dict.fromkeys(("天", "年", "个月", "小时", "个工作日"), "time"),
    **dict.fromkeys(("件", "起", "宗", "例", "条", "项", "份"), "things"),
}


def strangers_in_sums(sentence: Sequence[Spot]) -> Iterable[Apart]:
    """其中 parts that make the total only together with one of another unit."""
    for place, total in enumerate(sentence[:-2]):
        if total.is_percent or total.quantity.loose or total.value < 5:
            continue
        parts: list[Spot] = []
        for spot in sentence[place + 1 : place + 1 + _WINDOW]:
            if spot.bracket != total.bracket or spot.is_percent or spot.quantity.loose:
                continue
            if spot.quantity.half != total.quantity.half:
                break
            parts.append(spot)
            reached = _told(total, sum(part.value for part in parts))
            if len(parts) > 1 and reached == _told(total, total.value) and _belong(parts, total):
                yield from _strangers(total, parts)
            if reached > _told(total, total.value):
                break


def _told(total: Spot, value: float) -> int:
    """The value in units of the last digit that is told."""
    return round(value / (2 * total.quantity.half or 1.0))


def _strangers(total: Spot, parts: Sequence[Spot]) -> Iterable[Apart]:
    strangers = [part for part in parts if not _summed_alike(total, part)]
    if len(strangers) == 1:
        yield strangers[0], total.unit
    elif strangers == parts and len({part.unit for part in parts}) == 1:
        yield total, parts[0].unit


def _summed_alike(total: Spot, part: Spot) -> bool:
    """Whether the part may be told in its unit when it is added up with others of the total's."""
    units = {total.unit, part.unit}
    documents = units <= _PAPERS and _CASES.search(total.words) is None
    incidents = units <= _TIMES and _INCIDENTS.search(total.words) is not None
    return documents or incidents or interchangeable(total.unit, part.unit)


def _belong(parts: Sequence[Spot], total: Spot) -> bool:
    least = _LONG if total.quantity.half else _FEWEST
    return "其中" in parts[0].lead and (len(parts) > 2 or _told(total, total.value) >= least)


def strangers_in_quotients(view: View, sentence: Sequence[Spot]) -> Iterable[Apart]:
    """186人参考,179元合格,合格率96.2%; 8710亿元,比上年的7159亿件增加1551亿元."""
    for place in range(2, len(sentence)):
        one, other, told = sentence[place - 2 : place + 1]
        if _are_classes_apart(one, other):
            if told.is_percent and _is_rate_of(view, one, other, told):
                yield one, other.unit
                yield other, one.unit
            elif told.unit == one.unit and other.is_amount and _is_difference(one, other, told):
                yield other, one.unit
            elif told.unit == other.unit and _is_difference(one, other, told):
                yield one, other.unit


def _are_classes_apart(one: Spot, other: Spot) -> bool:
    classes = {_CLASSES.get(one.unit), _CLASSES.get(other.unit)}
    return None not in classes and len(classes) == 2


def _is_rate_of(view: View, base: Spot, part: Spot, rate: Spot) -> bool:
    """Whether a rate that names its part is the share of the two, to a digit that chance hardly ever hits."""
    names = named_part(rate.lead)
    precise = 0 < rate.quantity.half <= _PRECISE and part.quantity.is_whole and base.quantity.is_whole
    if names is None or not precise or not 0 < part.value < base.value:
        return False
    told = part.lead + view.between(part, rate).removesuffix(rate.lead)
    return re.search(names, told) is not None and fits(rate, base, part) == "true"


def _is_difference(one: Spot, other: Spot, told: Spot) -> bool:
    """Whether the third number lies between the first two, digit for digit."""
    steps = {one.quantity.half, other.quantity.half, told.quantity.half}
    differs = told.is_difference or RISEN_BY.fullmatch(told.lead) is not None
    if len(steps) > 1 or any(spot.quantity.loose for spot in (one, other, told)) or not differs:
        return False
    return _told(one, one.value) >= _LONG and _told(one, abs(one.value - other.value)) == _told(
        one, told.value
    )
