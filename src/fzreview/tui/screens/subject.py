"""The dialog that selects a subject from its sentence by letters and digits, without typing words."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from fzreview.domain.reports.report import Reading
from fzreview.review.keys.parts import Part
from fzreview.review.picking.subject_selection import Span, SubjectSelection, start_selection
from fzreview.review.steps.proposing import figures_around, heads_around
from fzreview.strings import say
from fzreview.text import word_cut
from fzreview.text.displayable import one_line
from fzreview.text.wording import half_width
from fzreview.tui.dialog import Dialog


class SubjectScreen(Dialog[str | None]):
    """Dismissed with the selected subject; None when cancelled."""

    PART: ClassVar[Part] = "subject"
    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", show=False),
        Binding("enter", "take", show=False),
        Binding("right", "move(0, 1)", show=False),
        Binding("left", "move(0, -1)", show=False),
        Binding("down", "move(1, 0)", show=False),
        Binding("up", "move(-1, 0)", show=False),
        Binding("full_stop,fullwidth_full_stop,ideographic_full_stop", "move(1, 1)", show=False),
        Binding("comma,fullwidth_comma", "move(-1, -1)", show=False),
        Binding("tab", "part", show=False, priority=True),
        Binding("backspace", "drop", show=False),
    ]

    def __init__(self, reading: Reading, span: Span, subject: str) -> None:
        """``span``: the numeral in the clean text; ``subject``: the current subject."""
        super().__init__()
        self._figures, self._heads = figures_around(reading, span), heads_around(reading, span)
        self._text = reading.clean.text
        self._span = span
        self._subject = subject
        self._selection = self._begun()

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            title = say("desk.subject.title", subject=one_line(self._subject))
            yield Static(Text(title), classes="title", markup=False)
            yield Static("", id="words", markup=False)
            yield Static("", id="picked", markup=False)
            yield Static("", id="problem", classes="problem", markup=False)

    def on_mount(self) -> None:
        self._show()
        if not word_cut.words_are_known():
            self.run_worker(self._know_words(), exit_on_error=False)

    async def _know_words(self) -> None:
        """Segment into words once the dictionary is loaded, unless characters were selected meanwhile."""
        await asyncio.to_thread(word_cut.load_dictionary)
        if not self._selection.touched:
            self._set(self._begun(self._selection))

    def _begun(self, shown: SubjectSelection | None = None) -> SubjectSelection:
        return start_selection(
            self._text, self._span, self._subject, word_cut.cut, self._figures, shown, self._heads
        )

    # Keys

    def on_key(self, event: events.Key) -> None:
        typed = half_width(event.character or "")
        if typed.isdigit():
            event.stop()
            self._take_proposal(int(typed))
        elif len(typed) == 1 and typed.isascii() and typed.isalpha():
            event.stop()
            self._set(self._selection.with_letter(typed))

    def _take_proposal(self, digit: int) -> None:
        offered = dict(enumerate(self._selection.proposals, 1)).get(digit)
        if offered:
            self.dismiss(offered)
        elif not word_cut.words_are_known():
            self._tell(say("desk.subject.cutting"))
        else:
            self._tell(say("desk.subject.none_offered", digit=digit))

    def action_move(self, start: int, end: int) -> None:
        """Move the start and the end of the last run by so many words."""
        self._set(self._selection.moved(start, end))

    def action_part(self) -> None:
        self._set(self._selection.with_run_closed())

    def action_drop(self) -> None:
        self._set(self._selection.without_last_run())

    def action_take(self) -> None:
        if self._selection.subject:
            self.dismiss(self._selection.subject)
        else:
            self._tell(say("desk.correct.no_subject"))

    def _tell(self, problem: str) -> None:
        self.query_one("#problem", Static).update(Text(problem), layout=False)

    def action_cancel(self) -> None:
        self.dismiss(None)

    # Showing

    def _set(self, selection: SubjectSelection) -> None:
        self._selection = selection
        self._tell("")
        self._show()

    def _show(self) -> None:
        selection, number = self._selection, one_line(self._text[self._span[0] : self._span[1]])
        words = Text()
        for index, word in enumerate(selection.words):
            if index == selection.numeral_index:
                words.append(f" [{number}] ", style="dim")
            words.append(word.letter, style="dim")
            words.append(one_line(word.text), style="bold reverse" if selection.is_selected(index) else "")
        if selection.numeral_index == len(selection.words):
            words.append(f" [{number}]", style="dim")
        self.query_one("#words", Static).update(words)
        # No blank before a subject: it would be the only place to break a long one, behind its digit.
        picked = Text.assemble((say("desk.subject.picked"), "dim"), one_line(selection.subject))
        for digit, proposal in enumerate(selection.proposals, 1):
            if proposal:
                picked.append("\n").append(str(digit), style="bold reverse").append(one_line(proposal))
        self.query_one("#picked", Static).update(picked)
