"""Going to another figure to compare, and back to exactly where one was."""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fzreview.review.agenda import Agenda
from fzreview.strings import say
from fzreview.tui.screens.desk_accounting import DeskAccounting
from fzreview.tui.screens.desk_moving import DeskMoving

if TYPE_CHECKING:
    from fzreview.domain.other_figure import OtherFigure
    from fzreview.work.judging.reviewing import Review

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


class DeskTravelling(DeskAccounting, DeskMoving):
    """Other reports that tell the same subject, and the way back from wherever one went to compare."""

    def __init__(self, review: Review, repeat_ms: int = 0) -> None:
        super().__init__(review, repeat_ms)
        self._ways: deque[Way] = deque(maxlen=MOST_WAYS)

    def action_across(self) -> None:
        """The subject of the current figure in the other reports."""
        stored = self.session.current_figure if self.session.is_open else None
        if stored is not None:
            from fzreview.tui.screens.across import AcrossScreen

            self.app.push_screen(AcrossScreen(self._review, stored.shown), self._go_elsewhere)

    async def _go_elsewhere(self, other: OtherFigure | None) -> None:
        if other is None:
            return
        with self._asking_the_store():
            report = await asyncio.to_thread(self._review.read_by_sha256, other.report)
            if report is None:
                self._tell(say("desk.across.gone"), loud=True)
                return
            self._leave()
            self._open(report, other.span_key, sought=True)
            self._review.remember_place()
            self._tell(say("desk.across.went", key=self._key("back")))

    async def action_back(self) -> None:
        """To the place that was left last."""
        if not self._ways:
            self._tell(say("desk.no_way_back"))
            return
        with self._asking_the_store():
            await self._go_back(self._ways[-1])

    async def _go_back(self, way: Way) -> None:
        """To that place, and forget it; kept where its report cannot be read now."""
        here = way.report == self.session.report.summary.sha256
        report = None if here else await asyncio.to_thread(self._review.read_by_sha256, way.report)
        self._ways.pop()
        if here:
            self._go(self.session.index_of(way.figure))
        elif report is not None:
            self._open(report, way.figure, sought=True)
        else:
            self._tell(say("desk.across.gone"), loud=True)
            return
        if way.agenda != self.session.agenda:
            self._set_agenda(way.agenda)
        self._text.scroll_to_offset(way.top)
        self._review.remember_place()
        self._tell("")

    def _leave(self) -> None:
        """Remember where the reviewer is."""
        stored = self.session.current_figure
        if stored is not None:
            sha256 = self.session.report.summary.sha256
            self._ways.append(Way(sha256, stored.span_key, self._text.top_offset, self.session.agenda))
