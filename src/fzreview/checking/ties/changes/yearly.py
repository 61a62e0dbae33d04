"""Growth that is told by the year: 由2012年的2.24万亿元增加到3.34万亿元,年均增长8.3%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from fzreview.checking.quantity import overlap, share_shown, shown
from fzreview.checking.ties.constructors import tie_between
from fzreview.checking.ties.view import Spot, View
from fzreview.domain.ties.tie import Tie

_YEARLY: Final = re.compile("年均|平均每年|每年平均|年平均|年递增")
_YEAR: Final = re.compile("(1[89][0-9]{2}|20[0-9]{2}|[一二][九〇○零][〇○零一二三四五六七八九]{2})年")
_YEARS: Final = re.compile("([三四五六七八九十]|[3-9]|10)年(?:来|间|以来|累计|平均)")
_DIGITS: Final = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_SPOKEN: Final = {name: number for number, name in enumerate("三四五六七八九十", 3)}
_REACH: Final = 160
"""Characters before the first value in which the years may stand."""
_LONGEST: Final = 20


def yearly(view: View, before: Spot, to: Spot, behind: Sequence[Spot]) -> Tie | None:
    """The tie with the yearly growth behind two values, where a number of years that is told makes it so."""
    growth = next((spot for spot in behind if spot.is_percent and _YEARLY.search(spot.lead)), None)
    if growth is None or before.quantity.low <= 0 or to.value <= before.value:
        return None
    told = growth.quantity
    for years in dict.fromkeys(_told_years(view, before, to)):
        low = 100 * ((to.quantity.low / before.quantity.high) ** (1 / years) - 1)
        high = 100 * ((to.quantity.high / before.quantity.low) ** (1 / years) - 1)
        if overlap(low, high, told.low - told.half, told.high + told.half):
            reached = share_shown(100 * ((to.value / before.value) ** (1 / years) - 1))
            explain = f"({shown(to.value)}/{shown(before.value)})^(1/{years})-1={reached}"
            if reached != f"{shown(growth.value)}%":
                explain += f"≈{shown(growth.value)}%"
            return tie_between(
                "change", [(before, "from"), (to, "to"), (growth, "growth")], "true", "high", explain
            )
    return None


def _told_years(view: View, before: Spot, to: Spot) -> Iterator[int]:
    """How many years may lie between the two; of 从1953年到1957年 four or, counted in full years, five."""
    text = view.text[max(0, before.start - _REACH) : to.start]
    years = [int(found[1].translate(_DIGITS)) for found in _YEAR.finditer(text)]
    if len(years) > 1:
        span = max(years) - min(years)
        yield from (number for number in (span, span + 1) if 1 < number <= _LONGEST)
    yield from (
        _SPOKEN[found[1]] if found[1] in _SPOKEN else int(found[1]) for found in _YEARS.finditer(text)
    )
    # A term of office and a plan are of five years each.
    yield 5
