"""Between which edges the lines of a printed page run."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from fzreview.documents.printed.line import Line

_SHORTEST_FULL: Final = 12
"""Characters of a line from which its end tells of the margin."""
_FEWEST_FULL: Final = 4
_SHARE_AT_EDGE: Final = 0.15
_FEWEST_INDENTED: Final = 2
_RAGGED: Final = 2.6
"""Characters that a full line may lack: a mark that may not begin a line, a number kept whole."""


@dataclass(frozen=True, slots=True)
class Margins:
    """Edges of lines in points."""

    left: float
    right: float
    size: float
    """Width of a character."""
    indents: bool
    """Whether paragraphs begin farther in than their other lines."""

    def is_full(self, line: Line) -> bool:
        """Whether a line goes on to the right edge, so that it may be the paper that ends it."""
        return line.right is not None and not line.is_row and line.right >= self.right - _RAGGED * self.size


def margins_of(lines: Sequence[Line]) -> Margins | None:
    """Between which edges the text runs; None where its lines do not end together."""
    lefts: list[float] = []
    rights: list[float] = []
    widths: list[float] = []
    for text, begin, end, _, is_row in lines:
        if begin is None or end is None or is_row:
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
    left = left_edge(lefts, size)
    right = rights[int(len(rights) * 0.75)]
    full = len(rights) - bisect_left(rights, right - _RAGGED * size)
    if left is None or full < _FEWEST_FULL or full < len(rights) / 3:
        return None
    indented = [begin for begin in lefts if 1.2 * size < begin - left < 3 * size]
    return Margins(left, right, size, len(indented) >= _FEWEST_INDENTED)


def left_edge(starts: Sequence[float], size: float) -> float | None:
    """The leftmost place at which many lines begin, give or take ``size`` points; None without one."""
    ordered = sorted(starts)
    needed = max(2, _SHARE_AT_EDGE * len(ordered))
    for start in ordered:
        if bisect_left(ordered, start + size / 2) - bisect_right(ordered, start - size / 2) >= needed:
            return start
    return None
