"""Lines of printed pages → a text, joined where it was the paper that broke them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

from fzreview.domain.original import PageSpan

_SHORTEST_FULL: Final = 12
"""Characters of a line from which its end tells of the margin."""
_FEWEST_FULL: Final = 4
_FEWEST_LINES: Final = 12
"""Lines of a page from which it tells its own margins."""
_SHARE_AT_EDGE: Final = 0.15
_FEWEST_INDENTED: Final = 2
_RAGGED: Final = 2.6
"""Characters that a full line may lack: a mark that may not begin a line, a number kept whole."""
_WORD: Final = re.compile("[A-Za-z]{2}")
_SENTENCE_ENDS: Final = tuple("。！？；：:;")
_HEADING: Final = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]{1,3}[章节]"
)
_GUTTER: Final = 12.0
"""Points by which the columns of a page are apart at the least."""
_NARROWEST: Final = 90.0
"""Points of a column at the least."""
_SHARE_IN_COLUMNS: Final = 0.85
"""Share of the lines of a page that lie in one of two columns, titles and tables aside."""


class Line(NamedTuple):
    """A line of a page."""

    text: str
    left: float | None = None
    right: float | None = None
    """Edges in points, None where the file does not tell them."""


def joined_lines(pages: list[list[Line]]) -> tuple[str, tuple[PageSpan, ...]]:
    """One text of all pages, lines that the paper broke joined, and where each page stands in it."""
    common = cache(lambda: _margins([line for lines in pages for line in lines]))
    parts: list[str] = []
    spans: list[PageSpan] = []
    at = 0
    before: Line | None = None
    is_full = False
    columns: list[_Margins | None] | None = None
    for number, lines in enumerate(pages, 1):
        # Left and right pages of a book have margins of their own, and so have columns.
        columns = _columns(lines) or (columns if columns and _lie_in(columns, lines) else None)
        margins_of = columns or [_margins(lines) if len(lines) >= _FEWEST_LINES else None]
        start: int | None = None
        for line in lines:
            margins = _own(margins_of, line) or common()
            glue = "" if before is None else _glue(before, line, margins) if is_full else "\n"
            parts += (glue, line.text)
            start = at + len(glue) if start is None else start
            at += len(glue) + len(line.text)
            before = line
            is_full = margins is not None and _is_full(line, margins)
        if start is not None:
            spans.append(PageSpan(number, start, at))
    return "".join(parts), tuple(spans)


def _lie_in(columns: list[_Margins | None], lines: list[Line]) -> bool:
    """Whether the few lines of a page lie in the columns of the page before."""
    left, right = columns
    if left is None or right is None:
        return False
    for line in lines:
        if line.left is None or line.right is None:
            continue
        own = left if line.left < right.left - right.size / 2 else right
        if line.left < own.left - own.size or line.right > own.right + own.size:
            return False
    return True


def _own(margins_of: list[_Margins | None], line: Line) -> _Margins | None:
    """The margins of the column in which a line begins."""
    left, *right = margins_of
    if not right or right[0] is None or line.left is None or left is None:
        return left
    return right[0] if line.left > right[0].left - right[0].size / 2 else left


@dataclass(frozen=True, slots=True)
class _Margins:
    left: float
    right: float
    size: float
    """Width of a character."""
    indents: bool
    """Whether paragraphs begin farther in than their other lines."""


def _margins(lines: list[Line]) -> _Margins | None:
    """Between which edges the text runs; None where its lines do not end together."""
    lefts: list[float] = []
    rights: list[float] = []
    widths: list[float] = []
    for text, begin, end in lines:
        if begin is None or end is None:
            continue
        lefts.append(begin)
        if len(text) >= _SHORTEST_FULL:
            rights.append(end)
            widths.append((end - begin) / len(text))
    if len(rights) < _FEWEST_FULL:
        return None
    widths.sort()
    rights.sort()
    size = widths[len(widths) // 2]
    left = _left_edge(lefts, size)
    right = rights[int(len(rights) * 0.75)]
    full = len(rights) - bisect_left(rights, right - _RAGGED * size)
    if left is None or full < _FEWEST_FULL or full < len(rights) / 3:
        return None
    indented = [begin for begin in lefts if 1.2 * size < begin - left < 3 * size]
    return _Margins(left, right, size, len(indented) >= _FEWEST_INDENTED)


def _columns(lines: list[Line]) -> list[_Margins | None] | None:
    """The margins of both columns of a page; None for one that has not just two."""
    if len(lines) < 2 * _FEWEST_LINES:
        return None
    lefts = [line.left for line in lines if line.left is not None]
    nearest = min(lefts, default=0.0) + _NARROWEST
    beyond = [left for left in lefts if left > nearest]
    if len(beyond) < _FEWEST_LINES:
        return None
    placed = [line for line in lines if line.left is not None and line.right is not None]
    spans = [(line.left or 0.0, line.right or 0.0) for line in placed]
    edge = _left_edge(beyond, _GUTTER)
    if edge is None:
        return None
    before = [line for line, (_, right) in zip(placed, spans, strict=True) if right < edge]
    behind = [line for line, (left, _) in zip(placed, spans, strict=True) if left > edge - _GUTTER / 2]
    if len(before) < _FEWEST_LINES or len(before) + len(behind) < _SHARE_IN_COLUMNS * len(placed):
        return None
    margins = [_margins(before), _margins(behind)]
    return None if None in margins else margins


def _left_edge(starts: list[float], size: float) -> float | None:
    """The leftmost place at which many lines begin; None without one."""
    ordered = sorted(starts)
    needed = max(2, _SHARE_AT_EDGE * len(ordered))
    for start in ordered:
        if bisect_left(ordered, start + size / 2) - bisect_right(ordered, start - size / 2) >= needed:
            return start
    return None


def _is_full(line: Line, margins: _Margins) -> bool:
    return line.right is not None and line.right >= margins.right - _RAGGED * margins.size


def _glue(before: Line, line: Line, margins: _Margins | None) -> str:
    """What stands behind a full line: nothing, a blank, or a line break where a paragraph ends."""
    if margins is None or line.left is None or abs(line.left - margins.left) >= margins.size:
        return "\n"
    if _HEADING.match(line.text) or (before.text.endswith(_SENTENCE_ENDS) and not margins.indents):
        return "\n"
    return " " if _WORD.match(before.text[-2:]) and _WORD.match(line.text) else ""
