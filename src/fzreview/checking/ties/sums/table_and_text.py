"""One fact in a table and in the text beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from fzreview.checking.quantity import shown
from fzreview.checking.ties.changes.differences import measured, with_measure
from fzreview.checking.ties.constructors import tie_between
from fzreview.checking.ties.sums.tables import is_cell
from fzreview.checking.ties.view import Spot, View
from fzreview.domain.ties.tie import Tie

_REACH: Final = 40
"""Figures between a cell and the sentence that tells it again."""
_SMALLEST: Final = 20
_LONG: Final = 100
"""Values from which on two equal numbers beside the same table are one, where the words do not say so."""
_TOTAL: Final = re.compile("合计|总计|共计|小计")
_OF_ALL: Final = re.compile("共|合计|总|累计|全年")
_YEAR: Final = re.compile("(?:19|20)[0-9]{2}(?=年)")
_LAST_YEAR: Final = re.compile("(?:[较比](?:上年|去年|上一年)|同比)")
_HAN: Final = re.compile("[\u4e00-\u9fff]{2}")


def table_and_text(view: View) -> Iterable[Tie]:
    """The same value in both, and growth in the text of which the table holds the earlier value."""
    cells = [spot for spot in view.spots if _may_be_told(spot) and is_cell(view, spot)]
    for cell in cells:
        near = view.spots[max(0, cell.place - _REACH) : cell.place + _REACH]
        for spot in near:
            if spot.value == cell.value and _tells(view, spot, cell):
                yield tie_between(
                    "same", [(cell, "one"), (spot, "other")], "true", "medium",
                    f"{shown(cell.value)}={shown(spot.value)}",
                )  # fmt: skip
                yield from _growth(view, spot, cell, cells)


def _may_be_told(spot: Spot) -> bool:
    exact = spot.quantity.is_whole or (spot.figure.kind in ("money", "measure") and not spot.quantity.loose)
    return spot.is_amount and exact and spot.value >= _SMALLEST


def _tells(view: View, spot: Spot, cell: Spot) -> bool:
    """Whether the text speaks of the cell: of its row and column, of its year, or of the total."""
    if not _may_be_told(spot) or spot.paragraph == cell.paragraph or is_cell(view, spot):
        return False
    head = cell.figure.subject
    if spot.unit != cell.unit and (cell.unit or not spot.unit):
        return False
    words = view.text[max(spot.clause, spot.start - 24) : spot.start]
    year, said = _YEAR.findall(head), _YEAR.findall(words)
    if year and said and year[-1] != said[-1]:
        return False
    alike = any(head[at : at + 2] in words for at in range(len(head) - 1) if _HAN.match(head, at))
    if year and said:
        return alike
    if _TOTAL.search(head):
        return alike or _OF_ALL.search(words) is not None
    return alike and spot.value >= _LONG


def _growth(view: View, spot: Spot, cell: Spot, cells: Iterable[Spot]) -> Iterable[Tie]:
    """2022年受理信访750件,较上年下降18.5%: the year before stands in the table."""
    told = view.spots[spot.place + 1] if spot.place + 1 < len(view.spots) else None
    year = _YEAR.match(cell.figure.subject)
    if told is None or year is None or told.sentence != spot.sentence or not _LAST_YEAR.search(told.lead):
        return
    column = cell.figure.subject[year.end() :]
    before = f"{int(year[0]) - 1}{column}"
    for one in cells:
        same = one.figure.subject == before and one.unit == cell.unit
        if same and measured(one, spot, told)[0] == "true":
            yield with_measure(one, spot, told)
