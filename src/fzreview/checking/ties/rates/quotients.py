"""Quotients right behind their two numbers: 完成目标1200万人的104.7%; 33948元、12936元,收入比2.62:1."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from fzreview.checking.quantity import overlap, shown
from fzreview.checking.ties.constructors import Part, tie_between
from fzreview.checking.ties.rates.rate_arithmetic import fits, triple
from fzreview.checking.ties.view import Spot, View
from fzreview.checking.units import kindred, same_unit
from fzreview.domain.ties.tie import Tie

_OF: Final = re.compile("[,;]?(?:已|仅|约|分别)?(?:占|完成|为|是|达到?|相当于|实现)")
_OF_THEM: Final = re.compile("[^,。;0-9]{0,8}的")
_PLANNED: Final = re.compile("计划|目标|任务|预算|应")
_RATIO: Final = re.compile("比(?:例|值|率)?(?:为|是|达|缩小[到至]|扩大[到至]|降[到至]|由[^,。;]{0,8})?\\Z")
_NEAR: Final = 40


def quotients(view: View) -> Iterable[Tie]:
    """Three figures in a row of a sentence."""
    for sentence in view.sentences:
        for place in range(2, len(sentence)):
            part, base, told = sentence[place - 2 : place + 1]
            if told.start - base.end > _NEAR or base.quantity.low <= 0:
                continue
            if told.is_percent:
                yield from _of_target(view, part, base, told)
                yield from _of_plan(part, base, told)
            elif told.figure.kind == "ratio" and not told.unit:
                yield from _ratio(part, base, told)


def _of_target(view: View, part: Spot, base: Spot, rate: Spot) -> Iterable[Tie]:
    """1256万人,完成目标1200万人的104.7%: the wording leaves no other two numbers."""
    between = view.between(base, rate).strip()
    joined = _OF.match(base.lead) is not None and _OF_THEM.fullmatch(between) is not None
    if not joined or not part.is_amount or not kindred(part.unit, base.unit):
        return
    holds = fits(rate, base, part)
    if holds != "false" or (between == "的" and same_unit(part.unit, base.unit)):
        yield triple(rate, base, part, holds)


def _of_plan(planned: Spot, done: Spot, rate: Spot) -> Iterable[Tie]:
    """计划检查640家,实际检查672家,完成率105%."""
    told = _PLANNED.search(planned.lead) and rate.lead.endswith(_DONE_RATES) and planned.value > 0
    if told and same_unit(planned.unit, done.unit) and not done.is_difference:
        yield triple(rate, planned, done, fits(rate, planned, done))


_DONE_RATES: Final = ("完成率", "完成率为", "完成率达", "达标率", "执行率")


def _ratio(one: Spot, other: Spot, ratio: Spot) -> Iterable[Tie]:
    same = one.is_amount and one.unit == other.unit and one.figure.kind == other.figure.kind
    if not same or not _RATIO.search(ratio.lead):
        return
    told = ratio.quantity
    low, high = one.quantity.low / other.quantity.high, one.quantity.high / other.quantity.low
    if overlap(low, high, told.low - told.half, told.high + told.half):
        explain = f"{shown(one.value)}/{shown(other.value)}={shown(round(one.value / other.value, 2))}"
        members: list[Part] = [(one, "part"), (other, "base"), (ratio, "rate")]
        yield tie_between("rate", members, "true", "high", explain)
