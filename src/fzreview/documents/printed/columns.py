"""The two columns of a printed page: where they are, and their lines one column after the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from fzreview.documents.printed.line import Line
from fzreview.documents.printed.margins import Margins, left_edge, margins_of

FEWEST_LINES: Final = 12
"""Lines of a column at the least."""
_GUTTER: Final = 12.0
"""Points by which columns are apart at the least."""
_NARROWEST: Final = 90.0
"""Points of a column at the least."""
_SHARE_IN_COLUMNS: Final = 0.85
"""Share of the lines of a page that lie in one of two columns, titles and tables aside."""

Columns = tuple[Margins, Margins]
Stretch = tuple[float, float]
"""From where to where something runs along a line, in points."""


def second_edge(stretches: Sequence[Stretch]) -> float | None:
    """Where the second column of a page begins whose text runs like this; None for a page of one."""
    nearest = min((left for left, _ in stretches), default=0.0) + _NARROWEST
    beyond = [left for left, _ in stretches if left > nearest]
    edge = left_edge(beyond, _GUTTER) if len(beyond) >= FEWEST_LINES else None
    if edge is None:
        return None
    before = sum(right < edge for _, right in stretches)
    behind = sum(left > edge - _GUTTER / 2 for left, _ in stretches)
    is_one = before < FEWEST_LINES or before + behind < _SHARE_IN_COLUMNS * len(stretches)
    return None if is_one else edge


def is_second(left: float, edge: float) -> bool:
    """Whether what begins there stands in the column that begins at ``edge``."""
    return left > edge - _GUTTER / 2


def columns_of(lines: Sequence[Line], before: Columns | None) -> Columns | None:
    """Both columns of a page; ``before`` are those of the page before, in which a few lines may lie."""
    return _columns(lines) or (before if before is not None and _lie_in(before, lines) else None)


def _columns(lines: Sequence[Line]) -> Columns | None:
    if len(lines) < 2 * FEWEST_LINES:
        return None
    placed = [
        (line, left, right)
        for line in lines
        if (left := line.left) is not None and (right := line.right) is not None
    ]
    edge = second_edge([(left, right) for _, left, right in placed])
    if edge is None:
        return None
    first = margins_of([line for line, _, right in placed if right < edge])
    second = margins_of([line for line, left, _ in placed if is_second(left, edge)])
    return None if first is None or second is None else (first, second)


def _lie_in(columns: Columns, lines: Sequence[Line]) -> bool:
    for line in lines:
        if line.left is None or line.right is None:
            continue
        own = column_at(columns, line.left)
        if line.left < own.left - own.size or line.right > own.right + own.size:
            return False
    return True


def column_at(columns: Columns, left: float) -> Margins:
    """The column in which a line begins that begins there."""
    first, second = columns
    return second if left > second.left - second.size / 2 else first


def column_by_column(lines: Iterable[Line], columns: Columns) -> list[Line]:
    """Lines that go across both columns, as they come; between these the first column, then the second."""
    ordered: list[Line] = []
    behind: list[Line] = []
    edge = columns[1].left
    for line in lines:
        if line.left is not None and is_second(line.left, edge):
            behind.append(line)
            continue
        if line.right is not None and line.right > edge:
            ordered += behind
            behind = []
        ordered.append(line)
    return ordered + behind
