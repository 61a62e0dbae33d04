"""Navigation between figures, sections, reports and panes."""

from __future__ import annotations

import asyncio

from textual.screen import Screen

from fzreview.domain.reports.stored import ReportSummary, StoredReport
from fzreview.review.session import Session
from fzreview.review.view_models.outline_folds import with_folds
from fzreview.strings import say
from fzreview.tui.desk.display import FOLDS_VIEW_KEY, Display
from fzreview.tui.desk.panes import Panes
from fzreview.tui.desk.status_line import StatusLine
from fzreview.tui.widgets.lists.figures_pane import FiguresPane
from fzreview.tui.widgets.lists.outline_pane import OutlinePane
from fzreview.tui.widgets.lists.rows_pane import RowsPane
from fzreview.tui.widgets.text.pane import TextPane
from fzreview.work.judging.reviewing import Review


class Navigator:
    """Makes another figure, section or report the current one."""

    def __init__(
        self, screen: Screen[None], review: Review, panes: Panes, status_line: StatusLine, display: Display
    ) -> None:
        self._screen = screen
        self._review = review
        self._panes = panes
        self._status_line = status_line
        self._display = display

    @property
    def session(self) -> Session:
        return self._review.session

    # Figures and sections

    def go(self, index: int | None) -> None:
        """To a figure; nowhere for None."""
        if index is None:
            return
        self.session.go(index)
        self._panes.text.show_current(self.session.current)
        self._display.show_place()

    def step(self, step: int) -> None:
        """To the next or previous figure of the agenda."""
        index = self.session.neighbour(step)
        if index is None:
            self._status_line.show(say("desk.no_more_figures"))
        self.go(index)

    async def next_undecided(self) -> None:
        """To the next undecided figure, in this report or the next with work."""
        index = self.session.next_undecided()
        if index is not None:
            self.go(index)
            return
        with self._status_line.reporting_store_errors():
            report = await asyncio.to_thread(self._review.next_with_work)
            if report is not None:
                self.change_report(report)
            elif waiting := self.session.waiting():
                self._status_line.show(say("desk.fixes_wait", count=waiting))
            else:
                self._status_line.show(await self._all_done())

    async def _all_done(self) -> str:
        """That everything is decided, unless fixes wait in other reports."""
        elsewhere = await asyncio.to_thread(self._review.reports_to_fix)
        if not elsewhere:
            return say("desk.all_done")
        return say("desk.fixes_wait_elsewhere", count=elsewhere)

    def section(self, step: int) -> None:
        """To the first figure of the next or previous section that holds any."""
        index = self.session.section_step(step)
        if index is None:
            self._status_line.show(say("desk.no_more_sections"))
        self.go(index)

    def heading(self, step: int) -> None:
        """To the next or previous section of the outline, whether it holds figures or not."""
        section = self.session.outline_step(step)
        if section is None:
            self._status_line.show(say("desk.no_more_headings"))
        else:
            self.go_to_section(section)
            self._panes.outline.show_section(section)

    def go_to_section(self, section: int) -> None:
        """To a section and its first figure, where it governs any."""
        self.session.go_to_section(section)
        self._panes.text.show_current(self.session.current)
        self._display.show_place()
        self._panes.text.scroll_offset_to_top(self._display.view.sections[section])

    # Reports

    def open(self, report: StoredReport, figure: str | None = None, navigated: bool = False) -> None:
        """Open a report at a figure (span key).

        ``navigated``: the reviewer chose the figure, so the gate takes a verdict on it at once.
        """
        self._review.open(report, figure)
        if navigated and self.session.current is not None:
            self.session.go(self.session.current)
        self._display.show_session()

    def change_report(self, report: StoredReport) -> None:
        """Go to a report where it was left off."""
        self.open(report)
        self._review.remember_place()
        self._status_line.show("")

    async def change_to(self, summary: ReportSummary) -> None:
        """Read a report and go there."""
        with self._status_line.reporting_store_errors():
            self.change_report(await asyncio.to_thread(self._review.read, summary))

    async def report(self, step: int) -> None:
        """To the next or previous report."""
        with self._status_line.reporting_store_errors():
            report = await asyncio.to_thread(self._review.neighbour, step)
            if report is None:
                self._status_line.show(say("desk.no_more_reports"))
            else:
                self.change_report(report)

    def library(self) -> None:
        """Choose a report in the library."""
        from fzreview.tui.screens.library import LibraryScreen

        here = self.session.report.summary.id if self.session.is_open else None
        self._screen.app.push_screen(LibraryScreen(self._review, here), self._chosen)

    async def _chosen(self, summary: ReportSummary | None) -> None:
        if summary is not None:
            await self.change_to(summary)

    # Panes

    def next_pane(self) -> None:
        """To text, outline, list in turn."""
        panes = (self._panes.text, self._panes.outline, self._panes.figures)
        here = next((number for number, pane in enumerate(panes) if pane.has_focus), 0)
        self.focus(panes[(here + 1) % len(panes)])

    def focus(self, pane: TextPane | OutlinePane | FiguresPane) -> None:
        """Work in a pane."""
        # Outline and list share one place; a narrow screen shows it only while it is in use.
        self._screen.set_class(pane is self._panes.figures, "-list-shown")
        self._screen.set_class(pane is not self._panes.text, "-side-shown")
        self._screen.call_after_refresh(pane.focus)

    def follow_row(self, pane: RowsPane, row: int) -> None:
        """Moving in the outline or the list moves the text."""
        if pane is self._panes.figures:
            self.go(self._panes.figures.index(row))
        else:
            self.go_to_section(self._panes.outline.section(row))

    def choose_row(self, pane: RowsPane, row: int) -> None:
        """A row was chosen: go there, and on in the text."""
        self.follow_row(pane, row)
        self.focus(self._panes.text)

    def save_folds(self, folded: tuple[int, ...]) -> None:
        """Remember which sections are folded."""
        view, report = self._review.view, self.session.report.summary.sha256
        view[FOLDS_VIEW_KEY] = with_folds(view.get(FOLDS_VIEW_KEY), report, folded)
