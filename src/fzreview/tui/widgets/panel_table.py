"""One indicator as a table, place by year, with a cursor on a cell and a small line behind each place."""

from __future__ import annotations

from typing import ClassVar, Final

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType

from fzreview.checking.panel import MARK_SIGNS, Cell, PanelRow, Series, line_of
from fzreview.strings import say
from fzreview.text.cells import cells
from fzreview.text.displayable import one_line
from fzreview.tui.widgets.rows_pane import RowsPane
from fzreview.tui.widgets.signs import STATE_SIGNS

PLACE_CELLS: Final = 22
LEAST_CELLS: Final = 6
MOST_CELLS: Final = 18
GAP: Final = 1


class PanelTable(RowsPane, inherit_bindings=True):
    """Years that do not fit scroll sideways with the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", show=False),
        Binding("right", "turn(1)", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._series: Series | None = None
        self._widths: list[int] = []
        self._first = 0
        """The first year that is shown."""
        self.column = 0

    def show_series(self, series: Series | None, row: int = 0, column: int | None = None) -> None:
        """Show a wording's table with the cursor on a cell; on the first place's last year by default."""
        self._series = series
        years = series.years if series else ()
        self._widths = [
            min(max(LEAST_CELLS, *(cells(_words(one.cells[at])) for one in series.rows)), MOST_CELLS)
            for at in range(len(years))
            if series is not None
        ]
        self.column = min(max(len(years) - 1 if column is None else column, 0), max(len(years) - 1, 0))
        self._first = 0
        self.show_rows(len(series.rows) if series else 0, row)

    @property
    def cell(self) -> Cell | None:
        """What the cursor is on; None where nothing is told."""
        if self._series is None or not self._series.rows:
            return None
        return self._series.rows[self.cursor].cells[self.column]

    @property
    def row(self) -> PanelRow | None:
        """The place that the cursor is on."""
        return self._series.rows[self.cursor] if self._series and self._series.rows else None

    def head(self) -> Text:
        """The years over the columns that are shown."""
        width = self.scrollable_content_region.width
        text = Text(" " * self._place_cells(width), style="dim", no_wrap=True)
        if self._series is not None:
            for at in self._columns(width):
                year = str(self._series.years[at] or "?").rjust(self._widths[at] + GAP)
                text.append(year, style="not dim bold" if at == self.column else "")
            text.append(f"  {say('panel.line')}")
        return text

    def row_text(self, row: int, width: int) -> Text:
        assert self._series is not None
        one = self._series.rows[row]
        here = row == self.cursor
        place = _cut(one_line(one.place) or say("panel.no_place"), self._place_cells(width))
        text = Text(place + " " * (self._place_cells(width) - cells(place)), no_wrap=True)
        for at in self._columns(width):
            cell = one.cells[at]
            words = _cut(_words(cell), self._widths[at])
            text.append(" " * (self._widths[at] + GAP - cells(words)))
            style = "bold" if cell is not None and cell.marks else "not bold"
            text.append(words, style=f"{style} reverse" if here and at == self.column else style)
        return text.append(f"  {line_of(one)}", style="not bold")

    def cursor_style(self) -> Style:
        """The cell alone is set off; its row only by its ground."""
        return self.get_component_rich_style("rows-pane--cursor", partial=True)

    def action_turn(self, step: int) -> None:
        column = min(max(self.column + step, 0), max(len(self._widths) - 1, 0))
        if column != self.column:
            self.column = column
            self.refresh()
            self.post_message(self.RowHighlighted(self, self.cursor))

    def on_click(self, event: events.Click) -> None:
        """To the cell that was clicked; going there takes a key."""
        row = event.y + self.scroll_offset.y
        left = self._place_cells(self.scrollable_content_region.width)
        if not 0 <= row < self.row_count:
            return
        for at in self._columns(self.scrollable_content_region.width):
            left += self._widths[at] + GAP
            if event.x < left:
                self.column = at
                break
        self.move_cursor(row)
        self.refresh()
        self.post_message(self.RowHighlighted(self, row))

    # Which years fit

    def _place_cells(self, width: int) -> int:
        return min(PLACE_CELLS, width // 4)

    def _columns(self, width: int) -> range:
        """The years that fit beside place and line, among them that of the cursor."""
        room = width - self._place_cells(width) - len(self._widths) - 2
        self._first = min(self._first, self.column)
        while self._first < self.column and self._until(self._first, room) <= self.column:
            self._first += 1
        return range(self._first, max(self._until(self._first, room), self.column + 1))

    def _until(self, first: int, room: int) -> int:
        """One behind the last year that fits from one on."""
        at = first
        while at < len(self._widths) and self._widths[at] + GAP <= room:
            room -= self._widths[at] + GAP
            at += 1
        return at


def _words(cell: Cell | None) -> str:
    """The state's sign, the value, the signs of its marks; ``-`` where nothing is told."""
    if cell is None:
        return "-"
    marks = "".join(MARK_SIGNS[mark] for mark in cell.marks)
    return f"{STATE_SIGNS[cell.figure.state]}{one_line(cell.figure.value)}{marks}"


def _cut(words: str, width: int) -> str:
    while cells(words) > width:
        words = words[:-1]
    return words
