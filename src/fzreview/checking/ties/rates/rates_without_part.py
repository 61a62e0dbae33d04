"""Rates of cases whose number is not told: the whole numbers that can make them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from typing import Final

from fzreview.checking.quantity import overlap, share_shown, shown
from fzreview.checking.ties.constructors import tie_between
from fzreview.checking.ties.rates.rate_names import CASE_RATE, named_part
from fzreview.checking.ties.view import Spot, View
from fzreview.domain.ties.tie import Tie

_NEAR: Final = 60
_WHOLE: Final = 100.0
_OWN_RATE: Final = re.compile("[^,。;的]{2,4}(?:率|比例)(?:为|达|达到)?")
"""A rate without a noun of its own: it is told of what opened the sentence."""


def without_part(view: View, rate: Spot, earlier: Sequence[Spot]) -> Iterable[Tie]:
    """50件,纠错率12%: how many that is; or that no whole cases make it, where nothing else can be meant."""
    if not 0 < rate.value < _WHOLE or rate.quantity.loose:
        return
    near = [one for one in earlier if one.sentence == rate.sentence and one.bracket < 0]
    if not near or rate.start - near[-1].end > _NEAR:
        return
    whole = [one for one in near if one.quantity.is_whole and one.figure.kind == "count" and one.value >= 2]
    if not whole:
        return
    base = whole[-1] if rate.start - whole[-1].end <= _NEAR else whole[0]
    if _is_of_another(base, rate):
        return
    count = round(rate.value * base.value / 100)
    told = 100 * count / base.value
    if overlap(told, told, rate.quantity.low, rate.quantity.high):
        yield tie_between(
            "rate", [(base, "base"), (rate, "rate")], "true", "medium",
            f"{count}/{shown(base.value)}={share_shown(told)}",
            wording="rate.count", base=shown(base.value), count=str(count),
        )  # fmt: skip
    elif _is_its_base(view, base, rate):
        yield _impossible(base, rate)


def _is_of_another(base: Spot, rate: Spot) -> bool:
    """审结12406件,审结率84.4% is no share of the 12406; 初信初访化解率 none of all letters."""
    names = named_part(rate.lead)
    if names is not None and re.search(names, base.words):
        return True
    found = CASE_RATE.search(rate.lead)
    noun = _FILLER.sub("", rate.lead[: found.start("word")]) if found else ""
    pairs = {noun[at : at + 2] for at in range(len(noun) - 1)}
    return bool(pairs) and not any(pair in base.words for pair in pairs)


_FILLER: Final = re.compile(
    "[,;、的]|案件|全部|综合|平均|直接|有效|当期|按时|按期|及时|一次性?|法定|同期|其|总"
)


def _impossible(base: Spot, rate: Spot) -> Tie:
    cases = math.floor(rate.value * base.value / 100)
    below, above = (share_shown(100 * count / base.value) for count in (cases, cases + 1))
    told = f"{shown(rate.value)}%"
    return tie_between(
        "rate", [(base, "base"), (rate, "rate")], "false", "medium", f"{below}<{told}<{above}",
        wording="rate.impossible", base=shown(base.value), rate=told,
    )  # fmt: skip


def _is_its_base(view: View, base: Spot, rate: Spot) -> bool:
    """Whether the wording leaves no other base.

    The rate opens the bracket right behind the number, or the number opens a clause with its noun behind it,
    and the rate follows without a noun of its own.
    """
    if rate.bracket >= 0:
        return 0 <= rate.bracket - base.end <= 1 and rate.opens == rate.bracket + 1
    between = view.spots[base.place + 1 : rate.place]
    return (
        not base.lead
        and base.bracket < 0
        and all(one.is_percent for one in between)
        and _OWN_RATE.fullmatch(rate.lead) is not None
    )
