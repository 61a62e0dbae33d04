"""The navigation history: going to another figure to compare, and back."""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.screen import Screen

from fzreview.review.open_report.agenda import Agenda
from fzreview.strings import say
from fzreview.tui.desk.agenda import AgendaController
from fzreview.tui.desk.navigator import Navigator
from fzreview.tui.desk.panes import Panes
from fzreview.tui.desk.status_line import StatusLine
from fzreview.work.judging.reviewing import Review

if TYPE_CHECKING:
    from fzreview.domain.figures.other_figure import OtherFigure

MAX_LOCATIONS = 50
"""Length of the history; older locations are dropped."""


@dataclass(frozen=True, slots=True)
class Location:
    """A place to go back to."""

    report: str
    """sha256."""
    figure: str
    """Span key."""
    top: int
    """Offset of the first visible character."""
    agenda: Agenda


class NavigationHistory:
    """A stack of the locations that were left."""

    def __init__(
        self,
        screen: Screen[None],
        review: Review,
        panes: Panes,
        status_line: StatusLine,
        navigator: Navigator,
        agenda: AgendaController,
    ) -> None:
        self._screen = screen
        self._review = review
        self._panes = panes
        self._status_line = status_line
        self._navigator = navigator
        self._agenda = agenda
        self._locations: deque[Location] = deque(maxlen=MAX_LOCATIONS)

    def push_current(self) -> None:
        """Push the current location."""
        session = self._review.session
        stored = session.current_figure
        if stored is not None:
            sha256 = session.report.summary.sha256
            self._locations.append(
                Location(sha256, stored.span_key, self._panes.text.top_offset, session.agenda)
            )

    async def back(self) -> None:
        """Go back to the last location."""
        if not self._locations:
            self._status_line.show(say("desk.no_way_back"))
            return
        with self._status_line.reporting_store_errors():
            await self._go_back(self._locations[-1])

    async def _go_back(self, location: Location) -> None:
        """Go to the last location and pop it; it stays where reading its report fails."""
        session = self._review.session
        here = location.report == session.report.summary.sha256
        report = None if here else await asyncio.to_thread(self._review.read_by_sha256, location.report)
        self._locations.pop()
        if here:
            self._navigator.go(session.index_of(location.figure))
        elif report is not None:
            self._navigator.open(report, location.figure, navigated=True)
        else:
            self._status_line.show(say("desk.across.gone"), urgent=True)
            return
        if location.agenda != session.agenda:
            self._agenda.set_agenda(location.agenda)
        self._panes.text.restore_top(location.top)
        self._review.remember_place()
        self._status_line.show("")

    def show_across(self) -> None:
        """Open the dialog of figures with the current subject in other reports."""
        session = self._review.session
        stored = session.current_figure if session.is_open else None
        if stored is not None:
            from fzreview.tui.screens.across import AcrossScreen

            self._screen.app.push_screen(AcrossScreen(self._review, stored.shown), self._go_elsewhere)

    async def _go_elsewhere(self, other: OtherFigure | None) -> None:
        if other is None:
            return
        with self._status_line.reporting_store_errors():
            report = await asyncio.to_thread(self._review.read_by_sha256, other.report)
            if report is None:
                self._status_line.show(say("desk.across.gone"), urgent=True)
                return
            self.push_current()
            self._navigator.open(report, other.span_key, navigated=True)
            self._review.remember_place()
            self._status_line.show(say("desk.across.went"))
