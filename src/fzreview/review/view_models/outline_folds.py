"""Folding of an outline: which sections are folded and which rows are visible."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from fzreview.domain.reports.report import Section
from fzreview.domain.reports.section_paths import SectionPaths

MAX_REPORTS: Final = 20
"""Reports whose folds are stored. The view state is written with every verdict, so it must stay small."""

_KEY_CHARACTERS: Final = 12


class OutlineFolds:
    """The outline of one report as a tree. A row is a section with no folded ancestor, in order."""

    def __init__(self, outline: Sequence[Section], folded: Iterable[int] = ()) -> None:
        """``folded`` are start offsets of headings; unknown ones and those of leaf sections are ignored."""
        self._outline = outline
        self._parents = SectionPaths(outline).parents
        self._until = list(range(1, len(outline) + 1))
        """End (exclusive index) of the subtree of each section."""
        for section in range(len(outline) - 1, -1, -1):
            parent = self._parents[section]
            if parent is not None:
                self._until[parent] = max(self._until[parent], self._until[section])
        starts = set(folded)
        self._folded = {
            index for index, one in enumerate(outline) if one.start in starts and self.is_parent(index)
        }
        self._count_rows()

    @property
    def rows(self) -> Sequence[int]:
        """Index of the section on each row."""
        return self._rows

    @property
    def folded(self) -> tuple[int, ...]:
        """Start offsets of the folded headings, in order."""
        return tuple(self._outline[section].start for section in sorted(self._folded))

    def is_parent(self, section: int) -> bool:
        """Whether the section has subsections."""
        return self._until[section] > section + 1

    def is_folded(self, section: int) -> bool:
        return section in self._folded

    def parent(self, section: int) -> int | None:
        """Index of the parent section; None at the top level."""
        return self._parents[section]

    def row_of(self, section: int) -> int:
        """The row of a section, or of the folded ancestor that hides it."""
        # The last visible section that does not come after it.
        return bisect_right(self._rows, section) - 1

    def set_folded(self, section: int, folded: bool) -> bool:
        """Fold or unfold a section; False where that changes nothing."""
        if folded == (section in self._folded) or not self.is_parent(section):
            return False
        self._folded ^= {section}
        self._count_rows()
        return True

    def _count_rows(self) -> None:
        self._rows: list[int] = []
        section = 0
        while section < len(self._outline):
            self._rows.append(section)
            section = self._until[section] if section in self._folded else section + 1


def with_folds(stored: object, report: str, folded: Sequence[int]) -> dict[str, list[int]]:
    """The stored folds with those of one report (sha256) replaced; the oldest over the limit are dropped."""
    reports = dict(_checked(stored))
    reports.pop(report[:_KEY_CHARACTERS], None)
    if folded:
        reports[report[:_KEY_CHARACTERS]] = list(folded)
    return dict(list(reports.items())[-MAX_REPORTS:])


def folds_of_report(stored: object, report: str) -> tuple[int, ...]:
    """The folds that :func:`with_folds` stored for this report (sha256); empty for invalid data."""
    return tuple(_checked(stored).get(report[:_KEY_CHARACTERS], ()))


def _checked(stored: Any) -> Mapping[str, list[int]]:
    if not isinstance(stored, Mapping):
        return {}
    return {
        name: starts
        for name, starts in stored.items()
        if isinstance(starts, list) and all(isinstance(start, int) for start in starts)
    }
