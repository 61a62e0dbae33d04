"""Averages with what they are taken of, and numbers that are a small multiple of each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from fzreview.checking.quantity import overlap, shown
from fzreview.checking.ties.constructors import Part, tie_between
from fzreview.checking.ties.view import Spot, View
from fzreview.domain.tie import Holds, Tie

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
    found = _MEAN.search(average.lead)
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
    by = found["each"] or found["by"]
    for total in sorted(near, key=lambda spot: abs(spot.place - average.place)):
        if total.unit != average.unit or total.figure.kind != average.figure.kind:
            continue
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
                holding = [tie for tie in average_of(average, total, count) if tie.holds == "true"]
                if holding:
                    yield from holding
                    return


def _names_again(average: Spot, total: Spot) -> bool:
    """有律师1248人。⏎律师事务所84家,所均律师14.9人: the total stands at the end of the line before."""
    noun = average.lead.rpartition("均")[2]
    return average.paragraph - total.paragraph == 1 and len(noun) > 1 and noun in total.lead


_MEAN: Final = re.compile(
    "(?:平均每一?(?P<each>[\u4e00-\u9fff])|平均|(?P<by>[\u4e00-\u9fff])均)[^,。;0-9]{0,12}\\Z"
)
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
    if whole and told and each.unit == total.unit and count.value * each.value == total.value:
        yield tie_between(
            "product", [(count, "factor"), (each, "factor"), (total, "product")], "true", "high",
            f"{shown(count.value)}×{shown(each.value)}={shown(total.value)}",
        )  # fmt: skip


def _each_behind(view: View, count: Spot, total: Spot, each: Spot) -> Iterable[Tie]:
    """168个村,培育504名,每村3名."""
    found = _EACH_OF.fullmatch(each.lead)
    whole = all(spot.quantity.is_whole and spot.is_amount for spot in (count, each, total))
    if found is None or not whole or each.unit != total.unit or each.value < 2:
        return
    named = found["of"][-1] in view.text[max(0, count.start - _BEFORE_COUNT) : count.end] + count.tail[:4]
    if named and count.value * each.value == total.value:
        yield tie_between(
            "product", [(count, "factor"), (each, "factor"), (total, "product")], "true", "high",
            f"{shown(count.value)}×{shown(each.value)}={shown(total.value)}",
        )  # fmt: skip


_EACH_OF: Final = re.compile("[,;]?每[个家名]?(?P<of>[\u4e00-\u9fff]{1,4})")
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
