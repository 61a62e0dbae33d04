"""The marked spans of a row and the style of each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from fzreview.review.view_models.text_view import TextView

Span = tuple[int, int]
Mark = tuple[int, int, str]
"""Start, end, name of the style."""


class TextMarks:
    """The marks of a text; figures take precedence over excluded numerals, headings and repairs."""

    def __init__(self, view: TextView, mark_of: Callable[[int], str], excluded: Sequence[Span] = ()) -> None:
        """``mark_of`` gives a figure's style name by its index; ``excluded`` are excluded numerals."""
        self._excluded = excluded
        self._excluded_starts = [start for start, _ in excluded]
        self._view = view
        self._mark_of = mark_of
        self._figure_starts = [start for start, _ in view.figures]
        self._heading_starts = [start for start, _ in view.headings]
        self._repair_starts = [start for start, _ in view.repairs]

    def figure_at(self, offset: int) -> int | None:
        """Index of the figure that covers an offset; None without one."""
        index = bisect_right(self._figure_starts, offset) - 1
        return index if index >= 0 and offset < self._view.figures[index][1] else None

    def of_row(self, start: int, end: int) -> list[Mark]:
        """Marks of a row ``[start, end)`` in order, clipped to it and disjoint."""
        view = self._view
        marks = [
            (a, b, self._mark_of(index))
            for index, a, b in _cut(view.figures, self._figure_starts, start, end)
        ]
        for spans, starts, name in (
            (self._excluded, self._excluded_starts, "excluded"),
            (view.headings, self._heading_starts, "heading"),
            (view.repairs, self._repair_starts, "repair"),
        ):
            if cut := _cut(spans, starts, start, end):
                marks = _underlay(marks, [(a, b, name) for _, a, b in cut])
        return marks


def _cut(spans: Sequence[Span], starts: Sequence[int], start: int, end: int) -> list[tuple[int, int, int]]:
    """Index and clipped span of those that overlap ``[start, end)``."""
    first = max(bisect_right(starts, start) - 1, 0)
    last = bisect_left(starts, end)
    return [
        (index, max(spans[index][0], start), min(spans[index][1], end))
        for index in range(first, last)
        if spans[index][1] > start and spans[index][0] < end
    ]


def _underlay(marks: list[Mark], others: list[Mark]) -> list[Mark]:
    """``marks`` with the parts of ``others`` that they do not cover, in order."""
    result = list(marks)
    for start, end, name in others:
        at = start
        for mark_start, mark_end, _ in marks:
            if mark_end <= at or mark_start >= end:
                continue
            if mark_start > at:
                result.append((at, mark_start, name))
            at = max(at, mark_end)
        if at < end:
            result.append((at, end, name))
    result.sort()
    return result
