"""Going from figure to figure, section to section, report to report, pane to pane."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from fzreview.review.agenda import ORDERS, Agenda
from fzreview.review.folds import kept_folds
from fzreview.strings import say
from fzreview.tui.screens.desk_view import FOLDS, DeskView
from fzreview.tui.widgets.figures_pane import FiguresPane
from fzreview.tui.widgets.outline_pane import OutlinePane
from fzreview.tui.widgets.rows_pane import RowsPane
from fzreview.tui.widgets.text_pane import TextPane


class DeskMoving(DeskView):
    """Movement by keys, outline, list and mouse, along the agenda."""

    def action_step(self, step: int) -> None:
        if self.session.is_open:
            index = self.session.neighbour(step)
            if index is None:
                self._tell(say("desk.no_more_figures"))
            self._go(index)

    async def action_next_undecided(self) -> None:
        if not self.session.is_open:
            return
        index = self.session.next_undecided()
        if index is not None:
            self._go(index)
            return
        with self._asking_the_store():
            report = await asyncio.to_thread(self._review.next_with_work)
            if report is None:
                self._tell(say("desk.all_done"))
            else:
                self._change_report(report)

    def turn_order(self) -> None:
        """Visit the figures in the next order."""
        agenda = self.session.agenda
        order = ORDERS[(ORDERS.index(agenda.order) + 1) % len(ORDERS)]
        self._set_agenda(replace(agenda, order=order))
        self._tell(say(f"desk.order.{order}"))

    def action_filter(self) -> None:
        if self.session.is_open:
            from fzreview.tui.screens.filter import FilterScreen

            self.app.push_screen(FilterScreen(self.session.agenda, self._section_span()), self._filtered)

    def _filtered(self, agenda: Agenda | None) -> None:
        if agenda is not None:
            self._set_agenda(agenda)
            told = "desk.filter.on" if agenda.filters else "desk.filter.off"
            self._tell(say(told, visited=len(self.session.visited())))

    def _set_agenda(self, agenda: Agenda) -> None:
        self.session.set_agenda(agenda)
        if self.session.is_open:
            visited = self.session.visited()
            if visited and self.session.current not in visited:
                self._go(visited[0])
            self._show_list()
            self._show_header()

    def _section_span(self) -> tuple[int, int] | None:
        index = self.session.section_of_current()
        if index is None:
            return None
        section = self.session.report.reading.outline[index]
        return section.start, section.until

    def action_section(self, step: int) -> None:
        index = self.session.section_step(step) if self.session.is_open else None
        if index is None:
            self._tell(say("desk.no_more_sections"))
        self._go(index)

    def action_heading(self, step: int) -> None:
        """To the next section of the outline, whether it holds figures or not."""
        section = self.session.outline_step(step) if self.session.is_open else None
        if section is None:
            self._tell(say("desk.no_more_headings"))
        else:
            self._go_to_section(section)
            self._outline.show_section(section)

    async def action_report(self, step: int) -> None:
        if not self.session.is_open:
            return
        with self._asking_the_store():
            report = await asyncio.to_thread(self._review.neighbour, step)
            if report is None:
                self._tell(say("desk.no_more_reports"))
            else:
                self._change_report(report)

    # Panes

    def action_toggle_source(self) -> None:
        if self.session.is_open:
            self._side = "source" if self._side == "clean" else "clean"
            self._show_text()
            self._show_header()
            self._tell(say(f"desk.{self._side}_side"))

    def action_next_pane(self) -> None:
        panes = (self._text, self._outline, self._figures)
        here = next((number for number, pane in enumerate(panes) if pane.has_focus), 0)
        self._focus_pane(panes[(here + 1) % len(panes)])

    def _focus_pane(self, pane: TextPane | OutlinePane | FiguresPane) -> None:
        # Outline and list share one place; a narrow screen shows it only while it is in use.
        self.set_class(pane is self._figures, "-list-shown")
        self.set_class(pane is not self._text, "-side-shown")
        self.call_after_refresh(pane.focus)

    # What the panes say

    def on_rows_pane_row_highlighted(self, message: RowsPane.RowHighlighted) -> None:
        """Moving in the outline or the list moves the text."""
        if message.pane is self._figures:
            self._go(self._figures.index(message.row))
        else:
            self._go_to_section(self._outline.section(message.row))

    def on_rows_pane_row_chosen(self, message: RowsPane.RowChosen) -> None:
        self.on_rows_pane_row_highlighted(RowsPane.RowHighlighted(message.pane, message.row))
        self._focus_pane(self._text)

    def on_outline_pane_folded(self, message: OutlinePane.Folded) -> None:
        view, report = self._review.view, self.session.report.summary.sha256
        view[FOLDS] = kept_folds(view.get(FOLDS), report, message.folded)

    def _go_to_section(self, section: int) -> None:
        self.session.go_to_section(section)
        self._text.show_current(self.session.current)
        self._show_place()
        self._text.reveal_offset(self._view.sections[section])

    def on_text_pane_figure_clicked(self, message: TextPane.FigureClicked) -> None:
        self._go(message.index)
