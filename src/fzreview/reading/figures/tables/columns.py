"""Tables without bars: one cell a line, or the cells of a row parted by blanks on its line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import or_
from typing import Final, NamedTuple

from fzreview.language.alphabet import HAN
from fzreview.reading.figures.tables.stacked_heads import stacked_heads

_LINE: Final = re.compile(r"(?m)^[ ]*(?P<cell>[^\n]*?)[ ]*$")
_NUMBER: Final = re.compile(
    rf"(?!(?:19|20)[0-9]{{2}}年?\Z)(?:-?[0-9][0-9,.]*[%‰]?|[0-9][0-9,.]*[{HAN}]{{1,4}}|[-—/]{{1,2}})\Z"
)
_LIKE_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}\Z")
"""A number that may be a year: in a row with others it is a cell, and the head of its column tells."""
_LABEL: Final = re.compile(rf"[^,。;:!?、\n]{{0,15}}[{HAN}][^,。;:!?、\n]{{0,15}}\Z")
_NAME: Final = re.compile(rf"[{HAN}“”]{{2,10}}(?:\([^()]{{1,6}}\))?\Z")
"""A label that a single number follows on its line."""
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}年?度?\Z")
_OF_YEARS: Final = re.compile(r"年[度份]?|时间\Z")
"""The head over a column of years: the numbers behind a bare year are its row."""
_FEWEST_PAIRS: Final = 3
"""Lines of a label and one number that make a table; fewer may be anything."""
_LONGEST_LABEL: Final = 16
_LONGEST_ROW: Final = 120
_OF_WHICH: Final = ("其中", "其中:")
"""A line over the parts of the row above; the table goes on below it."""
_ONLY_HEAD: Final = re.compile(r"(?:[数量额率值]|\([^()]{1,6}\))\Z")
"""The head of the only column of numbers, where the head of the labels stands over it."""
_PIECE: Final = re.compile(r"[^ ]+")

_Span = tuple[int, int]


class Cell(NamedTuple):
    """Where the label of a number's row and the head of its column stand; offsets of the text."""

    label: _Span
    head: _Span | None


class _Row(NamedTuple):
    label: _Span
    numbers: list[_Span]
    heads: list[_Span]
    """Labels behind the first on the same line: such a row can only be the head of others."""
    closed: bool
    """The row is a line of its own; the numbers of the lines behind it are not its."""
    of_year: bool = False
    """Its label is a year, which labels a row only below a head that says so."""


def cells_by_start(text: str) -> dict[int, Cell]:
    """Start of each number that is a cell of such a table → its cell.

    A table is two rows or more, each a label and as many numbers, on the lines behind it or on its own, three
    rows at least where a row has one number; or a row of numbers below as many heads.
    """
    cells: dict[int, Cell] = {}
    for block in _blocks(text):
        for first, last in _tables(text, block):
            _enter(text, block, first, last, cells)
    for start, (label, head) in stacked_heads(text).items():
        if start not in cells:
            cells[start] = Cell(label, head)
    return cells


def _blocks(text: str) -> Iterator[list[_Row]]:
    """Rows of neighbouring lines; a line that is neither label nor number nor row parts two blocks."""
    rows: list[_Row] = []
    for line in _LINE.finditer(text):
        cell, span = line["cell"], line.span("cell")
        if not cell or cell in _OF_WHICH:
            continue
        if _NUMBER.match(cell) and rows and not rows[-1].closed:
            rows[-1].numbers.append(span)
            continue
        row = _row(text, cell, span)
        if row is not None:
            rows.append(row)
            continue
        if rows:
            yield rows
        rows = []
    if rows:
        yield rows


def _row(text: str, cell: str, span: _Span) -> _Row | None:
    """A line that is a label, a label and its numbers, or a row of heads; None for any other."""
    if " " in cell and len(cell) <= _LONGEST_ROW:
        pieces = [(span[0] + piece.start(), span[0] + piece.end()) for piece in _PIECE.finditer(cell)]
        of_year = _YEAR.match(text[slice(*pieces[0])]) is not None
        if len(pieces) > 2 and cell[0].isdigit() and not of_year:
            pieces = pieces[1:]
        label, *others = pieces
        if not (of_year or _LABEL.match(text[slice(*label)])):
            return None
        numbers = [_NUMBER.match(text[slice(*one)]) is not None for one in others]
        like_years = [_LIKE_YEAR.match(text[slice(*one)]) is not None for one in others]
        are_cells = any(numbers) and all(map(or_, numbers, like_years))
        if are_cells and (len(others) > 1 or _NAME.match(text[slice(*label)])):
            return _Row(label, others, [], closed=True, of_year=of_year)
        if len(others) > 1 and not any(numbers):
            return _Row(label, [], others, closed=True)
    if len(cell) <= _LONGEST_LABEL and _LABEL.match(cell):
        return _Row(span, [], [], closed=False)
    return None


def _labelled(text: str, rows: Sequence[_Row], first: int) -> bool:
    """Whether the labels of the rows are words, or years below a head of years."""
    if not rows[first].of_year:
        return True
    return (
        first > 0
        and bool(rows[first - 1].heads)
        and _OF_YEARS.match(text[slice(*rows[first - 1].label)]) is not None
    )


def _tables(text: str, rows: Sequence[_Row]) -> Iterator[tuple[int, int]]:
    """Indexes of the first row and behind the last row of each table."""
    first = 0
    while first < len(rows):
        width = len(rows[first].numbers)
        last = first + 1
        while width and last < len(rows) and len(rows[last].numbers) == width:
            last += 1
        fewest = _FEWEST_PAIRS if width == 1 and rows[first].closed else 2
        if width and last - first >= fewest and _labelled(text, rows, first):
            yield first, last
        first = last


def _enter(text: str, rows: Sequence[_Row], first: int, last: int, cells: dict[int, Cell]) -> None:
    heads = _heads(text, rows, first)
    for row in rows[first:last]:
        for column, (start, _) in enumerate(row.numbers):
            cells[start] = Cell(row.label, heads[column] if heads else None)


def _has_only_head(text: str, rows: Sequence[_Row], first: int) -> bool:
    """Whether two labels stand above a column of numbers, the lower one its head: 类型, 立案数(件)."""
    above = rows[max(0, first - 2) : first]
    return (
        len(above) == 2
        and not any(row.numbers or row.closed for row in above)
        and _ONLY_HEAD.search(text[slice(*above[1].label)]) is not None
    )


def _heads(text: str, rows: Sequence[_Row], first: int) -> list[_Span]:
    """The heads of the columns above the row, one for each number; empty where they are not told."""
    width = len(rows[first].numbers)
    if first == 0 or (width == 1 and not _has_only_head(text, rows, first)):
        return []
    if rows[first].closed:
        return rows[first - 1].heads[-width:] if len(rows[first - 1].heads) >= width else []
    above = rows[max(0, first - width) : first]
    return (
        [row.label for row in above] if len(above) == width and not any(row.numbers for row in above) else []
    )


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the span fills its line, blanks apart."""
    begin = start
    while begin and text[begin - 1] == " ":
        begin -= 1
    while text[end : end + 1] == " ":
        end += 1
    return text[begin - 1 : begin] in ("\n", "") and text[end : end + 1] in ("\n", "")


def between_labels(text: str, start: int, end: int) -> bool:
    """Whether the lines before and behind a number that fills its line are short and hold no sentence."""
    above = _line_before(text, start - 1)
    below = _line_behind(text, end + 1)
    return _is_cell(above) and (below == "" or _is_cell(below)) and not above.isdigit()


def _line_before(text: str, at: int) -> str:
    """The last line before ``at`` that is not blank, the end of it at most."""
    while at > 0 and text[at - 1] in "\n ":
        at -= 1
    begin = max(text.rfind("\n", max(0, at - 60), at) + 1, at - 60, 0)
    return text[begin:at].strip()


def _line_behind(text: str, at: int) -> str:
    while at < len(text) and text[at] in "\n ":
        at += 1
    stop = text.find("\n", at, at + 60)
    return text[at : stop if stop >= 0 else at + 60].strip()


def _is_cell(line: str) -> bool:
    return 0 < len(line) <= _LONGEST_LABEL and not any(char in ",。;:!?、" for char in line)
