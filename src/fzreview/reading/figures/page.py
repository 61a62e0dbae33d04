"""The text that the rules look at, and where its quotations lie."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from fzreview.reading.figures.columns import Cell, cells_by_start
from fzreview.reading.figures.units import UNIT_INITIALS
from fzreview.text.numerals import fold

_QUOTED: Final = re.compile(r"“[^“”\n]{1,60}+”|‘[^‘’\n]{1,40}+’|「[^「」\n]{1,40}+」|\"[^\"\n]{1,40}+\"")
_TITLED: Final = re.compile(r"《[^《》\n]{1,120}+》|<<[^<>\n]{1,120}+>>|〈[^〈〉\n]{1,80}+〉")
_WRAPPED: Final = re.compile(
    r"\n(?<=[^\n]{20}[0-9万亿余多]\n)"
    rf"(?![0-9]{{1,2}}[.、])(?=[0-9万亿余多{re.escape(''.join(sorted(UNIT_INITIALS)))}])"
)
"""A line break that a hard wrap put inside a figure: behind a long line, between number and unit."""


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

    A line break inside a figure is a blank here.
    """

    text: str

    @classmethod
    def of(cls, clean: str) -> Page:
        return cls(_WRAPPED.sub(" ", fold(clean)))

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
