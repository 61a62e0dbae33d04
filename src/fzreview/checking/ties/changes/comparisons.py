"""Two values and how far they are apart, in whatever order they are told: 126件,同比增长20%(上年为105件)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from fzreview.checking.quantity import shown
from fzreview.checking.ties.changes.differences import TIMES, measured, moved_wrongly, with_measure
from fzreview.checking.ties.constructors import tie_between
from fzreview.checking.ties.sums.tables import common_beginning, is_cell
from fzreview.checking.ties.view import Spot, View
from fzreview.domain.ties.tie import Tie

_UP: Final = re.compile("增|升|提高|多|涨|扩|翻|高[于出]|超")
_DOWN: Final = re.compile("减|降|少|回落|缩|精简|压|跌|低[于了]|提速|快")
_YEARLY: Final = re.compile("年均|平均每年|递增|每年|月均")
_REACHED: Final = ("到", "至", "为", "达")
_EARLIER: Final = re.compile(
    "去年|上年|前年|上一年|同期|上期|年初|年前|此前|过去|原|法定|[较比](?![例率重])|(?:19|20)[0-9]{2}年|由|从|上月|上季|基期"
)
_BACK: Final = 4
_AHEAD: Final = 2
_NEAR: Final = 90


def comparisons(view: View) -> Iterable[Tie]:
    """Only what comes out; what the wording binds so closely that it may fail is found by other rules."""
    for told in view.spots:
        if not _tells_a_change(told):
            continue
        near = _around(view, told)
        pair = next(
            (
                (before, to)
                for before, to in _pairs(view, told, near)
                if _fits_direction(told, before, to) and measured(before, to, told)[0] == "true"
            ),
            None,
        )
        if pair is not None:
            yield with_measure(*pair, told)
        else:
            yield from _in_bracket(view, told)
    yield from _rows(view)
    for target, reached in pairwise(view.spots[::-1]):
        if _is_surpassed(target, reached):
            explain = f"{shown(target.value)}%→{shown(reached.value)}%"
            yield tie_between(
                "change", [(target, "from"), (reached, "to")], "true", "medium", explain,
                wording="change.rises",
            )  # fmt: skip


def _in_bracket(view: View, told: Spot) -> Iterable[Tie]:
    """126件,同比增长20%(上年为105件): so close together that what does not come out contradicts."""
    if told.place == 0 or told.place + 1 == len(view.spots):
        return
    to, before = view.spots[told.place - 1], view.spots[told.place + 1]
    beside = to.sentence == told.sentence and before.bracket == told.end and told.bracket < 0
    if not (beside and to.bracket < 0 and _may_move_by(told, to) and _may_move_by(told, before)):
        return
    plain = _ONLY_GROWN.fullmatch(told.lead) is not None and _OPENS_EARLIER.match(before.lead) is not None
    if plain and to.unit == before.unit and to.figure.kind == before.figure.kind:
        yield (
            with_measure(before, to, told)
            if _fits_direction(told, before, to)
            else moved_wrongly(before, to, told)
        )


_ONLY_GROWN: Final = re.compile(
    "[,;]?(?:同比|环比|[较比][^,。;0-9]{0,6})(?:增长|增加|上升|提高|下降|减少|降低|增幅|降幅)[了为达约]?"
)


def _is_surpassed(target: Spot, reached: Spot) -> bool:
    """满意率88.3%,超过85%的目标."""
    told = _SURPASSES.fullmatch(target.lead) is not None and _TARGET.match(target.tail) is not None
    percents = target.is_percent and reached.is_percent and reached.sentence == target.sentence
    return told and percents and reached.value > target.value


_SURPASSES: Final = re.compile("[,、]?(?:已|均|大幅|明显)?(?:超过|高于|超出|突破)[^,。;0-9]{0,8}")
_TARGET: Final = re.compile("[^,。;]{0,6}(?:目标|任务|要求|标准|指标)")


def _rows(view: View) -> Iterable[Tie]:
    """Rows of a table with two values and a column of what lies between them."""
    for place in range(2, len(view.spots)):
        one, other, told = view.spots[place - 2 : place + 1]
        if not _MEASURE.search(told.figure.subject[-8:]) or told.start - one.end > _NEAR:
            continue
        if one.unit != other.unit or one.figure.kind != other.figure.kind:
            continue
        cells = all(is_cell(view, spot) for spot in (one, other, told))
        row = common_beginning(one.figure.subject, told.figure.subject)
        if (
            not cells
            or len(row) < 2
            or not other.figure.subject.startswith(row)
            or not _may_move_by(told, one)
        ):
            continue
        earlier_first = not _is_later(one.figure.subject, other.figure.subject)
        before, to = (one, other) if earlier_first else (other, one)
        if measured(before, to, told)[0] == "true":
            yield with_measure(before, to, told)


_MEASURE: Final = re.compile("增|减|同比|变化|幅|升降|比上年|比去年|差")


def _is_later(one: str, other: str) -> bool:
    """Whether the column of the first value is that of the later time."""
    year, another = _last_year(one), _last_year(other)
    if year and another:
        return year > another
    return _PRESENT.search(one) is not None and _PAST.search(other) is not None


_PRESENT: Final = re.compile("今年|本年|本期|当年|当期")


def _tells_a_change(spot: Spot) -> bool:
    words = spot.lead[-12:]
    moved = _UP.search(words) or _DOWN.search(words)
    plain = not _YEARLY.search(spot.lead) and not spot.lead.endswith(_REACHED[:2]) and spot.value > 0
    return (
        moved is not None
        and plain
        and (spot.is_percent or spot.unit in (TIMES, "个百分点") or spot.is_amount)
    )


def _around(view: View, told: Spot) -> Sequence[Spot]:
    spots = view.spots[max(0, told.place - _BACK) : told.place + 1 + _AHEAD]
    return [
        spot
        for spot in spots
        if spot is not told
        and spot.paragraph == told.paragraph
        and (told.sentence - 1 <= spot.sentence <= told.sentence or _tells_the_year_before(told, spot))
        and max(spot.start - told.end, told.start - spot.end) <= _NEAR
    ]


def _tells_the_year_before(told: Spot, spot: Spot) -> bool:
    """3420件,比2020年多380件。2020年办理3040件: the next sentence opens with the earlier time."""
    return spot.sentence == told.sentence + 1 and _OPENS_EARLIER.match(spot.lead) is not None


_OPENS_EARLIER: Final = re.compile("去年|上年|上一年|前年|(?:19|20)[0-9]{2}年")


def _words_before(view: View, spot: Spot) -> str:
    """The words that tell the time of a value, before its bracket where it opens one: 较上年(196件)."""
    opens = spot.bracket >= 0 and not spot.lead
    return view.text[max(0, spot.bracket - _BEFORE_BRACKET) : spot.bracket] if opens else spot.lead


_BEFORE_BRACKET: Final = 6


def _pairs(view: View, told: Spot, near: Sequence[Spot]) -> Iterable[tuple[Spot, Spot]]:
    """Earlier value and present one, those nearest to the told change first."""
    values = sorted((spot for spot in near if _may_move_by(told, spot)), key=lambda spot: _gap(told, spot))
    for place, one in enumerate(values):
        for other in values[:place]:
            if one.unit != other.unit or one.figure.kind != other.figure.kind or one.value == other.value:
                continue
            for before, to in ((one, other), (other, one)):
                if _EARLIER.search(_words_before(view, before)) and not _is_only_earlier(before, to):
                    yield before, to


def _is_only_earlier(before: Spot, to: Spot) -> bool:
    """Whether the other one is told of an earlier time as plainly: 2022年510件,2023年452件."""
    year, another = _last_year(before.lead), _last_year(to.lead)
    if year and another:
        return year >= another
    return _PAST.search(to.lead) is not None


_YEAR: Final = re.compile("((?:19|20)[0-9]{2})年")
_PAST: Final = re.compile("去年|上年|上期|前年|上一年|同期(?!.*今年)|此前|原来|法定")


def _last_year(words: str) -> int:
    """The latest year that is named; 0 without one."""
    return max(map(int, _YEAR.findall(words)), default=0)


def _gap(told: Spot, spot: Spot) -> int:
    return max(spot.start - told.end, told.start - spot.end)


def _may_move_by(told: Spot, spot: Spot) -> bool:
    if told.unit == "个百分点":
        return spot.is_percent
    if told.is_percent or told.unit == TIMES:
        return (spot.is_amount and not spot.is_difference) or spot.figure.kind == "duration"
    return spot.unit == told.unit and not spot.is_difference


def _fits_direction(told: Spot, before: Spot, to: Spot) -> bool:
    words = told.lead[-12:]
    rises = _UP.search(words) is not None
    falls = _DOWN.search(words) is not None
    return rises == falls or rises == (to.value > before.value)
