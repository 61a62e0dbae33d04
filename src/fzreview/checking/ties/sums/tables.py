"""Sums of tables: a row or a column that is headed 合计 against the cells that it sums up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from fzreview.checking.ties.alarms.slips import magnitude_in_sum, slip_in_sum
from fzreview.checking.ties.constructors import adds_up, sum_tie
from fzreview.checking.ties.view import Spot, View
from fzreview.domain.ties.tie import Tie

_TOTAL: Final = "(?:全[国省市区县旗州镇乡局])?(?:合计|总计|共计|小计)"
_TOTAL_ROW: Final = re.compile(f"(?:{_TOTAL})(?P<column>.+)")
_TOTAL_COLUMN: Final = re.compile(f"(?P<row>.+?)(?:{_TOTAL})")
_SUBTOTAL: Final = re.compile(_TOTAL)
_WINDOW: Final = 240
"""Figures on either side among which the cells of a column may stand."""
_ROW: Final = 12
_GAP: Final = 14
"""Lines between two cells of a column: a table may have one cell a line."""


def tables(view: View) -> Iterable[Tie]:
    """The sums of columns and rows that say so; one that fails only where a slip explains it."""
    for spot in view.spots:
        # The subject of a cell is the head of its row and that of its column.
        row = _TOTAL_ROW.fullmatch(spot.figure.subject) if _is_cell(view, spot) else None
        column = _TOTAL_COLUMN.fullmatch(spot.figure.subject) if _is_cell(view, spot) else None
        if row is not None:
            above = list(
                _column(view, reversed(view.spots[max(0, spot.place - _WINDOW) : spot.place]), spot, row)
            )
            below = view.spots[spot.place + 1 : spot.place + 1 + _WINDOW]
            yield from _summed(spot, above[::-1] if above else list(_column(view, below, spot, row)))
        elif column is not None:
            yield from _summed(spot, _cells_of_row(view, spot, column["row"]))


def _is_cell(view: View, spot: Spot) -> bool:
    return is_cell(view, spot) and not spot.is_percent


def is_cell(view: View, spot: Spot) -> bool:
    """Whether nothing but the head of its row, parted by a blank, stands on its line beside the figure."""
    headed = not spot.lead or (
        view.text[spot.start - 1] in _BLANKS and spot.figure.subject.startswith(spot.lead.split()[0])
    )
    return headed and not spot.tail


_BLANKS: Final = " \t"


def common_beginning(one: str, other: str) -> str:
    """What two subjects begin with alike: for two cells of a row the head of the row."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return one[:count]


def _column(view: View, spots: Iterable[Spot], total: Spot, head: re.Match[str]) -> Iterable[Spot]:
    """The cells of the total's column, from the near end on, up to the next total or the table's end."""
    last = total
    for spot in spots:
        if abs(spot.paragraph - last.paragraph) > _GAP:
            return
        subject = spot.figure.subject
        if not _is_cell(view, spot) or not subject.endswith(head["column"]) or spot.unit != total.unit:
            continue
        if _SUBTOTAL.match(subject):
            return
        last = spot
        yield spot


def _cells_of_row(view: View, total: Spot, row: str) -> list[Spot]:
    near = view.spots[max(0, total.place - _ROW) : total.place + _ROW]
    cells = [
        spot
        for spot in near
        if spot is not total
        and _is_cell(view, spot)
        and spot.figure.subject.startswith(row)
        and spot.unit == total.unit
        and abs(spot.paragraph - total.paragraph) < _ROW
    ]
    # One row a line is the rule; only tables with one cell a line have none beside the total.
    return [spot for spot in cells if spot.paragraph == total.paragraph] or cells


def _summed(total: Spot, parts: Sequence[Spot]) -> Iterable[Tie]:
    if len(parts) < 2:
        return
    holds = adds_up(total, parts)
    if holds != "false":
        yield sum_tie(total, parts, holds, "high", told=True)
    elif slip_in_sum(total, parts) or magnitude_in_sum(total, parts):
        yield sum_tie(total, parts, "false", "medium", told=True)
