"""Where one is in a panel, found again when the panel is made anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from fzreview.checking.panel import Series


@dataclass(frozen=True, slots=True)
class PanelPlace:
    """What was asked for, and the figure whose cell it is."""

    words: str
    figure: str | None
    """Its key in the store; None for the first cell."""
    wording: tuple[str, str, str] | None = None
    """Subject, unit and kind of the table; None where ``words`` are a subject of which a part may do."""


class CellPlace(NamedTuple):
    """Indexes of a table, its row and column, and of a figure in that cell."""

    table: int = 0
    row: int = 0
    column: int | None = None
    """None for the last year."""
    number: int = 0


def wording_of_table(series: Series) -> tuple[str, str, str]:
    """What tells a table from the others of its panel."""
    return series.subject, series.unit, series.kind


def cell_of(series: Sequence[Series], place: PanelPlace, before: CellPlace) -> CellPlace:
    """The cell of a place's figure; where it is gone that of ``before`` in the table of the wording."""
    for at, one in enumerate(series):
        for row, line in enumerate(one.rows):
            for column, cell in enumerate(line.cells):
                for number, figure in enumerate(cell.figures if cell else ()):
                    if figure.key == place.figure:
                        return CellPlace(at, row, column, number)
    for at, one in enumerate(series):
        if wording_of_table(one) == place.wording:
            return CellPlace(at, before.row, before.column)
    return CellPlace()
