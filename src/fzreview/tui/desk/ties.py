"""Ties at the desk: stepping through tied figures, verifying a tie as a whole, the order by doubt."""

from __future__ import annotations

from textual.geometry import Region
from textual.screen import Screen

from fzreview.review.keys.held_keys import HeldKeys
from fzreview.review.session import Session
from fzreview.review.ties.bulk import BulkOffer, bulk_offers
from fzreview.review.ties.tie_walk import TieWalk
from fzreview.strings import say
from fzreview.tui.desk.agenda import AgendaController
from fzreview.tui.desk.card_notes import card_notes
from fzreview.tui.desk.navigation_history import NavigationHistory
from fzreview.tui.desk.navigator import Navigator
from fzreview.tui.desk.panes import Panes
from fzreview.tui.desk.status_line import StatusLine
from fzreview.tui.desk.step_recorder import StepRecorder
from fzreview.tui.desk.tie_checker import TieChecker
from fzreview.tui.widgets.card.figure_card import CardNotes
from fzreview.work.judging.reviewing import Review


class TieWalker:
    """Steps through the figures that are tied to the current one, and back to it."""

    def __init__(
        self,
        screen: Screen[None],
        review: Review,
        panes: Panes,
        status_line: StatusLine,
        navigator: Navigator,
        history: NavigationHistory,
        tie_checker: TieChecker,
    ) -> None:
        self._screen = screen
        self._review = review
        self._panes = panes
        self._status_line = status_line
        self._navigator = navigator
        self._history = history
        self._tie_checker = tie_checker
        self._walk: TieWalk | None = None
        self._untied: str | None = None
        """Span key of the figure without ties for which the key was pressed last."""

    @property
    def session(self) -> Session:
        return self._review.session

    @property
    def here(self) -> TieWalk | None:
        """The walk, if it is at the current figure."""
        stored = self.session.current_figure
        if self._walk is None or stored is None or self._walk.here.key != stored.span_key:
            return None
        return self._walk

    @property
    def card_notes(self) -> CardNotes:
        """The notes on the current figure for the card."""
        return card_notes(self.session, self._walk)

    def end(self) -> None:
        """End the walk."""
        self._walk = None

    def show_tied(self) -> None:
        """Mark the figures in the text that are tied to the current one."""
        stored = self.session.current_figure
        tied = self.session.tie_index.tied_to(stored.span_key) if stored else frozenset()
        indexes = (self.session.index_of(key) for key in tied)
        self._panes.text.show_tied(frozenset(index for index in indexes if index is not None))

    async def step(self) -> None:
        """Go to the next figure of the walk; at its end back to its origin."""
        stored = self.session.current_figure
        if stored is None:
            return
        await self._tie_checker.wait_until_current()
        walk = self.here
        if walk is None:
            self._begin(stored.span_key)
            return
        self._walk = walk.onward()
        if self._walk is None:
            await self.back()
            self._status_line.show(say("desk.ties.back"))
        else:
            self._show_stop(self._walk)

    async def back(self) -> None:
        """End the walk and go back in the navigation history."""
        self.end()
        await self._history.back()

    def _begin(self, key: str) -> None:
        self._walk = TieWalk.begun(self.session.tie_index, key)
        if self._walk is not None:
            self._history.push_current()
            self._show_stop(self._walk)
        elif self._untied == key:
            self._history.show_across()
        else:
            self._status_line.show(say("desk.ties.none"))
        self._untied = key

    def _show_stop(self, walk: TieWalk) -> None:
        self._navigator.go(self.session.index_of(walk.here.key))
        self._status_line.show(self._where(walk))

    def _where(self, walk: TieWalk) -> str:
        from fzreview.review.ties.tie_sentences import say_tie

        return say(
            "desk.ties.at",
            number=walk.here.number,
            count=walk.ties,
            stop=walk.at + 1,
            stops=len(walk.stops),
            tie=say_tie(walk.here.tie),
        )


class TieVerifier:
    """Verifies all figures of a tie as one move, after showing them."""

    def __init__(
        self,
        screen: Screen[None],
        review: Review,
        panes: Panes,
        status_line: StatusLine,
        recorder: StepRecorder,
        tie_checker: TieChecker,
        tie_walker: TieWalker,
        held_keys: HeldKeys,
    ) -> None:
        self._screen = screen
        self._review = review
        self._panes = panes
        self._status_line = status_line
        self._recorder = recorder
        self._tie_checker = tie_checker
        self._tie_walker = tie_walker
        self._held_keys = held_keys
        self._top_before = 0
        """Top offset of the viewport before the dialog was opened."""

    @property
    def session(self) -> Session:
        return self._review.session

    async def verify(self) -> None:
        """Open the dialog that lists the figures to verify."""
        if self.session.current_figure is None:
            return
        await self._tie_checker.wait_until_current()
        offers = self._offers()
        if not offers:
            self._status_line.show(say("desk.ties.no_offer"))
            return
        from fzreview.tui.screens.bulk import BulkScreen

        self._top_before = self._panes.text.top_offset
        screen = BulkScreen(offers, self._held_keys, self._keep_in_sight)
        self._screen.app.push_screen(screen, self._chosen)

    def _keep_in_sight(self, offer: BulkOffer, dialog: Region) -> None:
        """Scroll the figures of a tie into view above the dialog."""
        here = self._panes.text.current_region
        # One more row for the rest of the sentence.
        if here is None or here.bottom + 1 > dialog.y:
            indexes = (self.session.index_of(stored.span_key) for stored in offer.figures)
            self._panes.text.scroll_figures_to_top(index for index in indexes if index is not None)

    def _offers(self) -> tuple[BulkOffer, ...]:
        stored, tie_index = self.session.current_figure, self.session.tie_index
        if stored is None:
            return ()
        walk = self._tie_walker.here
        first = (walk.here.tie,) if walk else ()
        return bulk_offers(
            self.session, tie_index, dict.fromkeys((*first, *tie_index.ties_of(stored.span_key)))
        )

    async def _chosen(self, offer: BulkOffer | None) -> None:
        self._panes.text.restore_top(self._top_before)
        if offer is not None:
            await self._recorder.record(self.session.figure_steps.verify_all(offer.keys, offer.tie_name))


class OrderCycler:
    """Cycles through the orders of figures, once the ties are known that the order by doubt needs."""

    def __init__(
        self,
        screen: Screen[None],
        review: Review,
        status_line: StatusLine,
        navigator: Navigator,
        agenda: AgendaController,
        history: NavigationHistory,
        tie_checker: TieChecker,
    ) -> None:
        self._screen = screen
        self._review = review
        self._status_line = status_line
        self._navigator = navigator
        self._agenda = agenda
        self._history = history
        self._tie_checker = tie_checker

    async def cycle_order(self) -> None:
        """Switch to the next order; for orders by doubt or layers also go to the first undecided figure."""
        await self._tie_checker.wait_until_current()
        self._agenda.cycle_order()
        session = self._review.session
        order = session.agenda.order
        begun = {"doubt": "begun", "disagreement": "begun_apart", "confidence": "begun_unsure"}.get(order)
        first = session.first_undecided() if begun else None
        if first is not None and first != session.current:
            self._history.push_current()
            self._navigator.go(first)
            self._status_line.append("   " + say(f"desk.order.{begun}"))
