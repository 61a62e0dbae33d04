"""The text that the rules look at, and where its quotations lie."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

from fzreview.language.alphabet import CLAUSE_MARKS, HAN, ITEM_NUMERALS
from fzreview.reading.figures.columns import Cell, cells_by_start
from fzreview.reading.figures.units import UNIT_INITIALS
from fzreview.text.numerals import fold

_QUOTED: Final = re.compile(r"“[^“”\n]{1,60}+”|‘[^‘’\n]{1,40}+’|「[^「」\n]{1,40}+」|\"[^\"\n]{1,40}+\"")
_TITLED: Final = re.compile(r"《[^《》\n]{1,120}+》|<<[^<>\n]{1,120}+>>|〈[^〈〉\n]{1,80}+〉")
_WRAPPED: Final = re.compile(
    r"\n(?<=[^\n]{16}[0-9万亿余多]\n)"
    rf"(?![0-9]{{1,2}}[.、])(?=[0-9万亿余多{re.escape(''.join(sorted(UNIT_INITIALS)))}])"
    r"|\n(?:(?<=[^\n]{16}[0-9]\.\n)(?=[0-9]+[万亿%‰])"
    rf"|(?<=[^\n]{{16}}[0-9],\n)(?=[0-9]{{3}}[{HAN}]))"
)
"""A line break that a hard wrap put inside a figure: behind a long line, between number and unit."""


_ROW_OF_CELLS: Final = re.compile(
    rf"[^{CLAUSE_MARKS}]{{1,40}}[ ]-?[0-9][0-9,.]*[%‰{HAN}]{{0,4}}[ ]+-?[0-9][0-9,.]*\Z"
)
"""A line of a table without bars that ends with a number: no hard wrap cut it."""


def _joint(text: str, wrap: int) -> str:
    """What stands for the line break at ``wrap``: a blank, behind a row of a table the break itself."""
    start = text.rfind("\n", 0, wrap) + 1
    return "\n" if wrap - start <= _WIDEST and _ROW_OF_CELLS.match(text[start:wrap]) else " "


class Spans:
    """Disjoint spans in rising order that answer which of them holds an offset."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def holding(self, offset: int) -> tuple[int, int] | None:
        """The span with ``start <= offset < end``."""
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and offset < self._ends[index]:
            return self._starts[index], self._ends[index]
        return None


@dataclass(frozen=True)
class Page:
    """A clean text, folded character by character: same offsets, plain digits and signs, half-width marks.

    A line break inside a figure or inside a sentence is a blank here.
    """

    text: str

    @classmethod
    def of(cls, clean: str) -> Page:
        text = _with_sentences_joined(fold(clean))
        return cls(_WRAPPED.sub(lambda wrap: _joint(text, wrap.start()), text))

    @cached_property
    def quoted(self) -> Spans:
        """Quotations, marks included."""
        return Spans([match.span() for match in _QUOTED.finditer(self.text)])

    @cached_property
    def titled(self) -> Spans:
        """Titles of documents, marks included."""
        return Spans([match.span() for match in _TITLED.finditer(self.text)])

    @cached_property
    def columns(self) -> dict[int, Cell]:
        """Starts of the numbers in tables that hold one cell a line."""
        return cells_by_start(self.text)


def _with_sentences_joined(text: str) -> str:
    """The text with a blank for each line break that a hard wrap put inside a sentence."""
    lines = text.split("\n")
    joints = [" " if _goes_on(above, below) else "\n" for above, below in pairwise(lines)]
    return "".join(line + joint for line, joint in zip(lines, [*joints, ""], strict=True))


def _goes_on(above: str, below: str) -> bool:
    """Whether the second of two lines of prose goes on with a sentence that the first one leaves open.

    A line that a hard wrap ends is no narrower than the next; behind a narrow one a paragraph begins.
    """
    return (
        _NARROWEST <= len(above) <= _WIDEST
        and len(below) <= len(above) + _UNEVEN
        and _OPEN.search(above) is not None
        and _PROSE.search(above) is not None
        and _CLOSED.match(below) is not None
    )


_NARROWEST: Final = 16
_WIDEST: Final = 60
_UNEVEN: Final = 4
"""Characters by which lines of one width may differ: digits are narrow."""
_OPEN: Final = re.compile(f"[{HAN},、]\\Z")
_PROSE: Final = re.compile(
    rf"\A(?:(?! *(?:[{ITEM_NUMERALS}]{{1,3}}[、.是]|[(第][{ITEM_NUMERALS}]|[0-9]{{1,2}}[.、]))"
    r"[^|]*[,。;]|[^|]*。)[^|]*\Z"
)
"""No cell of a table, and no heading: behind an outline mark a sentence must have ended."""
_CLOSED: Final = re.compile(
    f"(?![0-9]+[.、,]|[{ITEM_NUMERALS}]{{1,3}}[、.是]|第.{{1,3}}[条章节,])[{HAN}0-9“《][^|]*[,。;]"
)
