"""Which rows of an outline are seen: a folded section hides everything below it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from fzreview.domain.reports.report import Section
from fzreview.domain.reports.section_paths import SectionPaths

MOST_REPORTS: Final = 20
"""Reports whose folds are kept: they are written with every verdict, so they must stay small."""

_KEY_CHARACTERS: Final = 12


class Folds:
    """The outline of one report as a tree. A row is a section that no folded one hides, in order."""

    def __init__(self, outline: Sequence[Section], folded: Iterable[int] = ()) -> None:
        """``folded`` are starts of headings; those that have nothing below them or are gone do not count."""
        self._outline = outline
        self._parents = SectionPaths(outline).parents
        self._until = list(range(1, len(outline) + 1))
        """Index behind the last section below each."""
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
        """Starts of the folded headings, in order."""
        return tuple(self._outline[section].start for section in sorted(self._folded))

    def is_parent(self, section: int) -> bool:
        """Whether there are sections below this one."""
        return self._until[section] > section + 1

    def is_folded(self, section: int) -> bool:
        return section in self._folded

    def parent(self, section: int) -> int | None:
        """The section right above; None at the top."""
        return self._parents[section]

    def row_of(self, section: int) -> int:
        """The row of a section, or of the folded one that hides it."""
        # A folded section has the last row that is not behind what it hides.
        return bisect_right(self._rows, section) - 1

    def turn(self, section: int, folded: bool) -> bool:
        """Fold a section or open it; False where that changes nothing."""
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


def kept_folds(kept: object, report: str, folded: Sequence[int]) -> dict[str, list[int]]:
    """``kept`` with the folds of the report of this sha256, as plain values; the longest unused go first."""
    reports = dict(_checked(kept))
    reports.pop(report[:_KEY_CHARACTERS], None)
    if folded:
        reports[report[:_KEY_CHARACTERS]] = list(folded)
    return dict(list(reports.items())[-MOST_REPORTS:])


def folds_from(kept: object, report: str) -> tuple[int, ...]:
    """What :func:`kept_folds` kept for this report; nothing where another version wrote it otherwise."""
    return tuple(_checked(kept).get(report[:_KEY_CHARACTERS], ()))


def _checked(kept: Any) -> Mapping[str, list[int]]:
    if not isinstance(kept, Mapping):
        return {}
    return {
        name: starts
        for name, starts in kept.items()
        if isinstance(starts, list) and all(isinstance(start, int) for start in starts)
    }
