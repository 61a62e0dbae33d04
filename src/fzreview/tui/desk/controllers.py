"""The controllers of the desk: each made with what it needs, and who listens to whom."""

from __future__ import annotations

from textual.screen import Screen

from fzreview.review.keys.gate import Gate
from fzreview.review.keys.held_keys import HeldKeys
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
from fzreview.tui.desk.loading import Loader
from fzreview.tui.desk.missing import Missing
from fzreview.tui.desk.moving import Mover
from fzreview.tui.desk.panels import Paneler
from fzreview.tui.desk.panes import Panes
from fzreview.tui.desk.ruling import Ruler
from fzreview.tui.desk.sight import Gatekeeper
from fzreview.tui.desk.status_line import StatusLine
from fzreview.tui.desk.syncing import HubWatcher
from fzreview.tui.desk.tying import Doubter, TieVerifier, TieWalker
from fzreview.tui.desk.watching import NewsWatcher
from fzreview.tui.desk.ways import Ways
from fzreview.work.judging.reviewing import Review


class Controllers:
    """One concern of the desk each; screens and tests reach them by their names."""

    def __init__(
        self, host: Screen[None], review: Review, panes: Panes, held_keys: HeldKeys, excluded: bool
    ) -> None:
        """``excluded``: numerals that the program left out are marked from the beginning."""
        self.status_line = status_line = StatusLine(panes.status)
        self.shown = display = Display(host, review, panes)
        self.mover = mover = Mover(host, review, panes, status_line, display)
        self.arranger = Arranger(host, review, status_line, display, mover)
        self.ways = Ways(host, review, panes, status_line, mover, self.arranger)
        self.keeper = keeper = Keeper(review, status_line, display, mover)
        self.history = History(review, status_line, keeper, mover, self.ways)
        self.excluder = Excluder(host, review, panes, status_line, display, excluded)
        self.missing = Missing(host, review, panes, status_line, display, keeper, self.excluder)
        self.decider = Decider(host, review, panes, status_line, display, keeper, self.missing)
        self.corrector = Corrector(host, review, status_line, keeper, mover, self.decider, self.missing)
        self.taker = LayerTaker(host, review, status_line, keeper, self.decider)
        self.describer = Describer(host, review, panes, status_line, display, keeper)
        self.finder = Finder(host, review, panes, status_line, display, mover)
        self.checker = TieChecker(host, review, self._show_ties)
        self.walker = TieWalker(host, review, panes, status_line, mover, self.ways, self.checker)
        self.verifier = TieVerifier(
            host, review, panes, status_line, keeper, self.checker, self.walker, held_keys
        )
        self.alikes = AlikeFinder(host, review, status_line, keeper, held_keys)
        self.ruler = Ruler(host, review, status_line)
        self.doubter = Doubter(host, review, status_line, mover, self.arranger, self.ways, self.checker)
        self.loader = Loader(host, review, panes, status_line, display)
        self.hub_watcher = HubWatcher(host, review.path, panes)
        self.helper = Helper(host, review, panes, status_line, mover)
        self.news_watcher = NewsWatcher(host, review, status_line, display, self.missing)
        gate = Gate(held_keys)
        self.gatekeeper = Gatekeeper(
            host, review, panes, status_line, display, self.missing, self.decider, gate
        )
        self.paneler = Paneler(host, review, status_line, mover, self.ways, keeper, self.history, gate)
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
