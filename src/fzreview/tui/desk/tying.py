"""Ties at the desk: stepped through, verified as a whole, the most doubtful figures first."""

from __future__ import annotations

from textual.geometry import Region
from textual.screen import Screen

from fzreview.review.keys.held_keys import HeldKeys
from fzreview.review.session import Session
from fzreview.review.ties.bulk import BulkOffer, bulk_offers
from fzreview.review.ties.tie_walk import TieWalk
from fzreview.strings import say
from fzreview.tui.desk.arranging import Arranger
from fzreview.tui.desk.checking import TieChecker
from fzreview.tui.desk.keeping import Keeper
from fzreview.tui.desk.moving import Mover
from fzreview.tui.desk.panes import Panes
from fzreview.tui.desk.remarks import remarks_of
from fzreview.tui.desk.status_line import StatusLine
from fzreview.tui.desk.ways import Ways
from fzreview.tui.widgets.card.figure_card import Remarks
from fzreview.work.judging.reviewing import Review


class TieWalker:
    """Walks through the figures that the current one is tied to, and back to where it began."""

    def __init__(
        self,
        host: Screen[None],
        review: Review,
        panes: Panes,
        status_line: StatusLine,
        mover: Mover,
        ways: Ways,
        checker: TieChecker,
    ) -> None:
        self._host = host
        self._review = review
        self._panes = panes
        self._status_line = status_line
        self._mover = mover
        self._ways = ways
        self._checker = checker
        self._walk: TieWalk | None = None
        self._untied: str | None = None
        """Span key of the figure whose ties were asked for last."""

    @property
    def session(self) -> Session:
        return self._review.session

    @property
    def here(self) -> TieWalk | None:
        """The walk that is at the current figure."""
        stored = self.session.current_figure
        if self._walk is None or stored is None or self._walk.here.key != stored.span_key:
            return None
        return self._walk

    @property
    def remarks(self) -> Remarks:
        """What the card says of the current figure's ties."""
        return remarks_of(self.session, self._walk)

    def end(self) -> None:
        """Walk no further."""
        self._walk = None

    def show_tied(self) -> None:
        """Mark in the text what the current figure is tied to."""
        stored = self.session.current_figure
        tied = self.session.tying.tied_to(stored.span_key) if stored else frozenset()
        indexes = (self.session.index_of(key) for key in tied)
        self._panes.text.show_tied(frozenset(index for index in indexes if index is not None))

    async def step(self) -> None:
        """The next figure of the walk; at its end back to where it began."""
        stored = self.session.current_figure
        if stored is None:
            return
        await self._checker.known()
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
        """To the place that was left last, out of any walk."""
        self.end()
        await self._ways.back()

    def _begin(self, key: str) -> None:
        self._walk = TieWalk.begun(self.session.tying, key)
        if self._walk is not None:
            self._ways.leave()
            self._show_stop(self._walk)
        elif self._untied == key:
            self._ways.across()
        else:
            self._status_line.show(say("desk.ties.none"))
        self._untied = key

    def _show_stop(self, walk: TieWalk) -> None:
        self._mover.go(self.session.index_of(walk.here.key))
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
    """All figures of a tie verified as one move, shown first."""

    def __init__(
        self,
        host: Screen[None],
        review: Review,
        panes: Panes,
        status_line: StatusLine,
        keeper: Keeper,
        checker: TieChecker,
        walker: TieWalker,
        held_keys: HeldKeys,
    ) -> None:
        self._host = host
        self._review = review
        self._panes = panes
        self._status_line = status_line
        self._keeper = keeper
        self._checker = checker
        self._walker = walker
        self._held_keys = held_keys
        self._top_before = 0
        """The first character that was seen before the figures of a tie were shown."""

    @property
    def session(self) -> Session:
        return self._review.session

    async def verify(self) -> None:
        """Show what could be verified at once, and do it on one key more."""
        if self.session.current_figure is None:
            return
        await self._checker.known()
        offers = self._offers()
        if not offers:
            self._status_line.show(say("desk.ties.no_offer"))
            return
        from fzreview.tui.screens.bulk import BulkScreen

        self._top_before = self._panes.text.top_offset
        screen = BulkScreen(offers, self._held_keys, self._keep_in_sight)
        self._host.app.push_screen(screen, self._chosen)

    def _keep_in_sight(self, offer: BulkOffer, dialog: Region) -> None:
        """Let the figures of a tie be seen above the dialog that lists them."""
        here = self._panes.text.current_region
        # One row more than the figure's own: its sentence goes on.
        if here is None or here.bottom + 1 > dialog.y:
            indexes = (self.session.index_of(stored.span_key) for stored in offer.figures)
            self._panes.text.show_high(index for index in indexes if index is not None)

    def _offers(self) -> tuple[BulkOffer, ...]:
        stored, tying = self.session.current_figure, self.session.tying
        if stored is None:
            return ()
        walk = self._walker.here
        first = (walk.here.tie,) if walk else ()
        return bulk_offers(self.session, tying, dict.fromkeys((*first, *tying.of(stored.span_key))))

    async def _chosen(self, offer: BulkOffer | None) -> None:
        self._panes.text.scroll_to_offset(self._top_before)
        if offer is not None:
            await self._keeper.keep(self.session.judging.verify_all(offer.keys, offer.tied))


class Doubter:
    """Visits the most doubtful figures first, once the ties are known that make them so."""

    def __init__(
        self,
        host: Screen[None],
        review: Review,
        status_line: StatusLine,
        mover: Mover,
        arranger: Arranger,
        ways: Ways,
        checker: TieChecker,
    ) -> None:
        self._host = host
        self._review = review
        self._status_line = status_line
        self._mover = mover
        self._arranger = arranger
        self._ways = ways
        self._checker = checker

    async def turn_order(self) -> None:
        """The next order; where it is one of doubt or of layers, to its first undecided figure."""
        await self._checker.known()
        self._arranger.turn_order()
        session = self._review.session
        order = session.agenda.order
        begun = {"doubt": "begun", "disagreement": "begun_apart", "confidence": "begun_unsure"}.get(order)
        first = session.first_undecided() if begun else None
        if first is not None and first != session.current:
            self._ways.leave()
            self._mover.go(first)
            self._status_line.append("   " + say(f"desk.order.{begun}"))
