"""The outline of a report with the progress of each section."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from fzreview.domain.report import Section
from fzreview.review.sections import SectionCounts
from fzreview.text.displayable import one_line
from fzreview.tui.widgets.rows_pane import RowsPane


class OutlinePane(RowsPane):
    """One row a heading: how many of its figures are decided, then its label, indented by level."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._outline: Sequence[Section] = ()
        self._counts: Sequence[SectionCounts] = ()

    def show_outline(self, outline: Sequence[Section], counts: Sequence[SectionCounts]) -> None:
        """Show another outline; ``counts`` has one entry for each section."""
        self._outline, self._counts = outline, counts
        self.show_rows(len(outline))

    def show_counts(self, counts: Sequence[SectionCounts]) -> None:
        """Repaint the rows whose counts changed."""
        before, self._counts = self._counts, counts
        for row, (old, new) in enumerate(zip(before, counts, strict=True)):
            if old != new:
                self.refresh_row(row)

    def row_text(self, row: int, width: int) -> Text:
        section, counts = self._outline[row], self._counts[row]
        indent = " " * max(section.level - 1, 0)
        text = Text(no_wrap=True, overflow="ellipsis")
        text.append(progress_sign(counts), style="bold" if counts.wrong or counts.unsure else "")
        tally = f"{counts.decided}/{counts.figures}" if counts.figures else ""
        text.append(f"{tally:>6} ", style="dim" if not counts.undecided else "")
        text.append(indent + one_line(section.label), style="bold" if section.level <= 1 else "")
        return text


def progress_sign(counts: SectionCounts) -> str:
    """``!`` something wrong or unsure, ``+`` all decided, ``.`` figures left, blank without figures."""
    if counts.wrong or counts.unsure:
        return "!"
    if not counts.figures:
        return " "
    return "." if counts.undecided else "+"
