"""The text of a PDF page → its lines, in reading order, and where each stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from ctypes import c_double, sizeof
from itertools import pairwise
from math import pi
from statistics import median
from typing import Any, Final, NamedTuple

from fzreview.documents.lines import LINE, without_marks
from fzreview.documents.printed.columns import (
    FEWEST_LINES,
    Columns,
    Stretch,
    column_by_column,
    columns_of,
    is_second,
    second_edge,
)
from fzreview.documents.printed.line import Line

_BLANK: Final = " \t\xa0\u3000"
_RAW_LINE: Final = re.compile(r"[^\r\n]+")
_BLANKS: Final = re.compile("[ \t\xa0]+")
_CONTROL: Final = "\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff"
_CONTROLS: Final = re.compile(f"[{_CONTROL}]")
_UNUSUAL: Final = re.compile(f"[{_CONTROL}{LINE}\t\xa0]")
"""What is to be mended in the text of a page, beside two blanks."""
_HYPHEN: Final = re.compile("\x02|\ufffe")
_ASKEW: Final = 0.1
"""Radians off the edges of the paper from which a text is laid over the page: a watermark, a stamp."""
_APART: Final = 1.2
"""Sizes of a character between pieces of a line that do not follow each other."""


class _Box(NamedTuple):
    """Edges of a character or a piece of a line, in points from the lower left corner of the page."""

    left: float
    right: float
    bottom: float
    top: float


class _Placed(NamedTuple):
    """A line and the quarter turn (0 to 3, clockwise) in which it is read."""

    line: Line
    turn: int


class PageText:
    """The text of one page of a file."""

    def __init__(self, text_page: Any) -> None:
        """By the library's lower door: the upper one makes a box of its own for each character."""
        from pypdfium2 import raw as pdfium

        self._pdfium = pdfium
        self._angle_of, self._box_of = pdfium.FPDFText_GetCharAngle, pdfium.FPDFText_GetCharBox
        self._page = text_page.raw
        self._text: str = text_page.get_text_range()
        # A file may hold characters that stand nowhere; then places in the text are none on the page.
        self._is_placed = text_page.count_chars() == len(self._text)
        self._is_plain = "  " not in self._text and _UNUSUAL.search(self._text) is None
        # One stretch of memory: the library writes to its parts, and all four are read at once.
        self._edges = (c_double * 4)()
        self._parts_of_edges = tuple(
            c_double.from_buffer(self._edges, number * sizeof(c_double)) for number in range(4)
        )

    def lines(self, before: Columns | None) -> tuple[list[Line], Columns | None]:
        """The lines in reading order, and the columns that they stand in, if in two.

        ``before`` are those of the page before. Empty lines are left out, and text that is set askew.
        """
        spans = [match.span() for match in _RAW_LINE.finditer(self._text)]
        lines = self._read(spans)
        columns = columns_of(lines, before)
        if columns is not None and columns is not before:
            return lines, columns
        pieces = list(self._pieces()) if self._is_placed and self._count_pieces() > len(lines) else []
        edge = _alternating([(one.left, one.right) for one in pieces], before)
        if edge is not None:
            parts = self._read([part for span in spans for part in self._parts(span, edge)])
            columns = columns_of(parts, before)
            if columns is not None:
                return column_by_column(parts, columns), columns
        return _with_rows(lines, pieces), columns

    def _read(self, spans: Sequence[tuple[int, int]]) -> list[Line]:
        placed = [one for span in spans if (one := self._line(*span)) is not None]
        turn = Counter(one.turn for one in placed).most_common(1)[0][0] if placed else 0
        lines = [one.line if one.turn == turn else Line(one.line.text) for one in placed]
        levels = [line.level for line in lines if line.level is not None]
        rising = sum(one < other for one, other in pairwise(levels))
        # Of turned pages the library begins with the line that stands last.
        return lines[::-1] if turn and rising > len(levels) / 2 else lines

    def _line(self, start: int, end: int) -> _Placed | None:
        raw = self._text[start:end]
        if not self._is_placed:
            return _Placed(Line(text), 0) if (text := self._mended(raw)) else None
        ends = self._ends(start, end)
        angles = [self._angle(at) for at in ends]
        if any(angles) and any(map(_is_askew, angles)):
            kept = [at for at in range(start, end) if not _is_askew(self._angle(at))]
            raw = "".join(self._text[at] for at in kept)
            shown = [at for at in kept if self._text[at] not in _BLANK]
            ends = (shown[0], shown[-1]) if shown else ()
            angles = [self._angle(at) for at in ends]
        text = self._mended(raw)
        return self._along(text, *ends, angles[0]) if text and ends else None

    def _ends(self, start: int, end: int) -> tuple[int, int] | tuple[()]:
        """The first and the last character of a stretch that is no blank."""
        while start < end and self._text[start] in _BLANK:
            start += 1
        while end > start and self._text[end - 1] in _BLANK:
            end -= 1
        return (start, end - 1) if start < end else ()

    def _mended(self, line: str) -> str:
        if not self._is_plain:
            line = _BLANKS.sub(" ", _CONTROLS.sub("", without_marks(_HYPHEN.sub("-", line))))
        return line.strip(" \u3000")

    def _along(self, text: str, first: int, last: int, angle: float) -> _Placed:
        """A line placed along the direction in which it is read; ``angle`` is that of its first character."""
        left, right, bottom, top = self._edges_of(first)
        end_left, end_right, end_bottom, end_top = self._edges_of(last)
        turn = round(angle / (pi / 2)) % 4 if angle else 0
        if turn == 0 and end_left < right and last > first:
            size = max(right - left, top - bottom)
            # Characters that stand upright below each other are written downwards.
            if top - end_bottom > (last - first) * size / 2:
                turn = 1
        if turn == 0:
            line = Line(text, left, end_right, top)
        elif turn == 1:
            line = Line(text, -top, -end_bottom, right)
        elif turn == 2:
            line = Line(text, -right, -end_left, -bottom)
        else:
            line = Line(text, bottom, end_top, -left)
        return _Placed(line, turn)

    def _angle(self, at: int) -> float:
        """Radians by which a character is turned, clockwise."""
        angle: float = self._angle_of(self._page, at)
        return angle

    def _edges_of(self, at: int) -> list[float]:
        """Those of a character, as in a box."""
        if not self._box_of(self._page, at, *self._parts_of_edges):
            raise ValueError(f"character {at}")
        return self._edges[:]

    def _box(self, at: int) -> _Box:
        return _Box(*self._edges_of(at))

    def _count_pieces(self) -> int:
        count: int = self._pdfium.FPDFText_CountRects(self._page, 0, -1)
        return count

    def _pieces(self) -> Iterator[_Box]:
        """The pieces of lines that no gap interrupts, in the order of the file."""
        left, right, bottom, top = self._parts_of_edges
        boxes = []
        for number in range(self._count_pieces()):
            self._pdfium.FPDFText_GetRect(self._page, number, left, top, right, bottom)
            boxes.append(_Box(*self._edges))
        height = median(box.top - box.bottom for box in boxes)
        whole = boxes[0]
        for box in boxes[1:]:
            if _is_beside(whole, box) and _follows(whole, box, height):
                whole = _Box(whole.left, box.right, min(whole.bottom, box.bottom), max(whole.top, box.top))
            else:
                yield whole
                whole = box
        yield whole

    def _parts(self, span: tuple[int, int], edge: float) -> Iterator[tuple[int, int]]:
        """A line of the file cut wherever it jumps from one column into the other."""
        start, end = span
        before: _Box | None = None
        for at in range(start, end):
            if self._text[at] in _BLANK:
                continue
            box = self._box(at)
            if before is not None and is_second(before.left, edge) != is_second(box.left, edge):
                size = max(box.right - box.left, before.right - before.left)
                if not _follows(before, box, size):
                    yield start, at
                    start = at
            before = box
        yield start, end


def _alternating(pieces: Sequence[Stretch], before: Columns | None) -> float | None:
    """Where the second column begins, where a page goes to and fro between two; else None."""
    edge = second_edge(pieces)
    if edge is None and before is not None:
        edge = before[1].left
    if edge is None:
        return None
    sides = [is_second(left, edge) for left, _ in pieces]
    turns = sum(one != other for one, other in pairwise(sides))
    return edge if turns > 1 and turns >= min(FEWEST_LINES, len(sides) / 2) else None


def _with_rows(lines: Sequence[Line], pieces: Sequence[_Box]) -> list[Line]:
    """The same lines; those that are rows of tables say so."""
    rows = [
        (min(one.bottom, other.bottom), max(one.top, other.top))
        for one, other in pairwise(pieces)
        if _is_beside(one, other)
    ]
    return [
        line._replace(is_row=True)
        if line.level is not None and any(bottom < line.level <= top for bottom, top in rows)
        else line
        for line in lines
    ]


def _is_askew(angle: float) -> bool:
    """Whether a character that is turned so many radians stands along no edge of the paper."""
    return abs(angle - round(angle / (pi / 2)) * pi / 2) > _ASKEW


def _is_beside(box: _Box, other: _Box) -> bool:
    """Whether two pieces stand at one height of the page."""
    return box.bottom < other.top and other.bottom < box.top


def _follows(box: _Box, other: _Box, size: float) -> bool:
    """Whether what stands beside a piece goes on with it, characters being of that size."""
    return -size < other.left - box.right < _APART * size
