"""The list of figures, in the order and with the filter of the agenda."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from rich.text import Text

from fzreview.domain.figures.figure_state import state_of
from fzreview.domain.reports.stored import StoredFigure
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.tui.widgets.lists.rows_pane import RowsPane
from fzreview.tui.widgets.signs import STATE_SIGNS


class FiguresPane(RowsPane):
    """One row for each figure: state, text, subject, then its kind or the reason of its rank."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._figures: list[StoredFigure] = []
        self._visited: Sequence[int] = ()
        self._rows: dict[int, int] = {}
        self._reasons: Callable[[StoredFigure], str] | None = None

    def show_figures(
        self,
        figures: Sequence[StoredFigure],
        visited: Sequence[int],
        current: int | None,
        reasons: Callable[[StoredFigure], str] | None = None,
    ) -> None:
        """Show these figures; ``visited`` are the indexes that are listed, in order.

        ``reasons`` tells, displayable, why a figure stands where it does, where the order needs a reason.
        """
        self._figures, self._visited, self._reasons = list(figures), visited, reasons
        self._rows = {index: row for row, index in enumerate(visited)}
        self.show_rows(len(visited), self._rows.get(current, 0) if current is not None else 0)

    def show_changed(self, figures: Mapping[int, StoredFigure]) -> None:
        """Update figures, given by index."""
        for index, stored in figures.items():
            self._figures[index] = stored
        self.refresh_rows(self._rows[index] for index in figures if index in self._rows)

    def show_current(self, index: int | None) -> None:
        """Move the cursor to the current figure."""
        if index is not None and index in self._rows:
            self.move_cursor(self._rows[index])

    def index(self, row: int) -> int:
        """Index of the figure on a row."""
        return self._visited[row]

    def row_text(self, row: int, width: int) -> Text:
        stored = self._figures[self._visited[row]]
        figure = stored.shown
        text = Text(STATE_SIGNS[state_of(stored)] + " ", style="bold")
        text.append(one_line(figure.text), style="" if stored.status == "undecided" else "not bold dim")
        text.append(f" {one_line(figure.subject)}", style="not bold dim")
        if self._reasons is not None:
            reason = self._reasons(stored)
            return text.append(f"  {reason}" if reason else "", style="not bold")
        text.append(f"  {say(f'desk.kind.{figure.kind}')}", style="not bold dim")
        if stored.figure.doubts:
            text.append(" " + "?" * len(stored.figure.doubts))
        return text
