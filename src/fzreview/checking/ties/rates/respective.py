"""Lists of percentages that 分别 shares out over a list of amounts before them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from fzreview.checking.ties.changes.differences import measured, with_measure
from fzreview.checking.ties.rates.rate_arithmetic import fits, triple
from fzreview.checking.ties.view import Spot, View
from fzreview.domain.ties.tie import Tie

_RESPECTIVELY: Final = re.compile("分别")
_SHARE: Final = re.compile("占|比重|占比")
_MOVED: Final = re.compile("增|升|提高|涨|减|降|少|缩短")
_EARLIER: Final = re.compile("比|较|上年|去年|同期")
_AND: Final = frozenset(("、", "和", "及", "与", ""))
_FAR: Final = 12
"""Figures before the list among which the base of shares may stand."""


def respective(view: View) -> Iterable[Tie]:
    """三项分别占24%、48%和28%; 27起、19人,比上年的32起、25人分别下降15.6%和24%."""
    for sentence in view.sentences:
        for place, spot in enumerate(sentence):
            if spot.is_percent and _RESPECTIVELY.search(spot.lead):
                told = _list(sentence[place:])
                if len(told) > 1:
                    yield from _shares(view, sentence[:place], told)
                    yield from _changes(sentence[:place], told)


def _list(behind: Sequence[Spot]) -> Sequence[Spot]:
    count = 1
    while count < len(behind) and behind[count].is_percent and behind[count].lead in _AND:
        count += 1
    return behind[:count]


def _shares(view: View, earlier: Sequence[Spot], told: Sequence[Spot]) -> Iterable[Tie]:
    parts = [spot for spot in earlier if spot.is_amount][-len(told) :]
    alike = len(parts) == len(told) and len({part.unit for part in parts}) == 1
    if not alike or not _SHARE.search(told[0].lead):
        return
    above = view.spots[max(0, parts[0].place - _FAR) : parts[0].place]
    for base in reversed(above):
        if base.unit == parts[0].unit and base.paragraph == parts[0].paragraph and not base.is_difference:
            holds = [fits(rate, base, part) for rate, part in zip(told, parts, strict=True)]
            if "false" not in holds:
                for rate, part, one in zip(told, parts, holds, strict=True):
                    yield triple(rate, base, part, one)
                return


def _changes(earlier: Sequence[Spot], told: Sequence[Spot]) -> Iterable[Tie]:
    count = len(told)
    amounts = [spot for spot in earlier if spot.is_amount][-2 * count :]
    if len(amounts) < 2 * count or not _MOVED.search(told[0].lead):
        return
    now, before = amounts[:count], amounts[count:]
    paired = all(one.unit == other.unit for one, other in zip(now, before, strict=True))
    if not paired or not _EARLIER.search(before[0].lead):
        return
    rows = list(zip(before, now, told, strict=True))
    holding = [measured(*row)[0] != "false" for row in rows]
    # One that comes out shows that the lists belong together; then the others have to.
    if any(holding):
        for row in rows:
            yield with_measure(*row)
