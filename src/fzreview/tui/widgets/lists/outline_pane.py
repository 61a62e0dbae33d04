"""The outline of a report: foldable sections with the progress of their review."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from fzreview.domain.figures.figure_state import FigureState
from fzreview.domain.reports.report import Section
from fzreview.review.open_report.sections import SectionCounts
from fzreview.review.view_models.outline_folds import OutlineFolds
from fzreview.text.cells import cells
from fzreview.text.displayable import one_line
from fzreview.tui.widgets.lists.rows_pane import RowsPane
from fzreview.tui.widgets.signs import STATE_SIGNS
from fzreview.tui.widgets.text.strip import assemble

FOLDED, OPEN = "▸", "▾"
"""Both are narrow in every terminal, unlike the larger triangles."""

UNACCOUNTED: Final = "#"

SIGNED_OFF: Final = "="

MIN_COUNTS_CELLS: Final = len("+12 x1 .60")
"""The column of the counts is wider where a report needs it."""

_STYLES: Final[dict[FigureState, str]] = {
    "verified": "",
    "corrected": "",
    "rejected": "",
    "to_fix": "bold",
    "unsure": "bold",
    "disputed": "bold",
    "changed": "bold",
    "undecided": "",
}
"""Style of each count, in the order in which they are shown; their signs tell them apart."""


@dataclass(frozen=True, slots=True)
class SectionRow:
    """The progress of a section, including its subsections."""

    counts: SectionCounts
    unaccounted: int
    """Numerals that are neither figures nor ruled out."""
    signed_off: bool


class OutlinePane(RowsPane):
    """One row a heading that no folded one hides: its counts, then fold and label, indented by level.

    The counts stand first, so that a verdict sends only them again.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "fold", show=False),
        Binding("right", "unfold", show=False),
        Binding("space,ideographic_space", "toggle_fold", show=False),
    ]

    class Folded(Message):
        """The reviewer folded or opened a section."""

        def __init__(self, folded: tuple[int, ...]) -> None:
            super().__init__()
            self.folded = folded
            """Starts of all headings that are folded now."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._outline: Sequence[Section] = ()
        self._progress: list[SectionRow] = []
        self._folds = OutlineFolds(())
        self._counts_cells = MIN_COUNTS_CELLS

    # What screens use

    def show_outline(
        self, outline: Sequence[Section], progress: Sequence[SectionRow], folded: Iterable[int] = ()
    ) -> None:
        """Show another outline: one ``progress`` for each section; ``folded`` are starts of headings."""
        self._outline, self._progress = outline, list(progress)
        self._folds = OutlineFolds(outline, folded)
        most = max((one.counts.figures for one in progress), default=0)
        # Room for what a review usually comes to: a column that grows moves every label.
        usual = len(f"+{most} *9 x9 .{most}")
        widest = max(map(_counts_cells, progress), default=0)
        self._counts_cells = max(MIN_COUNTS_CELLS, usual, widest)
        self.show_rows(len(self._folds.rows))

    def show_progress(self, progress: Mapping[int, SectionRow]) -> None:
        """Update the progress of these sections and repaint the changed part of their rows."""
        changed = [section for section, row in progress.items() if row != self._progress[section]]
        rows = [row for row in map(self._row_of, changed) if row is not None and self.is_row_visible(row)]
        before = [self.row_text(row, self.size.width) for row in rows]
        for section in changed:
            self._progress[section] = progress[section]
        widest = max((_counts_cells(progress[section]) for section in changed), default=0)
        if widest > self._counts_cells:
            self._counts_cells = widest
            self.refresh()
            return
        for row, text in zip(rows, before, strict=True):
            self.refresh_difference(row, text)

    def _row_of(self, section: int) -> int | None:
        """The row of a section; None where a folded one hides it."""
        row = self._folds.row_of(section)
        return row if self._folds.rows[row] == section else None

    def show_section(self, section: int) -> None:
        """Put the cursor on a section, or on the folded one that holds it."""
        self.move_cursor(self._folds.row_of(section))

    def section(self, row: int) -> int:
        """Index of the section on a row."""
        return self._folds.rows[row]

    # Folding

    def action_fold(self) -> None:
        """Fold the section at the cursor; from one that cannot fold, go to the one above it."""
        if not self.row_count:
            return
        section = self.section(self.cursor)
        parent = self._folds.parent(section)
        if not self._set_folded(section, folded=True) and parent is not None:
            self._move_cursor_by_user(self._folds.row_of(parent))

    def action_unfold(self) -> None:
        """Open the section at the cursor; from an open one, go to the first below it."""
        if not self.row_count:
            return
        section = self.section(self.cursor)
        if not self._set_folded(section, folded=False) and self._folds.is_parent(section):
            self._move_cursor_by_user(self.cursor + 1)

    def action_toggle_fold(self) -> None:
        """Fold the section at the cursor, or open it."""
        if self.row_count:
            section = self.section(self.cursor)
            self._set_folded(section, folded=not self._folds.is_folded(section))

    def on_click(self, event: events.Click) -> None:
        row = event.y + self.scroll_offset.y
        if row < self.row_count and self._is_fold(row, event.x):
            section = self.section(row)
            if self._set_folded(section, folded=not self._folds.is_folded(section)):
                event.stop()
                event.prevent_default()

    def _set_folded(self, section: int, folded: bool) -> bool:
        here = self.section(self.cursor)
        if not self._folds.set_folded(section, folded):
            return False
        self.show_rows(len(self._folds.rows), self._folds.row_of(here))
        self.post_message(self.Folded(self._folds.folded))
        return True

    # Painting

    def row_text(self, row: int, width: int) -> Text:
        index = self.section(row)
        section, progress = self._outline[index], self._progress[index]
        fold = " "
        if self._folds.is_parent(index):
            fold = FOLDED if self._folds.is_folded(index) else OPEN
        pieces = _counts_pieces(progress)
        pieces.append((" " * (self._counts_cells - sum(len(words) for words, _ in pieces)), ""))
        pieces.append((SIGNED_OFF if progress.signed_off else " ", "bold"))
        pieces.append((" " * self._indent(index) + fold, ""))
        pieces.append((one_line(section.label), "bold" if section.level <= 1 else ""))
        text = assemble(pieces)
        text.overflow = "ellipsis"
        if cells(text.plain) > width:
            # Truncate here, so that the row difference covers only the counts.
            text.truncate(width)
        return text

    def _indent(self, section: int) -> int:
        return max(self._outline[section].level - 1, 0)

    def _is_fold(self, row: int, x: int) -> bool:
        """Whether a cell is the sign of folding or right beside it."""
        sign = self._counts_cells + cells(SIGNED_OFF) + self._indent(self.section(row))
        return abs(x - sign) <= 1


def counts_text(progress: SectionRow) -> Text:
    """``+12 *3 w1 .5 #2``: each state with its number, then the unaccounted; what is zero is left out."""
    return assemble(_counts_pieces(progress))


def _counts_cells(progress: SectionRow) -> int:
    return sum(len(words) for words, _ in _counts_pieces(progress))


def _counts_pieces(progress: SectionRow) -> list[tuple[str, str]]:
    """What :func:`counts_text` shows, with how each looks; ASCII."""
    told = [
        (f"{STATE_SIGNS[state]}{number}", style)
        for state, style in _STYLES.items()
        if (number := progress.counts.of(state))
    ]
    if progress.unaccounted:
        told.append((f"{UNACCOUNTED}{progress.unaccounted}", "bold"))
    return [piece for one in told for piece in ((" ", ""), one)][1:]
