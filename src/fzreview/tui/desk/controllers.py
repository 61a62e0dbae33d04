"""Creates the controllers of the desk and connects their notifications."""

from __future__ import annotations

from textual.screen import Screen

from fzreview.review.keys.gate import Gate
from fzreview.review.keys.held_keys import HeldKeys
from fzreview.tui.desk.agenda import AgendaController
from fzreview.tui.desk.alikes import AlikeFinder
from fzreview.tui.desk.candidates import CandidateController
from fzreview.tui.desk.change_watcher import ChangeWatcher
from fzreview.tui.desk.corrector import Corrector
from fzreview.tui.desk.decider import Decider
from fzreview.tui.desk.display import Display
from fzreview.tui.desk.excluded_overlay import ExcludedOverlay
from fzreview.tui.desk.gatekeeper import Gatekeeper
from fzreview.tui.desk.help import HelpController
from fzreview.tui.desk.hub_watcher import HubWatcher
from fzreview.tui.desk.layers import LayerController
from fzreview.tui.desk.loader import Loader
from fzreview.tui.desk.navigation_history import NavigationHistory
from fzreview.tui.desk.navigator import Navigator
from fzreview.tui.desk.panels import PanelController
from fzreview.tui.desk.panes import Panes
from fzreview.tui.desk.report_editor import ReportEditor
from fzreview.tui.desk.search import SearchController
from fzreview.tui.desk.status_line import StatusLine
from fzreview.tui.desk.step_recorder import StepRecorder
from fzreview.tui.desk.team_rulings import RulingController
from fzreview.tui.desk.tie_checker import TieChecker
from fzreview.tui.desk.ties import OrderCycler, TieVerifier, TieWalker
from fzreview.tui.desk.undo import UndoController
from fzreview.work.judging.reviewing import Review


class Controllers:
    """All controllers of the desk; the screen and tests use them by attribute."""

    def __init__(
        self, screen: Screen[None], review: Review, panes: Panes, held_keys: HeldKeys, excluded: bool
    ) -> None:
        """``excluded``: whether excluded numerals are marked from the start."""
        self.status_line = status_line = StatusLine(panes.status)
        self.display = display = Display(screen, review, panes)
        self.navigator = navigator = Navigator(screen, review, panes, status_line, display)
        self.agenda = AgendaController(screen, review, status_line, display, navigator)
        self.history = NavigationHistory(screen, review, panes, status_line, navigator, self.agenda)
        self.recorder = recorder = StepRecorder(review, status_line, display, navigator)
        self.undo = UndoController(review, status_line, recorder, navigator, self.history)
        self.excluded_overlay = ExcludedOverlay(screen, review, panes, status_line, display, excluded)
        self.candidates = CandidateController(
            screen, review, panes, status_line, display, recorder, self.excluded_overlay
        )
        self.decider = Decider(screen, review, panes, status_line, display, recorder, self.candidates)
        self.corrector = Corrector(
            screen, review, status_line, recorder, navigator, self.decider, self.candidates
        )
        self.layers = LayerController(screen, review, status_line, recorder, self.decider)
        self.report_editor = ReportEditor(screen, review, panes, status_line, display, recorder)
        self.search = SearchController(screen, review, panes, status_line, display, navigator)
        self.tie_checker = TieChecker(screen, review, self._show_ties)
        self.tie_walker = TieWalker(
            screen, review, panes, status_line, navigator, self.history, self.tie_checker
        )
        self.tie_verifier = TieVerifier(
            screen, review, panes, status_line, recorder, self.tie_checker, self.tie_walker, held_keys
        )
        self.alikes = AlikeFinder(screen, review, status_line, recorder, held_keys)
        self.rulings = RulingController(screen, review, status_line)
        self.order_cycler = OrderCycler(
            screen, review, status_line, navigator, self.agenda, self.history, self.tie_checker
        )
        self.loader = Loader(screen, review, panes, status_line, display)
        self.hub_watcher = HubWatcher(screen, review.path, panes)
        self.help = HelpController(screen, review, panes, status_line, navigator)
        self.change_watcher = ChangeWatcher(screen, review, status_line, display, self.candidates)
        gate = Gate(held_keys)
        self.gatekeeper = Gatekeeper(
            screen, review, panes, status_line, display, self.candidates, self.decider, gate
        )
        self.panels = PanelController(
            screen, review, status_line, navigator, self.history, recorder, self.undo, gate
        )
        self._wire()

    def _wire(self) -> None:
        """Register listeners; each list is called in order."""
        display, recorder, search = self.display, self.recorder, self.search
        display.card_notes = lambda: self.tie_walker.card_notes
        display.before_session += [self.tie_walker.end, self.tie_checker.on_session_opening]
        display.before_place += [self.candidates.clear]
        display.before_text += [search.note_visibility]
        display.after_text += [search.restore_match, self.decider.on_report_shown]
        display.after_place += [self.tie_walker.show_tied]
        display.after_session += [self.tie_checker.on_session_shown, self.help.show_keys]
        display.after_session += [self.excluded_overlay.on_report_shown]
        display.after_text += [self.excluded_overlay.apply_marks]
        search.on_match += [self.candidates.set_anchor]
        self.decider.after_rejection += [self.help.set_class_keys]
        self.help.after_tour += [self.corrector.resume]
        # Before the next queued key may show another candidate.
        recorder.on_recorded += [
            lambda _step: self.candidates.clear(),
            lambda _step: self.search.forget_origin(),
        ]
        display.after_flush += [recorder.show_saved]
        recorder.on_recorded += [self.change_watcher.on_step]
        self.change_watcher.after_changes += [self.tie_checker.recheck]
        recorder.on_shown += [self.decider.on_step, self.tie_checker.on_step, self.alikes.on_step]

    def _show_ties(self) -> None:
        """Show newly found ties in the text, and in the card unless it shows a candidate."""
        self.tie_walker.show_tied()
        if not self.candidates.is_shown:
            self.display.show_card()
