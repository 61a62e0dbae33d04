"""How far one value is from another, told as a difference, a percentage, points or times."""

from __future__ import annotations

import re
from typing import Final

from fzreview.checking.quantity import overlap, share_shown, shown
from fzreview.checking.ties.constructors import Part, tie_between
from fzreview.checking.ties.view import Spot
from fzreview.domain.ties.tie import Confidence, Holds, Tie

TIMES: Final = "倍"
RISEN_BY: Final = re.compile(
    "[,;]?(?:同比|[较比][^,。;]{0,6}|[与同和跟]?[^,。;]{0,10}相比较?)?(?:净|共)?(?:净增|增加|增长|增收|增产|多收|扩招|新增|增|净减|减少|下降|减|少)(?:了)?"
)
"""The words before a figure that tells by how much something rose or fell."""
_GROWN: Final = re.compile("增|升|提高|涨|扩|翻|多")
"""增长1.9倍 is what was added, 是…的2.9倍 the whole."""


def with_measure(before: Spot, to: Spot, told: Spot) -> Tie:
    """The change between two values with the figure that tells how large it is."""
    holds, reached = measured(before, to, told)
    growth = told.is_percent or told.unit == TIMES
    role: Part = (told, "growth") if growth else (told, "difference")
    sign = {"true": "≈", "approx": "≈", "false": "≠"}[holds]
    unit = "%" if told.is_percent else ""
    explain = f"{shown(before.value)}→{shown(to.value)}: {reached}"
    if holds != "true" or reached != f"{shown(abs(told.value))}{unit}":
        explain += f"{sign}{shown(abs(told.value))}{unit}"
    confidence: Confidence = "high" if holds != "false" else "medium"
    return tie_between("change", [(before, "from"), (to, "to"), role], holds, confidence, explain)


def moved_wrongly(before: Spot, to: Spot, told: Spot) -> Tie:
    """A change that is told to go the other way."""
    rises = to.value > before.value
    growth = told.is_percent or told.unit == TIMES
    role: Part = (told, "growth") if growth else (told, "difference")
    explain = f"{shown(before.value)}→{shown(to.value)}"
    wording = "change.not_falling" if rises else "change.not_rising"
    return tie_between(
        "change", [(before, "from"), (to, "to"), role], "false", "medium", explain, wording=wording
    )


def measured(before: Spot, to: Spot, told: Spot) -> tuple[Holds, str]:
    """Whether the told difference or growth is the one between the two values, and the one it should be."""
    one, other, size = before.quantity, to.quantity, abs(told.value)
    half = told.quantity.half
    low, high = size - half, size + half
    if told.quantity.loose:
        low, high = sorted((abs(told.quantity.low), abs(told.quantity.high)))
    loose = one.loose or other.loose or told.quantity.loose
    if told.is_percent or told.unit == TIMES:
        if one.low <= 0:
            return "approx", "?"
        whole = 0.0 if told.unit == TIMES and not _GROWN.search(told.lead) else 1.0
        scale = 1.0 if told.unit == TIMES else 100.0
        changes = [scale * (other.low / one.high - whole), scale * (other.high / one.low - whole)]
        size_reached = abs(scale * (other.value / one.value - whole))
        reached = shown(round(size_reached, 2)) if told.unit == TIMES else share_shown(size_reached)
    else:
        changes = [other.low - one.high, other.high - one.low]
        reached = shown(round(abs(other.value - one.value), 4))
    reach = sorted(map(abs, changes)) if changes[0] * changes[1] > 0 else [0.0, max(map(abs, changes))]
    if overlap(low, high, reach[0], reach[1]):
        return ("approx" if loose else "true"), reached
    cut = 2 * half
    return ("approx" if cut and overlap(size - cut, size + cut, reach[0], reach[1]) else "false"), reached
