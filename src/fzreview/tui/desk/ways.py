"""Going to another figure to compare, and back to exactly where one was."""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.screen import Screen

from fzreview.review.open_report.agenda import Agenda
from fzreview.strings import say
from fzreview.tui.desk.arranging import Arranger
from fzreview.tui.desk.moving import Mover
from fzreview.tui.desk.panes import Panes
from fzreview.tui.desk.status_line import StatusLine
from fzreview.work.judging.reviewing import Review

if TYPE_CHECKING:
    from fzreview.domain.figures.other_figure import OtherFigure

MOST_WAYS = 50
"""Places that the way back remembers."""


@dataclass(frozen=True, slots=True)
class Way:
    """A place that was left."""

    report: str
    """sha256."""
    figure: str
    """Span key."""
    top: int
    """Offset of the first character that was seen."""
    agenda: Agenda


class Ways:
    """The places that were left, the last one first to go back to."""

    def __init__(
        self,
        host: Screen[None],
        review: Review,
        panes: Panes,
        status_line: StatusLine,
        mover: Mover,
        arranger: Arranger,
    ) -> None:
        self._host = host
        self._review = review
        self._panes = panes
        self._status_line = status_line
        self._mover = mover
        self._arranger = arranger
        self._ways: deque[Way] = deque(maxlen=MOST_WAYS)

    def leave(self) -> None:
        """Remember where the reviewer is."""
        session = self._review.session
        stored = session.current_figure
        if stored is not None:
            sha256 = session.report.summary.sha256
            self._ways.append(Way(sha256, stored.span_key, self._panes.text.top_offset, session.agenda))

    async def back(self) -> None:
        """To the place that was left last."""
        if not self._ways:
            self._status_line.show(say("desk.no_way_back"))
            return
        with self._status_line.reporting_store_errors():
            await self._go_back(self._ways[-1])

    async def _go_back(self, way: Way) -> None:
        """To that place, and forget it; kept where its report cannot be read now."""
        session = self._review.session
        here = way.report == session.report.summary.sha256
        report = None if here else await asyncio.to_thread(self._review.read_by_sha256, way.report)
        self._ways.pop()
        if here:
            self._mover.go(session.index_of(way.figure))
        elif report is not None:
            self._mover.open(report, way.figure, sought=True)
        else:
            self._status_line.show(say("desk.across.gone"), urgent=True)
            return
        if way.agenda != session.agenda:
            self._arranger.set_agenda(way.agenda)
        self._panes.text.scroll_to_offset(way.top)
        self._review.remember_place()
        self._status_line.show("")

    def across(self) -> None:
        """The subject of the current figure in the other reports."""
        session = self._review.session
        stored = session.current_figure if session.is_open else None
        if stored is not None:
            from fzreview.tui.screens.across import AcrossScreen

            self._host.app.push_screen(AcrossScreen(self._review, stored.shown), self._go_elsewhere)

    async def _go_elsewhere(self, other: OtherFigure | None) -> None:
        if other is None:
            return
        with self._status_line.reporting_store_errors():
            report = await asyncio.to_thread(self._review.read_by_sha256, other.report)
            if report is None:
                self._status_line.show(say("desk.across.gone"), urgent=True)
                return
            self.leave()
            self._mover.open(report, other.span_key, sought=True)
            self._review.remember_place()
            self._status_line.show(say("desk.across.went"))
