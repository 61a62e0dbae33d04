"""Amounts with what they rose by: 收入35.28亿元,净增6.12亿元,增长21%; 原定694个,实际921个,超过227个."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from fzreview.checking.quantity import Quantity, overlap, share_shown, shown
from fzreview.checking.ties.changes.differences import RISEN_BY, TIMES, with_measure
from fzreview.checking.ties.constructors import tie_between
from fzreview.checking.ties.view import Spot, View
from fzreview.domain.ties.tie import Holds, Tie

_FALLS: Final = re.compile("减|降|少")
_GROWTH: Final = re.compile(
    "[,;]?(?:同比|[较比]上年)?[^,。;]{0,2}(?:增长|增幅|幅度|增|下降|降幅|减幅|减少|降低)[为达约]?"
)
_PLANNED: Final = re.compile("原定|原计划|计划(?:为|是)?|目标|应")
_DONE: Final = re.compile("实际|完成|达到|已")
_OVER: Final = re.compile("超过|超额|超|多|少|差")
_SURPASSED: Final = re.compile("[,;]?(?:超出|超过|超额|多出)(?:完成|计划|目标|任务)?")
"""Right behind plan and outcome nothing else can be meant: what does not come out contradicts."""
_NEAR: Final = 40


def rises(view: View) -> Iterable[Tie]:
    """Three figures in a row of a sentence."""
    for sentence in view.sentences:
        for place in range(2, len(sentence)):
            one, other, told = sentence[place - 2 : place + 1]
            if told.start - one.end > 2 * _NEAR or len({one.bracket, other.bracket, told.bracket}) > 1:
                continue
            yield from _risen(one, other, told)
            yield from _against_plan(one, other, told)
            yield from _times(view, one, other, told)


def _risen(now: Spot, by: Spot, growth: Spot) -> Iterable[Tie]:
    """The amount, the difference to the year before, and that in percent, where they come out."""
    amounts = now.is_amount and by.is_amount and now.unit == by.unit and not now.is_difference
    told = growth.is_percent and RISEN_BY.fullmatch(by.lead) and _GROWTH.fullmatch(growth.lead)
    if not amounts or not told:
        return
    sign = -1 if _FALLS.search(by.lead) else 1
    base = now.value - sign * by.value
    if base <= 0 or by.value <= 0:
        return
    slack = now.quantity.half + by.quantity.half
    low = 100 * by.quantity.low / (base + slack)
    high = 100 * by.quantity.high / max(base - slack, by.quantity.half or 1.0)
    reached = 100 * by.value / base
    size = abs(growth.value)
    half = growth.quantity.half
    if overlap(low, high, size - half, size + half):
        loose = now.quantity.loose or by.quantity.loose or growth.quantity.loose
        holds: Holds = "approx" if loose else "true"
    elif overlap(low, high, size - 2 * half, size + 2 * half):
        holds = "approx"
    else:
        return
    told_percent = f"{shown(size)}%"
    explain = f"{shown(by.value)}/{shown(round(base, 4))}={share_shown(reached)}"
    explain += "" if share_shown(reached) == told_percent else f"≈{told_percent}"
    yield tie_between("change", [(now, "to"), (by, "difference"), (growth, "growth")], holds, "high", explain)


def _against_plan(planned: Spot, done: Spot, over: Spot) -> Iterable[Tie]:
    same = planned.unit == done.unit == over.unit and (planned.is_amount or planned.figure.kind == "duration")
    told = _PLANNED.search(planned.lead) and _DONE.search(done.lead) and _OVER.search(over.lead)
    if not (same and told and over.quantity.half == 0):
        return
    surpassed = _SURPASSED.fullmatch(over.lead) is not None and done.value > planned.value
    if surpassed:  # What looks like a bound of the difference only says that it is one.
        over = replace(over, quantity=Quantity(over.value, 0.0, over.value, over.value, False))
    if abs(done.value - planned.value) == over.value or surpassed:
        yield with_measure(planned, done, over)


def _times(view: View, now: Spot, earlier: Spot, times: Spot) -> Iterable[Tie]:
    """2895亿元,是“八五”时期1251亿元的2.3倍."""
    if (
        times.unit != TIMES
        or now.unit != earlier.unit
        or not now.is_amount
        or now.figure.kind != earlier.figure.kind
    ):
        return
    equals = _EQUALS.match(earlier.lead.lstrip(",;")) is not None
    if equals and view.between(earlier, times).strip() == "的":
        yield with_measure(earlier, now, times)


_EQUALS: Final = re.compile("相当于|等于|是|为|达到?")
