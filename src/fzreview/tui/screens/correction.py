"""The correction dialog: one line for each field, the span shown in its sentence."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import ClassVar, Literal, cast

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Label, Static

from fzreview.domain.figures.figure import BOUNDS, KINDS, Bound, Figure, Kind
from fzreview.domain.reports.report import Reading
from fzreview.review.keys.parts import Part
from fzreview.review.picking.word_steps import word_step
from fzreview.review.steps.correcting import (
    USUAL_SUBJECT,
    Draft,
    InvalidCorrection,
    corrected,
    draft_of,
    parse_value,
)
from fzreview.review.steps.proposing import measure_of, snap_span
from fzreview.strings import say
from fzreview.text import word_cut
from fzreview.text.displayable import one_line
from fzreview.tui.dialog import Dialog
from fzreview.tui.widgets.entry.choice import Choice
from fzreview.tui.widgets.entry.field import Field
from fzreview.tui.widgets.entry.span_sentence import span_in_sentence
from fzreview.tui.widgets.entry.value_input import ValueInput, quick_keys


class CorrectionScreen(Dialog[Figure | None]):
    """Dismissed with the corrected figure; None when cancelled."""

    PART: ClassVar[Part] = "correction"
    CSS_PATH = "dialog.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]  # noqa: RUF012 - declared so by Textual
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", show=False),
        # With priority, so that what is typed behind a Tab already goes to the next field.
        Binding("tab", "app.focus_next", show=False, priority=True),
        Binding("shift+tab", "app.focus_previous", show=False, priority=True),
        Binding("ctrl+s", "snap", show=False, priority=True),
        Binding("ctrl+t", "pick_subject", show=False, priority=True),
        Binding("alt+right", "move_word(0, 1)", show=False, priority=True),
        Binding("alt+left", "move_word(0, -1)", show=False, priority=True),
        Binding("alt+down", "move_word(1, 0)", show=False, priority=True),
        Binding("alt+up", "move_word(-1, 0)", show=False, priority=True),
        Binding("ctrl+right", "move_end(1)", show=False, priority=True),
        Binding("ctrl+left", "move_end(-1)", show=False, priority=True),
        Binding("ctrl+down", "move_start(1)", show=False, priority=True),
        Binding("ctrl+up", "move_start(-1)", show=False, priority=True),
    ]
    AUTO_FOCUS = "#value"

    def __init__(
        self,
        reading: Reading,
        figure: Figure,
        draft: Draft | None,
        keep: Callable[[Draft], None],
        notice: str = "",
        title: Literal["correct", "add"] = "correct",
    ) -> None:
        """``draft`` is what was typed before and is asked for again, ``notice`` says why; ``keep`` gets each
        new one. ``title`` says whether a figure is corrected or a missed one added."""
        super().__init__()
        self._notice = notice
        self._title = title
        self._keep = keep
        self._reading = reading
        self._figure = figure
        span = reading.clean.clean_span(figure.start, figure.end)
        self._extracted = draft_of(figure, *span)
        self._first = draft or self._extracted
        self._start, self._end = self._first.start, self._first.end
        self._measure = one_line(self._first.unit), self._first.bound
        """Unit and bound of the last proposal."""
        self._asked_about: str | None = None
        """An unusually long subject for which confirmation was asked."""

    def compose(self) -> ComposeResult:
        figure = self._first
        with Vertical(classes="dialog"):
            yield Static(Text(say(f"desk.{self._title}.title")), classes="title", markup=False)
            yield Static("", id="in-text", markup=False)
            with Field():
                yield Label(say("desk.field.value"), markup=False)
                yield ValueInput(figure.value, self._extracted.value, id="value")
                yield Static("", id="reads", classes="reads", markup=False)
            with Field():
                yield Label(say("desk.field.unit"), markup=False)
                yield Input(one_line(figure.unit), id="unit", select_on_focus=True)
            with Field():
                yield Label(say("desk.field.kind"), markup=False)
                yield Choice([(kind, say(f"desk.kind.{kind}")) for kind in KINDS], figure.kind, id="kind")
            with Field():
                yield Label(say("desk.field.bound"), markup=False)
                bounds = [(bound, say(f"desk.bound.{bound}")) for bound in BOUNDS]
                yield Choice(bounds, figure.bound, id="bound")
            with Field():
                yield Label(say("desk.field.subject"), markup=False)
                yield Input(one_line(figure.subject), id="subject", select_on_focus=False)
            yield Static("", id="problem", classes="problem", markup=False)
            yield Static(Text(say("desk.correct.keys")), classes="hint", markup=False)
            yield Static(quick_keys(), classes="hint", markup=False)

    def on_mount(self) -> None:
        self._show_span()
        if not word_cut.words_are_known():
            self.run_worker(asyncio.to_thread(word_cut.load_dictionary), exit_on_error=False)

    def on_input_changed(self, message: Input.Changed) -> None:
        if message.input.id == "value":
            self._show_reading(message.value)
        self._tell("")
        self._draft()

    def on_choice_changed(self) -> None:
        self._draft()

    def _draft(self) -> None:
        # Fields speak once while they are laid out, before all of them are there.
        if self.is_mounted and self.query("#subject"):
            self._keep(self._typed())

    # Saved by the field's own word, not by a key of the screen: that key would overtake characters
    # which the field has not taken yet.
    def on_input_submitted(self) -> None:
        self._save()

    def on_choice_submitted(self) -> None:
        self._save()

    def _save(self) -> None:
        typed = self._typed()
        if len(typed.subject) > USUAL_SUBJECT and typed.subject not in (
            self._asked_about,
            self._extracted.subject,
        ):
            self._asked_about = typed.subject
            self._tell(say("desk.correct.long_subject", count=len(typed.subject), usual=USUAL_SUBJECT))
            self.query_one("#subject").focus()
            return
        try:
            answer = corrected(self._figure, typed, self._reading.source, self._reading.clean)
        except InvalidCorrection as refused:
            self._tell(say(refused.code))
            self.query_one(f"#{refused.field}").focus()
            return
        self.dismiss(answer)

    def on_value_input_quick(self, message: ValueInput.Quick) -> None:
        """Set a field by one key, and save if nothing else was changed."""
        if message.field == "unit":
            self.query_one("#unit", Input).value = message.value
        else:
            self.query_one(f"#{message.field}", Choice).choose(message.value)
        if message.save:
            self._save()
        else:
            # In the midst of typing it may have been a slip: it is told, and Enter saves.
            self._tell(say("desk.correct.chosen", field=say(f"desk.field.{message.field}")))

    def on_value_input_letter(self, message: ValueInput.Letter) -> None:
        self._tell(say("desk.correct.letter", letter=message.letter))

    def action_cancel(self) -> None:
        self.dismiss(None)

    def action_move_end(self, step: int) -> None:
        end = self._end + step
        if self._start < end <= len(self._reading.clean.text):
            self._move(self._start, end)

    def action_move_word(self, start: int, end: int) -> None:
        """Move start and end by this many words."""
        text, begin, finish = self._reading.clean.text, self._start, self._end
        if start:
            begin = word_step(text, begin, start, word_cut.cut)
        if end:
            finish = word_step(text, finish, end, word_cut.cut)
        if begin < finish:
            self._move(begin, finish)

    def action_pick_subject(self) -> None:
        """Open the dialog that selects the subject from the sentence."""
        from fzreview.tui.screens.subject import SubjectScreen

        typed = self.query_one("#subject", Input).value
        screen = SubjectScreen(self._reading, (self._start, self._end), typed)
        self.app.push_screen(screen, self._subject_picked)

    def _subject_picked(self, subject: str | None) -> None:
        if subject is not None:
            self.query_one("#subject", Input).value = one_line(subject)
            self.query_one("#subject").focus()

    def action_snap(self) -> None:
        clean = self._reading.clean
        span = snap_span(self._reading, clean.source_span(self._start, self._end))
        self._move(*clean.clean_span(*span))
        self._tell(say("desk.correct.snapped"))

    def action_move_start(self, step: int) -> None:
        start = self._start + step
        if 0 <= start < self._end:
            self._move(start, self._end)

    def _move(self, start: int, end: int) -> None:
        """Set another span; unit and bound are proposed again unless they were typed."""
        self._start, self._end = start, end
        self._show_span()
        if not self._extracted.value:  # to be keyed: nothing is proposed
            self._draft()
            return
        unit, bound = measure_of(self._reading, self._reading.clean.source_span(start, end))
        fields = self.query_one("#unit", Input), self.query_one("#bound", Choice)
        if (fields[0].value, fields[1].value) == self._measure != (unit, bound):
            self._measure = unit, bound
            fields[0].value = unit
            fields[1].choose(bound)
            self.call_after_refresh(self._tell, say("desk.correct.moved"))
        self._draft()

    def _typed(self) -> Draft:
        return Draft(
            value=self.query_one("#value", Input).value,
            unit=self.query_one("#unit", Input).value,
            kind=cast("Kind", self.query_one("#kind", Choice).value),
            bound=cast("Bound", self.query_one("#bound", Choice).value),
            subject=self.query_one("#subject", Input).value,
            start=self._start,
            end=self._end,
        )

    def _show_span(self) -> None:
        """Show the sentence, as much of it as fits."""
        shown = self.query_one("#in-text", Static)
        width = shown.content_size.width or min(100, self.app.size.width * 96 // 100) - 4
        most = 5 if self.app.size.height >= 30 else 3
        shown.update(span_in_sentence(self._reading.clean.text, (self._start, self._end), width, most))

    def on_resize(self) -> None:
        self.call_after_refresh(self._show_span)

    def _show_reading(self, typed: str) -> None:
        try:
            parsed = parse_value(typed)
        except InvalidCorrection:
            parsed = None
        words = ""
        if parsed is not None:
            value = parsed[0] if parsed[1] is None else f"{parsed[0]} – {parsed[1]}"
            words = say("desk.correct.reads_as", value=value)
        self.query_one("#reads", Static).update(Text(words), layout=False)

    def _tell(self, problem: str) -> None:
        self.query_one("#problem", Static).update(Text(problem or self._notice), layout=False)
