"""The mark that stands for a new line while a text is put together, and the text that comes of it.

It is a noncharacter of Unicode: no text holds it, and whatever holds it loses it first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

LINE: Final = "\ufdd0"
"""A new line begins."""
_CJK: Final = "\u2e80-\u303f\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff"
_WRAPPED: Final = re.compile(rf"(?<=[{_CJK}])[ \t]*[\r\n][ \t\r\n\f]*(?=[{_CJK}])")
_ODD_BLANKS: Final = "\t\r\f\v\xa0\u2002\u2003"
_BLANKS: Final = re.compile("  +")
_EDGES: Final = " \n\u3000\u200b\ufeff" + _ODD_BLANKS
_CELL: Final = 2_000
"""Characters that are kept of one cell: a cell that holds more is laid out as text."""


def without_marks(text: str) -> str:
    """A text that holds no mark."""
    return text.replace(LINE, "") if LINE in text else text


def laid_out(text: str) -> str:
    """The lines of a marked text: blanks run together, none at the ends, no empty line.

    A line break of the file is no sign of a line: between two Chinese characters it is nothing.
    """
    return _evenly_spaced("\n".join(_lines(text)))


def _lines(text: str) -> list[str]:
    """The lines of a marked text: no blanks at their ends, no breaks of the file, none empty."""
    lines = [line for part in text.split(LINE) if part and (line := part.strip(_EDGES))]
    if "\n" in text or "\r" in text:
        lines = [_on_one_line(line) if "\n" in line or "\r" in line else line for line in lines]
    return lines


def _on_one_line(text: str) -> str:
    return _WRAPPED.sub("", text).replace("\n", " ")


def _evenly_spaced(text: str) -> str:
    # A look for each kind of blank costs less than an expression over the whole text.
    for blank in _ODD_BLANKS:
        if blank in text:
            text = text.replace(blank, " ")
    return _BLANKS.sub(" ", text)


def one_cell(text: str) -> str:
    """What a cell holds, on one line: its lines run on where Chinese does, a bar of its own would part it."""
    if text.isprintable() and "  " not in text:  # as most are: no mark, no break, no odd blank
        return text.strip().replace("|", "｜")[:_CELL]
    joined = ""
    for part in map(_evenly_spaced, _lines(text)):
        wide = joined and re.match(f"[{_CJK}]", joined[-1]) and re.match(f"[{_CJK}]", part)
        joined += part if wide or not joined else " " + part
    return joined.replace("|", "｜")[:_CELL]


def table_line(cells: Sequence[str]) -> str:
    """A row of a table as a line; empty where every cell is."""
    return "| " + " | ".join(cells) + " |" if any(cells) else ""


def table_lines(rows: Iterable[Sequence[str]]) -> list[str]:
    """The lines of a table without empty rows; one of a single column is no table but lines."""
    kept = [row for row in rows if any(row)]
    if all(sum(map(bool, row)) <= 1 and len(row) <= 1 for row in kept):
        return [cell for row in kept for cell in row if cell]
    return [table_line(row) for row in kept]
