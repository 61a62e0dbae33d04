"""The reports of a library, one row each, with a bar of progress. Rows are asked for when they are seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rich.text import Text
from textual.cache import LRUCache
from textual.message import Message

from fzreview.domain.reports.stored import ReportSummary
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.tui.widgets.rows_pane import RowsPane

BAR_CELLS: Final = 10

PAGE_ROWS: Final = 200

MOST_PAGES: Final = 20
"""Pages that are held; the longest unseen ones are asked for again."""


class ReportList(RowsPane):
    """Progress, tally, year and title of each report."""

    class PageMissed(Message):
        """Rows from ``first`` on are seen and not there yet."""

        def __init__(self, first: int) -> None:
            super().__init__()
            self.first = first

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._pages: LRUCache[int, Sequence[ReportSummary]] = LRUCache(MOST_PAGES)
        self._missed: set[int] = set()

    def show_listing(self, count: int, cursor: int) -> None:
        """There are ``count`` reports now; none of their rows is known yet."""
        self._pages.clear()
        self._missed.clear()
        self.show_rows(count, cursor)

    def show_page(self, first: int, reports: Sequence[ReportSummary]) -> None:
        """The rows from ``first`` on, PAGE_ROWS of them or up to the last."""
        self._pages[first] = reports
        self._missed.discard(first)
        self.refresh()

    def report(self, row: int) -> ReportSummary | None:
        """The report on a row; None while it is not there yet."""
        first = row - row % PAGE_ROWS
        reports = self._pages.get(first)
        if reports is None:
            if first not in self._missed:
                self._missed.add(first)
                self.post_message(self.PageMissed(first))
            return None
        return reports[row - first] if row - first < len(reports) else None

    def row_text(self, row: int, width: int) -> Text:
        report = self.report(row)
        if report is None:
            return Text()
        filled = report.decided * BAR_CELLS // report.figures if report.figures else BAR_CELLS
        text = Text(no_wrap=True, overflow="ellipsis")
        text.append(" " + "#" * filled + "." * (BAR_CELLS - filled), style="bold" if filled else "dim")
        text.append(f" {report.decided:>5}/{report.figures:<5}")
        text.append(f" {say('desk.status.wrong')} {report.wrong:<3}", style="bold" if report.wrong else "dim")
        text.append(
            f" {say('desk.status.unsure')} {report.unsure:<3}", style="bold" if report.unsure else "dim"
        )
        text.append(f" {report.year or '    '}  ")
        text.append(one_line(report.title or say("desk.no_title")))
        text.append(f"  {one_line(report.issuer or report.region or '')}", style="dim")
        text.append(f"  {one_line(report.doc)}", style="dim")
        return text
