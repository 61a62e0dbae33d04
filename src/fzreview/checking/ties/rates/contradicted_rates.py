"""Rates that name their part, which stands beside them with its base, and are not the share of the two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from fzreview.checking.ties.rates.rate_arithmetic import fits, triple
from fzreview.checking.ties.rates.rate_names import LOST, SET_RIGHT, named_part
from fzreview.checking.ties.view import Spot, View
from fzreview.checking.units import same_unit
from fzreview.domain.ties.tie import Tie

_WINDOW: Final = 8
_DUE: Final = re.compile("应当|应该|应(?![急诉])")
_DONE: Final = re.compile("实际|按时|按期|及时|实有|已")
"""应参加240人,实际参加204人: what the rate names stands in both, and still the one is the other's base."""
_AMONG: Final = re.compile("其中|含|包括|上年|结转")

_SCOPE: Final = re.compile("综合|直接|间接")
"""What outcomes a rate counts: 直接纠错97件 is not what 综合纠错率 is the rate of."""


def failing(view: View, rate: Spot, earlier: Sequence[Spot]) -> Iterable[Tie]:
    """受理90件,调解成功80件,调解成功率100%; 接报84件,属实61件,属实率82.6%."""
    if len(earlier) < 2 or earlier[-1].sentence != rate.sentence:
        return
    part = earlier[-1]
    names = named_part(rate.lead) or _due(rate.lead, earlier[-2])
    if names is None:
        return
    told = part.lead + view.between(part, rate).removesuffix(rate.lead)
    if not re.search(names, told) or _is_of_a_row(rate, earlier[:-1], part):
        return
    if set(_SCOPE.findall(rate.lead)) != set(_SCOPE.findall(told)):
        return
    base = _base_of(earlier[:-1], part)
    if base is None or _are_listed(view, base, part):
        return
    if re.search(names, base.words) and not (_DUE.search(base.lead) and _DONE.search(part.lead)):
        return
    yield triple(rate, base, part, "false")


def _due(lead: str, base: Spot) -> str | None:
    """应公示1197条,按时公示1161条,公示率97%: what had to be done names the deed of the rate."""
    named = _RATE.search(lead)
    return named["word"] if named is not None and f"应{named['word']}" in base.lead else None


_RATE: Final = re.compile("(?P<word>[\u4e00-\u9fff]{2})率")


def not_the_share(view: View, rate: Spot, earlier: Sequence[Spot]) -> Iterable[Tie]:
    """司法所98个,一人所43个,占53.9%: the share stands right behind the two, and no other number fits it."""
    if len(earlier) < 2 or not _BARE_SHARE.fullmatch(rate.lead) or rate.quantity.loose:
        return
    base, part = earlier[-2:]
    beside = (base.place + 2, part.place + 1) == (rate.place, rate.place)
    alike = base.unit == part.unit and base.figure.kind == part.figure.kind == "count"
    if not (beside and alike and base.sentence == part.sentence == rate.sentence) or rate.bracket >= 0:
        return
    between = view.between(base, part)
    if base.value <= part.value or any(mark in between for mark in ";、。") or base.quantity.loose:
        return
    whole = (one for one in view.spots[max(0, base.place - _ABOVE) : base.place] if one.unit == part.unit)
    if all(fits(rate, one, part) == "false" for one in (base, *whole) if one.value > 0):
        yield triple(rate, base, part, "false")


_BARE_SHARE: Final = re.compile("[,;]?占比?(?:为|达)?")
_ABOVE: Final = 24
"""Figures before the two of which the share could be one."""


def _are_listed(view: View, base: Spot, part: Spot) -> bool:
    """合同42件、事项87件: neither is a part of the other."""
    between = view.between(base, part)
    return "、" in between and not any(mark in between for mark in ",;")


def _base_of(earlier: Sequence[Spot], part: Spot) -> Spot | None:
    """The cases counted before the part; those carried over and those among them are others."""
    for base in reversed(earlier):
        if base.sentence != part.sentence or not same_unit(base.unit, part.unit):
            return None
        if not (base.is_difference or base.bracket >= 0 or _AMONG.search(base.lead)):
            return base if base.value > 0 else None
    return None


def _is_of_a_row(rate: Spot, bases: Sequence[Spot], part: Spot) -> bool:
    """Whether the rate is the share in several bases together: 规章27件、文件1946件,纠正31件,纠错率1.6%."""
    reached = 0.0
    for base in reversed(bases):
        reached += base.value
        if base.unit != part.unit or base.sentence != part.sentence:
            return False
        if reached > 0 and abs(100 * part.value / reached - rate.value) <= 2 * rate.quantity.half:
            return True
    return False


def not_lost(view: View, rate: Spot, earlier: Sequence[Spot]) -> Iterable[Tie]:
    """25件(败诉率72%),撤销8件,维持17件: all endings are told, and the lost ones do not make the rate."""
    base = earlier[-1] if earlier else None
    if base is None or not LOST.search(rate.lead) or not 0 <= rate.bracket - base.end <= 1:
        return
    endings: list[Spot] = []
    for spot in view.spots[rate.place + 1 : rate.place + 1 + _WINDOW]:
        if spot.sentence != rate.sentence or not same_unit(spot.unit, base.unit) or spot.bracket >= 0:
            break
        endings.append(spot)
        if sum(one.value for one in endings) >= base.value:
            break
    lost = [one for one in endings if SET_RIGHT.search(one.lead)]
    if sum(one.value for one in endings) == base.value and len(lost) == 1:
        yield triple(rate, base, lost[0], "false")
