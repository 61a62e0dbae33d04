"""The sections of each figure, and the progress of each section."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from fzreview.domain.figures.figure_state import OPEN_STATES, FigureState, state_of
from fzreview.domain.reports.report import Section
from fzreview.domain.reports.section_paths import SectionPaths
from fzreview.domain.reports.stored import StoredFigure


@dataclass(frozen=True, slots=True)
class SectionCounts:
    """Figures of a section, its subsections included."""

    figures: int = 0
    decided: int = 0
    _states: Mapping[FigureState, int] = field(default_factory=dict)
    """Of the states in which there are figures; those that are simply undecided are left out."""

    @property
    def undecided(self) -> int:
        return self.figures - self.decided

    def of(self, state: FigureState) -> int:
        """How many figures are in this state."""
        if state == "undecided":
            return self.undecided - self._states.get("changed", 0)
        return self._states.get(state, 0)

    def with_change(self, before: FigureState, after: FigureState) -> SectionCounts:
        """These counts with one figure of the state ``before`` in the state ``after``."""
        states = dict(self._states)
        if before != "undecided":
            states[before] -= 1
            if not states[before]:
                del states[before]
        if after != "undecided":
            states[after] = states.get(after, 0) + 1
        decided = self.decided + (after not in OPEN_STATES) - (before not in OPEN_STATES)
        return SectionCounts(self.figures, decided, states)


class SectionIndex:
    """Sections and figures, both in order of ``start``, with incrementally updated counts."""

    def __init__(self, outline: Sequence[Section], figures: Sequence[StoredFigure]) -> None:
        self._outline = outline
        self._starts = [section.start for section in outline]
        self._figure_starts = [stored.figure.start for stored in figures]
        paths = SectionPaths(outline)
        self._around = [paths.around(start) for start in self._figure_starts]
        self.total = SectionCounts(len(figures))
        counts = [SectionCounts() for _ in outline]
        for path in self._around:
            for section in path:
                counts[section] = SectionCounts(counts[section].figures + 1)
        self._counts = counts
        for index, stored in enumerate(figures):
            self.recount(index, "undecided", state_of(stored))

    @property
    def counts(self) -> tuple[SectionCounts, ...]:
        """One for each section of the outline."""
        return tuple(self._counts)

    def of(self, section: int) -> SectionCounts:
        """The counts of one section."""
        return self._counts[section]

    def recount(self, figure: int, before: FigureState, after: FigureState) -> None:
        """A figure's status has changed."""
        if before == after:
            return
        self.total = self.total.with_change(before, after)
        for section in self._around[figure]:
            self._counts[section] = self._counts[section].with_change(before, after)

    def around(self, figure: int) -> tuple[int, ...]:
        """Indexes of the sections around a figure, the outermost first."""
        return self._around[figure]

    def innermost(self, figure: int) -> int | None:
        """The deepest section around a figure."""
        path = self._around[figure]
        return path[-1] if path else None

    def first_figure(self, section: int) -> int | None:
        """The first figure that a section governs."""
        place = self._outline[section]
        index = bisect_left(self._figure_starts, place.start)
        if index < len(self._figure_starts) and self._figure_starts[index] < place.until:
            return index
        return None

    def beside(self, section: int | None, offset: int, step: int) -> int | None:
        """The section after (``step`` 1) or before (-1) another, or a source offset where that is None."""
        if section is None:
            here = bisect_right(self._starts, offset)
            section = here - 1 if step > 0 else here
        index = section + step
        return index if 0 <= index < len(self._outline) else None

    def neighbour(self, figure: int, step: int) -> int | None:
        """The first figure of the next or previous innermost section that holds any."""
        here = self.innermost(figure)
        count = len(self._around)
        if step > 0:
            for index in range(figure + 1, count):
                if self.innermost(index) != here:
                    return index
            return None
        index = figure
        while index > 0 and self.innermost(index - 1) == here:
            index -= 1
        if index == 0:
            return None
        index -= 1
        there = self.innermost(index)
        while index > 0 and self.innermost(index - 1) == there:
            index -= 1
        return index
