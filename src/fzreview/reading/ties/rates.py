"""Rates: a percentage with the numbers that it is made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from fzreview.domain.tie import Holds, Tie
from fzreview.reading.ties.making import Part, make
from fzreview.reading.ties.possible_rates import without_part
from fzreview.reading.ties.quantity import overlap, share_shown, shown
from fzreview.reading.ties.slips import slip_in_share
from fzreview.reading.ties.units import kindred, same_unit
from fzreview.reading.ties.view import Spot, View

_WINDOW: Final = 8
_FITTING: Final[tuple[Holds, ...]] = ("true", "approx")
_FAR: Final = 24
"""Figures above a list of shares among which their base may stand."""
_CHANGED: Final = re.compile(
    "(?:由|从)[^,。;]{0,12}$|上年|去年|年初|上一年|增长|下降|上升|提高|提升|减少|压缩|压减|缩短|增加|上涨|回落|降低|同比|环比|增幅|减幅|降幅|涨|精简|减$|高于|低于"
)
_OTHER_BASE: Final = re.compile(
    "满意|知晓|覆盖|好评|参合|参保|入学|就业|增值|利率|空气|优良|森林|绿化|接通|普及|公示|机扫|收缴|知晓|及格线"
)
"""Rates whose base is something else than the cases counted beside them."""
_CASE_RATE: Final = re.compile(
    ".*(?P<word>成功|办结|办复|结案|审结|合格|通过|优秀|纠错|败诉|胜诉|整改|化解|调解|采纳|受理|到岗|破案|改判|答复"
    "|回复|激活|出庭|审查|履行|执结|精简|减幅|备案|调撤|参考|及格|录取|即办|发现)[^,。;]{0,4}(?:率|比例)"
)
_SYNONYMS: Final = {
    "通过": "通过|合格",
    "合格": "合格|通过|达标",
    "办结": "办结|审结",
    "结案": "结案|审结|办结",
    "纠错": "纠错|纠正",
    "发现": "发现|不合格",
}
_LOST: Final = re.compile("败诉率|纠错率")
_SET_RIGHT: Final = re.compile("撤销|败诉|纠错|确认违法|变更|责令|重作")
"""Endings that a rate of lost or corrected cases counts."""
_REST: Final = re.compile("(?P<all>按时|及时|按期|全部|均|都)")
_AIMED: Final = re.compile("力争|确保|目标|保持|到20|将|要|不低于")
_OWN_SHARE: Final = re.compile("[,、;(]?(?:仅|约|已|各|共|分别|只|就|均)?占")
"""A share of what stands directly before it."""
_WHOLE: Final = 100.0


def rates(view: View) -> Iterable[Tie]:
    """Percentages with part and base, with one of them, and rates of a hundred percent."""
    for order, sentence in enumerate(view.sentences):
        if not any(spot.is_percent for spot in sentence):
            continue
        before: tuple[Spot, ...] = ()
        if order and view.sentences[order - 1][0].paragraph == sentence[0].paragraph:
            before = view.sentences[order - 1][-4:]
        for place, rate in enumerate(sentence):
            if rate.is_percent and not _is_change(view, rate):
                earlier = [
                    one for one in (*before, *sentence[max(0, place - _WINDOW) : place]) if _counts(one)
                ]
                later = [one for one in sentence[place + 1 : place + 5] if _counts(one)]
                yield from _of_rate(view, rate, earlier, later)


def _counts(spot: Spot) -> bool:
    return spot.figure.kind in ("count", "money", "measure") and spot.is_amount


def _is_change(view: View, rate: Spot) -> bool:
    return rate.figure.unit != "%" or _CHANGED.search(rate.lead) is not None


def _of_rate(view: View, rate: Spot, earlier: Sequence[Spot], later: Sequence[Spot]) -> Iterable[Tie]:
    if not ("占" in rate.lead or "率" in rate.words or "比例" in rate.lead or rate.value == _WHOLE):
        return
    found = _fitting(rate, earlier, later)
    if found is not None:
        base, part, holds = found
        yield _triple(rate, base, part, holds)
        return
    failing = list(_failing(rate, earlier)) or list(_not_lost(view, rate, earlier))
    if failing:
        yield from failing
        return
    if rate.value == _WHOLE:
        yield from _everything(view, rate, earlier)
    elif _OWN_SHARE.match(rate.lead):
        yield from _of_far_base(view, rate, earlier)
    elif _CASE_RATE.search(rate.lead):
        yield from without_part(view, rate, earlier)


def _fitting(rate: Spot, earlier: Sequence[Spot], later: Sequence[Spot]) -> tuple[Spot, Spot, Holds] | None:
    """The nearest part and base whose share is the rate."""
    near = list(reversed(earlier))[:_WINDOW]
    pairs = [(base, part) for index, part in enumerate(near) for base in near[index + 1 :]]
    if near and (rate.bracket >= 0 or later):
        pairs += [(base, part) for part in later for base in near[:2]]
    choice: tuple[Spot, Spot, Holds] | None = None
    lost = _LOST.search(rate.lead)
    if lost is not None:
        pairs.sort(key=lambda pair: _SET_RIGHT.search(pair[1].lead) is None)
    for base, part in pairs:
        if not kindred(base.unit, part.unit) or part.value > base.value or part.value <= 0:
            continue
        holds = fits(rate, base, part)
        if holds == "true":
            return base, part, holds
        if holds == "approx" and choice is None and not _is_far_from(rate, share(base, part)):
            choice = (base, part, holds)
    return choice


def _is_far_from(rate: Spot, reached: float) -> bool:
    return rate.quantity.loose and abs(reached - rate.value) > _LOOSE_REACH * rate.value


def share(base: Spot, part: Spot) -> float:
    """How many percent of the base the part makes."""
    return 100 * part.value / base.value


def fits(rate: Spot, base: Spot, part: Spot) -> Holds:
    """Whether a rate is the share of the part in the base, by the told digits; a cut instead of a rounding
    is approximate."""
    if base.quantity.low <= 0:
        return "false"
    low = 100 * part.quantity.low / base.quantity.high
    high = 100 * part.quantity.high / base.quantity.low
    told = rate.quantity
    loose = part.quantity.loose or base.quantity.loose or told.loose
    if overlap(low, high, told.low, told.high):
        return "approx" if loose else "true"
    cut = 2 * told.half * _LESS_THAN_ONE
    return "approx" if cut and overlap(low, high, told.value - cut, told.value + cut) else "false"


_LESS_THAN_ONE: Final = 0.999
"""A cut takes less than a whole unit of the last digit: 100% is never told as 99%."""
_LOOSE_REACH: Final = 0.2
"""How far, by its own size, a share may lie from the 以上 or 以下 that is told of it."""


def _triple(rate: Spot, base: Spot, part: Spot, holds: Holds) -> Tie:
    reached = share_shown(share(base, part))
    sign = {"true": "≈", "approx": "≈", "false": "≠"}[holds]
    told = f"{shown(rate.value)}%"
    explain = f"{shown(part.value)}/{shown(base.value)}={reached}" + (
        "" if reached == told else f"{sign}{told}"
    )
    members: list[Part] = [(base, "base"), (part, "part"), (rate, "rate")]
    sure = holds == "true" or (holds == "approx" and not rate.quantity.loose)
    return make("rate", members, holds, "high" if sure else "medium", explain)


def _failing(rate: Spot, earlier: Sequence[Spot]) -> Iterable[Tie]:
    """受理90件,调解成功80件,调解成功率100%: a rate that names its part, which stands right before it."""
    named = _CASE_RATE.search(rate.lead)
    if named is None or len(earlier) < 2 or _OTHER_BASE.search(rate.lead):
        return
    base, part = earlier[-2], earlier[-1]
    same_sentence = base.sentence == part.sentence == rate.sentence
    if not same_sentence or not same_unit(base.unit, part.unit) or part.value > base.value:
        return
    names = _SYNONYMS.get(named["word"], named["word"])
    names_it = re.search(names, part.words) and not re.search(names, base.words)
    if names_it and not _of_a_row(rate, earlier[:-1], part):
        yield _triple(rate, base, part, "false")


def _of_a_row(rate: Spot, bases: Sequence[Spot], part: Spot) -> bool:
    """Whether the rate is the share in several bases together: 规章27件、文件1946件,纠正31件,纠错率1.6%."""
    reached = 0.0
    for base in reversed(bases):
        reached += base.value
        if base.unit != part.unit or base.sentence != part.sentence:
            return False
        if abs(100 * part.value / reached - rate.value) <= 2 * rate.quantity.half:
            return True
    return False


def _not_lost(view: View, rate: Spot, earlier: Sequence[Spot]) -> Iterable[Tie]:
    """25件(败诉率72%),撤销8件,维持17件: all endings are told, and those those lost do not make the rate."""
    base = earlier[-1] if earlier else None
    if base is None or not _LOST.search(rate.lead) or not 0 <= rate.bracket - base.end <= 1:
        return
    endings: list[Spot] = []
    for spot in view.spots[rate.place + 1 : rate.place + 1 + _WINDOW]:
        if spot.sentence != rate.sentence or not same_unit(spot.unit, base.unit) or spot.bracket >= 0:
            break
        endings.append(spot)
        if sum(one.value for one in endings) >= base.value:
            break
    lost = [one for one in endings if _SET_RIGHT.search(one.lead)]
    if sum(one.value for one in endings) == base.value and len(lost) == 1:
        yield _triple(rate, base, lost[0], "false")


def _everything(view: View, rate: Spot, earlier: Sequence[Spot]) -> Iterable[Tie]:
    """100% of what was counted last in the same sentence; of all that was counted in one row."""
    named = _named_before(view, rate)
    if _AIMED.search(rate.lead) or (_OTHER_BASE.search(rate.lead) and not named):
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
    yield make(
        "rate", members, "true", "high" if near else "medium", f"{base}×100%={base}",
        wording="rate.all", base=base,
    )  # fmt: skip


def _confirmed_base(view: View, part: Spot, bases: Sequence[Spot]) -> Spot | None:
    """The base of which another share on the same line, or the line next to it, comes out."""
    near = view.spots[max(0, part.place - _WINDOW) : part.place + _WINDOW]
    for one, rate in pairwise(near):
        if (
            one is part
            or not rate.is_percent
            or not _OWN_SHARE.match(rate.lead)
            or not 0 < rate.quantity.half < 0.5
        ):
            continue
        for base in bases:
            same_row = abs(base.paragraph - one.paragraph) <= 1 or one.paragraph == part.paragraph
            if same_row and kindred(base.unit, one.unit) and fits(rate, base, one) == "true":
                return base
    return None


def _told_base(view: View, rate: Spot, part: Spot, bases: Sequence[Spot]) -> Spot | None:
    """The base that the wording names: 11个所中有4个…,占36.4%; 68件,其中甲类31件,占45.6%."""
    base = next((one for one in bases if one.unit == part.unit), None)
    if base is None or base.sentence != part.sentence or _BARE_SHARE.fullmatch(rate.lead) is None:
        return None
    between = view.between(base, part)
    named = _WITHIN.fullmatch(between) is not None or _AMONG.fullmatch(between) is not None
    return base if named and part.value <= base.value and rate.start - part.end <= _ADJOINING else None


_BARE_SHARE: Final = re.compile("[,、;(]?(?:仅|约|已|共|只|就)?占比?")
_WITHIN: Final = re.compile("[^,。;、0-9]{1,12}[中里内][^,。;、0-9]{0,6}")
_AMONG: Final = re.compile("[,(]其中[^,。;、0-9]{0,12}")
_ADJOINING: Final = 16


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


def _of_far_base(view: View, rate: Spot, earlier: Sequence[Spot]) -> Iterable[Tie]:
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
                yield _triple(rate, base, part, wanted)
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
        yield _triple(rate, suspect, part, "false")
        return
    unknown = shown(round(100 * part.value / rate.value))
    yield make(
        "rate", [(part, "part"), (rate, "rate")], "true", "medium",
        f"{shown(part.value)}/{shown(rate.value)}%≈{unknown}", wording="rate.base", base=unknown,
    )  # fmt: skip
