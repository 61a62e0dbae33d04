"""Tables with one cell a line whose heads all stand above their only row of numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from fzreview.language.alphabet import HAN

Span = tuple[int, int]

_LINE: Final = re.compile(r"(?m)^[ ]*(?P<cell>[^\n]*?)[ ]*$")
_NUMBER: Final = re.compile(r"(?!(?:19|20)[0-9]{2}年?\Z)[0-9][0-9,]*(?:\.[0-9]+)?[%‰]?\Z")
_HEAD: Final = re.compile(
    rf"(?![一二三四五六七八九十]{{1,3}}、|[(（]|[0-9]|表[一二三四五六七八九十])"
    rf"[^。;:!?,，；：\n]{{0,14}}[{HAN}][^。;:!?；：\n]{{0,24}}\Z"
)
_STACK: Final = re.compile(r"(?:\n[ \n]*[0-9][0-9,.]*[%‰]?[ ]*(?=\n|\Z)){3}")
_FEWEST: Final = 3
_MOST: Final = 30
_OF_ROWS: Final = re.compile("单位|名称|项目|类别|类型|地区|部门|年份|年度|序号|指标")
"""The head over labels of rows: the last line before the numbers is such a label then."""


def stacked_heads(text: str) -> dict[int, tuple[Span, Span | None]]:
    """Start of each number → the line that heads it, or the label of its row and the head of its column.

    Offsets are those of ``text``. ``k`` lines of numbers alone stand right below ``k`` heads, or ``k + 1``
    where one heads the whole table, or below the heads of a table and the label of its only row; blank lines
    between them mean nothing.
    """
    heads: dict[int, tuple[Span, Span | None]] = {}
    if _STACK.search(text) is None:
        return heads
    for labels, numbers in _runs(text):
        width = len(numbers)
        if not _FEWEST <= width <= _MOST or len(labels) < width:
            continue
        starts = [start for start, _ in numbers]
        if len(labels) == width + 2 and _OF_ROWS.search(text[slice(*labels[0])]):
            row = labels[-1]
            heads.update((start, (row, head)) for start, head in zip(starts, labels[1:-1], strict=True))
        else:
            heads.update((start, (head, None)) for start, head in zip(starts, labels[-width:], strict=True))
    return heads


def _runs(text: str) -> Iterator[tuple[list[Span], list[Span]]]:
    """Lines that could be heads, and the numbers right below them, each alone on its line."""
    labels: list[Span] = []
    numbers: list[Span] = []
    for line in _LINE.finditer(text):
        cell, span = line["cell"], line.span("cell")
        if not cell:
            continue
        if labels and _NUMBER.match(cell):
            numbers.append(span)
            continue
        if numbers:
            yield labels, numbers
            labels, numbers = [], []
        if _HEAD.match(cell):
            labels.append(span)
        else:
            labels = []
    if labels and numbers:
        yield labels, numbers
