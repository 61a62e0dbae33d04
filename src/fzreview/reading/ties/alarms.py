"""Alarms about single figures: what cannot be, or hardly can be, whatever else the report tells."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from fzreview.domain.figure import Figure
from fzreview.domain.report import Reading
from fzreview.domain.tie import Alarm, AlarmKind
from fzreview.reading.ties.odd_units import odd_unit
from fzreview.reading.ties.quantity import shown
from fzreview.reading.ties.view import Spot, View

_RATE: Final = re.compile("率|占|比例|比重")
_MAY_EXCEED: Final = re.compile(
    "增|提高|提升|上升|升|涨|完成|计划|预算|目标|任务|相当于|恢复|超额|指数|较|比上|同比|毛入学|利润|负债|倍|为.{1,12}的"
)
_LARGE: Final = 1e6
_TIMES: Final = 1000
_OTHERS: Final = 3
"""Figures of one unit that a far one is measured against."""
_SUM_OF_MONEY: Final = re.compile(
    "资本|总额|投资|所得|损失|罚没|罚款|资金|收入|产值|金额|标的|贷款|税|支出|预算|欠薪|赔偿"
)
_PER_HEAD: Final = re.compile("每|人均|户均|平均|标准|日均|单价|生均|最低|补贴|补助|津贴|票价|均")
_YEAR: Final = re.compile(r"(?<![0-9])((?:1[0-9]|2[0-9])[0-9]{2})年")
_AHEAD: Final = re.compile("到|至|力争|规划|前|计划|目标|将|未来|预计|[—~-]|《|期|建成")
_PLAN: Final = re.compile("计划|打算|安排|下一步|下步|任务|目标|思路|展望|重点|规划")


def find_alarms(reading: Reading, figures: Iterable[Figure] | None = None) -> tuple[Alarm, ...]:
    """Alarms and notices of a report's figures, in the order of the text; ``figures`` as for ``find_ties``.

    A figure may have several. Linear in the figures, pure.
    """
    own = tuple(reading.figures if figures is None else figures)
    view = View.of(reading, own)
    alarms = [*_ranges(own), *_doubts(own), *_far(view.spots)]
    for spot in view.spots:
        alarms += [
            *_percent(spot),
            *_lost(spot),
            *_unit(spot),
            *_year(view, spot, reading.metadata.year),
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
    if (
        spot.is_percent
        and spot.value > 100
        and _RATE.search(spot.lead)
        and not _MAY_EXCEED.search(spot.words)
    ):
        yield _alarm(spot.figure, "percent_over_100", percent=f"{shown(spot.value)}%")


def _far(spots: Sequence[Spot]) -> Iterable[Alarm]:
    """Counts in millions where everything else with their unit stays below a thousandth of them."""
    by_unit: dict[str, list[Spot]] = defaultdict(list)
    for spot in spots:
        if spot.figure.kind == "count" and spot.unit:
            by_unit[spot.unit].append(spot)
    for group in by_unit.values():
        if len(group) <= _OTHERS:
            continue
        ordered = sorted(group, key=lambda spot: spot.value)
        far, next_one = ordered[-1], ordered[-2]
        if far.value >= _LARGE and far.value >= _TIMES * max(next_one.value, 1.0):
            times = shown(round(far.value / max(next_one.value, 1.0)))
            yield _alarm(far.figure, "far_magnitude", neighbour=shown(next_one.value), times=times)


def _lost(spot: Spot) -> Iterable[Alarm]:
    """269.95元 of registered capital: 万 or 亿 may be missing."""
    if spot.unit != "元" or spot.figure.kind != "money" or spot.quantity.loose:
        return
    small = spot.value < 1000 or (spot.value < 10_000 and spot.value != int(spot.value))
    if small and spot.value > 0 and _SUM_OF_MONEY.search(spot.lead) and not _PER_HEAD.search(spot.words):
        yield _alarm(spot.figure, "lost_magnitude")


def _unit(spot: Spot) -> Iterable[Alarm]:
    noun = odd_unit(spot)
    if noun is not None:
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
