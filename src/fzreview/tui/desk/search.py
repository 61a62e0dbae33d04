"""Searching: the current match stays marked until the next search or Esc."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.screen import Screen

from fzreview.review.session import Session
from fzreview.review.view_models.search_matches import SearchMatches
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
    """Moves between matches. A match inside a figure makes that figure current; Esc returns to the origin."""

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
        self._matches: SearchMatches | None = None
        """The last search, perhaps in another report."""
        self._origin: tuple[str, str] | None = None
        """Report (sha256) and span key of the figure to return to; None once something was decided."""
        self.on_match: list[Callable[[Span], None]] = []
        """Called with the span of a match that was moved to, in the shown text."""
        self._was_visible = False
        """Whether the match was visible before the text was rebuilt."""

    @property
    def session(self) -> Session:
        return self._review.session

    def search(self) -> None:
        """Open the search dialog."""
        from fzreview.tui.screens.search import SearchScreen

        self._screen.app.push_screen(SearchScreen(self._review, self._matches_here()), self._go_to_goal)

    async def _go_to_goal(self, goal: Goal | None) -> None:
        if goal is None:
            return
        if self._matches is None:
            stored = self.session.current_figure
            here = self.session.report.summary.sha256
            self._origin = (here, stored.span_key) if stored else None
        self._matches = goal.matches
        with self._status_line.reporting_store_errors():
            if goal.report is not None:
                self._navigator.change_report(await asyncio.to_thread(self._review.read, goal.report))
                self._matches = self._matches_here().moved(1)
            self._navigator.focus(self._panes.text)
            self._show_matches()

    def step(self, step: int) -> None:
        """Move to the next (1) or previous (-1) match."""
        if self._matches is None or not self.session.is_open:
            self._status_line.show(say("desk.search.none"))
        else:
            self._matches = self._matches_here().moved(step)
            self._show_matches()

    def end(self) -> None:
        """End the search and return to its origin."""
        if self._matches is None:
            return
        self._matches = None
        self._panes.text.show_match(None)
        report, figure = self._origin or ("", "")
        here = report == self.session.report.summary.sha256
        before = self.session.index_of(figure) if here else None
        self._navigator.go(self.session.current if before is None else before)
        self._status_line.show("")

    def _matches_here(self) -> SearchMatches:
        reading = self.session.report.reading
        if self._matches is None:
            return SearchMatches.of("", reading, self._display.side)
        return self._matches.shown_in(reading, self._display.side)

    def _show_matches(self) -> None:
        matches = self._matches_here()
        if matches.span is not None:
            self._navigator.go(self._display.view.figure_at(matches.span))
        self._panes.text.show_match(matches.span)
        if matches.span is not None:
            for listener in self.on_match:
                listener(matches.span)
        told = "desk.search.at" if matches.span else "desk.search.not_here"
        number, count = (matches.current or 0) + 1, len(matches.spans)
        words = say(told, words=one_line(matches.typed), number=number, count=count)
        # Persistent, since the keys of the search stay valid while its match is marked.
        self._status_line.show(words, persistent=matches.span is not None)

    # Notifications

    def forget_origin(self) -> None:
        """Something was decided: Esc no longer returns to the origin."""
        self._origin = None

    def note_visibility(self) -> None:
        """The text is about to be rebuilt."""
        self._was_visible = self._panes.text.is_match_visible

    def restore_match(self) -> None:
        """The text was rebuilt, perhaps on its other side: mark the match again."""
        # The mark is kept across sides of a report, not across reports.
        if self._matches is not None and self._matches.reading is self.session.report.reading:
            self._matches = self._matches_here()
            self._panes.text.show_match(self._matches.span, reveal=self._was_visible)
