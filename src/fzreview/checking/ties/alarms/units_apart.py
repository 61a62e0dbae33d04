"""Figures whose unit is another one than that of the figures they belong with."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from fzreview.checking.ties.alarms.units_in_arithmetic import strangers_in_quotients, strangers_in_sums
from fzreview.checking.ties.alarms.units_in_changes import Apart, units_in_change
from fzreview.checking.ties.rates.rate_arithmetic import fits
from fzreview.checking.ties.view import Spot, View
from fzreview.checking.units import interchangeable, kindred, same_unit

_BARE: Final = re.compile(
    "(?:行政)?(?:复议|诉讼|案件|审理|裁决|判决|决定|已|其中|依法|经|均|各类)*"
    "(?:维持|撤销|驳回(?:起诉|诉讼请求|复议申请|申请|诉讼)?|终止|撤诉|撤回|纠错|和解|调解成功|调解结案|调解后终止"
    "|调处成功|成功|办结|审结|结案|未审结|未办结|查实|纳入整改|不予受理|不合格|合格|优秀"
    "|废止(?:或|、)?失效|废止|宣布失效|修改|保留|(?:正在)?办理中|新增|含?结转)"
)
"""An ending without a noun of its own: it counts what was counted before."""
_COUNTED: Final = frozenset(
    ["件", "起", "宗", "例", "人", "名", "户", "家", "份", "个", "项", "次", "条", "%"]
)
_WINDOW: Final = 8
_PRECISE: Final = 0.05
"""Half a unit of the last digit of a rate that fits by chance hardly ever."""


def units_apart(view: View) -> Iterable[Apart]:
    """Endings, parts, shares and changes whose unit differs from the one they are measured against."""
    yield from _shares_in_a_row(view)
    for order, sentence in enumerate(view.sentences):
        flat = [spot for spot in sentence if spot.figure.kind in ("count", "money", "percent")]
        before: Sequence[Spot] = ()
        if order and view.sentences[order - 1][0].paragraph == sentence[0].paragraph:
            before = view.sentences[order - 1][-2:]
        yield from _endings(flat, before)
        yield from strangers_in_sums(sentence)
        yield from strangers_in_quotients(view, sentence)
        for place, spot in enumerate(sentence):
            yield from _share(view, spot)
            yield from _arrested(spot)
            if place:
                yield from _by_the_day(sentence[place - 1], spot)
                yield from _included(sentence[place - 1], spot)
                yield from units_in_change(view, sentence[place - 1], spot)
                yield from _elliptic(sentence[place - 1], spot)
                yield from _released(sentence[place - 1], spot)


def _is_bare(spot: Spot) -> bool:
    return _BARE.fullmatch(spot.lead.strip(",、;(的了 ")) is not None


def _endings(flat: Sequence[Spot], before: Sequence[Spot]) -> Iterable[Apart]:
    """审结60件,撤销8人: the one whose unit is not that of the cases and of the other endings."""
    place = 0
    while place < len(flat):
        if not _is_bare(flat[place]):
            place += 1
            continue
        first = place
        while place < len(flat) and _is_bare(flat[place]) and place - first < _WINDOW:
            place += 1
        earlier = [
            spot
            for spot in (*before, *flat[max(0, first - 3) : first])
            if spot.is_amount and spot.unit in _COUNTED
        ]
        base = earlier[-1:]
        yield from _odd_one([*base, *flat[first:place]])


def _odd_one(group: Sequence[Spot]) -> Iterable[Apart]:
    if group[0].unit == "个" and len(group) > 2:
        group = group[1:]
    units = Counter(spot.unit for spot in group)
    cases = [spot.unit for spot in group if spot.unit in _CASE_UNITS]
    common, count = units.most_common(1)[0]
    if len(group) == 2 or count < len(group) - 1:
        common = cases[0] if cases and _ends_case(group) else group[0].unit
    strangers = [
        spot for spot in group if not interchangeable(common, spot.unit) and spot.unit in _COUNTED | {"元"}
    ]
    if (
        len(strangers) == 1
        and common in _COUNTED
        and len(group) > 1
        and not strangers[0].tail[:1].strip(",、;。()")
    ):
        yield strangers[0], common


def _ends_case(group: Sequence[Spot]) -> bool:
    return all(_CASE_ENDING.search(spot.lead) for spot in group)


_CASE_UNITS: Final = frozenset(("件", "起", "宗", "例"))
_CASE_ENDING: Final = re.compile("维持|撤销|驳回|终止|撤诉|撤回|和解|不予受理")


def _elliptic(before: Spot, spot: Spot) -> Iterable[Apart]:
    """80名参加考试,76件考试合格."""
    counted = {before.unit, spot.unit} <= _COUNTED and before.is_amount and spot.is_amount
    if counted and not spot.lead and _PASSED.match(spot.tail) and not kindred(before.unit, spot.unit):
        yield spot, before.unit


def _released(before: Spot, spot: Spot) -> Iterable[Apart]:
    """接收2467人、解除2264份."""
    listed = _RELEASED.fullmatch(spot.lead) is not None and spot.start - before.end <= _ADJOINING
    if listed and {before.unit, spot.unit} <= _COUNTED and not kindred(before.unit, spot.unit):
        yield spot, before.unit


_RELEASED: Final = re.compile("、(?:已|期满|依法)?(?:解除|解矫)")


def _arrested(spot: Spot) -> Iterable[Apart]:
    """逮捕9份: persons are."""
    if (
        spot.unit in _COUNTED - set("人名位%")
        and _ARREST.fullmatch(spot.lead.strip(",、;"))
        and not spot.tail
    ):
        yield spot, "人"


def _by_the_day(total: Spot, average: Spot) -> Iterable[Apart]:
    """接待群众7600人次,日均21元: an average is told in the unit of its total."""
    told = _EVERY_DAY.fullmatch(average.lead) is not None and average.start - total.end <= _ADJOINING
    units = {total.unit, average.unit}
    if told and len(units) == 2 and units <= _ADDED and not kindred(total.unit, average.unit):
        yield total, average.unit
        yield average, total.unit


_ADDED: Final = (_COUNTED - {"%"}) | {"元", "人次"}
_EVERY_DAY: Final = re.compile("日均|月均|平均每[日天月]")
_ADJOINING: Final = 6


def _shares_in_a_row(view: View) -> Iterable[Apart]:
    """甲类31份,占45.6%;乙类14件,占20.6%;丙类12件,占17.6%."""
    row: list[Spot] = []
    for spot, rate in pairwise(view.spots):
        if not rate.is_percent or not _OWN_SHARE.fullmatch(rate.lead) or rate.sentence != spot.sentence:
            continue
        if row and (spot.paragraph - row[-1].paragraph > 1 or spot.start - row[-1].end > _FAR):
            yield from _stranger(row)
            row = []
        row.append(spot)
    yield from _stranger(row)


def _stranger(row: Sequence[Spot]) -> Iterable[Apart]:
    units = Counter(spot.unit for spot in row)
    if len(row) < 3 or len(units) != 2 or not set(units) <= _COUNTED | {"元"}:
        return
    (common, _), (rare, count) = units.most_common()
    if count == 1 and not same_unit(common, rare) and {common, rare} not in ({"人", "名"}, {"户", "家"}):
        yield next(spot for spot in row if spot.unit == rare), common


_OWN_SHARE: Final = re.compile("占(?:比)?(?:为|达)?")
_FAR: Final = 60


def _included(total: Spot, spot: Spot) -> Iterable[Apart]:
    """提案12件(含重点提案2人): what a bracket names without a noun of another kind."""
    counted = total.unit in _COUNTED and spot.unit in _COUNTED | {"元"}
    behind = spot.bracket >= 0 and total.bracket < 0 and 0 <= spot.bracket - total.end <= 1
    if (
        counted
        and behind
        and _INCLUDING.match(spot.lead)
        and not _OTHER_NOUN.search(spot.lead)
        and not spot.tail
        and not interchangeable(total.unit, spot.unit)
        and not kindred(total.unit, spot.unit)
    ):
        yield spot, total.unit


_INCLUDING: Final = re.compile("其中|含|包括")
_OTHER_NOUN: Final = re.compile("[人员者户家工生师警兵处所次]|干部|群众|单位|部门|机构|村|社区|金额|涉")
_PASSED: Final = re.compile("(?:[^,。;均]{0,4}(?:合格|通过|成功|优秀|达标))|可")
_ARREST: Final = re.compile("(?:刑事)?(?:刑拘|拘留|逮捕)")


def _share(view: View, part: Spot) -> Iterable[Apart]:
    """90户,占45.23% of 199件."""
    following = view.spots[part.place + 1 : part.place + 2]
    if not following or not following[0].is_percent or not part.quantity.is_whole or part.is_percent:
        return
    rate = following[0]
    if rate.sentence != part.sentence or not 0 < rate.quantity.half <= _PRECISE or "占" not in rate.lead:
        return
    for base in reversed(view.spots[max(0, part.place - _WINDOW) : part.place]):
        if base.paragraph != part.paragraph or not base.quantity.is_whole or base.value <= part.value:
            continue
        if (
            base.figure.kind == "count"
            and fits(rate, base, part) == "true"
            and not kindred(base.unit, part.unit)
        ):
            yield part, base.unit
            return
