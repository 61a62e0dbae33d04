"""Rates of the rest, and rates whose part or base is told in pieces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from fzreview.checking.quantity import share_shown, shown
from fzreview.checking.ties.constructors import Part, tie_between
from fzreview.checking.ties.rates.rate_names import named_part
from fzreview.checking.ties.view import Spot, View
from fzreview.checking.units import kindred, same_unit
from fzreview.domain.ties.tie import Tie

_NOT: Final = "(?:不|未|没有|没)"
_TOGETHER: Final = re.compile("(?:合计|共计|总共|两项|两者|二者|三项|三者)[^,。;0-9]{0,3}占")
_RATE: Final = re.compile("(?P<word>[\u4e00-\u9fff]{2})率")
_MOST: Final = 4
"""Numbers that are a part or a base together, at most."""
_WHOLE: Final = 100.0


def rate_of_rest(rate: Spot, earlier: Sequence[Spot]) -> Iterable[Tie]:
    """抽检21.5万批次,不合格4300批次,合格率98%: what was not so leaves the part."""
    names = named_part(rate.lead)
    if names is None or len(earlier) < 2:
        return
    rest = earlier[-1]
    if rest.sentence != rate.sentence or not re.search(f"{_NOT}(?:{names})", rest.words):
        return
    for base in reversed(earlier[:-1]):
        told = base.sentence == rest.sentence and kindred(base.unit, rest.unit) and base.value > rest.value
        reached = _WHOLE * (1 - rest.value / base.value) if told else 0.0
        if told and abs(reached - rate.value) <= rate.quantity.half:
            explain = f"({shown(base.value)}-{shown(rest.value)})/{shown(base.value)}={share_shown(reached)}"
            yield _of([base], [rest], rate, explain)
            return


def joint_rate(view: View, rate: Spot) -> Iterable[Tie]:
    """建议64件、提案96件,满意158件,满意率98.8%; 新办证156人,换证208人,合计占总数的35%."""
    near = [
        spot
        for spot in view.spots[max(0, rate.place - 2 * _MOST) : rate.place]
        if spot.paragraph == rate.paragraph
        and rate.sentence - spot.sentence <= 1
        and spot.is_amount
        and spot.quantity.is_whole
        and not spot.is_difference
    ]
    if len(near) < 3 or not 0 < rate.value <= _WHOLE:
        return
    if _TOGETHER.search(rate.lead):
        for count in range(2, min(_MOST, len(near) - 1) + 1):
            parts, bases = near[-count:], near[:-count]
            if all(same_unit(part.unit, parts[0].unit) for part in parts):
                for base in reversed(bases):
                    yield from _checked([base], parts, rate)
        return
    graded = list(_graded(near, rate))
    if graded:
        yield from graded
        return
    *row, part = near
    named = _RATE.search(rate.lead)
    if named is None or named["word"] not in part.words:
        return
    bases = row[-1:]
    for one in reversed(row[:-1][-_MOST:]):
        if "、" not in view.between(one, bases[0]) or not same_unit(one.unit, bases[0].unit):
            break
        bases.insert(0, one)
    if len(bases) > 1:
        yield from _checked(bases, [part], rate)


def _graded(near: Sequence[Spot], rate: Spot) -> Iterable[Tie]:
    """案卷200卷,优秀60卷,良好110卷,优良率85%: the grades from the one down to which the rate is told."""
    told = _GRADES.search(rate.lead)
    if told is None:
        return
    wanted = _GOOD if told["good"] else _PASSED
    parts = [spot for spot in near if wanted.search(spot.lead) and not _FAILED.search(spot.lead)]
    if len(parts) < 2 or not all(same_unit(one.unit, parts[0].unit) for one in parts):
        return
    above = [spot for spot in near if spot.place < parts[0].place and same_unit(spot.unit, parts[0].unit)]
    if above:
        yield from _checked(above[-1:], parts, rate)


_GRADES: Final = re.compile("(?P<good>优良)|合格(?:以上|率)|达标率")
_GOOD: Final = re.compile("优秀|优良|良好|优|良")
_PASSED: Final = re.compile("优秀|优良|良好|合格|达标")
_FAILED: Final = re.compile("不合格|不达标|未达标")


def _checked(bases: Sequence[Spot], parts: Sequence[Spot], rate: Spot) -> Iterable[Tie]:
    base, part = sum(one.value for one in bases), sum(one.value for one in parts)
    if not kindred(bases[0].unit, parts[0].unit) or not 0 < part <= base:
        return
    reached = _WHOLE * part / base
    if abs(reached - rate.value) <= rate.quantity.half:
        above = "+".join(shown(one.value) for one in parts)
        below = "+".join(shown(one.value) for one in bases)
        above, below = (f"({told})" if "+" in told else told for told in (above, below))
        yield _of(bases, parts, rate, f"{above}/{below}={share_shown(reached)}")


def _of(bases: Sequence[Spot], parts: Sequence[Spot], rate: Spot, explain: str) -> Tie:
    members: list[Part] = [*((one, "base") for one in bases), *((one, "part") for one in parts)]
    return tie_between("rate", [*members, (rate, "rate")], "true", "medium", explain)
