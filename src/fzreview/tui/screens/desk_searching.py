"""Searching from the desk: what was found stays marked until the next search or Esc."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from fzreview.review.found_places import FoundPlaces
from fzreview.review.steps import Step
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.tui.screens.desk_keeping import DeskKeeping
from fzreview.tui.screens.desk_moving import DeskMoving

if TYPE_CHECKING:
    from fzreview.tui.screens.search import Goal


class DeskSearching(DeskKeeping, DeskMoving):
    """A place that lies in a figure makes it current; Esc leads back to where the search began."""

    _finding: FoundPlaces | None = None
    """What was searched last, perhaps in another report."""
    _searched_from: tuple[str, str] | None = None
    """Report and span key of what was current when the search began; None once something was decided."""

    def action_search(self) -> None:
        if self.session.is_open:
            from fzreview.tui.screens.search import SearchScreen

            self.app.push_screen(SearchScreen(self._review, self._finding_here()), self._go_to_goal)

    async def _go_to_goal(self, goal: Goal | None) -> None:
        if goal is None:
            return
        if self._finding is None:
            stored = self.session.current_figure
            here = self.session.report.summary.sha256
            self._searched_from = (here, stored.span_key) if stored else None
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
            report, figure = self._searched_from or ("", "")
            here = report == self.session.report.summary.sha256
            before = self.session.index_of(figure) if here else None
            self._go(self.session.current if before is None else before)
            self._tell("")

    def _show_step(self, step: Step, figures_changed: bool) -> None:
        self._searched_from = None
        super()._show_step(step, figures_changed)

    def _finding_here(self) -> FoundPlaces:
        reading = self.session.report.reading
        return (
            self._finding.shown_in(reading, self._side)
            if self._finding
            else FoundPlaces.of("", reading, self._side)
        )

    def _show_finding(self) -> None:
        finding = self._finding_here()
        if finding.place is not None:
            self._go(self._view.figure_at(finding.place))
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
