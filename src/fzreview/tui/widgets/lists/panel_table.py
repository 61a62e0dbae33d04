"""An indicator as a table, place by year, with a cursor on a cell and a small line behind each place."""

from __future__ import annotations

from typing import ClassVar, Final

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType

from fzreview.checking.panel import MARK_SIGNS, Cell, Series, line_of
from fzreview.review.view_models.panel_lines import PanelLines
from fzreview.strings import say
from fzreview.text.cells import cells
from fzreview.text.displayable import one_line
from fzreview.tui.widgets.lists.rows_pane import RowsPane
from fzreview.tui.widgets.signs import STATE_SIGNS

PLACE_CELLS: Final = 22
MIN_CELLS: Final = 6
MAX_CELLS: Final = 18
GAP: Final = 1


class PanelTable(RowsPane, inherit_bindings=True):
    """Headings of wordings are passed over; years that do not fit scroll sideways with the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", show=False),
        Binding("right", "turn(1)", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines = PanelLines((), ())
        self._widths: list[int] = []
        self._first = 0
        """The first year that is shown."""
        self.column = 0

    def show_lines(self, lines: PanelLines, line: int, column: int) -> None:
        """Show a panel with the cursor on a cell."""
        self._lines = lines
        told = [line.cells for line in lines.lines if line.row is not None]
        self._widths = [
            min(max(MIN_CELLS, *(cells(_words(row[at])) for row in told)), MAX_CELLS)
            for at in range(len(lines.years))
        ]
        self.column, self._first = column, 0
        self.show_rows(len(lines.lines), line)

    @property
    def cell(self) -> Cell | None:
        """What the cursor is on; None where nothing is told."""
        line = self._lines.lines[self.cursor] if self._lines.lines else None
        return line.cells[self.column] if line is not None and line.row is not None else None

    def head(self) -> Text:
        """The years over the columns that are shown."""
        width = self.scrollable_content_region.width
        text = Text(" " * self._place_cells(width), style="dim", no_wrap=True)
        for at in self._columns(width):
            year = str(self._lines.years[at] or "?").rjust(self._widths[at] + GAP)
            text.append(year, style="not dim bold" if at == self.column else "")
        return text.append(f"  {say('panel.line')}") if self._widths else text

    def row_text(self, row: int, width: int) -> Text:
        line = self._lines.lines[row]
        if line.row is None:
            return _heading(line.series)
        room = self._place_cells(width)
        place = _cut(one_line(line.row.place), room - 2)
        text = Text("  " + place + " " * (room - 2 - cells(place)), no_wrap=True)
        for at in self._columns(width):
            cell = line.cells[at]
            words = _cut(_words(cell), self._widths[at])
            text.append(" " * (self._widths[at] + GAP - cells(words)))
            style = "not bold dim" if cell is None else "bold" if cell.marks else "not bold"
            here = row == self.cursor and at == self.column
            text.append(words, style=f"{style} reverse" if here else style)
        return text.append(f"  {line_of(line.row)}", style="not bold")

    def cursor_style(self) -> Style:
        """The cell alone is set off; its row only by its ground."""
        return self.get_component_rich_style("rows-pane--cursor", partial=True)

    # Moving

    def action_move(self, step: int) -> None:
        self._go_to_line(self._lines.step(self.cursor, step))

    def action_page(self, step: int) -> None:
        self._go_to_line(self._lines.step(self.cursor, step * max(self.size.height - 1, 1)))

    def action_move_to(self, row: int) -> None:
        self._go_to_line(self._lines.step(len(self._lines.lines) - 1 if row < 0 else row, 0))

    def action_wording(self, step: int) -> None:
        """To the first place of the next or previous wording."""
        self._go_to_line(self._lines.next_wording(self.cursor, step))

    def _go_to_line(self, line: int) -> None:
        """To its cell of this year, else to the nearest year of which it tells something."""
        if self._lines.lines:
            self._go(line, self._lines.nearest(line, self.column))

    def action_turn(self, step: int) -> None:
        self._go(self.cursor, min(max(self.column + step, 0), max(len(self._widths) - 1, 0)))

    def on_click(self, event: events.Click) -> None:
        """To the cell that was clicked; going there takes a key."""
        event.prevent_default()
        row = event.y + self.scroll_offset.y
        if not 0 <= row < self.row_count or self._lines.lines[row].row is None:
            return
        width = self.scrollable_content_region.width
        right, column = self._place_cells(width), self.column
        for at in self._columns(width):
            right += self._widths[at] + GAP
            if event.x < right:
                column = at
                break
        self._go(row, column)

    def _go(self, row: int, column: int) -> None:
        if (row, column) != (self.cursor, self.column):
            self.column = column
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
        return range(
            self._first, min(max(self._until(self._first, room), self.column + 1), len(self._widths))
        )

    def _until(self, first: int, room: int) -> int:
        """One behind the last year that fits from one on."""
        at = first
        while at < len(self._widths) and self._widths[at] + GAP <= room:
            room -= self._widths[at] + GAP
            at += 1
        return at


def _heading(series: Series) -> Text:
    """A wording with its unit and how like it is to what was asked for."""
    text = Text(f"{one_line(series.subject)}  {one_line(series.unit)}", style="bold", no_wrap=True)
    return text.append("  " + say("panel.like", percent=round(100 * series.likeness)), style="not bold dim")


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
