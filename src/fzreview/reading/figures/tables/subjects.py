"""Subjects of numbers in tables: the head of the row and the head of the column."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Final

from fzreview.domain.figures.figure import Kind
from fzreview.language.alphabet import HAN
from fzreview.language.words import words
from fzreview.reading.figures.page import RANKINGS, Page
from fzreview.reading.figures.tables.unit_in_head import kind_in_head, without_measure_word

_LINES: Final = 30
"""Lines above a cell that a head is looked for in."""
_LINE: Final = 400
"""Characters of a line that count; longer lines are no rows."""
_HEAD: Final = 40
_RANKING: Final = re.compile(rf"(?:{'|'.join(RANKINGS)})(?:\([^()]{{1,4}}\))?\Z")
"""Heads of columns and rows whose numbers are ranks; 位次变化 and 排名升降 are none."""
_ONLY_NUMBERS: Final = words(
    """
    数量 数目 件数 完成数 完成值 完成额 绝对数 绝对值 数值 实绩 实际数 实际完成 完成情况 全年完成
    """
)
"""Heads of columns that say nothing but that a number stands below."""
_YEAR: Final = re.compile("[0-9]{4}年度?(?:[(（][^()（）0-9]{1,4}[)）])?")
"""The only head of a column that may hold digits."""


_OF_TIME: Final = re.compile("(?<![0-9])年|时间|日期|届|周期")
_WORDED: Final = re.compile(f"[{HAN}]")
_ASKED: Final = 256
"""Lines whose cells are kept: each number of a table looks at the rows above it."""


def column_subject(page: Page, wording: str, start: int) -> str:
    """What a number counts that is a cell of a table without bars; empty where it is none."""
    cell = page.cell_at(start)
    if cell is None:
        return ""
    label = without_measure_word(wording[slice(*cell.label)])
    head = "" if cell.head is None else without_measure_word(wording[slice(*cell.head)])
    return label if head == label or head in _ONLY_NUMBERS else label + head


def holds_ranks(page: Page, start: int) -> bool:
    """Whether the number at ``start`` stands in a table in a column or a row of ranks."""
    return page.tells_rankings and any(_RANKING.search(head) for head in _heads_of(page, start))


def kind_of_cell(page: Page, start: int) -> Kind | None:
    """The kind of a number whose row or column tells its unit: 罚没款（万元）; None for any other."""
    return next((kind for kind in map(kind_in_head, _heads_of(page, start)) if kind is not None), None)


def _heads_of(page: Page, start: int) -> Sequence[str]:
    """The heads of the column and the row of the number at ``start``; empty ones where none are told."""
    text = page.text
    cell = page.cell_at(start)
    if cell is not None:
        return ["" if cell.head is None else text[slice(*cell.head)], text[slice(*cell.label)]]
    begin = _line_start(text, start)
    row = "" if begin is None else text[begin:start]
    if begin is None or ("|" not in row and "\t" not in row):
        return []
    column = _cells_before(text, begin, start)
    labels = [cell for cell in _cells(row)[:column] if _is_label(cell)][:1]
    return [_column_head(text, text, begin, column), *labels]


def heads_of_cell(clean: str, start: int) -> tuple[str, ...]:
    """The heads of the row and the column of a number in a table, as the clean text has them.

    None where the number at ``start`` stands in no table; a head that is not told is left out.
    """
    page = Page.of(clean)
    cell = page.cell_at(start)
    if cell is not None:
        return tuple(clean[slice(*head)] for head in (cell.label, cell.head) if head is not None)
    begin = _line_start(page.text, start)
    row = "" if begin is None else clean[begin:start]
    if begin is None or ("|" not in row and "\t" not in row):
        return ()
    column = _cells_before(page.text, begin, start)
    label = next((cell for cell in _cells(row)[:column] if _is_label(cell)), "")
    return tuple(filter(None, (label, _column_head(page.text, clean, begin, column))))


def counts_in_cell(page: Page, start: int, end: int) -> bool:
    """Whether a number alone in its cell counts although it looks like a year: its column has a head that
    tells no time, or the head of its row tells a unit, 立案（件）.
    """
    text = page.text
    cell = page.cell_at(start)
    if cell is not None and text[end : end + 1] in ("", "\n", " "):
        if cell.head is not None:
            return _OF_TIME.search(text[slice(*cell.head)]) is None
        return kind_in_head(text[slice(*cell.label)]) is not None
    begin = _line_start(text, start)
    if begin is None or text[end : end + 8].lstrip(" ")[:1] not in ("|", "\t", "\n", ""):
        return False
    row = text[begin:start]
    column = _cells_before(text, begin, start)
    if column < 1 or row.rstrip(" ")[-1:] not in ("|", "\t"):
        return False
    head = _column_head(text, text, begin, column)
    if head != "" and _OF_TIME.search(head) is None:
        return True
    return kind_in_head(_cells(row)[0].strip()) is not None


def cell_subject(text: str, wording: str, start: int, headings: Collection[str] = ()) -> str:
    """What the cell that holds ``start`` counts; empty where no head is found.

    ``text`` is the folded text, ``wording`` the clean text of the same length, ``headings`` the labels of
    the headings of the report without blanks: none of them is the head of a cell.
    """
    begin = _line_start(text, start)
    if begin is None:
        return ""
    end = text.find("\n", start, start + _LINE)
    line = wording[begin : end if end >= 0 else start + _LINE]
    if "|" not in line and "\t" not in line:
        return _label_above(text, wording, begin, headings)
    column = _cells_before(text, begin, start)
    cells = _cells(line)
    row = without_measure_word(next((cell for cell in cells[:column] if _is_label(cell)), ""))
    head = without_measure_word(_column_head(text, wording, begin, column))
    return row + head if head != row else row


def _line_start(text: str, at: int) -> int | None:
    lowest = max(0, at - _LINE)
    found = text.rfind("\n", lowest, at)
    return found + 1 if found >= 0 else (0 if lowest == 0 else None)


@lru_cache(_ASKED)
def _cells(line: str) -> Sequence[str]:
    return [cell.strip() for cell in line.replace("\t", "|").strip(" \n").removeprefix("|").split("|")]


def _cells_before(text: str, begin: int, start: int) -> int:
    """The index of the cell at ``start`` in its line."""
    return len(_cells(text[begin:start] + "x")) - 1


def _is_label(cell: str) -> bool:
    """A short wording that is no number and no ruler (---)."""
    return 0 < len(cell) <= _HEAD and _WORDED.search(cell) is not None


def _column_head(text: str, wording: str, begin: int, column: int) -> str:
    """The nearest cell above that is a label and stands in a row of labels."""
    at = begin
    for _ in range(_LINES):
        if at <= 0:
            return ""
        above = _line_start(text, at - 1)
        if above is None:
            return ""
        cells = _cells(wording[above : at - 1])
        if len(cells) < 2 and cells != [""]:
            return ""
        if (
            len(cells) > column
            and _is_label(cells[column])
            and (_YEAR.fullmatch(cells[column]) or not any(char.isdigit() for char in cells[column]))
        ):
            return cells[column]
        at = above
    return ""


def _label_above(text: str, wording: str, begin: int, headings: Collection[str]) -> str:
    """One cell a line: the nearest line above that is a label; empty where a heading stands first."""
    at = begin
    for _ in range(_LINES):
        if at <= 0:
            return ""
        above = _line_start(text, at - 1)
        if above is None:
            return ""
        line = wording[above : at - 1].strip()
        if "".join(line.split()) in headings:
            return ""
        if _is_label(line) and not any(mark in line for mark in "，。；,;"):
            return line
        at = above
    return ""
