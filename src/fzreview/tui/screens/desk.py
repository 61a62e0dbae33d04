"""The review desk: wires the controllers, and says for each key which of them it goes to."""

from __future__ import annotations

from typing import ClassVar, Final

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from fzreview.domain.decisions.verdict import RejectionClass, Verdict
from fzreview.review.keys.commands import BY_ID, COMMANDS, WITHOUT_REPORT
from fzreview.review.keys.gate import Gate
from fzreview.review.keys.held_keys import HeldKeys
from fzreview.review.session import Session
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.tui.acts import act_of
from fzreview.tui.bindings import bindings_of
from fzreview.tui.desk.alikes import AlikeFinder
from fzreview.tui.desk.arranging import Arranger
from fzreview.tui.desk.checking import TieChecker
from fzreview.tui.desk.correcting import Corrector
from fzreview.tui.desk.deciding import Decider
from fzreview.tui.desk.describing import Describer
from fzreview.tui.desk.display import Display
from fzreview.tui.desk.excluding import Excluder
from fzreview.tui.desk.finding import Finder
from fzreview.tui.desk.helping import Helper
from fzreview.tui.desk.history import History
from fzreview.tui.desk.keeping import Keeper
from fzreview.tui.desk.layering import LayerTaker
from fzreview.tui.desk.line import StatusLine
from fzreview.tui.desk.loading import Loader
from fzreview.tui.desk.missing import Missing
from fzreview.tui.desk.moving import Mover
from fzreview.tui.desk.panels import Paneler
from fzreview.tui.desk.panes import Panes
from fzreview.tui.desk.ruling import Ruler
from fzreview.tui.desk.sight import Gatekeeper
from fzreview.tui.desk.syncing import HubWatcher
from fzreview.tui.desk.tying import Doubter, TieVerifier, TieWalker
from fzreview.tui.desk.watching import NewsWatcher
from fzreview.tui.desk.ways import Ways
from fzreview.tui.kept_bindings import KeptBindings
from fzreview.tui.widgets.kept_lines import KeptLines
from fzreview.tui.widgets.outline_pane import OutlinePane
from fzreview.tui.widgets.rows_pane import RowsPane
from fzreview.tui.widgets.text_pane import TextPane
from fzreview.work.judging.reviewing import Review

REMEMBER_SECONDS: Final = 0.5
"""How often the place is kept while nothing is decided."""

WELCOME_COLUMN: Final = 11
"""Where the greeting of an empty store tells what a key does."""

FIRST_IDEOGRAPHIC: Final = "\u2e80"
"""Characters from here on come from an input method, not from a key."""


class DeskScreen(KeptLines, KeptBindings):
    """Owns the controllers; widgets get plain values and speak through messages."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings_of(COMMANDS))
    AUTO_FOCUS = "#text"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (130, "-roomy")]  # noqa: RUF012 - declared so by Textual
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high"), (40, "-tall")]  # noqa: RUF012 - declared so by Textual

    def __init__(self, review: Review, repeat_ms: int = 0, excluded: bool = False) -> None:
        """``repeat_ms``: a key that decides and comes back faster is held down and ignored.

        ``excluded``: numerals that the program left out are marked from the beginning.
        """
        super().__init__()
        self._review = review
        held_keys = HeldKeys(repeat_ms)
        panes = Panes()
        self._panes = panes
        self.line = line = StatusLine(panes.status)
        self.shown = display = Display(self, review, panes)
        self.mover = mover = Mover(self, review, panes, line, display)
        self.arranger = Arranger(self, review, line, display, mover)
        self.ways = Ways(self, review, panes, line, mover, self.arranger)
        self.keeper = keeper = Keeper(review, line, display, mover)
        self.history = History(review, line, keeper, mover, self.ways)
        self.excluder = Excluder(self, review, panes, line, display, excluded)
        self.missing = Missing(self, review, panes, line, display, keeper, self.excluder)
        self.decider = Decider(self, review, panes, line, display, keeper, self.missing)
        self.corrector = Corrector(self, review, line, keeper, mover, self.decider, self.missing)
        self.taker = LayerTaker(self, review, line, keeper, self.decider)
        self.describer = Describer(self, review, panes, line, display, keeper)
        self.finder = Finder(self, review, panes, line, display, mover)
        self.checker = TieChecker(self, review, self._show_ties)
        self.walker = TieWalker(self, review, panes, line, mover, self.ways, self.checker)
        self.verifier = TieVerifier(self, review, panes, line, keeper, self.checker, self.walker, held_keys)
        self.alikes = AlikeFinder(self, review, line, keeper, held_keys)
        self.ruler = Ruler(self, review, line)
        self.doubter = Doubter(self, review, line, mover, self.arranger, self.ways, self.checker)
        self.loader = Loader(self, review, panes, line, display)
        self.hub_watcher = HubWatcher(self, review.path, panes)
        self.helper = Helper(self, review, panes, line, mover)
        self.news_watcher = NewsWatcher(self, review, line, display, self.missing)
        gate = Gate(held_keys)
        self.gatekeeper = Gatekeeper(self, review, panes, line, display, self.missing, self.decider, gate)
        self.paneler = Paneler(self, review, line, mover, self.ways, keeper, self.history, gate)
        self._wire()

    def _wire(self) -> None:
        """Who listens to what, in the order in which they are told."""
        display, keeper, finder = self.shown, self.keeper, self.finder
        display.remarks = lambda: self.walker.remarks
        display.before_session += [self.walker.end, self.checker.expect_session]
        display.before_place += [self.missing.forget]
        display.before_text += [finder.look]
        display.after_text += [finder.mark_again, self.decider.forget_elsewhere]
        display.after_place += [self.walker.show_tied]
        display.after_session += [self.checker.begin, self.helper.show_keys]
        display.after_session += [self.excluder.begin]
        display.after_text += [self.excluder.mark]
        finder.after_found += [self.missing.point_at]
        self.decider.after_rejection += [self.helper.ask_class]
        self.helper.after_tour += [self.corrector.resume]
        # Before keys that wait may look at the next candidate.
        keeper.before_step += [
            lambda _step: self.missing.forget(),
            lambda _step: self.finder.forget_beginning(),
        ]
        display.after_catching_up += [keeper.tell_saved]
        keeper.before_step += [self.news_watcher.note]
        self.news_watcher.after_news += [self.checker.look_again]
        keeper.after_step += [self.decider.follow, self.checker.follow, self.alikes.follow]

    def _show_ties(self) -> None:
        """Ties were found while the report stood on the screen; a candidate keeps the card."""
        self.walker.show_tied()
        if not self.missing.is_looked_at:
            self.shown.show_card()

    @property
    def session(self) -> Session:
        return self._review.session

    def compose(self) -> ComposeResult:
        welcome = Text(say("desk.welcome", path=one_line(str(self._review.path))), tab_size=WELCOME_COLUMN)
        yield from self._panes.laid_out(Static(welcome, id="welcome"))

    def on_mount(self) -> None:
        self.shown.begin()
        self.helper.show_keys()
        self.app.screen_change_signal.subscribe(self, lambda _: self.helper.show_keys())
        self.loader.watch()
        self.hub_watcher.watch()
        self.news_watcher.watch()
        self.set_interval(REMEMBER_SECONDS, self.shown.remember)
        self.call_after_refresh(self.corrector.resume)

    def on_unmount(self) -> None:
        # What was scrolled since the last time would else be lost.
        self.shown.remember()

    # The way of a key

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        # Keys typed ahead of a dialog that is just opening must not decide anything here.
        return self.is_active

    async def action_do(self, name: str) -> None:
        """A command of the registry: past the gate, then to its action below."""
        command = BY_ID[name]
        if not self.session.is_open and name not in WITHOUT_REPORT:
            self.line.tell(say("desk.empty"))
            return
        if command.decides != "verdict":
            # Only verdicts are given while the screen is behind those before them.
            self.shown.catch_up()
        with self.line.one_cause():
            if await self.gatekeeper.lets_pass(command):
                await act_of(command.action).by(self, self.app)

    async def action_decide(self, verdict: Verdict) -> None:
        await self.decider.decide(verdict)

    async def action_reject(self) -> None:
        await self.decider.reject()

    async def action_classify(self, reason_class: RejectionClass) -> None:
        await self.decider.classify(reason_class)

    def action_ask_class(self) -> None:
        self.decider.ask_class()

    async def action_sign_off(self) -> None:
        await self.decider.sign_off()

    def action_correct(self) -> None:
        if not self.helper.tour_has_just_ended:
            self.corrector.correct()

    def action_pick_subject(self) -> None:
        self.corrector.pick_subject()

    async def action_take_layer(self) -> None:
        await self.taker.take()

    def action_fix(self) -> None:
        self.corrector.fix()

    def action_comment(self) -> None:
        self.corrector.comment()

    async def action_contest(self) -> None:
        await self.decider.contest()

    async def action_candidate(self) -> None:
        # The same key offers the example reports where the store is empty.
        if self.session.is_open:
            await self.missing.candidate()
        else:
            self.loader.begin_with_examples()

    def action_about(self) -> None:
        self.describer.about()

    async def action_tell_apart(self) -> None:
        await self.describer.tell_apart()

    def action_state_heading(self) -> None:
        self.describer.heading()

    def action_mark_heading(self) -> None:
        self.describer.missed()

    def action_mark(self) -> None:
        self.missing.mark()

    async def action_verify_tie(self) -> None:
        await self.verifier.verify()

    def action_rule(self) -> None:
        self.ruler.ask()

    async def action_show_alike(self) -> None:
        await self.alikes.show()

    async def action_sign_off_below(self) -> None:
        await self.decider.sign_off_below()

    async def action_sign_off_report(self) -> None:
        await self.decider.sign_off_report()

    def action_turn_excluded(self) -> None:
        self.excluder.turn()

    async def action_undo(self) -> None:
        await self.history.turn("undo")

    async def action_redo(self) -> None:
        await self.history.turn("redo")

    def action_step(self, step: int) -> None:
        self.mover.step(step)

    async def action_next_undecided(self) -> None:
        await self.mover.next_undecided()

    def action_section(self, step: int) -> None:
        self.mover.section(step)

    def action_heading(self, step: int) -> None:
        self.mover.heading(step)

    async def action_report(self, step: int) -> None:
        await self.mover.report(step)

    def action_library(self) -> None:
        self.mover.library()

    def action_load(self) -> None:
        self.loader.begin()

    def action_search(self) -> None:
        self.finder.search()

    def action_find(self, step: int) -> None:
        self.finder.find(step)

    def action_end_search(self) -> None:
        if not self.missing.leave():
            self.finder.end()

    def action_filter(self) -> None:
        self.arranger.filter()

    async def action_turn_order(self) -> None:
        await self.doubter.turn_order()

    async def action_ties(self) -> None:
        await self.walker.step()

    def action_across(self) -> None:
        self.ways.across()

    def action_panel(self) -> None:
        self.paneler.show()

    async def action_back(self) -> None:
        await self.walker.back()

    def action_toggle_source(self) -> None:
        self.shown.turn_side()
        self.line.tell(say(f"desk.{self.shown.side}_side"))

    def action_next_pane(self) -> None:
        self.mover.next_pane()

    def action_help(self) -> None:
        self.helper.help()

    def action_guide(self) -> None:
        self.helper.guide()

    def action_palette(self) -> None:
        self.helper.palette()

    def action_turn_theme(self) -> None:
        self.helper.turn_theme()

    async def action_quit(self) -> None:
        await self.app.action_quit()

    # What the widgets and the screen say

    def on_rows_pane_row_highlighted(self, message: RowsPane.RowHighlighted) -> None:
        with self.line.one_cause():
            self.mover.follow_row(message.pane, message.row)

    def on_rows_pane_row_chosen(self, message: RowsPane.RowChosen) -> None:
        with self.line.one_cause():
            self.mover.choose_row(message.pane, message.row)

    def on_outline_pane_folded(self, message: OutlinePane.Folded) -> None:
        self.mover.keep_folds(message.folded)

    def on_text_pane_figure_clicked(self, message: TextPane.FigureClicked) -> None:
        with self.line.one_cause():
            self.mover.go(message.index)

    def on_text_pane_place_clicked(self, message: TextPane.PlaceClicked) -> None:
        self.missing.point_at((message.offset, message.offset + 1))

    def on_text_pane_span_selected(self, message: TextPane.SpanSelected) -> None:
        self.missing.mark_shown(message.span)

    def on_descendant_focus(self) -> None:
        self.helper.show_keys()

    def on_key(self, event: events.Key) -> None:
        """A committed character of an input method does nothing else than say so."""
        if event.character is not None and event.character >= FIRST_IDEOGRAPHIC and self.is_active:
            self.line.tell(say("desk.input_method"))
