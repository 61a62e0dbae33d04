"""The outline of a report with the progress of each section."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.text import Text

from fzreview.domain.report import Section
from fzreview.review.sections import SectionCounts
from fzreview.text.displayable import one_line
from fzreview.tui.widgets.rows_pane import RowsPane


@dataclass(frozen=True, slots=True)
class SectionRow:
    """How far the review of a section is."""

    counts: SectionCounts
    unaccounted: int
    """Numerals that are neither figures nor ruled out."""
    signed_off: bool


class OutlinePane(RowsPane):
    """One row a heading: how many of its figures are decided, then its label, indented by level."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._outline: Sequence[Section] = ()
        self._progress: Sequence[SectionRow] = ()

    def show_outline(self, outline: Sequence[Section], progress: Sequence[SectionRow]) -> None:
        """Show another outline; ``progress`` has one entry for each section."""
        self._outline, self._progress = outline, progress
        self.show_rows(len(outline))

    def show_progress(self, progress: Sequence[SectionRow]) -> None:
        """Repaint the rows whose progress changed."""
        pairs = enumerate(zip(self._progress, progress, strict=True))
        # Most rows are the very same object as before: asking that first is what makes this cheap.
        changed = [row for row, (old, new) in pairs if old is not new and old != new]
        before = [self.row_text(row, self.size.width) for row in changed]
        self._progress = progress
        for row, text in zip(changed, before, strict=True):
            self.refresh_changes(row, text)

    def row_text(self, row: int, width: int) -> Text:
        section, progress = self._outline[row], self._progress[row]
        counts = progress.counts
        indent = " " * max(section.level - 1, 0)
        text = Text(no_wrap=True, overflow="ellipsis")
        text.append(progress_sign(counts), style="bold" if counts.wrong or counts.unsure else "")
        tally = f"{counts.decided}/{counts.figures}" if counts.figures else ""
        text.append(f"{tally:>6}", style="dim" if not counts.undecided else "")
        text.append("= " if progress.signed_off else "  ", style="bold")
        text.append(indent + one_line(section.label), style="bold" if section.level <= 1 else "")
        if progress.unaccounted:
            text.append(f" ?{progress.unaccounted}", style="dim")
        return text


def progress_sign(counts: SectionCounts) -> str:
    """``!`` something wrong or unsure, ``+`` all decided, ``.`` figures left, blank without figures."""
    if counts.wrong or counts.unsure:
        return "!"
    if not counts.figures:
        return " "
    return "." if counts.undecided else "+"
