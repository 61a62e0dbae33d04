"""Alarms about single figures: what cannot be, or hardly can be, whatever else the report tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from fzreview.checking.quantity import shown
from fzreview.checking.ties.alarms.magnitudes import far_magnitudes, lost_magnitudes
from fzreview.checking.ties.alarms.odd_units import is_a_holder, odd_unit
from fzreview.checking.ties.alarms.units_apart import units_apart
from fzreview.checking.ties.view import Spot, View
from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.report import Reading
from fzreview.domain.ties.tie import Alarm, AlarmKind

_RATE: Final = re.compile("率|占|比例|比重|满意度|知晓度|好评度")
_DONE: Final = re.compile("按时|按期|及时|办结|回复|答复|覆盖|达标|整改|公开|到位")
_MAY_EXCEED: Final = re.compile(
    "增|提高|提升|上升|升|涨|完成|计划|预算|目标|任务|相当于|恢复|超额|指数|较|比上|同比|毛入学|利润|负债|倍|为.{1,12}的"
)
_WHOLE_UNITS: Final = frozenset(
    ["件", "起", "宗", "例", "人", "名", "户", "家", "个", "项", "次", "份", "条", "场"]
)
_AVERAGED: Final = re.compile("均|每|率|拥有|指数|万人|千人|百人|密度|死亡|减|降")
_YEAR: Final = re.compile(r"(?<![0-9])((?:1[0-9]|2[0-9])[0-9]{2})年")
_AHEAD: Final = re.compile("到|至|力争|规划|前|计划|目标|将|未来|预计|[—~-]|《|期|建成")
_PLAN: Final = re.compile("计划|打算|安排|下一步|下步|任务|目标|思路|展望|重点|规划")


def find_alarms(reading: Reading, figures: Iterable[Figure] | None = None) -> tuple[Alarm, ...]:
    """Alarms and notices of a report's figures, in the order of the text; ``figures`` as for ``find_ties``.

    A figure may have several. Linear in the figures, pure.
    """
    own = tuple(reading.figures if figures is None else figures)
    return alarms_of(View.of(reading, own), own, reading.metadata.year)


def alarms_of(view: View, own: Sequence[Figure], year: int | None) -> tuple[Alarm, ...]:
    """The alarms of figures that are seen already; ``year`` is the one that the report is of."""
    alarms = [*_ranges(own), *_doubts(own), *_far(view.spots), *_lost(view.spots), *_apart(view)]
    for spot in view.spots:
        alarms += [
            *_percent(spot),
            *_fraction(view, spot),
            *_unit(view, spot),
            *_year(view, spot, year),
        ]
    return tuple(sorted(set(alarms), key=lambda alarm: (alarm.start, alarm.end, alarm.kind, alarm.params)))


def _alarm(figure: Figure, kind: AlarmKind, **params: str) -> Alarm:
    return Alarm(figure.start, figure.end, kind, tuple(sorted(params.items())))


def _ranges(figures: Sequence[Figure]) -> Iterable[Alarm]:
    for figure in figures:
        if figure.upper is None:
            continue
        try:
            empty = float(figure.upper) <= float(figure.value)
        except ValueError:
            continue
        if empty:
            yield _alarm(figure, "empty_range", lower=figure.value, upper=figure.upper)


def _doubts(figures: Sequence[Figure]) -> Iterable[Alarm]:
    for figure in figures:
        for doubt in figure.doubts:
            yield Alarm(figure.start, figure.end, "extractor_doubt", (("doubt", doubt),), "notice")


def _percent(spot: Spot) -> Iterable[Alarm]:
    told = _RATE.search(spot.lead) or _DONE.match(spot.tail)
    if spot.is_percent and spot.value > 100 and told and not _MAY_EXCEED.search(spot.words):
        yield _alarm(spot.figure, "percent_over_100", percent=f"{shown(spot.value)}%")


def _far(spots: Sequence[Spot]) -> Iterable[Alarm]:
    for spot, neighbour, times in far_magnitudes(spots):
        if neighbour == 0:
            yield _alarm(spot.figure, "too_many")
        else:
            yield _alarm(spot.figure, "far_magnitude", neighbour=shown(neighbour), times=shown(round(times)))


def _lost(spots: Sequence[Spot]) -> Iterable[Alarm]:
    for spot in lost_magnitudes(spots):
        yield _alarm(spot.figure, "lost_magnitude")


def _fraction(view: View, spot: Spot) -> Iterable[Alarm]:
    """12.5项: things that are counted come whole."""
    whole = spot.value == int(spot.value) or spot.figure.kind != "count" or spot.unit not in _WHOLE_UNITS
    if whole or _AVERAGED.search(spot.lead):
        return
    near = view.spots[max(0, spot.place - 2) : spot.place + 3]
    if not any(one is not spot and one.unit == spot.unit and one.value != int(one.value) for one in near):
        yield _alarm(spot.figure, "odd_fraction", unit=spot.unit)


def _apart(view: View) -> Iterable[Alarm]:
    for spot, unit in units_apart(view):
        yield _alarm(spot.figure, "unit_apart", unit=spot.unit, expected=unit)


def _unit(view: View, spot: Spot) -> Iterable[Alarm]:
    noun = odd_unit(spot)
    beside = view.spots[max(0, spot.place - 1) : spot.place + 2]
    alike = (one for one in beside if one is not spot and one.sentence == spot.sentence)
    listed = any(one.unit == spot.unit for one in alike)
    if noun is not None and not (listed and is_a_holder(noun)):
        yield _alarm(spot.figure, "odd_unit", noun=noun, unit=spot.unit)


def _year(view: View, spot: Spot, report: int | None) -> Iterable[Alarm]:
    """A year before the figure that lies ahead of the report."""
    if report is None or any(_PLAN.search(label) for label in spot.figure.section):
        return
    words = view.text[max(spot.clause, spot.start - 40) : spot.start]
    for found in _YEAR.finditer(words):
        year = int(found[1])
        ahead = report + 1 < year or year < 1900
        if ahead and not _AHEAD.search(words):
            yield _alarm(spot.figure, "odd_year", year=str(year), report=str(report))
            return
