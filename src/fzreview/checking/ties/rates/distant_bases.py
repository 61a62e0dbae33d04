"""Shares whose base stands further up, or is told elsewhere: 120件,占受理总数的40.5%."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from fzreview.checking.quantity import shown
from fzreview.checking.ties.alarms.slips import slip_in_share
from fzreview.checking.ties.constructors import tie_between
from fzreview.checking.ties.rates.rate_arithmetic import fits, triple
from fzreview.checking.ties.rates.rate_names import OWN_SHARE
from fzreview.checking.ties.view import Spot, View
from fzreview.checking.units import kindred
from fzreview.domain.ties.tie import Holds, Tie

_WINDOW: Final = 8
_FITTING: Final[tuple[Holds, ...]] = ("true", "approx")
_FAR: Final = 24
"""Figures above a list of shares among which their base may stand."""
_WHOLE: Final = 100.0


def of_distant_base(view: View, rate: Spot, earlier: Sequence[Spot]) -> Iterable[Tie]:
    """120件,占受理总数的40.5%: the base stands further up, or is told elsewhere."""
    near = [one for one in earlier if one.sentence == rate.sentence and rate.start - one.end <= 40]
    if not near or rate.value <= 0 or rate.value > _WHOLE or near[-1].value <= 0:
        return
    part = near[-1]
    above = view.spots[max(0, part.place - _FAR) : part.place]
    alike = [one for one in reversed(above) if kindred(one.unit, part.unit) and one.value > 0]
    bases = [one for one in alike if one.value > part.value]
    for wanted in _FITTING:
        for base in bases:
            if fits(rate, base, part) == wanted:
                yield triple(rate, base, part, wanted)
                return
    suspect = (
        _confirmed_base(view, part, alike)
        or _told_base(view, rate, part, alike)
        or next(
            (base for base in bases if base.paragraph == part.paragraph and slip_in_share(rate, base, part)),
            None,
        )
    )
    if suspect is not None:
        yield triple(rate, suspect, part, "false")
        return
    if "分之" in rate.figure.text:  # 占世界三分之二 tells the base too roughly to be worked out.
        return
    unknown = shown(_rounded(100 * part.value / rate.value))
    yield tie_between(
        "rate", [(part, "part"), (rate, "rate")], "true", "medium",
        f"{shown(part.value)}/{shown(rate.value)}%≈{unknown}", wording="rate.base", base=unknown,
    )  # fmt: skip


def _rounded(value: float) -> float:
    """To four digits where it has more than seven: the rate tells no more."""
    return float(f"{value:.3e}") if value >= _MANY_DIGITS else round(value)


_MANY_DIGITS: Final = 1e7


def _confirmed_base(view: View, part: Spot, bases: Sequence[Spot]) -> Spot | None:
    """The base of which another share on the same line, or the line next to it, comes out."""
    near = view.spots[max(0, part.place - _WINDOW) : part.place + _WINDOW]
    for one, rate in pairwise(near):
        if (
            one is part
            or not rate.is_percent
            or not OWN_SHARE.match(rate.lead)
            or not 0 < rate.quantity.half < 0.5
        ):
            continue
        for base in bases:
            same_row = abs(base.paragraph - one.paragraph) <= 1 or one.paragraph == part.paragraph
            if same_row and kindred(base.unit, one.unit) and fits(rate, base, one) == "true":
                return base
    return None


def _told_base(view: View, rate: Spot, part: Spot, bases: Sequence[Spot]) -> Spot | None:
    """The base that the wording names: 11个所中有4个…,占36.4%; 68件,…,其中甲类31件,占45.6%."""
    base = next((one for one in bases if one.unit == part.unit and not one.is_difference), None)
    if base is None or base.sentence != part.sentence or _BARE_SHARE.fullmatch(rate.lead) is None:
        return None
    named = _WITHIN.fullmatch(view.between(base, part)) is not None or part.lead.startswith("其中")
    return base if named and part.value <= base.value and rate.start - part.end <= _ADJOINING else None


_BARE_SHARE: Final = re.compile("[,、;(]?(?:仅|约|已|共|只|就)?占比?")
_WITHIN: Final = re.compile("[^,。;、0-9]{1,12}[中里内][^,。;、0-9]{0,6}")
_ADJOINING: Final = 16
