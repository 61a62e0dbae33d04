"""Under which headings a place of the report lies."""

from __future__ import annotations

from collections.abc import Sequence

from fzreview.domain.report import Section


class Sections:
    """Answers for rising offsets, one pass over the outline in all."""

    def __init__(self, outline: Sequence[Section]) -> None:
        self._waiting = sorted(
            (section for section in outline if section.kind != "title"), key=lambda section: section.start
        )
        self._next = 0
        self._open: list[Section] = []
        self._labels: tuple[str, ...] = ()

    def above(self, offset: int) -> tuple[str, ...]:
        """Labels of the headings that govern the source offset, outermost first; the title is left out.

        Offsets must not fall from one call to the next.
        """
        changed = False
        while self._next < len(self._waiting) and self._waiting[self._next].start <= offset:
            section = self._waiting[self._next]
            self._next += 1
            self._open = [
                one for one in self._open if one.until > section.start and one.level < section.level
            ]
            self._open.append(section)
            changed = True
        while self._open and self._open[-1].until <= offset:
            self._open.pop()
            changed = True
        if changed:
            self._labels = tuple(section.label for section in self._open)
        return self._labels
