"""The screen of the adjudication desk: a disputed figure in its sentence, its sides, one key to settle it."""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from fzreview.domain.figures.figure import Figure
from fzreview.domain.figures.figure_state import state_of
from fzreview.domain.reports.stored import StoredFigure
from fzreview.errors import Conflict, FzError
from fzreview.review.adjudicating import Adjudicating, Ruling
from fzreview.review.keys.held_keys import HeldKeys
from fzreview.review.keys.parts import Part
from fzreview.review.steps.correcting import Draft
from fzreview.review.view_models.text_view import TextView, text_view
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.tui.bindings import key_line, settings_of
from fzreview.tui.desk.adjudication_words import ruling_outcome, side_notes
from fzreview.tui.desk.commit_wait import wait_for_commit
from fzreview.tui.desk.paint_wait import wait_until_painted
from fzreview.tui.desk.status_line import StatusLine
from fzreview.tui.single_layout import SingleLayoutScreen
from fzreview.tui.widgets.lines.key_line import KeyLine
from fzreview.tui.widgets.lines.text_lines import TextLines
from fzreview.tui.widgets.sides.pane import SidesPane
from fzreview.tui.widgets.text.pane import TextPane
from fzreview.work.team.dissent.adjudicating import Adjudicator, OpenDispute


class AdjudicationScreen(SingleLayoutScreen[None]):
    """Shows one dispute after the other, without names. A ruling is recorded before the next is shown."""

    PART: ClassVar[Part] = "adjudication"
    CSS_PATH = "adjudication.tcss"
    AUTO_FOCUS = "#text"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (130, "-roomy")]  # noqa: RUF012 - declared so by Textual
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high"), (40, "-tall")]  # noqa: RUF012 - declared so by Textual
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a,1,ａ,１", "take('A')", show=False),
        Binding("b,2,ｂ,２", "take('B')", show=False),
        *(
            Binding(f"{letter},{chr(ord(letter) + 0xFEE0)}", f"take('{letter.upper()}')", show=False)
            for letter in "cdef"
        ),
        Binding("n,3,ｎ,３", "neither", show=False),
        Binding("x,4,ｘ,４", "reject", show=False),
        Binding("s,5,ｓ,５", "later", show=False),
        Binding("u,6,ｕ,６", "toggle_gap", show=False),
        Binding("z,ctrl+z,ｚ", "undo", show=False),
        Binding("question_mark,fullwidth_question_mark", "app.help", show=False),
        Binding("q,ctrl+q,ｑ", "leave", show=False),
    ]

    def __init__(self, adjudicator: Adjudicator, session: Adjudicating) -> None:
        super().__init__()
        self._adjudicator = adjudicator
        self._session = session
        self._held_keys = HeldKeys(0)
        self._found: OpenDispute | None = None
        self._view = TextView("", (), (), (), (0, 0))
        self._main: int | None = None
        """Index of the main figure of the dispute."""
        self._draft: Draft | None = None
        """An unfinished correction that is not stored."""
        self._header, self._text, self._sides = (
            TextLines(id="header"),
            TextPane(id="text"),
            SidesPane(id="sides"),
        )
        self._status = TextLines(id="status")
        self._status_line = StatusLine(self._status)

    def compose(self) -> ComposeResult:
        yield from (self._header, self._text, self._sides, self._status, KeyLine(id="keys"))

    async def on_mount(self) -> None:
        settings = settings_of(self.app)
        self._held_keys = HeldKeys(settings.repeat_ms)
        self.query_one(KeyLine).show_keys(key_line(settings.keymap, self.PART))
        await self._show_current()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        # Keys typed ahead of a dialog that is just opening must not decide anything here.
        return self.is_active

    # What is shown

    async def _show_current(self) -> None:
        """Read and show the current dispute; disputes that no longer exist are skipped."""
        before, self._found = self._found, None
        while (ref := self._session.current) is not None:
            try:
                found = await asyncio.to_thread(self._adjudicator.read, ref)
            except FzError as error:
                self._status_line.show(say("desk.not_read", reason=one_line(str(error))), urgent=True)
                return
            self._session.look_at(None if found is None else found.dispute)
            if found is not None:
                self._show(found, before)
                return
        self._main = None
        self._header.show(f"{say('sharing.desk.title')}  {say('sharing.desk.empty')}")
        self._text.show_view(TextView("", (), (), (), (0, 0)), [], None)
        self._sides.show_sides(())

    def _show(self, found: OpenDispute, before: OpenDispute | None) -> None:
        self._found = found
        figures = found.report.figures
        keys = [stored.span_key for stored in figures]
        self._main = keys.index(found.dispute.main)
        if before is None or before.report.summary.sha256 != found.report.summary.sha256:
            self._view = text_view(found.report.reading, figures, "clean")
        self._sides.show_sides(found.dispute.sides)
        self._text.show_view(self._view, [state_of(stored) for stored in figures], self._main)
        self._text.show_tied(frozenset(map(keys.index, found.dispute.ref.spans)) - {self._main})
        self._show_header()

    def _show_header(self) -> None:
        assert self._found is not None
        session, dispute, summary = self._session, self._found.dispute, self._found.report.summary
        text = Text(no_wrap=True, overflow="ellipsis")
        place = say("sharing.desk.place", number=session.done + 1, count=session.done + session.left)
        text.append(f"{say('sharing.desk.title')} {place}  ")
        kinds = " / ".join(say(f"sharing.kind.{kind}") for kind in dispute.kinds)
        text.append(say("sharing.desk.kinds", kinds=kinds) + "  ")
        if session.gap:
            text.append(say("sharing.desk.gap") + "  ", style="reverse")
        if session.put_off:
            text.append(say("sharing.desk.put_off") + "  ", style="not bold")
        text.append(f"{one_line(summary.title or say('desk.no_title'))}  ", style="not bold")
        text.append(one_line(summary.doc), style="dim")
        self._header.show(text)

    # The way past the gate

    async def _visible_dispute(self) -> OpenDispute | None:
        """The dispute to decide on; None where the key is a repeat, or sentence and sides are not visible."""
        if self._found is None or self._main is None:
            return None
        if self._held_keys.is_repeat(monotonic()):
            self._status_line.show(say("desk.gate.held"))
            return None
        await wait_until_painted(self, self._text)
        span = self._view.figures[self._main]
        if self._text.is_sentence_visible(span) and self._sides.shows_all:
            return self._found
        fits = self._text.fits(span) and self._sides.has_room
        self._text.reveal(span)
        self._status_line.show(say("desk.gate.not_seen" if fits else "desk.gate.too_small"))
        return None

    async def _settle(self, found: OpenDispute, ruling: Ruling) -> bool:
        """Record a ruling and go on; False where it was not recorded, which is reported."""
        try:
            await wait_for_commit(self._adjudicator.record(found, ruling), self._show_slow_write)
        except Conflict:
            self._status_line.show(say("sharing.desk.changed"), urgent=True)
            await self._show_current()
            return False
        except FzError as error:
            self._status_line.show(
                say("desk.not_saved", reason=one_line(str(error))), urgent=True, persistent=True
            )
            return False
        self._session.accept(ruling)
        self._status_line.show(
            say("sharing.desk.settled", what=ruling_outcome(ruling)) + side_notes(ruling.dispute),
            persistent=True,
        )
        await self._show_current()
        return True

    def _show_slow_write(self) -> None:
        self._status_line.show(say("desk.saving"), urgent=True)

    # Keys

    async def action_take(self, letter: str) -> None:
        if (found := await self._visible_dispute()) is None:
            return
        ruling = self._session.take(letter)
        if isinstance(ruling, Ruling):
            await self._settle(found, ruling)
        else:
            self._status_line.show(say(f"sharing.desk.{ruling}", letter=letter))

    async def action_reject(self) -> None:
        if found := await self._visible_dispute():
            await self._settle(found, self._session.reject())

    async def action_neither(self) -> None:
        if found := await self._visible_dispute():
            self._ask(found)

    def _ask(self, found: OpenDispute, notice: str = "") -> None:
        from fzreview.tui.screens.correction import CorrectionScreen

        stored = _main_figure(found)
        screen = CorrectionScreen(found.report.reading, stored.figure, self._draft, self._keep_draft, notice)
        self.app.push_screen(screen, self._corrected)

    def _keep_draft(self, draft: Draft) -> None:
        self._draft = draft

    async def _corrected(self, figure: Figure | None) -> None:
        draft, self._draft = self._draft, None
        found = self._found
        if figure is None or found is None:
            return
        if not await self._settle(found, self._session.correct(_main_figure(found), figure)):
            self._draft = draft
            if self._found is not None and self._found.dispute.main == found.dispute.main:
                self._ask(self._found, say("sharing.desk.typed_stays"))

    async def action_later(self) -> None:
        if self._found is None:
            return
        if self._session.left == 1:
            self._status_line.show(say("sharing.desk.only_one"))
            return
        self._session.postpone()
        self._status_line.show(say("sharing.desk.later"))
        await self._show_current()

    def action_toggle_gap(self) -> None:
        if self._found is not None:
            self._session.toggle_gap()
            self._show_header()

    async def action_undo(self) -> None:
        if self._held_keys.is_repeat(monotonic()):
            self._status_line.show(say("desk.gate.held"))
            return
        if self._session.last is None:
            self._status_line.show(say("sharing.desk.nothing"))
            return
        try:
            await wait_for_commit(self._adjudicator.take_back(), self._show_slow_write)
        except FzError as error:
            self._status_line.show(
                say("desk.not_saved", reason=one_line(str(error))), urgent=True, persistent=True
            )
            return
        ruling = self._session.undone()
        self._status_line.show(say("sharing.desk.undone", what=ruling_outcome(ruling)), persistent=True)
        await self._show_current()

    async def action_leave(self) -> None:
        if len(self.app.screen_stack) > 1:
            self.dismiss(None)
        else:
            await self.app.action_quit()


def _main_figure(found: OpenDispute) -> StoredFigure:
    return next(one for one in found.report.figures if one.span_key == found.dispute.main)
