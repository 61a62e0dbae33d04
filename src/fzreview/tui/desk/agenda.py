"""The order and the filter by which figures are visited."""

from __future__ import annotations

from dataclasses import replace

from textual.screen import Screen

from fzreview.review.open_report.agenda import USUAL_ORDERS, Agenda
from fzreview.review.session import Session
from fzreview.strings import say
from fzreview.tui.desk.display import Display
from fzreview.tui.desk.navigator import Navigator
from fzreview.tui.desk.status_line import StatusLine
from fzreview.work.judging.reviewing import Review


class AgendaController:
    """Changes the session's agenda and updates the list, card and header."""

    def __init__(
        self,
        screen: Screen[None],
        review: Review,
        status_line: StatusLine,
        display: Display,
        navigator: Navigator,
    ) -> None:
        self._screen = screen
        self._review = review
        self._status_line = status_line
        self._display = display
        self._navigator = navigator

    @property
    def session(self) -> Session:
        return self._review.session

    def cycle_order(self) -> None:
        """Switch to the next order."""
        agenda = self.session.agenda
        orders = self.session.orders if self.session.is_open else USUAL_ORDERS
        # An order by layers may have been left in a report that has some.
        at = orders.index(agenda.order) if agenda.order in orders else -1
        order = orders[(at + 1) % len(orders)]
        self.set_agenda(replace(agenda, order=order))
        self._status_line.show(say(f"desk.order.{order}"))
        if self.session.is_open:
            self._display.show_card()

    def filter(self) -> None:
        """Open the filter dialog."""
        from fzreview.tui.screens.filter import FilterScreen

        session = self.session
        screen = FilterScreen(session.agenda, self._section_span(), session.total, session.reviewers())
        self._screen.app.push_screen(screen, self._filtered)

    def _filtered(self, agenda: Agenda | None) -> None:
        if agenda is not None:
            self.set_agenda(agenda)
            told = "desk.filter.on" if agenda.filters else "desk.filter.off"
            self._status_line.show(say(told, visited=len(self.session.visited())))

    def set_agenda(self, agenda: Agenda) -> None:
        """Set the agenda; goes to its first figure where it leaves out the current one."""
        self._review.set_agenda(agenda)
        if self.session.is_open:
            visited = self.session.visited()
            if visited and self.session.current not in visited:
                self._navigator.go(visited[0])
            self._display.show_list()
            self._display.show_header()

    def _section_span(self) -> tuple[int, int] | None:
        index = self.session.section_of_current()
        if index is None:
            return None
        section = self.session.report.reading.outline[index]
        return section.start, section.until
