"""Runs of endings of cases against the number of cases that they may be the endings of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from fzreview.checking.ties.alarms.slips import magnitude_in_sum, slip_in_sum
from fzreview.checking.ties.constructors import adds_up, subset_tie, sum_tie, within
from fzreview.checking.ties.outcomes.dispositions import ENDING, NO_WORDING, TAKEN_IN
from fzreview.checking.ties.view import Spot, View
from fzreview.checking.units import kindred, same_unit
from fzreview.domain.ties.tie import Tie

_WINDOW: Final = 14
_CLOSED: Final = re.compile("审结|结案|办结|已判决|结办")
_PENDING: Final = re.compile("正在|在办|在审|未审结|未办结|尚|结转")
_REFUSED: Final = re.compile("不予受理|不受理")


def endings(view: View, flat: Sequence[Spot], before: Sequence[Spot]) -> Iterable[Tie]:
    """Runs of endings: their sum against every number they may be the endings of."""
    place = 0
    while place < len(flat):
        if not _ends(flat[place]):
            place += 1
            continue
        first = place
        while place < len(flat) and _ends(flat[place]) and place - first < _WINDOW:
            place += 1
            if place < len(flat) and _is_of_other_cases(view, flat[place - 1], flat[place]):
                break
        run = flat[first:place]
        other = first > 0 and _is_of_other_cases(view, flat[first - 1], flat[first])
        earlier = [one for one in flat[max(0, first - 5) : first] if one.bracket < 0 and not other]
        yield from _of_run(run, earlier or [one for one in before if one.is_amount])


def _ends(spot: Spot) -> bool:
    return spot.bracket < 0 and ENDING.search(spot.lead) is not None and "提出" not in spot.lead


def _is_of_other_cases(view: View, one: Spot, other: Spot) -> bool:
    """复议案件中维持13件、撤销1件;诉讼案件中胜诉6件: behind the semicolon other cases end."""
    return ";" in view.text[one.end : other.start] and "案件中" in other.lead


def _of_run(run: Sequence[Spot], earlier: Sequence[Spot]) -> Iterable[Tie]:
    bases = [one for one in reversed(earlier) if kindred(one.unit, run[0].unit)]
    for base in bases:
        for count in range(len(run), 1, -1):
            parts = run[:count]
            holds = adds_up(base, parts)
            if holds != "false":
                same = all(same_unit(base.unit, part.unit) for part in run)
                if same and _too_many(base, run, count):
                    yield sum_tie(base, run, "false", "medium", told=True)
                    return
                same = all(same_unit(base.unit, part.unit) for part in parts)
                yield sum_tie(base, parts, holds, "high" if same else "medium", told=same)
                yield from _left_over(base, run[count:])
                return
    whole = _default(bases)
    if whole is not None:
        yield from _some(whole, run)


def _too_many(base: Spot, run: Sequence[Spot], count: int) -> bool:
    """Whether a further ending of the same row is left when the first ones have used up the cases."""
    rest = _settled(base, run[count:])
    return any(
        part.value > 0 and len(part.lead) <= _PLAIN and not _SUMMARY.search(part.lead) for part in rest
    )


_SUMMARY: Final = re.compile("纠错|败诉|胜诉|优秀|合格|其中|上诉|结转|建议书|意见书|采纳|解决")
"""Endings that count others once more."""


def _some(base: Spot, run: Sequence[Spot]) -> Iterable[Tie]:
    """Endings that do not make all of the cases."""
    run = _settled(base, run)
    if not run:
        return
    same = all(same_unit(base.unit, part.unit) for part in run)
    one_kind = same or (all(part.unit == run[0].unit for part in run) and kindred(base.unit, run[0].unit))
    above = len(run) > 1 and sum(part.quantity.low for part in run) > base.quantity.high
    plain = all(len(part.lead) <= _PLAIN for part in run)
    digit = same and len(run) > 2 and slip_in_sum(base, run)
    slip = digit or (one_kind and magnitude_in_sum(base, run))
    if slip or (one_kind and above and plain):
        yield sum_tie(base, run, "false", "medium", told=True)
    elif kindred(base.unit, run[0].unit) and _far_above(base, run) is not None:
        yield subset_tie(base, [_far_above(base, run) or run[0]], "false", "medium", told=True)
    elif within(base, run) != "false":
        yield subset_tie(base, run, within(base, run), "high" if same else "medium", told=same)


_PLAIN: Final = 8
"""Characters of an ending that has no subject of its own."""


def _far_above(base: Spot, run: Sequence[Spot]) -> Spot | None:
    return next((part for part in run if part.value >= NO_WORDING * max(base.value, 1.0)), None)


def _settled(base: Spot, run: Sequence[Spot]) -> list[Spot]:
    """The endings without those that a base of closed cases, or of those taken in, cannot hold."""
    outside = _PENDING if _CLOSED.search(base.words) else _REFUSED if "受理" in base.lead else None
    return [part for part in run if outside is None or not outside.search(part.lead)]


def _left_over(base: Spot, rest: Sequence[Spot]) -> Iterable[Tie]:
    for spot in _settled(base, rest):
        if same_unit(base.unit, spot.unit) and within(base, [spot]) != "false":
            yield subset_tie(base, [spot], within(base, [spot]), "medium", told=False)


def _default(bases: Sequence[Spot]) -> Spot | None:
    """What was closed or taken in last."""
    return next((base for base in bases if TAKEN_IN.search(base.words)), None)
