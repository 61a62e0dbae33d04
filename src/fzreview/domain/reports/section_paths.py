"""Under which headings a place of a report lies: the one definition."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from fzreview.domain.reports.report import Section

Path = tuple[int, ...]
"""Positions in the outline, outermost first."""


class SectionPaths:
    """The headings above each place of an outline; the title, which is above all, is left out.

    A section ends at its ``until``, and where another one of its level or above begins. Offsets are code
    points of the source. One pass over the outline.
    """

    def __init__(self, outline: Sequence[Section]) -> None:
        self._outline = outline
        self._bounds: list[int] = []
        self._paths: list[Path] = []
        self.parents: list[int | None] = [None] * len(outline)
        """The section right above each; None above the outermost ones and the title."""
        open_now: list[int] = []
        for index in sorted(range(len(outline)), key=lambda index: outline[index].start):
            section = outline[index]
            if section.kind == "title":
                continue
            self._end_until(section.start, open_now)
            while open_now and outline[open_now[-1]].level >= section.level:
                open_now.pop()
            self.parents[index] = open_now[-1] if open_now else None
            open_now.append(index)
            self._bound(section.start, open_now)
        self._end_until(max((section.until for section in outline), default=0), open_now)
        self._labels: dict[Path, tuple[str, ...]] = {}

    def around(self, offset: int) -> Path:
        """The sections that hold the offset."""
        bound = bisect_right(self._bounds, offset) - 1
        return self._paths[bound] if bound >= 0 else ()

    def labels(self, offset: int) -> tuple[str, ...]:
        """The labels of the headings above the offset, marker included."""
        path = self.around(offset)
        labels = self._labels.get(path)
        if labels is None:
            labels = self._labels[path] = tuple(self._outline[index].label for index in path)
        return labels

    def _end_until(self, offset: int, open_now: list[int]) -> None:
        while open_now and (until := self._outline[open_now[-1]].until) <= offset:
            open_now.pop()
            self._bound(until, open_now)

    def _bound(self, offset: int, open_now: Sequence[int]) -> None:
        if not self._bounds or self._bounds[-1] < offset:
            self._bounds.append(offset)
            self._paths.append(())
        self._paths[-1] = tuple(open_now)
