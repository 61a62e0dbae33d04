"""One indicator over the years and places of the store, each cell with its sentence, to be judged there."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, ClassVar, Protocol

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static
from textual.worker import Worker

from fzreview.domain.decisions.verdict import Reason, Verdict
from fzreview.domain.figures.alike import FigureInReport
from fzreview.domain.figures.keys import figure_key
from fzreview.errors import FzError
from fzreview.review.keys.commands import BY_ID
from fzreview.review.keys.gate import Gate, Visibility
from fzreview.review.keys.parts import Part
from fzreview.review.view_models.panel_lines import CellPlace, PanelLines, PanelPlace
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.tui.dialog import Dialog
from fzreview.tui.widgets.lines.text_lines import TextLines
from fzreview.tui.widgets.lists.panel_sentence import sentence_text
from fzreview.tui.widgets.lists.panel_table import PanelTable

if TYPE_CHECKING:
    from fzreview.domain.figures.panel import PanelFigure
    from fzreview.work.judging.reviewing import Review


class Judge(Protocol):
    """Records and undoes verdicts on figures of any report; both return the message of the status line."""

    async def judge(self, figure: FigureInReport, verdict: Verdict, reason: Reason | None) -> str: ...

    async def undo(self) -> str: ...


class PanelScreen(Dialog[PanelPlace | None]):
    """Dismissed with the cell whose sentence to go to; None to stay at the desk."""

    PART: ClassVar[Part] = "panel"
    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v,1,ｖ,１", "judge('verify')", show=False),
        Binding("w,2,ｗ,２", "judge('wrong')", show=False),
        Binding("x,3,ｘ,３", "judge('reject')", show=False),
        Binding("s,4,ｓ,４", "judge('unsure')", show=False),
        Binding("z,ctrl+z,ｚ", "undo", show=False),
        Binding("tab,right_square_bracket", "wording(1)", show=False, priority=True),
        Binding("shift+tab,left_square_bracket", "wording(-1)", show=False, priority=True),
        Binding("full_stop,ideographic_full_stop", "in_cell", show=False),
        Binding("slash,fullwidth_solidus,ideographic_comma", "narrow", show=False),
        Binding("escape,P,Ｐ,b,backspace", "leave", show=False),
    ]
    AUTO_FOCUS = "#panel"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (130, "-roomy")]  # noqa: RUF012 - declared so by Textual

    def __init__(self, review: Review, place: PanelPlace, gate: Gate, judge: Judge) -> None:
        super().__init__()
        self._review = review
        self._place = place
        self._gate = gate
        self._judge = judge
        self._number = 0
        """Index of the shown figure among those of the cell."""
        self._told: FigureInReport | None = None
        """The figure whose sentence is painted."""

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static("", id="panel-title", classes="title", markup=False)
            yield Input(one_line(self._place.words), placeholder=say("panel.words"), id="panel-words")
            yield Static("", id="panel-told", markup=False)
            yield TextLines(id="panel-head")
            yield PanelTable(id="panel")
            yield Static(Text(say("panel.signs")), classes="hint", markup=False)
            yield TextLines(id="panel-line")

    def on_mount(self) -> None:
        self._say(say("panel.reading"))
        # A table that fills before the first layout keeps the height of an empty one.
        self.call_after_refresh(self._work, self._look, "panel")

    def _work(self, work: Callable[[], Coroutine[None, None, None]], group: str) -> Worker[None]:
        """Run in a background worker; an earlier one of the same group is cancelled."""
        return self.run_worker(work, group=group, exclusive=True, exit_on_error=False)

    # What is shown

    @property
    def _table(self) -> PanelTable:
        return self.query_one(PanelTable)

    async def _look(self) -> None:
        """Ask the store; the cursor goes to the cell of the place."""
        place = self._place
        try:
            if place.exact:
                words, series = place.words, await asyncio.to_thread(self._review.panel, place.words)
            else:
                words, series = await asyncio.to_thread(self._review.panel_near, place.words)
                self.query_one(Input).value = one_line(words)
        except FzError as error:
            self._say(one_line(str(error)))
            return
        self._place = PanelPlace(words, place.figure, exact=True)
        lines = PanelLines.of(series)
        cell = lines.place_of(place.figure, CellPlace(self._table.cursor, self._table.column))
        self._number = cell.number
        self._table.show_lines(lines, cell.line, cell.column)
        title = say("panel.title", words=one_line(words), count=len(series))
        self.query_one("#panel-title", Static).update(Text(title))
        self._tell()
        self._say("" if series else say("panel.none"))

    def _tell(self) -> None:
        """Show the years in sight and the sentence of the cell."""
        self.query_one("#panel-head", TextLines).show(self._table.head())
        self._told = None
        figure = self._figure
        if figure is None:
            nothing = say("panel.no_cell") if self._table.row_count else ""
            self.query_one("#panel-told", Static).update(Text(nothing))
            return
        self._place = PanelPlace(self._place.words, figure.key, exact=True)
        self._work(partial(self._tell_sentence, figure.key), "sentence")

    async def _tell_sentence(self, key: str) -> None:
        try:
            told = await asyncio.to_thread(self._review.figure_with, key)
        except FzError as error:
            self._say(one_line(str(error)))
            return
        cell = self._table.cell
        if told is None or cell is None:
            return
        text = sentence_text(told, self._number + 1, len(cell.figures))
        self.query_one("#panel-told", Static).update(text)
        self.call_after_refresh(self._is_told, told)

    def _is_told(self, told: FigureInReport) -> None:
        self._told = told

    def _say(self, words: str) -> None:
        self.query_one("#panel-line", TextLines).show(words)

    @property
    def _figure(self) -> PanelFigure | None:
        cell = self._table.cell
        return cell.figures[self._number] if cell is not None and self._number < len(cell.figures) else None

    # Keys

    def on_rows_pane_row_highlighted(self, message: PanelTable.RowHighlighted) -> None:
        message.stop()
        self._number = 0
        self._say("")
        self._tell()

    def on_rows_pane_row_chosen(self, message: PanelTable.RowChosen) -> None:
        message.stop()
        if self._figure is not None:
            self.dismiss(self._place)

    def on_resize(self) -> None:
        self.call_after_refresh(lambda: self.query_one("#panel-head", TextLines).show(self._table.head()))

    def action_wording(self, step: int) -> None:
        if self._table.has_focus:
            self._table.action_wording(step)
        else:
            self._table.focus()

    def action_in_cell(self) -> None:
        cell = self._table.cell
        if cell is not None and len(cell.figures) > 1:
            self._number = (self._number + 1) % len(cell.figures)
            self._tell()

    def action_narrow(self) -> None:
        self.query_one(Input).focus()

    def on_input_submitted(self, message: Input.Submitted) -> None:
        self._place = PanelPlace(message.value, None, exact=True)
        self._table.focus()
        self._work(self._look, "panel")

    async def action_judge(self, command: str) -> None:
        """The verdict of one of the desk's commands, past the desk's gate: its sentence must be in sight."""
        if self._gate.is_held(BY_ID[command], monotonic()):
            self._say(say("desk.gate.held"))
            return
        refusal = self._gate.unseen(self._sight())
        told = self._told
        if refusal is not None or told is None:
            self._say(say("panel.unseen") if refusal != "too_small" else say("desk.gate.too_small"))
            return
        verdicts: dict[str, Verdict] = {"verify": "verified", "unsure": "unsure"}
        reason: Reason | None = "not_a_figure" if command == "reject" else None
        self._say(await self._judge.judge(told, verdicts.get(command, "wrong"), reason))
        self._work(self._look_again, "panel")

    async def action_undo(self) -> None:
        self._say(await self._judge.undo())
        self._work(self._look_again, "panel")

    async def _look_again(self) -> None:
        words = self.query_one("#panel-line", TextLines).content
        await self._look()
        self._say(words)

    def _sight(self) -> Visibility:
        told, figure = self._told, self._figure
        # The cursor may have gone on before its cell is told.
        if told is None or figure is None or figure.key != figure_key(*told.key):
            return "hidden"
        sentence = self.query_one("#panel-told", Static)
        needed = sentence.get_content_height(sentence.content_size, self.size, sentence.content_size.width)
        return "seen" if needed <= sentence.content_size.height else "too_large"

    def action_leave(self) -> None:
        if self._table.has_focus:
            self.dismiss(None)
        else:
            self._table.focus()
