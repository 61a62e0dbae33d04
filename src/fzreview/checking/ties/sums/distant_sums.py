"""Sums over several sentences or lines: the total before its parts, or behind them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from fzreview.checking.ties.constructors import adds_up, sum_tie
from fzreview.checking.ties.sums.side_by_side import OPPOSED
from fzreview.checking.ties.view import Spot, View
from fzreview.checking.units import same_unit
from fzreview.domain.ties.tie import Tie

_REACH: Final = 24
"""Figures on either side among which the parts may stand."""
_MOST: Final = 12
_GAP: Final = 84
"""Characters between two parts, or a part and the total."""
_MOST_SKIPPED: Final = 2
"""Amounts of other things between two parts."""
_LINES: Final = 14
_TOTAL_BEHIND: Final = re.compile(
    "(?:合计|共计|总计|总共|一共|累计|(?<![公同])共|总数|总量|全年)[^,。;]{0,14}\\Z"
)
_TOTAL_BEFORE: Final = re.compile("共|合计|总计|总数|总量|累计|全年|全[国省市区县州镇]|各类|所有|一年来|年内")
_OTHERS: Final = re.compile("其中|含|包括")
_OPENS_PARTS: Final = re.compile("按[^,。;]{1,10}[分看]|从[^,。;]{1,12}[看分]|分别|如下|类型|分布|构成")
_SMALLEST: Final = 20
_CERTAIN: Final = 1000
"""A total from which on the parts may also stand behind other numbers of the same unit."""
_SURE: Final = 100
"""A total from which on a sum over sentences hardly comes out by chance."""


def distant_sums(view: View) -> Iterable[Tie]:
    """Only sums that come out: over sentences the wording alone never puts figures together."""
    for total in view.spots:
        if total.is_amount and "其中" in total.lead:
            yield from _among(view, total)
        if not _may_be_total(total):
            continue
        behind = _alike(total, view.spots[total.place + 1 : total.place + 1 + _REACH])
        yield from _opened(view, total, behind)
        if _TOTAL_BEHIND.search(total.lead):
            before = view.spots[max(0, total.place - _REACH) : total.place]
            yield from _closed(total, _alike(total, before[::-1]))
            yield from _of_one_deed(total, before[::-1])


def _may_be_total(spot: Spot) -> bool:
    return (
        spot.is_amount
        and spot.bracket < 0
        and not spot.is_difference
        and not spot.quantity.loose
        and spot.value >= (_SMALLEST if spot.figure.kind == "count" else 0)
    )


def _alike(total: Spot, spots: Iterable[Spot]) -> list[Spot]:
    """What may be parts, from the total on: amounts of its unit that stand close to each other.

    Those that 其中 puts under another one are left out, up to the end of their sentence.
    """
    alike: list[Spot] = []
    last, skipped, among = total, 0, set[int]()
    for spot in spots:
        if abs(spot.paragraph - total.paragraph) > _LINES or len(alike) == _MOST:
            break
        if not spot.is_amount or spot.bracket >= 0 or spot.is_difference or _OF_OTHERS.search(spot.lead):
            continue
        if max(spot.start - last.end, last.start - spot.end) > _GAP or skipped > _MOST_SKIPPED:
            break
        if _OTHERS.search(spot.lead):
            among.add(spot.sentence)
        if same_unit(spot.unit, total.unit) and spot.sentence not in among and spot.value > 0:
            alike.append(spot)
            last, skipped = spot, 0
        elif not same_unit(spot.unit, total.unit):
            skipped += 1
    return alike


_OF_OTHERS: Final = re.compile(
    "(?:去年|上年|上一年|前年|同期|(?:19|20)[0-9]{2}年)的?[^,。;0-9]{0,6}\\Z|[较比](?![例率重])[^,。;0-9]{0,10}\\Z|平均|[场件人户月日年]均"
)
"""What an earlier year had, and what one of them has on an average, is no part."""


def _opened(view: View, total: Spot, behind: Sequence[Spot]) -> Iterable[Tie]:
    """共办理237件。城区98件。东片76件。西片63件。"""
    counted = total.quantity.is_whole and total.figure.kind == "count"
    first = 0
    while first < len(behind) and (
        first == 0 or (counted and (total.value >= _CERTAIN or _opens_parts(view, behind, first)))
    ):
        parts = _run_that_sums_to(total, behind[first:])
        if parts and (first or parts[-1].sentence != total.sentence):
            between = view.text[total.end : parts[0].start]
            told = bool(_TOTAL_BEFORE.search(total.lead)) or bool(_OPENS_PARTS.search(between))
            all_that_follows = _is_all_that_follows(view, total, parts)
            told = told or all(OPPOSED.fullmatch(part.lead) for part in parts)
            told = told or (all_that_follows and _CAME_IN.search(total.lead) is not None)
            large = total.value >= _SURE * (2 * total.quantity.half or 1)
            if told or (large and (counted or all_that_follows)):
                yield sum_tie(total, parts, "true", "medium", told=told)
        first += max(1, len(parts))


def _opens_parts(view: View, behind: Sequence[Spot], first: int) -> bool:
    """268件,化解255件,移交13件。从类型看,…: the words between open another division of the whole."""
    return _OPENS_PARTS.search(view.between(behind[first - 1], behind[first])) is not None


def _is_all_that_follows(view: View, total: Spot, parts: Sequence[Spot]) -> bool:
    """收到申请83件。受理76件,不予受理7件: the next sentence tells of all that came in, of nothing else."""
    beside = [spot for spot in view.spots[parts[0].place :][:_MOST] if spot.sentence == parts[0].sentence]
    same = [spot for spot in beside if spot.is_amount and same_unit(spot.unit, total.unit)]
    return same == list(parts) and view.text.count("。", total.end, parts[0].start) <= 2


_CAME_IN: Final = re.compile(
    "收到|接到|接收|受理|报送|收件|新收|登记|收集|发现|征集|抽查|抽取|评查|检查|清理"
)


def _among(view: View, first: Spot) -> Iterable[Tie]:
    """41306户,增长8.2%。新设…。其中企业9874户;个体户31432户: parts of a number further up."""
    behind = view.spots[first.place : first.place + _MOST]
    parts = [
        spot
        for spot in behind
        if spot.sentence == first.sentence
        and spot.is_amount
        and spot.bracket < 0
        and same_unit(spot.unit, first.unit)
    ]
    above = view.spots[max(0, first.place - _MOST) : first.place]
    for total in reversed(above):
        if total.paragraph != first.paragraph or not _may_be_total(total):
            continue
        summing = _run_that_sums_to(total, parts) if same_unit(total.unit, first.unit) else ()
        if summing:
            yield sum_tie(total, summing, "true", "medium", told=True)
            return


def _closed(total: Spot, before: Sequence[Spot]) -> Iterable[Tie]:
    """建议145件。提案167件。合计312件。"""
    parts = _run_that_sums_to(total, before)
    if parts:
        yield sum_tie(total, parts[::-1], "true", "medium", told=True)


def _of_one_deed(total: Spot, before: Sequence[Spot]) -> Iterable[Tie]:
    """城管立案120起,结案98起;交通立案80起,结案76起。两个领域共立案200起: other numbers stand between."""
    told = _DEED_IN_ALL.search(total.lead)
    if told is None:
        return
    parts = [
        spot
        for spot in before
        if same_unit(spot.unit, total.unit)
        and spot.lead.endswith(told["deed"])
        and not (_OTHERS.search(spot.lead) or _OF_OTHERS.search(spot.lead) or spot.bracket >= 0)
        and abs(spot.paragraph - total.paragraph) <= _FEW_LINES
    ]
    run = _run_that_sums_to(total, parts)
    if run:
        yield sum_tie(total, run[::-1], "true", "medium", told=True)


_DEED_IN_ALL: Final = re.compile("(?:共|合计|总计|累计|共计)(?P<deed>[\u4e00-\u9fff]{2,4})\\Z")
_FEW_LINES: Final = 4


def _run_that_sums_to(total: Spot, spots: Sequence[Spot]) -> Sequence[Spot]:
    """The nearest run that makes the total; none where no run does."""
    reached = 0.0
    exact = total.quantity.is_whole
    for count, spot in enumerate(spots, 1):
        reached += spot.value
        if (exact and not spot.quantity.is_whole) or spot.quantity.loose:
            return ()
        if count > 1 and adds_up(total, spots[:count]) == "true":
            return spots[:count]
        if reached > total.quantity.high:
            return ()
    return ()
