"""The dialog of figures with the same subject in other reports of the store."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from fzreview.domain.figures.figure import Figure
from fzreview.domain.figures.other_figure import OtherFigure
from fzreview.errors import FzError
from fzreview.review.keys.parts import Part
from fzreview.review.ties.tie_sentences import say_alarm
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.tui.dialog import Dialog
from fzreview.tui.widgets.card.tie_lines import ALARM_SIGNS
from fzreview.tui.widgets.lines.text_lines import TextLines
from fzreview.tui.widgets.lists.across_list import AcrossList

if TYPE_CHECKING:
    from fzreview.work.judging.reviewing import Review
    from fzreview.work.listing.across import Across


class AcrossScreen(Dialog[OtherFigure | None]):
    """Dismissed with the figure to go to; None to stay."""

    PART: ClassVar[Part] = "across"
    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,k,ctrl+k,ｋ,b,backspace,ｂ", "cancel", show=False),
    ]
    AUTO_FOCUS = "#across"

    def __init__(self, review: Review, figure: Figure) -> None:
        """``figure``: a figure of the open report, with its corrections."""
        super().__init__()
        self._review = review
        self._figure = figure

    def compose(self) -> ComposeResult:
        figure = self._figure
        value = f"{one_line(figure.value)} {one_line(figure.unit)}"
        title = say("desk.across.title", subject=one_line(figure.subject), value=value)
        with Vertical(classes="dialog"):
            yield Static(Text(title), classes="title", markup=False)
            yield TextLines(id="across-told")
            yield AcrossList(id="across")

    def on_mount(self) -> None:
        self._tell(say("desk.across.reading"))
        # A list that fills before the first layout keeps the height of an empty one.
        self.call_after_refresh(self.run_worker, self._look, exit_on_error=False)

    async def _look(self) -> None:
        try:
            across = await asyncio.to_thread(self._review.across, self._figure)
        except FzError as error:
            self._tell(one_line(str(error)))
            return
        self.query_one(AcrossList).show_elsewhere(across.elsewhere)
        self._tell(self._told(across))

    def _told(self, across: Across) -> str:
        if not self._figure.subject.strip():
            return say("desk.across.no_subject")
        if not across.elsewhere:
            return say("desk.across.none")
        told = say("desk.across.counts", count=len(across.elsewhere))
        if across.alarm is not None:
            told = f"{ALARM_SIGNS[across.alarm.level]} {say_alarm(across.alarm)}   {told}"
        return told

    def _tell(self, words: str) -> None:
        self.query_one("#across-told", TextLines).show(words)

    def on_rows_pane_row_chosen(self, message: AcrossList.RowChosen) -> None:
        self.dismiss(self.query_one(AcrossList).place(message.row).other)

    def action_cancel(self) -> None:
        self.dismiss(None)
