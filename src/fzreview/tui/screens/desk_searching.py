"""Searching from the desk: what was found stays marked until the next search or Esc."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from fzreview.review.found_places import FoundPlaces
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.tui.screens.desk_moving import DeskMoving

if TYPE_CHECKING:
    from fzreview.tui.screens.search import Goal


class DeskSearching(DeskMoving):
    """The current figure stays the current one: a search looks something up, and Esc leads back."""

    _finding: FoundPlaces | None = None
    """What was searched last, perhaps in another report."""

    def action_search(self) -> None:
        if self.session.is_open:
            from fzreview.tui.screens.search import SearchScreen

            self.app.push_screen(SearchScreen(self._review, self._finding_here()), self._go_to_goal)

    async def _go_to_goal(self, goal: Goal | None) -> None:
        if goal is None:
            return
        self._finding = goal.finding
        with self._asking_the_store():
            if goal.report is not None:
                self._change_report(await asyncio.to_thread(self._review.read, goal.report))
                self._finding = self._finding_here().moved(1)
            self._focus_pane(self._text)
            self._show_finding()

    def action_find(self, step: int) -> None:
        if self._finding is None or not self.session.is_open:
            self._tell(say("desk.search.none"))
        else:
            self._finding = self._finding_here().moved(step)
            self._show_finding()

    def action_end_search(self) -> None:
        if self._finding is not None:
            self._finding = None
            self._text.show_found(None)
            self._text.show_current(self.session.current)
            self._tell("")

    def _finding_here(self) -> FoundPlaces:
        reading = self.session.report.reading
        return (
            self._finding.shown_in(reading, self._side)
            if self._finding
            else FoundPlaces.of("", reading, self._side)
        )

    def _show_finding(self) -> None:
        finding = self._finding_here()
        self._text.show_found(finding.place)
        told = "desk.search.at" if finding.place else "desk.search.not_here"
        number, count = (finding.current or 0) + 1, len(finding.places)
        self._tell(say(told, words=one_line(finding.typed), number=number, count=count))

    def _show_text(self, keep_place: bool = False) -> None:
        seen = self._text.sees_found
        super()._show_text(keep_place)
        # Another report forgets the mark; the other side of this one, or another figure in it, does not.
        if self._finding is not None and self._finding.reading is self.session.report.reading:
            self._finding = self._finding_here()
            self._text.show_found(self._finding.place, reveal=seen)
