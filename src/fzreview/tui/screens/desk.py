"""The review desk: outline beside text, the figure's card, verdicts by one key."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future, wait
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING, ClassVar, Literal

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Static

from fzreview.domain.figure import Figure
from fzreview.domain.stored import ReportSummary, StoredReport
from fzreview.domain.verdict import JournalEntry, Reason, RejectionClass, Verdict
from fzreview.errors import Conflict, FzError
from fzreview.review.agenda import ORDERS, Agenda
from fzreview.review.commands import CLASS_KEYS, COMMANDS
from fzreview.review.held_keys import HeldKeys
from fzreview.review.session import Session
from fzreview.review.steps import Step
from fzreview.review.text_view import Side, text_view
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.tui.bindings import bindings_of, key_line
from fzreview.tui.widgets.figure_card import FigureCard
from fzreview.tui.widgets.figures_pane import FiguresPane
from fzreview.tui.widgets.lines import Lines
from fzreview.tui.widgets.outline_pane import OutlinePane, SectionRow
from fzreview.tui.widgets.rows_pane import RowsPane
from fzreview.tui.widgets.text_pane import TextPane

if TYPE_CHECKING:
    from fzreview.work.reviewing import Review

FIRST_IDEOGRAPHIC = "\u2e80"
"""Characters from here on come from an input method, not from a key."""

COMMIT_SECONDS = 0.005
"""How long a key waits for its commit before the screen may be painted."""

SAVING_SECONDS = 0.2
"""A write that takes longer is told on the status line."""


class DeskScreen(Screen[None]):
    """Owns the session; widgets get plain values and speak through messages."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings_of(COMMANDS))
    AUTO_FOCUS = "#text"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (130, "-roomy")]  # noqa: RUF012 - declared so by Textual
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]  # noqa: RUF012 - declared so by Textual

    def __init__(self, review: Review, repeat_ms: int = 0) -> None:
        """``repeat_ms``: a verdict key that comes back faster is held down and ignored."""
        super().__init__()
        self._review = review
        self._held_keys = HeldKeys(repeat_ms)
        self._side: Side = "clean"
        self._rejected: JournalEntry | None = None
        """What was rejected last in this report; its class may still be told."""

    @property
    def session(self) -> Session:
        return self._review.session

    def compose(self) -> ComposeResult:
        yield Lines(id="header")
        yield Static(Text(say("desk.welcome", path=one_line(str(self._review.path)))), id="welcome")
        with Horizontal(id="panes"):
            yield OutlinePane(id="outline")
            yield FiguresPane(id="figures")
            with Vertical(id="reading"):
                yield TextPane(id="text")
                yield FigureCard(id="card")
        yield Lines(id="status")
        yield Lines(id="keys")

    def on_mount(self) -> None:
        self._header, self._status = self.query_one("#header", Lines), self.query_one("#status", Lines)
        self._outline, self._text = self.query_one(OutlinePane), self.query_one(TextPane)
        self._figures, self._card = self.query_one(FiguresPane), self.query_one(FigureCard)
        self.query_one("#keys", Lines).show(key_line(COMMANDS))
        self.show_session()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        # Keys typed ahead of a dialog that is just opening must not decide anything here.
        return self.is_current

    # Showing

    def show_session(self) -> None:
        """Show the open report from scratch; the greeting where the store is empty."""
        self.set_class(not self.session.is_open, "-empty")
        if not self.session.is_open:
            self._header.show("fzreview")
            return
        self._show_text()
        self._outline.show_outline(self.session.report.reading.outline, self._progress())
        self._show_place()

    def _progress(self) -> list[SectionRow]:
        session = self.session
        return [
            SectionRow(counts, unaccounted, session.is_signed_off(section))
            for section, (counts, unaccounted) in enumerate(
                zip(session.section_counts(), session.unaccounted(), strict=True)
            )
        ]

    def _show_text(self, keep_place: bool = False) -> None:
        figures = self.session.figures
        self._view = text_view(self.session.report.reading, figures, self._side)
        statuses = [stored.status for stored in figures]
        self._text.show_view(self._view, statuses, self.session.current, keep_place)
        self._show_list()

    def _show_list(self) -> None:
        session = self.session
        self._figures.show_figures(session.figures, session.visited(), session.current)

    def _show_place(self) -> None:
        """The current figure's card, the outline's cursor, the header."""
        current, total = self.session.current, len(self.session.figures)
        self._card.show_figure(self.session.current_figure, (current or 0) + 1, total)
        section = self.session.section_of_current()
        if section is not None and not self._outline.has_focus:
            self._outline.move_cursor(section)
        self._figures.show_current(current)
        self._show_header()

    def _show_header(self) -> None:
        summary = self.session.report.summary
        text = Text(no_wrap=True, overflow="ellipsis")
        text.append(
            say("desk.progress", decided=self.session.decided, figures=len(self.session.figures)) + "  "
        )
        text.append(f"{one_line(summary.title or say('desk.no_title'))}  ")
        text.append(one_line(summary.doc), style="dim")
        if self.session.agenda.filters:
            text.append("  " + say("desk.filter.on", visited=len(self.session.visited())))
        if self._side == "source":
            text.append(f"  [{say('desk.only_source')}]")
        self._header.show(text)

    def _tell(self, words: str, loud: bool = False) -> None:
        self._status.set_class(loud, "-loud")
        self._status.show(words)

    def _open(self, report: StoredReport, figure: str | None = None) -> None:
        self._rejected = None
        self.session.open(report, figure)
        self.show_session()

    # Deciding

    async def action_decide(self, verdict: Verdict) -> None:
        await self._keep(self._step_or_tell(verdict))

    async def action_reject(self) -> None:
        step = self._step_or_tell("wrong", "not_a_figure")
        if await self._keep(step) and step is not None:
            self._rejected = step.entry
            classes = " ".join(f"{key} {say(f'guide.{name}')}" for name, key in CLASS_KEYS.items())
            self._status.add(say("desk.classes", classes=classes))

    async def action_classify(self, reason_class: RejectionClass) -> None:
        step = self.session.classify(self._rejected, reason_class) if self._rejected else None
        if step is None:
            self._tell(say("desk.nothing_to_classify"))
        await self._keep(step)

    async def action_sign_off(self) -> None:
        section = self.session.section_of_current() if self.session.is_open else None
        if section is None:
            self._tell(say("desk.no_section_here"))
        else:
            await self._keep(self.session.sign_off(section))

    def _step_or_tell(self, verdict: Verdict, reason: Reason | None = None) -> Step | None:
        if self._held_keys.is_repeat(monotonic()):
            self._tell(say("desk.held"))
            return None
        step = self.session.decide(verdict, reason) if self.session.is_open else None
        if step is None and self.session.current_figure is not None:
            following = self.session.next_undecided()
            self._tell(say("desk.report_done" if following is None else "desk.same"))
            self._go(following)
        return step

    async def _keep(self, step: Step | None) -> bool:
        """Have a step recorded, then show it; what the screen shows is what the store holds."""
        if step is None:
            return False
        try:
            await self._recorded(self._review.record(step))
        except Conflict:
            await self._read_again()
            self._tell(say("desk.conflict"), loud=True)
            return False
        except FzError as error:
            self._tell(say("desk.not_saved", reason=one_line(str(error))), loud=True)
            return False
        figures_changed = self.session.accept(step)
        self._show_step(step, figures_changed)
        return True

    async def _recorded(self, written: Future[None]) -> None:
        # A commit takes less than a frame: waiting for it here saves painting a screen that is about to
        # change. A store that somebody else holds is waited for without stopping the screen.
        if not wait({written}, timeout=COMMIT_SECONDS).done:
            done, _ = await asyncio.wait({asyncio.wrap_future(written)}, timeout=SAVING_SECONDS)
            if not done:
                self._tell(say("desk.saving"), loud=True)
                await asyncio.wait({asyncio.wrap_future(written)})
        written.result()

    async def _read_again(self) -> None:
        summary = self.session.report.summary
        figure = self.session.current_figure
        report = await asyncio.to_thread(self._review.read, summary)
        self._open(report, figure.span_key if figure else None)

    def _show_step(self, step: Step, figures_changed: bool) -> None:
        entry = step.entry
        index = self.session.index_of(entry.figure) if entry.target == "figure" else None
        if figures_changed:
            self._show_text(keep_place=True)
        elif index is not None:
            stored = self.session.figure(index)
            self._text.show_status(index, stored.status)
            self._figures.show_figure(index, stored)
        self._text.show_current(self.session.current)
        self._outline.show_progress(self._progress())
        self._show_place()
        words = say("desk.saved", what=say(f"desk.done.{entry.action}"), figure=self._wording(entry))
        if self.session.decided == len(self.session.figures):
            words += "   " + say("desk.report_done")
        self._tell(words)

    def _wording(self, entry: JournalEntry) -> str:
        """What an entry is about, in the report's words."""
        index = self.session.index_of(entry.figure) if entry.target == "figure" else None
        if index is not None:
            shown = self.session.figure(index).shown
            return f"{one_line(shown.subject)} {one_line(shown.text)}"
        start, end = (int(part) for part in entry.figure.split("-"))
        return one_line(self.session.report.reading.source[start:end])

    # Undo and redo

    async def action_undo(self) -> None:
        await self._turn(self._review.entry_to_undo(), "undo")

    async def action_redo(self) -> None:
        await self._turn(self._review.entry_to_redo(), "redo")

    async def _turn(self, entry: JournalEntry | None, direction: Literal["undo", "redo"]) -> None:
        if entry is None:
            self._tell(say(f"desk.nothing_to_{direction}"))
            return
        if not self.session.is_open or entry.report != self.session.report.summary.sha256:
            report = await asyncio.to_thread(self._review.read_by_sha256, entry.report)
            if report is None:
                self._tell(say("desk.undo_gone"), loud=True)
                return
            self._open(report, entry.figure)
        step = self.session.undo(entry) if direction == "undo" else self.session.redo(entry)
        if step is None:
            self._tell(say("desk.undo_gone"), loud=True)
        elif await self._keep(step):
            told = "desk.undone" if direction == "undo" else "desk.redone"
            self._tell(say(told, what=say(f"desk.done.{entry.action}"), figure=self._wording(entry)))

    # Correcting and commenting

    def action_correct(self) -> None:
        stored = self.session.current_figure if self.session.is_open else None
        if stored is None:
            return
        from fzreview.tui.screens.correction import CorrectionScreen

        reading = self.session.report.reading
        self.app.push_screen(CorrectionScreen(reading, stored.shown), self._corrected)

    async def _corrected(self, correction: Figure | None) -> None:
        if correction is not None:
            step = self.session.correct(correction)
            if step is None:
                self._tell(say("desk.same"))
            await self._keep(step)

    def action_fix(self) -> None:
        index = self.session.next_to_fix() if self.session.is_open else None
        if index is None:
            self._tell(say("desk.no_fix"))
            return
        self._go(index)
        self.action_correct()

    def action_comment(self) -> None:
        stored = self.session.current_figure if self.session.is_open else None
        if stored is None:
            return
        from fzreview.tui.screens.comment import CommentScreen

        held = stored.of(self.session.reviewer)
        self.app.push_screen(CommentScreen(held.comment or "" if held else ""), self._commented)

    async def _commented(self, comment: str | None) -> None:
        if comment is not None:
            await self._keep(self.session.comment(comment))

    # Moving

    def _go(self, index: int | None) -> None:
        if index is None:
            return
        self.session.go(index)
        self._text.show_current(self.session.current)
        self._show_place()

    def action_step(self, step: int) -> None:
        if self.session.is_open:
            index = self.session.neighbour(step)
            if index is None:
                self._tell(say("desk.no_more_figures"))
            self._go(index)

    async def action_next_undecided(self) -> None:
        if not self.session.is_open:
            return
        index = self.session.next_undecided()
        if index is not None:
            self._go(index)
            return
        report = await asyncio.to_thread(self._review.next_with_work)
        if report is None:
            self._tell(say("desk.all_done"))
        else:
            self._change_report(report)

    def action_turn_order(self) -> None:
        agenda = self.session.agenda
        order = ORDERS[(ORDERS.index(agenda.order) + 1) % len(ORDERS)]
        self._set_agenda(replace(agenda, order=order))
        self._tell(say(f"desk.order.{order}"))

    def action_filter(self) -> None:
        if self.session.is_open:
            from fzreview.tui.screens.filter import FilterScreen

            self.app.push_screen(FilterScreen(self.session.agenda, self._section_span()), self._filtered)

    def _filtered(self, agenda: Agenda | None) -> None:
        if agenda is not None:
            self._set_agenda(agenda)
            told = "desk.filter.on" if agenda.filters else "desk.filter.off"
            self._tell(say(told, visited=len(self.session.visited())))

    def _set_agenda(self, agenda: Agenda) -> None:
        self.session.set_agenda(agenda)
        if self.session.is_open:
            visited = self.session.visited()
            if visited and self.session.current not in visited:
                self._go(visited[0])
            self._show_list()
            self._show_header()

    def _section_span(self) -> tuple[int, int] | None:
        index = self.session.section_of_current()
        if index is None:
            return None
        section = self.session.report.reading.outline[index]
        return section.start, section.until

    def action_section(self, step: int) -> None:
        index = self.session.section_step(step) if self.session.is_open else None
        if index is None:
            self._tell(say("desk.no_more_sections"))
        self._go(index)

    async def action_report(self, step: int) -> None:
        if not self.session.is_open:
            return
        report = await asyncio.to_thread(self._review.neighbour, step)
        if report is None:
            self._tell(say("desk.no_more_reports"))
        else:
            self._change_report(report)

    def _change_report(self, report: StoredReport) -> None:
        self._open(report)
        self._review.remember_place()
        self._tell("")

    # Panes, screens, program

    def action_toggle_source(self) -> None:
        if self.session.is_open:
            self._side = "source" if self._side == "clean" else "clean"
            self._show_text()
            self._show_header()
            self._tell(say(f"desk.{self._side}_side"))

    def action_next_pane(self) -> None:
        panes = (self._text, self._outline, self._figures)
        here = next((number for number, pane in enumerate(panes) if pane.has_focus), 0)
        self._focus_pane(panes[(here + 1) % len(panes)])

    def _focus_pane(self, pane: TextPane | OutlinePane | FiguresPane) -> None:
        # Outline and list share one place; a narrow screen shows it only while it is in use.
        self.set_class(pane is self._figures, "-list-shown")
        self.set_class(pane is not self._text, "-side-shown")
        self.call_after_refresh(pane.focus)

    def action_library(self) -> None:
        from fzreview.tui.screens.library import LibraryScreen

        here = self.session.report.summary.sha256 if self.session.is_open else None
        self.app.push_screen(LibraryScreen(self._review, here), self._chosen)

    async def _chosen(self, summary: ReportSummary | None) -> None:
        if summary is not None:
            self._change_report(await asyncio.to_thread(self._review.read, summary))

    def action_load(self) -> None:
        from fzreview.tui.screens.loading import LoadScreen

        self.app.push_screen(LoadScreen(self._review.path), self._loaded)

    def key_5(self) -> None:
        """An empty store offers the example reports."""
        if not self.session.is_open:
            from fzreview.tui.screens.loading import LoadScreen
            from fzreview.work.examples import example_reports

            self.app.push_screen(LoadScreen(self._review.path, example_reports()), self._loaded)

    async def _loaded(self, _answer: None) -> None:
        if not self.session.is_open:
            await asyncio.to_thread(self._review.resume)
            self.show_session()

    def action_help(self) -> None:
        from fzreview.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen())

    def action_quit(self) -> None:
        self.app.exit()

    def on_key(self, event: events.Key) -> None:
        """A committed character of an input method does nothing else than say so."""
        if event.character is not None and event.character >= FIRST_IDEOGRAPHIC and self.is_current:
            self._tell(say("desk.input_method"))

    # What the panes say

    def on_rows_pane_row_highlighted(self, message: RowsPane.RowHighlighted) -> None:
        """Moving in the outline or the list moves the text."""
        if message.pane is self._figures:
            self._go(self._figures.index(message.row))
        else:
            self._go_to_section(message.row)

    def on_rows_pane_row_chosen(self, message: RowsPane.RowChosen) -> None:
        self.on_rows_pane_row_highlighted(RowsPane.RowHighlighted(message.pane, message.row))
        self._focus_pane(self._text)

    def _go_to_section(self, section: int) -> None:
        index = self.session.first_figure_of_section(section)
        if index is not None:
            self._go(index)
        self._text.reveal_offset(self._view.sections[section])

    def on_text_pane_figure_clicked(self, message: TextPane.FigureClicked) -> None:
        self._go(message.index)
