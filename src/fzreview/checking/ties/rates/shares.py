"""Shares of one whole: they make a hundred percent together, or less."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from fzreview.checking.quantity import shown
from fzreview.checking.ties.constructors import tie_between
from fzreview.checking.ties.view import Spot, View
from fzreview.domain.ties.tie import Tie


def shares(view: View) -> Iterable[Tie]:
    """Runs of 占 within a sentence, or on lines of a list."""
    run: list[Spot] = []
    for spot in view.spots:
        if not spot.is_percent:
            continue
        parallel = ("占" in spot.lead and len(spot.lead) <= 14) or _is_listed(run, spot)
        near = run and spot.paragraph - run[-1].paragraph <= 1 and spot.start - run[-1].end <= 60
        if not (parallel and near):
            yield from _summed(run)
            run = []
        if parallel:
            run.append(spot)
    yield from _summed(run)
    for sentence in view.sentences:
        yield from _side_by_side(view, [spot for spot in sentence if spot.is_percent])


def _side_by_side(view: View, percents: Sequence[Spot]) -> Iterable[Tie]:
    """治安类48.2%、交通类31.5%、民生类20.3%: without 占 only three and more that make the whole."""
    for first in range(len(percents) - 2):
        run = [percents[first]]
        for spot in percents[first + 1 : first + 10]:
            if not _IS_SORT.fullmatch(spot.lead) or spot.start - run[-1].end > 16:
                break
            run.append(spot)
            reached = sum(one.value for one in run)
            if len(run) > 2 and abs(reached - _WHOLE) <= sum(one.quantity.half for one in run) + 1e-9:
                yield from _summed(run)
                return


_IS_SORT: Final = re.compile("[、,;和及与]?(?![^、,;]*(?:增|减|升|降|高|低|率|提))[^,。;0-9]{0,10}")
_WHOLE: Final = 100.0


def _is_listed(run: Sequence[Spot], spot: Spot) -> bool:
    """Whether it goes on a list of shares, or opens one: 占比分别为6.8%、36.5%和56.7%."""
    if run and spot.start - run[-1].end <= 2 and spot.lead in _AND:
        return True
    return _RESPECTIVELY.search(spot.lead) is not None


_AND: Final = frozenset(("、", "和", "及", "与", ""))
_RESPECTIVELY: Final = re.compile("(?:占|占比|比重|比例|构成)[^,。;]{0,8}分别为?\\Z|分别占[^,。;]{0,10}\\Z")


def _summed(run: Sequence[Spot]) -> Iterable[Tie]:
    if not 2 <= len(run) <= 12:
        return
    reached = sum(spot.value for spot in run)
    rounding = sum(spot.quantity.half for spot in run)
    explain = f"{'+'.join(shown(spot.value) for spot in run)}={shown(round(reached, 4))}"
    if abs(reached - 100) <= rounding + 1e-9:
        yield tie_between("percent_sum", [(spot, "part") for spot in run], "true", "high", f"{explain}%")
    elif reached < 100:
        yield tie_between(
            "percent_sum", [(spot, "part") for spot in run], "approx", "medium", f"{explain}≤100%", told=False
        )
