"""The screen of the review desk: maps each action to one controller."""

from __future__ import annotations

from typing import ClassVar, Final

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from fzreview.domain.decisions.verdict import RejectionClass, Verdict
from fzreview.review.keys.commands import BY_ID, COMMANDS, WITHOUT_REPORT
from fzreview.review.keys.held_keys import HeldKeys
from fzreview.review.session import Session
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.tui.bindings import bindings_of
from fzreview.tui.cached_bindings import CachedBindingsScreen
from fzreview.tui.desk.controllers import Controllers
from fzreview.tui.desk.panes import Panes
from fzreview.tui.parsed_action import parse_action
from fzreview.tui.widgets.lines.render_cache import RenderCache
from fzreview.tui.widgets.lists.outline_pane import OutlinePane
from fzreview.tui.widgets.lists.rows_pane import RowsPane
from fzreview.tui.widgets.text.pane import TextPane
from fzreview.work.judging.reviewing import Review

REMEMBER_SECONDS: Final = 0.5
"""Interval at which the reviewer's place is stored."""

WELCOME_COLUMN: Final = 11
"""Tab size of the welcome text: the column of what each key does."""

FIRST_IDEOGRAPHIC: Final = "\u2e80"
"""Characters from here on come from an input method, not from a single key."""


class DeskScreen(RenderCache, CachedBindingsScreen):
    """Owns the controllers; widgets get plain values and speak through messages."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings_of(COMMANDS))
    AUTO_FOCUS = "#text"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (130, "-roomy")]  # noqa: RUF012 - declared so by Textual
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high"), (40, "-tall")]  # noqa: RUF012 - declared so by Textual

    def __init__(self, review: Review, repeat_ms: int = 0, excluded: bool = False) -> None:
        """``repeat_ms``: deciding keys that follow faster are ignored as auto-repeat; 0 ignores none.

        ``excluded``: whether excluded numerals are marked from the start.
        """
        super().__init__()
        self._review = review
        self._panes = Panes()
        self.controllers = Controllers(self, review, self._panes, HeldKeys(repeat_ms), excluded)

    @property
    def session(self) -> Session:
        return self._review.session

    def compose(self) -> ComposeResult:
        welcome = Text(say("desk.welcome", path=one_line(str(self._review.path))), tab_size=WELCOME_COLUMN)
        yield from self._panes.compose(Static(welcome, id="welcome"))

    def on_mount(self) -> None:
        self.controllers.display.restore()
        self.controllers.help.show_keys()
        self.app.screen_change_signal.subscribe(self, lambda _: self.controllers.help.show_keys())
        self.controllers.loader.start()
        self.controllers.hub_watcher.start()
        self.controllers.change_watcher.start()
        self.set_interval(REMEMBER_SECONDS, self.controllers.display.save_place)
        self.call_after_refresh(self.controllers.corrector.resume)

    def on_unmount(self) -> None:
        # Scrolling since the last interval would otherwise be lost.
        self.controllers.display.save_place()

    # Actions

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        # Keys typed while a dialog opens must not decide anything on the desk.
        return self.is_active

    async def action_do(self, name: str) -> None:
        """Run a command of the registry, if the gate allows it."""
        command = BY_ID[name]
        if not self.session.is_open and name not in WITHOUT_REPORT:
            self.controllers.status_line.show(say("desk.empty"))
            return
        if command.decides != "verdict":
            # Only verdicts are allowed while the screen does not show earlier ones yet.
            self.controllers.display.flush_pending()
        with self.controllers.status_line.handling_key():
            if await self.controllers.gatekeeper.allows(command):
                await parse_action(command.action).run(self, self.app)

    async def action_decide(self, verdict: Verdict) -> None:
        await self.controllers.decider.decide(verdict)

    async def action_reject(self) -> None:
        await self.controllers.decider.reject()

    async def action_classify(self, reason_class: RejectionClass) -> None:
        await self.controllers.decider.classify(reason_class)

    def action_ask_class(self) -> None:
        self.controllers.decider.ask_class()

    async def action_sign_off(self) -> None:
        await self.controllers.decider.sign_off()

    def action_correct(self) -> None:
        if not self.controllers.help.tour_has_just_ended:
            self.controllers.corrector.correct()

    def action_pick_subject(self) -> None:
        self.controllers.corrector.pick_subject()

    async def action_take_layer(self) -> None:
        await self.controllers.layers.take()

    def action_fix(self) -> None:
        self.controllers.corrector.fix()

    def action_comment(self) -> None:
        self.controllers.corrector.comment()

    async def action_contest(self) -> None:
        await self.controllers.decider.contest()

    async def action_candidate(self) -> None:
        # The same key offers the example reports where the store is empty.
        if self.session.is_open:
            await self.controllers.candidates.next_or_add()
        else:
            self.controllers.loader.begin_with_examples()

    def action_about(self) -> None:
        self.controllers.report_editor.about()

    async def action_tell_apart(self) -> None:
        await self.controllers.report_editor.tell_apart()

    def action_state_heading(self) -> None:
        self.controllers.report_editor.heading()

    def action_mark_heading(self) -> None:
        self.controllers.report_editor.mark_heading()

    def action_mark(self) -> None:
        self.controllers.candidates.mark()

    async def action_verify_tie(self) -> None:
        await self.controllers.tie_verifier.verify()

    def action_rule(self) -> None:
        self.controllers.rulings.ask()

    async def action_show_alike(self) -> None:
        await self.controllers.alikes.show()

    async def action_sign_off_below(self) -> None:
        await self.controllers.decider.sign_off_below()

    async def action_sign_off_report(self) -> None:
        await self.controllers.decider.sign_off_report()

    def action_toggle_excluded(self) -> None:
        self.controllers.excluded_overlay.toggle()

    async def action_undo(self) -> None:
        await self.controllers.undo.apply("undo")

    async def action_redo(self) -> None:
        await self.controllers.undo.apply("redo")

    def action_step(self, step: int) -> None:
        self.controllers.navigator.step(step)

    async def action_next_undecided(self) -> None:
        await self.controllers.navigator.next_undecided()

    def action_section(self, step: int) -> None:
        self.controllers.navigator.section(step)

    def action_heading(self, step: int) -> None:
        self.controllers.navigator.heading(step)

    async def action_report(self, step: int) -> None:
        await self.controllers.navigator.report(step)

    def action_library(self) -> None:
        self.controllers.navigator.library()

    def action_load(self) -> None:
        self.controllers.loader.begin()

    def action_search(self) -> None:
        self.controllers.search.search()

    def action_find(self, step: int) -> None:
        self.controllers.search.step(step)

    def action_end_search(self) -> None:
        if not self.controllers.candidates.dismiss():
            self.controllers.search.end()

    def action_filter(self) -> None:
        self.controllers.agenda.filter()

    async def action_cycle_order(self) -> None:
        await self.controllers.order_cycler.cycle_order()

    async def action_ties(self) -> None:
        await self.controllers.tie_walker.step()

    def action_across(self) -> None:
        self.controllers.history.show_across()

    def action_panel(self) -> None:
        self.controllers.panels.show()

    async def action_back(self) -> None:
        await self.controllers.tie_walker.back()

    def action_toggle_source(self) -> None:
        self.controllers.display.toggle_side()
        self.controllers.status_line.show(say(f"desk.{self.controllers.display.side}_side"))

    def action_next_pane(self) -> None:
        self.controllers.navigator.next_pane()

    def action_help(self) -> None:
        self.controllers.help.help()

    def action_guide(self) -> None:
        self.controllers.help.guide()

    def action_palette(self) -> None:
        self.controllers.help.palette()

    def action_cycle_theme(self) -> None:
        self.controllers.help.cycle_theme()

    async def action_quit(self) -> None:
        await self.app.action_quit()

    # Messages and events

    def on_rows_pane_row_highlighted(self, message: RowsPane.RowHighlighted) -> None:
        with self.controllers.status_line.handling_key():
            self.controllers.navigator.follow_row(message.pane, message.row)

    def on_rows_pane_row_chosen(self, message: RowsPane.RowChosen) -> None:
        with self.controllers.status_line.handling_key():
            self.controllers.navigator.choose_row(message.pane, message.row)

    def on_outline_pane_folded(self, message: OutlinePane.Folded) -> None:
        self.controllers.navigator.save_folds(message.folded)

    def on_text_pane_figure_clicked(self, message: TextPane.FigureClicked) -> None:
        with self.controllers.status_line.handling_key():
            self.controllers.navigator.go(message.index)

    def on_text_pane_place_clicked(self, message: TextPane.PlaceClicked) -> None:
        self.controllers.candidates.set_anchor((message.offset, message.offset + 1))

    def on_text_pane_span_selected(self, message: TextPane.SpanSelected) -> None:
        self.controllers.candidates.mark_from(message.span)

    def on_descendant_focus(self) -> None:
        self.controllers.help.show_keys()

    def on_key(self, event: events.Key) -> None:
        """Report a character that an input method has committed; it is no key."""
        if event.character is not None and event.character >= FIRST_IDEOGRAPHIC and self.is_active:
            self.controllers.status_line.show(say("desk.input_method"))
