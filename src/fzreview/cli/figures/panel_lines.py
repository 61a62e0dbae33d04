"""A panel as a person reads it on a terminal: a table for each wording, place by year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from rich.text import Text

from fzreview.checking.panel import MARK_SIGNS, Cell, PanelRow, Series, line_of
from fzreview.cli.output.console import output_console
from fzreview.cli.output.streams import narrate
from fzreview.domain.figures.figure_state import FigureState
from fzreview.strings import say
from fzreview.text.cells import cells
from fzreview.text.displayable import one_line

PLACE_CELLS = 22
LEAST_CELLS = 8
OPEN_SIGNS: Final[Mapping[FigureState, str]] = {
    "undecided": ".",
    "to_fix": "w",
    "unsure": "?",
    "disputed": "!",
}


def print_panel(series: Sequence[Series]) -> None:
    """Each wording with its likeness, then a line for each place; behind a value its marks."""
    console = output_console()
    for one in series:
        head = Text(f"{one_line(one.subject)}  {one_line(one.unit)}", style="bold")
        told = say("command.panel.likeness", percent=round(100 * one.likeness))
        console.print(head.append(f"  {told}", style="not bold dim"), soft_wrap=True)
        widths = [
            max(LEAST_CELLS, *(cells(_cell(row.cells[at])) for row in one.rows))
            for at in range(len(one.years))
        ]
        years = (str(year or "?").rjust(width) for year, width in zip(one.years, widths, strict=True))
        console.print(Text(" " * PLACE_CELLS + "  " + "  ".join(years), style="dim"), soft_wrap=True)
        for row in one.rows:
            console.print(_line(row, widths), soft_wrap=True)
    if not series:
        narrate(say("command.panel.none"))


def _line(row: PanelRow, widths: Sequence[int]) -> Text:
    place = one_line(row.place)
    while cells(place) > PLACE_CELLS:
        place = place[:-1]
    text = Text(place + " " * (PLACE_CELLS - cells(place)))
    for cell, width in zip(row.cells, widths, strict=True):
        words = _cell(cell)
        text.append("  " + " " * (width - cells(words)) + words, style="bold" if cell and cell.marks else "")
    return text.append(f"  {line_of(row)}", style="not bold")


def _cell(cell: Cell | None) -> str:
    """The value; before it a sign where it is no gold, behind it those of its marks."""
    if cell is None:
        return "-"
    open_sign = OPEN_SIGNS.get(cell.figure.state, "")
    return open_sign + one_line(cell.figure.value) + "".join(MARK_SIGNS[mark] for mark in cell.marks)
