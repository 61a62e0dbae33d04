"""A panel as lines of one table: a heading for each wording, below it its places, all over the same years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from fzreview.checking.panel import Cell, PanelRow, Series

MAX_YEARS_BETWEEN: Final = 5
"""Gaps of up to so many years without values are shown as columns, so that the gap is visible."""


class PanelLine(NamedTuple):
    """A line of the table."""

    series: Series
    row: PanelRow | None
    """None for the heading of the wording."""
    cells: tuple[Cell | None, ...] = ()
    """One for each year of the table."""


@dataclass(frozen=True, slots=True)
class PanelPlace:
    """A position in a panel that survives rebuilding the panel."""

    words: str
    figure: str | None
    """Its key in the store; None for the first cell."""
    exact: bool = False
    """Whether all of the words must occur; else they are a subject of which a part may do."""


class CellPlace(NamedTuple):
    """Indexes of a line, of a year, and of a figure in that cell."""

    line: int
    column: int
    number: int = 0


@dataclass(frozen=True, slots=True)
class PanelLines:
    """The likest wording first, as its series come."""

    years: tuple[int | None, ...]
    lines: tuple[PanelLine, ...]

    @classmethod
    def of(cls, series: Sequence[Series]) -> PanelLines:
        """The lines of a panel."""
        years = _years(series)
        lines: list[PanelLine] = []
        for one in series:
            lines.append(PanelLine(one, None))
            for row in one.rows:
                told = dict(zip(one.years, row.cells, strict=True))
                lines.append(PanelLine(one, row, tuple(told.get(year) for year in years)))
        return cls(years, tuple(lines))

    def place_of(self, figure: str | None, before: CellPlace) -> CellPlace:
        """The cell of a figure (its key); where it is in none, that of ``before`` or the nearest there is."""
        for at, line in enumerate(self.lines):
            for column, cell in enumerate(line.cells):
                for number, one in enumerate(cell.figures if cell else ()):
                    if one.key == figure:
                        return CellPlace(at, column, number)
        last_line, last_year = max(len(self.lines) - 1, 0), max(len(self.years) - 1, 0)
        return CellPlace(self.step(min(before.line, last_line), 0), min(before.column, last_year))

    def step(self, line: int, step: int) -> int:
        """Index of the line ``step`` further that is no heading; clamped."""
        at = min(max(line + step, 0), max(len(self.lines) - 1, 0))
        direction = -1 if step < 0 else 1
        while 0 < at < len(self.lines) and self.lines[at].row is None:
            at += direction
        # The first line is a heading, and behind each there is a place.
        return at if 0 < at < len(self.lines) else min(1, len(self.lines) - 1)

    def nearest(self, line: int, column: int) -> int:
        """The year nearest to one of which a line tells something; that one itself where it tells nothing."""
        told = [at for at, cell in enumerate(self.lines[line].cells) if cell is not None]
        return min(told, key=lambda at: abs(at - column), default=column)

    def next_wording(self, line: int, step: int) -> int:
        """The first place of the next or previous wording, round the ends."""
        heads = [at for at, one in enumerate(self.lines) if one.row is None]
        here = sum(at <= line for at in heads) - 1
        return heads[(here + step) % len(heads)] + 1 if heads else 0


def _years(series: Sequence[Series]) -> tuple[int | None, ...]:
    told = sorted({year for one in series for year in _told(one) if year is not None})
    years: list[int | None] = []
    for year in told:
        before = years[-1] if years else None
        if before is not None and year - before - 1 <= MAX_YEARS_BETWEEN:
            years += range(before + 1, year)
        years.append(year)
    if any(None in one.years for one in series):
        years.append(None)
    return tuple(years)


def _told(one: Series) -> set[int | None]:
    return {year for row in one.rows for year, cell in zip(one.years, row.cells, strict=True) if cell}
