"""Searching from the desk: what was found stays marked until the next search or Esc."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.screen import Screen

from fzreview.review.seen.found_places import FoundPlaces
from fzreview.review.session import Session
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.text.wording import Span
from fzreview.tui.desk.display import Display
from fzreview.tui.desk.navigator import Navigator
from fzreview.tui.desk.panes import Panes
from fzreview.tui.desk.status_line import StatusLine
from fzreview.work.judging.reviewing import Review

if TYPE_CHECKING:
    from fzreview.tui.screens.search import Goal


class SearchController:
    """A place that lies in a figure makes it current; Esc leads back to where the search began."""

    def __init__(
        self,
        screen: Screen[None],
        review: Review,
        panes: Panes,
        status_line: StatusLine,
        display: Display,
        navigator: Navigator,
    ) -> None:
        self._screen = screen
        self._review = review
        self._panes = panes
        self._status_line = status_line
        self._display = display
        self._navigator = navigator
        self._finding: FoundPlaces | None = None
        """What was searched last, perhaps in another report."""
        self._searched_from: tuple[str, str] | None = None
        """Report and span key of what was current when the search began; None once something was decided."""
        self.on_match: list[Callable[[Span], None]] = []
        """Told of the place that was gone to, in the text that is shown."""
        self._was_seen = False
        """Whether the place was in sight before the text was shown anew."""

    @property
    def session(self) -> Session:
        return self._review.session

    def search(self) -> None:
        """Ask what to look for."""
        from fzreview.tui.screens.search import SearchScreen

        self._screen.app.push_screen(SearchScreen(self._review, self._finding_here()), self._go_to_goal)

    async def _go_to_goal(self, goal: Goal | None) -> None:
        if goal is None:
            return
        if self._finding is None:
            stored = self.session.current_figure
            here = self.session.report.summary.sha256
            self._searched_from = (here, stored.span_key) if stored else None
        self._finding = goal.finding
        with self._status_line.reporting_store_errors():
            if goal.report is not None:
                self._navigator.change_report(await asyncio.to_thread(self._review.read, goal.report))
                self._finding = self._finding_here().moved(1)
            self._navigator.focus(self._panes.text)
            self._show_finding()

    def step(self, step: int) -> None:
        """To the next or previous place."""
        if self._finding is None or not self.session.is_open:
            self._status_line.show(say("desk.search.none"))
        else:
            self._finding = self._finding_here().moved(step)
            self._show_finding()

    def end(self) -> None:
        """End the search, back to where it began."""
        if self._finding is None:
            return
        self._finding = None
        self._panes.text.show_found(None)
        report, figure = self._searched_from or ("", "")
        here = report == self.session.report.summary.sha256
        before = self.session.index_of(figure) if here else None
        self._navigator.go(self.session.current if before is None else before)
        self._status_line.show("")

    def _finding_here(self) -> FoundPlaces:
        reading = self.session.report.reading
        if self._finding is None:
            return FoundPlaces.of("", reading, self._display.side)
        return self._finding.shown_in(reading, self._display.side)

    def _show_finding(self) -> None:
        finding = self._finding_here()
        if finding.place is not None:
            self._navigator.go(self._display.view.figure_at(finding.place))
        self._panes.text.show_found(finding.place)
        if finding.place is not None:
            for listener in self.on_match:
                listener(finding.place)
        told = "desk.search.at" if finding.place else "desk.search.not_here"
        number, count = (finding.current or 0) + 1, len(finding.places)
        words = say(told, words=one_line(finding.typed), number=number, count=count)
        # As long as the search goes on, its place is marked and its keys lead further.
        self._status_line.show(words, persistent=finding.place is not None)

    # What the desk tells

    def forget_origin(self) -> None:
        """Something was decided: there is no going back by Esc."""
        self._searched_from = None

    def note_visibility(self) -> None:
        """The text is about to be shown anew."""
        self._was_seen = self._panes.text.sees_found

    def restore_match(self) -> None:
        """The text was shown anew, perhaps its other side."""
        # Another report forgets the mark; the other side of this one, or another figure in it, does not.
        if self._finding is not None and self._finding.reading is self.session.report.reading:
            self._finding = self._finding_here()
            self._panes.text.show_found(self._finding.place, reveal=self._was_seen)
