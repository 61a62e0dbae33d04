"""Rows of tables whose column of rates, averages or growth comes out of the cells beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import permutations
from typing import Final

from fzreview.checking.ties.changes.differences import measured, with_measure
from fzreview.checking.ties.rates.averages import average_of
from fzreview.checking.ties.rates.rate_arithmetic import fits, triple
from fzreview.checking.ties.sums.tables import common_beginning, is_cell
from fzreview.checking.ties.view import Spot, View
from fzreview.checking.units import kindred
from fzreview.domain.ties.tie import Tie

_RATE: Final = re.compile("率|占比|比重|比例")
_MEAN: Final = re.compile("均|平均")
_GROWTH: Final = re.compile("同比|增长|增幅|增减|较上年|比上年|变化")
_YEAR: Final = re.compile(r"[| \t]*(?P<year>(?:19|20)[0-9]{2})年?度?[ ]*[|\t\n]")
"""The first cell of a row, or of the lines of one."""
_YEAR_OF_ROW: Final = re.compile("(?:19|20)[0-9]{2}年?度?")
_UNIT: Final = re.compile(r"[(（][^()（）]{1,6}[)）]\Z")
_WHOLE: Final = 100
_ROW: Final = 8
"""Cells of a row before and behind the one that is worked out of them."""
_COLUMN: Final = 24
"""Figures between a cell and the one of the year before."""


def table_rows(view: View) -> Iterable[Tie]:
    """What comes out exactly, for the head of a column tells what its cells are, not of what; and the one
    row of several that does not.
    """
    yield from _strays(view)
    for spot in view.spots:
        if not is_cell(view, spot) or spot.value == 0:
            continue
        head = _UNIT.sub("", spot.figure.subject)[-8:]
        if spot.is_percent and _RATE.search(head):
            yield from _rate(spot, _row(view, spot))
        elif spot.is_percent and (_GROWTH.search(head) or _GROWTH_ROW.match(spot.figure.subject)):
            yield from _growth(view, spot)
        elif spot.is_amount and _MEAN.search(head):
            yield from _average(spot, _row(view, spot))


def _row(view: View, spot: Spot) -> Sequence[Spot]:
    """The amounts that stand on the cell's line, as cells; where it stands alone, those on lines beside it
    that share the head of its row.
    """
    near = view.spots[max(0, spot.place - _ROW) : spot.place + _ROW]
    cells = [one for one in near if one is not spot and one.is_amount and is_cell(view, one)]
    row = [one for one in cells if one.paragraph == spot.paragraph]
    alone = not row and view.text[spot.start - 1 : spot.start] in ("\n", "")
    return [one for one in cells if _is_of_row(one, spot)] if alone else row


def _is_of_row(one: Spot, spot: Spot) -> bool:
    head = common_beginning(one.figure.subject, spot.figure.subject).rstrip("0123456789")
    return len(head) > 1 and abs(one.paragraph - spot.paragraph) <= _ROW


def _rate(rate: Spot, cells: Sequence[Spot]) -> Iterable[Tie]:
    for base, part in permutations(cells, 2):
        surpassed = "完成" in rate.figure.subject and rate.value > _WHOLE
        in_order = part.value > base.value if surpassed else 0 < part.value <= base.value
        if in_order and kindred(base.unit, part.unit) and fits(rate, base, part) == "true":
            yield triple(rate, base, part, "true")
            return


def _strays(view: View) -> Iterable[Tie]:
    """The one rate of a column that is not worked out of its row as all the others are."""
    columns: dict[str, list[tuple[Spot, Sequence[Spot], Tie | None]]] = {}
    for spot in view.spots:
        if spot.is_percent and is_cell(view, spot) and spot.value > 0 and _RATE.search(_head(spot)[-8:]):
            row = [cell for cell in _row(view, spot) if cell.place < spot.place]
            columns.setdefault(_head(spot)[-_HEAD:], []).append(
                (spot, row, next(iter(_rate(spot, row)), None))
            )
    for rows in columns.values():
        holding = [(spot, row, tie) for spot, row, tie in rows if tie is not None]
        failing = [(spot, row) for spot, row, tie in rows if tie is None]
        if len(failing) != 1 or len(holding) < _SEVERAL:
            continue
        (stray, cells), (_, like, tie) = failing[0], holding[0]
        shape = [_role_of(tie, cell) for cell in like]
        near = all(abs(spot.paragraph - stray.paragraph) <= _TABLE for spot, _, _ in holding)
        alike = all([_role_of(other, cell) for cell in row] == shape for _, row, other in holding)
        if not (near and alike and len(cells) == len(shape)):
            continue
        base = next(cell for cell, role in zip(cells, shape, strict=True) if role == "base")
        part = next(cell for cell, role in zip(cells, shape, strict=True) if role == "part")
        if base.value > 0 and fits(stray, base, part) == "false":
            yield triple(stray, base, part, "false")


def _head(spot: Spot) -> str:
    return _UNIT.sub("", spot.figure.subject)


def _role_of(tie: Tie | None, cell: Spot) -> str:
    """What the cell is in the tie of its row; empty where it is in none."""
    members = tie.members if tie is not None else ()
    return next((one.role for one in members if one.start == cell.figure.start), "")


_SEVERAL: Final = 2
"""Rows that come out, so that the column is known to be worked out of them."""
_HEAD: Final = 3
_TABLE: Final = 40
"""Lines of a table, at most."""


def _average(average: Spot, cells: Sequence[Spot]) -> Iterable[Tie]:
    for total, count in permutations(cells, 2):
        if not count.quantity.is_whole or count.value < 2 or average.value <= 1:
            continue
        tie = next(average_of(average, total, count), None)
        rounded = average.value == round(average.value) == round(total.value / count.value)
        if tie is not None and (tie.holds == "true" or (tie.holds == "approx" and rounded)):
            yield tie
            return


def _growth(view: View, told: Spot) -> Iterable[Tie]:
    """2017年 | 60件 | 20% below 2016年 | 50件: the row of the year before holds what it is told against."""
    row = _GROWTH_ROW.match(told.figure.subject)
    if row is not None:
        yield from _growth_of_column(view, told, told.figure.subject[row.end() :])
    year = _year_of(view, told)
    if not year:
        return
    around = view.spots[max(0, told.place - _COLUMN) : told.place + _COLUMN]
    above = [spot for spot in around if spot.is_amount and _year_of(view, spot) == year - 1]
    for to in _row(view, told):
        for before in above:
            same = _column_of(before) == _column_of(to) and before.unit == to.unit
            if same and is_cell(view, before) and measured(before, to, told)[0] == "true":
                yield with_measure(before, to, told)
                return


def _growth_of_column(view: View, told: Spot, column: str) -> Iterable[Tie]:
    """2018年 | 425件, 2019年 | 510件, 增长 | 20%: the last row tells how the two above it differ."""
    cells = [
        spot
        for spot in view.spots[max(0, told.place - _COLUMN) : told.place]
        if spot.is_amount and _column_of(spot) == column and is_cell(view, spot)
    ]
    if len(cells) >= 2 and cells[-1].unit == cells[-2].unit:
        before, to = cells[-2:]
        years = _year_of(view, to) - _year_of(view, before)
        if years == 1 and measured(before, to, told)[0] == "true":
            yield with_measure(before, to, told)


_GROWTH_ROW: Final = re.compile("(?:同比)?(?:增长|增幅|增减|变化|升降)(?:率|幅度)?(?=.)")


def _year_of(view: View, spot: Spot) -> int:
    """The year that begins the cell's line; 0 where none does."""
    found = _YEAR.match(view.text, view.text.rfind("\n", 0, spot.start) + 1)
    return 0 if found is None else int(found["year"])


def _column_of(spot: Spot) -> str:
    return _YEAR_OF_ROW.sub("", spot.figure.subject, count=1)
