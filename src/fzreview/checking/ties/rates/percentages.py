"""Rates: a percentage with the numbers that it is made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from fzreview.checking.quantity import shown
from fzreview.checking.ties.constructors import Part, subset_tie, tie_between, within
from fzreview.checking.ties.rates.contradicted_rates import failing, not_lost, not_the_share
from fzreview.checking.ties.rates.distant_bases import of_distant_base
from fzreview.checking.ties.rates.joint_rates import joint_rate, rate_of_rest
from fzreview.checking.ties.rates.rate_arithmetic import fits, in_percent, share, triple
from fzreview.checking.ties.rates.rate_names import CASE_RATE, LOST, OTHER_BASE, OWN_SHARE, SET_RIGHT
from fzreview.checking.ties.rates.rates_across_clauses import rate_across_clauses
from fzreview.checking.ties.rates.rates_without_part import without_part
from fzreview.checking.ties.view import Spot, View
from fzreview.checking.units import kindred, same_unit
from fzreview.domain.ties.tie import Holds, Tie

_WINDOW: Final = 8
_CHANGED: Final = re.compile(
    "(?:由|从)[^,。;]{0,12}$|上年|去年|年初|上一年|增长|下降|上升|提高|提升|减少|压缩|压减|缩短|增加|上涨|回落|降低|同比|环比|增幅|减幅|降幅|涨|精简|减$|高于|低于"
)
_REST: Final = re.compile("(?P<all>按时|及时|按期|全部|均|都)")
_AIMED: Final = re.compile("力争|确保|目标|保持|到20|将|要|不低于")
_WHOLE: Final = 100.0
_NAMED: Final = re.compile(
    "占|比例|比重|合格以上|良好以上|进度|完成(?:年度|全年|年初)?(?:计划|目标|任务|指标|预算)"
)
_OF_THOSE: Final = re.compile("的")
"""Behind a share that opens its sentence: 90%的学员(216人)通过考试."""
_LOOSE_REACH: Final = 0.2
"""How far, by its own size, a share may lie from the 以上 or 以下 that is told of it."""


def rates(view: View) -> Iterable[Tie]:
    """Percentages with part and base, with one of them, and rates of a hundred percent."""
    for order, sentence in enumerate(view.sentences):
        told = [in_percent(spot) for spot in sentence]
        if not any(told):
            continue
        before: tuple[Spot, ...] = ()
        if order and view.sentences[order - 1][0].paragraph == sentence[0].paragraph:
            before = view.sentences[order - 1][-4:]
        shared: Spot | None = None
        for place, rate in enumerate(told):
            if rate is not None and _RAISED_TO.search(rate.lead):
                yield from _reached(view, rate)
            elif rate is not None and not _CHANGED.search(rate.lead):
                earlier = [
                    one for one in (*before, *sentence[max(0, place - _WINDOW) : place]) if _counts(one)
                ]
                later = [one for one in sentence[place + 1 : place + 5] if _counts(one)]
                for tie in _of_rate(view, rate, earlier, later, shared):
                    shared = _base_among(earlier, tie) or shared
                    yield tie


def _base_among(spots: Sequence[Spot], tie: Tie) -> Spot | None:
    """The base of a rate, of which the next share of its sentence may be one too."""
    spans = {member.span for member in tie.members if member.role == "base"} if tie.holds == "true" else ()
    return next((spot for spot in spots if (spot.figure.start, spot.figure.end) in spans), None)


def _reached(view: View, rate: Spot) -> Iterable[Tie]:
    """网上办理41206件,网办率由79.6%提高到85.4%: the rate that was reached is one of the numbers beside it."""
    pair = rate_across_clauses(view, rate) if 0 < rate.quantity.half <= _EXACT else None
    if pair is not None:
        yield triple(rate, *pair, "true")


_RAISED_TO: Final = re.compile("(?:提高|提升|上升|增加|增长|下降|降低|降|升|减少|回落)[到至为]\\Z")


def _counts(spot: Spot) -> bool:
    return spot.is_amount and not spot.is_difference


def _of_rate(
    view: View, rate: Spot, earlier: Sequence[Spot], later: Sequence[Spot], shared: Spot | None
) -> Iterable[Tie]:
    if not (_NAMED.search(rate.lead) or "率" in rate.words or rate.value == _WHOLE):
        if rate.bracket < 0 and _OF_THOSE.match(rate.tail):
            pair = rate_across_clauses(view, rate)
            if pair is not None:
                yield triple(rate, *pair, "true")
        return
    # A hundred percent of two equal numbers proves nothing where the rate is of something else.
    elsewhere = rate.value == _WHOLE and OTHER_BASE.search(rate.lead) is not None
    found = None if elsewhere else _of_shared(rate, earlier, shared) or _fitting(rate, earlier, later)
    if found is not None:
        base, part, holds = found
        yield triple(rate, base, part, holds)
        yield from _part_of_base(rate, base, part)
        return
    for finder in (
        rate_of_rest(rate, earlier),
        failing(view, rate, earlier),
        not_lost(view, rate, earlier),
        not_the_share(view, rate, earlier),
    ):
        told = list(finder)
        if told:
            yield from told
            return
    wide = None if elsewhere else rate_across_clauses(view, rate)
    joint = [] if wide is not None or elsewhere else list(joint_rate(view, rate))
    if wide is not None:
        yield triple(rate, *wide, "true")
        yield from _part_of_base(rate, *wide)
    elif joint:
        yield from joint[:1]
    elif rate.value == _WHOLE:
        yield from _everything(view, rate, earlier)
    elif OWN_SHARE.match(rate.lead) and "分别" not in rate.lead:
        yield from of_distant_base(view, rate, earlier)
    elif CASE_RATE.search(rate.lead):
        yield from without_part(view, rate, earlier)


def _part_of_base(rate: Spot, base: Spot, part: Spot) -> Iterable[Tie]:
    """What the rate tells besides: the part is one of the base."""
    exact = 0 < rate.quantity.half <= _EXACT and same_unit(base.unit, part.unit)
    if exact and within(base, [part]) == "true" and not _DONE.search(rate.lead):
        yield subset_tie(base, [part], "true", "medium", told=True)


_DONE: Final = re.compile("完成|达标|执行率|到位率")
_EXACT: Final = 0.05
"""Half a unit of the last digit of a rate that tells one decimal."""


def _of_shared(rate: Spot, earlier: Sequence[Spot], shared: Spot | None) -> tuple[Spot, Spot, Holds] | None:
    """办件15600件,当日办结14820件,占95%;转报780件,占5%: shares in a row are of one base."""
    part = earlier[-1] if earlier else None
    if shared is None or part is None or part is shared or not OWN_SHARE.match(rate.lead):
        return None
    alike = _may_be_of(shared, part) and 0 < part.value <= shared.value
    return (shared, part, "true") if alike and fits(rate, shared, part) == "true" else None


def _fitting(rate: Spot, earlier: Sequence[Spot], later: Sequence[Spot]) -> tuple[Spot, Spot, Holds] | None:
    """The nearest part and base whose share is the rate."""
    near = list(reversed(earlier))[:_WINDOW]
    pairs = [(base, part) for index, part in enumerate(near) for base in near[index + 1 :]]
    if near and (rate.bracket >= 0 or later):
        pairs += [(base, part) for part in later for base in near[:2]]
    choice: tuple[Spot, Spot, Holds] | None = None
    lost = LOST.search(rate.lead)
    if lost is not None:
        pairs.sort(key=lambda pair: SET_RIGHT.search(pair[1].lead) is None)
    for base, part in pairs:
        if not _may_be_of(base, part) or part.value > base.value or part.value <= 0:
            continue
        holds = fits(rate, base, part)
        if holds == "true":
            return base, part, holds
        if holds == "approx" and choice is None and not _is_far_from(rate, share(base, part)):
            choice = (base, part, holds)
    return choice


def _may_be_of(base: Spot, part: Spot) -> bool:
    """报考五百七十万,录取二十七万三千名: a number without a measure word counts what the other one counts."""
    return kindred(base.unit, part.unit) or "" in (base.unit, part.unit)


def _is_far_from(rate: Spot, reached: float) -> bool:
    return rate.quantity.loose and abs(reached - rate.value) > _LOOSE_REACH * rate.value


def _everything(view: View, rate: Spot, earlier: Sequence[Spot]) -> Iterable[Tie]:
    """100% of what was counted last in the same sentence; of all that was counted in one row."""
    named = _named_before(view, rate)
    if _AIMED.search(rate.lead) or (OTHER_BASE.search(rate.lead) and not named):
        return
    same = [one for one in earlier if one.sentence == rate.sentence and one.bracket < 0 and _is_cases(one)]
    if not same:
        same = named
    if not same or not ("率" in rate.words or _REST.search(rate.words)):
        return
    row = [same[-1]]
    for one in reversed(same[:-1]):
        if "、" not in one.tail + row[0].lead[:1] or one.unit != row[0].unit or row[0].clause != one.clause:
            break
        row.insert(0, one)
    base = shown(sum(one.value for one in row))
    alone = len(row) == 1 and not row[0].lead.startswith("、") and row[0].unit not in {
        one.unit for one in same[:-1]
    }  # fmt: skip
    between = view.spots[row[-1].place + 1 : rate.place]
    close = rate.start - row[0].end <= 30 and all(one.is_percent for one in between)
    near = row[0].sentence == rate.sentence and alone and close
    members: list[Part] = [*((one, "base") for one in row), (rate, "rate")]
    yield tie_between(
        "rate", members, "true", "high" if near else "medium", f"{base}×100%={base}",
        wording="rate.all", base=base,
    )  # fmt: skip


def _is_cases(spot: Spot) -> bool:
    return spot.quantity.is_whole and spot.figure.kind != "money" and spot.value >= 1


def _named_before(view: View, rate: Spot) -> list[Spot]:
    """The cases that the rate names again (建议提案300件 …。建议提案办复率100%), on the same line."""
    for spot in reversed(view.spots[max(0, rate.place - _WINDOW) : rate.place]):
        if spot.paragraph != rate.paragraph:
            break
        noun = spot.lead[-4:]
        if len(noun) == 4 and _counts(spot) and noun in rate.lead:
            return [spot]
    return []
