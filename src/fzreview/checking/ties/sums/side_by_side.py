"""Sums that stand side by side: a total with what follows it, or parts with a total behind them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from fzreview.checking.ties.alarms.slips import magnitude_in_sum, slip_in_sum
from fzreview.checking.ties.constructors import adds_up, sum_tie
from fzreview.checking.ties.view import Spot, View
from fzreview.checking.units import kindred, same_unit
from fzreview.domain.ties.tie import Tie

_WINDOW: Final = 10
_SMALLEST: Final = 20
"""Totals below this are the sum of their neighbours by chance too often."""
_TOTAL: Final = re.compile("(?:共|合计|共计|总计|总共|总数|总量)[^,。;]{0,12}$")
_STRONG_TOTAL: Final = re.compile("(?:合计|共计|总计|总共)[^,。;]{0,6}$")


def sums(view: View) -> Iterable[Tie]:
    """Sums within a sentence: untold ones only where they come out exactly."""
    for sentence in view.sentences:
        flat = [spot for spot in sentence if spot.is_amount and spot.bracket < 0]
        for place, total in enumerate(flat):
            yield from _behind(view, total, flat[place + 1 : place + 1 + _WINDOW])
            yield from _before(view, total, flat[max(0, place - _WINDOW) : place])


def _behind(view: View, total: Spot, following: Sequence[Spot]) -> Iterable[Tie]:
    parts: list[Spot] = []
    best: list[Spot] = []
    reached = 0.0
    for spot in following:
        if not kindred(total.unit, spot.unit) or _is_parted(view, total, parts, spot):
            break
        parts.append(spot)
        reached += spot.value
        if len(parts) > 1 and _comes_out(total, parts):
            best = list(parts)
        if reached > total.quantity.high:
            break
    if best:
        same = all(same_unit(total.unit, part.unit) for part in best)
        told = bool(_TOTAL.search(total.lead)) and same
        yield sum_tie(total, best, adds_up(total, best), "high" if told else "medium", told)


def _is_parted(view: View, total: Spot, parts: Sequence[Spot], spot: Spot) -> bool:
    """Whether a semicolon stands before the next part; right behind a large total it parts nothing."""
    if not parts and total.value >= _LARGE and total.quantity.is_whole:
        return False
    return ";" in view.text[(parts or [total])[-1].end : spot.start]


_LARGE: Final = 100


def _comes_out(total: Spot, parts: Sequence[Spot]) -> bool:
    exact = total.quantity.is_whole and all(part.quantity.is_whole for part in parts)
    if not exact and total.figure.kind != "money":
        return False
    opposed = all(OPPOSED.fullmatch(part.lead) for part in parts)
    listed = len(parts) > 2 and all(part.lead.startswith("、") for part in parts[1:])
    if total.value < _SMALLEST and not (opposed or listed or _TOTAL.search(total.lead)):
        return False
    return all(part.value > 0 for part in parts) and adds_up(total, parts) == "true"


OPPOSED: Final = re.compile(
    "[,、:]?(?:和|其中)?(?:线[上下]|[一二再]审|[男女]性?|[上下]半年|城[镇区市]|农村|乡[镇村]|企业|个[人体]|[省市县区镇]级|中央|机关|基层"
    "|[专兼]职|[东西南北中]部|民事|刑事|行政|[甲乙丙ABC]类|[内外]部|[线室]内|[室线]外|国[内外]|集中|日常)"
)
"""Sorts that leave nothing between them."""


def _is_near(view: View, total: Spot, parts: Sequence[Spot]) -> bool:
    """Whether what 合计, or 共 behind a list, follows comes so close to it that nothing else can be meant."""
    if len(parts) < 2 or "其中" in "".join(part.lead for part in parts):
        return False
    listed = all("、" in view.between(*pair) and "," not in view.between(*pair) for pair in pairwise(parts))
    wording = _PLAIN_TOTAL if listed else _OPENING_TOTAL
    difference = abs(sum(part.value for part in parts) - total.value)
    return wording.fullmatch(total.lead) is not None and difference <= _CLOSE * total.value


_PLAIN_TOTAL: Final = re.compile("[,;]?(?:合计|总计|共|总共|一共)(?:计|为|有|达|[\u4e00-\u9fff]{0,4})?")
_OPENING_TOTAL: Final = re.compile("[,;]?(?:合计|共计|总计)(?:为|达|[\u4e00-\u9fff]{0,4})")
_CLOSE: Final = 0.1


def _before(view: View, total: Spot, earlier: Sequence[Spot]) -> Iterable[Tie]:
    """合计 behind its parts; 两类共 and 三项达到 tell how many these are."""
    number = earlier[-1] if earlier and _numbers_the_parts(total, earlier[-1]) else None
    if number is not None:
        numbered = earlier[:-1][-int(number.value) :]
        same = all(same_unit(total.unit, part.unit) for part in numbered)
        if same and len(numbered) == number.value and adds_up(total, numbered) == "true":
            yield sum_tie(total, numbered, "true", "high", told=True)
            return
        if same and len(numbered) == number.value == len(earlier) - 1 and _closes(total, numbered):
            yield sum_tie(total, numbered, "false", "medium", told=True)
            return
    if not _TOTAL.search(total.lead):
        return
    parts: list[Spot] = []
    for spot in reversed(earlier):
        if not same_unit(total.unit, spot.unit):
            break
        parts.insert(0, spot)
        if len(parts) > 1 and adds_up(total, parts) == "true":
            yield sum_tie(total, parts, "true", "high", told=True)
            return
    strong = _STRONG_TOTAL.search(total.lead) is not None
    slip = strong and (slip_in_sum(total, parts) or magnitude_in_sum(total, parts))
    if slip or _is_near(view, total, parts):
        yield sum_tie(total, parts, "false", "medium", told=True)


def _closes(total: Spot, parts: Sequence[Spot]) -> bool:
    """合同51件,两项合计134件: as many as are counted are told, and 合计 sums these up."""
    told = _CLOSING.fullmatch(total.lead) is not None and parts[0].sentence == total.sentence
    return told and not any(spot.quantity.loose or "其中" in spot.lead for spot in (total, *parts))


_CLOSING: Final = re.compile("(?:合计|共计|总计)(?:为|达)?")


def _numbers_the_parts(total: Spot, spot: Spot) -> bool:
    """Whether a figure right before the total only counts its parts: 两类案件共8件."""
    few = spot.unit in _SORTS and 2 <= spot.value <= _WINDOW
    return few and spot.clause == total.clause and total.start - spot.end <= _SHORT


_SORTS: Final = frozenset(("类", "项", "种", "个", "级", "方面"))
_SHORT: Final = 10
