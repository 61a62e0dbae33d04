"""Ties at the desk: checked beside the reviewer, stepped through, verified as a whole, followed elsewhere."""

from __future__ import annotations

import asyncio

from textual.geometry import Region
from textual.worker import Worker

from fzreview.errors import FzError
from fzreview.review.bulk import BulkOffer, bulk_offers
from fzreview.review.steps import Step
from fzreview.review.tie_walk import TieWalk
from fzreview.review.tying import NOTHING_TIED, changes_ties, tie_up
from fzreview.strings import say
from fzreview.tui.screens.desk_remarks import remarks_of
from fzreview.tui.screens.desk_travelling import DeskTravelling
from fzreview.tui.widgets.figure_card import Remarks


class DeskTying(DeskTravelling):
    """Ties come once the report is on the screen, and again after what lets its figures stand otherwise."""

    _wanted = 0
    """Counts the states of the open report's figures that matter for ties."""
    _checked = 0
    """The state that the session's ties are of."""
    _checker: Worker[None] | None = None
    _walk: TieWalk | None = None
    _before_bulk = 0
    """The first character that was seen before the figures of a tie were shown for verifying."""
    _untied: str | None = None
    """Span key of the figure whose ties were asked for last."""

    # Checking

    def show_session(self) -> None:
        self._walk = None
        self._wanted += 1
        super().show_session()
        if self.session.tying is not NOTHING_TIED:
            self._checked = self._wanted
        elif self.session.is_open:
            self.call_after_refresh(self._check)

    def _show_step(self, step: Step, figures_changed: bool) -> None:
        super()._show_step(step, figures_changed)
        if changes_ties(step):
            self._wanted += 1
            self.call_after_refresh(self._check)

    def _check(self) -> Worker[None]:
        """Have the report checked beside the reviewer, once at a time."""
        if self._checker is None or self._checker.is_finished:
            self._checker = self.run_worker(self._check_until_done(), group="ties", exit_on_error=False)
        return self._checker

    async def _check_until_done(self) -> None:
        """Check the figures as they stand, again as long as they change meanwhile; then show the ties."""
        while self._checked != self._wanted:
            wanted, session = self._wanted, self.session
            tying = await asyncio.to_thread(tie_up, session.report.reading, session.figures)
            if wanted == self._wanted:
                self._checked = wanted
                session.tie(tying)
                self._show_ties()
                self.run_worker(self._compare(wanted), group="across", exclusive=True, exit_on_error=False)

    async def _compare(self, wanted: int) -> None:
        """Ask the other reports of the store; the figures that jump against them get their alarms."""
        session = self.session
        report, figures = session.report, session.figures
        try:
            jumps = await asyncio.to_thread(self._review.jumps, report, figures)
        except FzError:
            return
        if jumps and wanted == self._wanted:
            tying = await asyncio.to_thread(tie_up, report.reading, figures, jumps)
            if wanted == self._wanted:
                session.tie(tying)
                self._show_ties()

    async def _ties_known(self) -> None:
        """Wait until the session's ties are those of its figures as they stand."""
        while self._checked != self._wanted:
            await self._check().wait()

    def _show_ties(self) -> None:
        self._show_tied()
        if self._candidate is None:
            self._show_card()

    def _show_place(self) -> None:
        super()._show_place()
        self._show_tied()

    def _show_tied(self) -> None:
        stored = self.session.current_figure
        tied = self.session.tying.tied_to(stored.span_key) if stored else frozenset()
        indexes = (self.session.index_of(key) for key in tied)
        self._text.show_tied(frozenset(index for index in indexes if index is not None))

    def _remarks(self) -> Remarks:
        return remarks_of(self.session, self._walk, self._key("verify_tie"))

    async def action_turn_order(self) -> None:
        if self.session.is_open:
            await self._ties_known()
        self.turn_order()
        if self.session.is_open:
            self._show_card()
            if self.session.agenda.order == "doubt":
                self._begin_with_doubts()

    def _begin_with_doubts(self) -> None:
        """To the most doubtful figure that is undecided; one key leads back."""
        first = self.session.first_undecided()
        if first is not None and first != self.session.current:
            self._leave()
            self._go(first)
            self._status.add("   " + say("desk.order.begun", back=self._key("back")))

    # Stepping through a figure's ties

    async def action_ties(self) -> None:
        """The next figure of the walk; at its end back to where it began."""
        if not self.session.is_open or self.session.current_figure is None:
            return
        await self._ties_known()
        key = self.session.current_figure.span_key
        walk = self._walk if self._walk and self._walk.here.key == key else None
        if walk is None:
            await self._begin_walk(key)
            return
        self._walk = walk.onward()
        if self._walk is None:
            await self.action_back()
            self._tell(say("desk.ties.back"))
        else:
            self._show_stop(self._walk)

    async def action_back(self) -> None:
        self._walk = None
        await super().action_back()

    async def _begin_walk(self, key: str) -> None:
        self._walk = TieWalk.begun(self.session.tying, key)
        if self._walk is not None:
            self._leave()
            self._show_stop(self._walk)
        elif self._untied == key:
            self.action_across()
        else:
            self._tell(say("desk.ties.none", again=self._key("ties"), key=self._key("across")))
        self._untied = key

    def _show_stop(self, walk: TieWalk) -> None:
        self._go(self.session.index_of(walk.here.key))
        self._tell(self._where(walk))

    def _where(self, walk: TieWalk) -> str:
        from fzreview.review.tie_sentences import say_tie

        return say(
            "desk.ties.at",
            number=walk.here.number,
            count=walk.ties,
            stop=walk.at + 1,
            stops=len(walk.stops),
            tie=say_tie(walk.here.tie),
            onward=self._key("ties"),
            back=self._key("back"),
        )

    # Verifying all of a tie

    async def action_verify_tie(self) -> None:
        if not self.session.is_open or self.session.current_figure is None:
            return
        await self._ties_known()
        offers = self._offers()
        if not offers:
            self._tell(say("desk.ties.no_offer"))
            return
        from fzreview.tui.screens.bulk import BulkScreen

        self._before_bulk = self._text.top_offset
        self.app.push_screen(BulkScreen(offers, self._held_keys, self._keep_in_sight), self._bulk_chosen)

    def _keep_in_sight(self, offer: BulkOffer, dialog: Region) -> None:
        """Let the figures of a tie be seen above the dialog that lists them."""
        here = self._text.current_region
        # One row more than the figure's own: its sentence goes on.
        if here is None or here.bottom + 1 > dialog.y:
            indexes = (self.session.index_of(stored.span_key) for stored in offer.figures)
            self._text.show_high(index for index in indexes if index is not None)

    def _offers(self) -> tuple[BulkOffer, ...]:
        stored, tying = self.session.current_figure, self.session.tying
        if stored is None:
            return ()
        walk = self._walk if self._walk and self._walk.here.key == stored.span_key else None
        first = (walk.here.tie,) if walk else ()
        return bulk_offers(self.session, tying, dict.fromkeys((*first, *tying.of(stored.span_key))))

    async def _bulk_chosen(self, offer: BulkOffer | None) -> None:
        self._text.scroll_to_offset(self._before_bulk)
        if offer is not None:
            await self._keep(self.session.verify_all(offer.keys, offer.tied))
