"""What the command palette found, one row each."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from fzreview.text.cells import cells
from fzreview.tui.widgets.lists.rows_pane import RowsPane

KEY_CELLS = 10


class PaletteList(RowsPane):
    """Keys, then what they do; everything that stands here must be displayable."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._entries: Sequence[tuple[str, str]] = ()

    def show_entries(self, entries: Sequence[tuple[str, str]], cursor: int) -> None:
        """Show these ``(keys, title)`` pairs, the cursor on one of them."""
        self._entries = entries
        self.show_rows(len(entries), cursor)

    def row_text(self, row: int, width: int) -> Text:
        keys, title = self._entries[row]
        text = Text(no_wrap=True, overflow="ellipsis")
        text.append(" " + keys + " " * max(KEY_CELLS - cells(keys), 1), style="bold")
        text.append(title)
        return text
