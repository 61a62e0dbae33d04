"""The list of search results: one row for each match, with its location and context."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from fzreview.domain.reports.found import Excerpt
from fzreview.text.displayable import one_line
from fzreview.tui.widgets.lists.rows_pane import RowsPane

MAX_LABEL_CELLS = 28


class SearchResultList(RowsPane, can_focus=False):
    """Keys stay with the field in which the words are typed; the screen moves the cursor."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._found: Sequence[tuple[str, Excerpt]] = ()

    def show_results(self, found: Sequence[tuple[str, Excerpt]], cursor: int = 0) -> None:
        """Show ``(label, excerpt)`` rows."""
        self._found = found
        self.show_rows(len(found), cursor)

    def row_text(self, row: int, width: int) -> Text:
        label, excerpt = self._found[row]
        text = Text(" " + one_line(label), style="dim", no_wrap=True)
        text.truncate(min(MAX_LABEL_CELLS, width // 3), overflow="ellipsis", pad=True)
        shown = one_line(excerpt.text)
        text.append("  " + shown[: excerpt.start], style="not dim")
        text.append(shown[excerpt.start : excerpt.end], style="not dim bold underline")
        text.append(shown[excerpt.end :], style="not dim")
        return text
