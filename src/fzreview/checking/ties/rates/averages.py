"""Averages with what they are taken of, and numbers that are a small multiple of each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Final

from fzreview.checking.quantity import overlap, shown
from fzreview.checking.ties.constructors import Part, tie_between
from fzreview.checking.ties.view import Spot, View
from fzreview.domain.ties.tie import Holds, Tie

_PER: Final = re.compile(
    r"(?P<by>[户人日月件家次])均|平均每(?P<each>[户人日月件家次个天])|每(?P<every>[户家人件])"
)
_DAYS: Final = {"日": (365.0, 366.0, 250.0), "天": (365.0, 366.0), "月": (12.0,)}
_UNITS: Final = {
    "户": "户家个",
    "家": "家户个",
    "人": "人名位",
    "件": "件起宗",
    "次": "次场",
    "个": "个",
    "案": "件起宗",
}
_NEAR: Final = 80
_LARGEST_FACTOR: Final = 5


def averages(view: View) -> Iterable[Tie]:
    """Averages and products within a sentence."""
    for sentence in view.sentences:
        for place, spot in enumerate(sentence):
            earlier = sentence[max(0, place - 4) : place]
            found = list(_average(spot, earlier)) or list(_of_two(view, spot))
            yield from found
            if earlier:
                yield from _multiple(earlier[-1], spot)
            if earlier:
                yield from _each_of_place(view, earlier[-1], spot)
            if len(earlier) > 1:
                yield from _each(earlier[-2], earlier[-1], spot)
                yield from _each_behind(view, earlier[-2], earlier[-1], spot)


def _average(average: Spot, earlier: Sequence[Spot]) -> Iterable[Tie]:
    found = _PER.search(average.lead[-12:])
    if found is None or average.is_percent or average.value <= 0:
        return
    by = found["by"] or found["each"] or found["every"]
    near = [one for one in earlier if one.is_amount and average.start - one.end <= _NEAR]
    totals = [one for one in near if one.figure.kind == average.figure.kind]
    for total in reversed(totals):
        if by in _DAYS and total.unit == average.unit:
            yield from _by_time(average, total, by)
            return
        for count in reversed(near):
            counts = count is not total and count.unit and count.unit in _UNITS.get(by, "")
            if counts and total.unit == average.unit:
                yield from average_of(average, total, count)
                return


def _of_two(view: View, average: Spot) -> Iterable[Tie]:
    """24场。收集意见1320条,平均每场55条: any total and count near by that make the average."""
    found = _MEAN.search(_words_before(view, average))
    if found is None or average.is_percent or average.value <= 1 or average.bracket >= 0:
        return
    near = [
        spot
        for spot in view.spots[max(0, average.place - _BEFORE) : average.place + 2]
        if spot is not average
        and spot.is_amount
        and (spot.paragraph == average.paragraph or _names_again(average, spot))
        and 0 <= average.sentence - spot.sentence <= _SENTENCES
        and not spot.is_difference
        and spot.value > 1
    ]
    by = found["each"] or found["by"] or found["every"]
    for total in sorted(near, key=lambda spot: abs(spot.place - average.place)):
        if total.unit != average.unit or total.figure.kind != average.figure.kind:
            continue
        holding: list[tuple[float, Tie]] = []
        for count in near:
            if count is total or not count.quantity.is_whole or count.value >= total.value:
                continue
            counted = (
                by is None
                or by in count.unit
                or (count.unit and count.unit in _UNITS.get(by, ""))
                or by in _UNITS.get(count.unit, "")
                or by in count.lead[-4:] + count.tail[:8]
            )
            if counted:
                off = abs(total.value / count.value - average.value)
                told = average_of(average, total, count)
                holding += [(off, tie) for tie in told if tie.holds == "true"]
        if holding:
            # Of several numbers that an average rounded to a digit could be of, the nearest is meant.
            yield min(holding, key=itemgetter(0))[1]
            return


def _names_again(average: Spot, total: Spot) -> bool:
    """有律师1248人。⏎律师事务所84家,所均律师14.9人: the total stands at the end of the line before."""
    noun = average.lead.rpartition("均")[2]
    return average.paragraph - total.paragraph == 1 and len(noun) > 1 and noun in total.lead


_MEAN: Final = re.compile(
    "(?:平均每一?(?P<each>[\u4e00-\u9fff])|平均|(?P<by>[\u4e00-\u9fff])均|[,;]每[个家]?(?P<every>[\u4e00-\u9fff]))[^,。;0-9]{0,12}\\Z"
)
_BRACKETED: Final = re.compile("[(（][^()（）]{1,6}[)）]")


def _words_before(view: View, spot: Spot) -> str:
    """The words before a number, a bracket among them left out: 每村(社区)2名."""
    if view.text[spot.start - 1] not in ")）":
        return spot.lead
    return _BRACKETED.sub("", view.text[max(0, spot.start - _REACH) : spot.start])


_REACH: Final = 24
_BEFORE: Final = 8
_SENTENCES: Final = 3


def _by_time(average: Spot, total: Spot, by: str) -> Iterable[Tie]:
    for days in _DAYS[by]:
        reached = total.value / days
        if abs(reached - average.value) <= max(0.5, average.quantity.half) + total.quantity.half / days:
            yield tie_between(
                "average", [(total, "total"), (average, "average")], "true", "high",
                f"{shown(total.value)}/{shown(days)}={shown(round(reached, 2))}≈{shown(average.value)}",
            )  # fmt: skip
            return


def average_of(average: Spot, total: Spot, count: Spot) -> Iterator[Tie]:
    """The tie of an average with what it is taken of; none where the three do not come near each other."""
    if count.quantity.low <= 0:
        return
    low, high = total.quantity.low / count.quantity.high, total.quantity.high / count.quantity.low
    told = average.quantity
    parts: list[Part] = [(total, "total"), (count, "count"), (average, "average")]
    reached = shown(round(total.value / count.value, 2))
    explain = f"{shown(total.value)}/{shown(count.value)}={reached}"
    if overlap(low, high, told.low, told.high):
        holds: Holds = "approx" if told.loose or total.quantity.loose or count.quantity.loose else "true"
        yield tie_between("average", parts, holds, "high", f"{explain}≈{shown(told.value)}")
    elif any(overlap(low * times, high * times, told.low, told.high) for times in (1e-4, 1e4, 1e8)):
        yield tie_between("average", parts, "false", "medium", f"{explain}≠{shown(told.value)}")
    elif overlap(low, high, 0.97 * told.low, 1.03 * told.high):
        yield tie_between("average", parts, "approx", "high", f"{explain}≈{shown(told.value)}")


def _each(count: Spot, each: Spot, total: Spot) -> Iterable[Tie]:
    """代办点16个,每点配代办员2名,共32名."""
    whole = all(spot.quantity.is_whole and spot.is_amount for spot in (count, each, total))
    told = _EACH.search(each.lead) is not None and _IN_ALL.match(total.lead) is not None
    if not (whole and told and each.unit == total.unit):
        return
    holds: Holds = "true" if count.value * each.value == total.value else "false"
    if holds == "false" and not _is_each_of(count, each):
        return
    sign = "=" if holds == "true" else "≠"
    yield tie_between(
        "product", [(count, "factor"), (each, "factor"), (total, "product")], holds,
        "high" if holds == "true" else "medium",
        f"{shown(count.value)}×{shown(each.value)}{sign}{shown(total.value)}",
    )  # fmt: skip


def _is_each_of(count: Spot, each: Spot) -> bool:
    """代办点16个,每个代办点配2名: the very things that were counted, each with just so many."""
    named = _EACH_NAMED.search(each.lead)
    exact = not each.quantity.loose and not count.quantity.loose and _AT_LEAST.search(each.lead) is None
    return exact and named is not None and named["of"] in count.lead[-6:] + count.tail[:6]


_EACH_NAMED: Final = re.compile("每[个所家名]?(?P<of>[\u4e00-\u9fff]{2,4}?)(?=[配设建聘选有派举开])")
_AT_LEAST: Final = re.compile("至少|不少于|不低于|最少|最多|至多|不超过|原则上|平均")


def _each_behind(view: View, count: Spot, total: Spot, each: Spot) -> Iterable[Tie]:
    """168个村,培育504名,每村3名."""
    found = _EACH_OF.search(_words_before(view, each))
    whole = all(spot.quantity.is_whole and spot.is_amount for spot in (count, each, total))
    if found is None or not whole or each.unit != total.unit or each.value < 2:
        return
    around = view.text[max(0, count.start - _BEFORE_COUNT) : count.end] + count.tail[:4]
    named = found["of"][-1] in around
    if named and count.value * each.value == total.value:
        yield tie_between(
            "product", [(count, "factor"), (each, "factor"), (total, "product")], "true", "high",
            f"{shown(count.value)}×{shown(each.value)}={shown(total.value)}",
        )  # fmt: skip


def _each_of_place(view: View, total: Spot, each: Spot) -> Iterable[Tie]:
    """全镇辖15个村 … “法律明白人”75名,平均每村5名: the places are counted further up, only what comes out."""
    found = _EACH_PLACE.search(_words_before(view, each))
    whole = all(spot.quantity.is_whole and spot.is_amount for spot in (total, each))
    if found is None or not whole or each.unit != total.unit or each.value < 2 or each.value >= total.value:
        return
    for count in reversed(view.spots[max(0, total.place - _FAR_ABOVE) : total.place]):
        of_place = count.figure.kind == "count" and count.tail.lstrip("行政自然").startswith(found["of"])
        if of_place and count.value * each.value == total.value:
            yield tie_between(
                "average", [(total, "total"), (count, "count"), (each, "average")], "true", "medium",
                f"{shown(total.value)}/{shown(count.value)}={shown(each.value)}",
            )  # fmt: skip
            return


_EACH_PLACE: Final = re.compile("(?:平均)?每个?(?:行政)?(?P<of>村|社区|乡镇|街道|镇街|乡|镇)(?:配备)?\\Z")
_FAR_ABOVE: Final = 80
_EACH_OF: Final = re.compile("(?:\\A|[,;])每[个家名]?(?P<of>[\u4e00-\u9fff]{1,4})\\Z")
_BEFORE_COUNT: Final = 12
_EACH: Final = re.compile("每[个点村家户人名所件镇站次户社区]")
_IN_ALL: Final = re.compile("[,;]?(?:总共|一共|共计|合计|共)")


def _multiple(one: Spot, other: Spot) -> Iterable[Tie]:
    """480人次, 240家次: two officers a visit."""
    if {one.unit, other.unit} not in ({"人次", "家次"}, {"人次", "户次"}, {"人次", "次"}):
        return
    product, factor = (one, other) if one.value >= other.value else (other, one)
    if not (product.quantity.is_whole and factor.quantity.is_whole) or factor.value < 20:
        return
    times = product.value / factor.value
    if times == int(times) and 2 <= times <= _LARGEST_FACTOR:
        yield tie_between(
            "product", [(product, "product"), (factor, "factor")], "true", "medium",
            f"{shown(times)}×{shown(factor.value)}={shown(product.value)}", told=False,
        )  # fmt: skip
