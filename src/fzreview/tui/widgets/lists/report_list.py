"""The reports of a library, one row each, with their progress. Rows are asked for when they are seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rich.text import Text
from textual.cache import LRUCache
from textual.message import Message

from fzreview.domain.reports.stored import ReportSummary
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.tui.widgets.lists.rows_pane import RowsPane

BAR_CELLS: Final = 10

WIDE_CELLS: Final = 100
"""Rows at least so wide have a bar of progress, and what is wrong or unsure before the name."""

PLACE_CELLS: Final = 20
"""How wide the column of places is; who issued a report and when tells it from the others."""

PAGE_ROWS: Final = 200

MAX_PAGES: Final = 20
"""Pages that are held; the longest unseen ones are asked for again."""


class ReportList(RowsPane):
    """Progress, year, place and title of each report."""

    class PageMissed(Message):
        """Rows from ``first`` on are seen and not there yet."""

        def __init__(self, first: int) -> None:
            super().__init__()
            self.first = first

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._pages: LRUCache[int, Sequence[ReportSummary]] = LRUCache(MAX_PAGES)
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
        text = Text(no_wrap=True, overflow="ellipsis")
        wide = width >= WIDE_CELLS
        parts = (_bar, _tally, _troubles, _name) if wide else (_tally, _name, _troubles)
        for part in parts:
            text.append_text(part(report))
        text.append(f"  {one_line(report.doc)}", style="dim")
        return text


def _bar(report: ReportSummary) -> Text:
    filled = report.decided * BAR_CELLS // report.figures if report.figures else BAR_CELLS
    return Text(" " + "#" * filled + "." * (BAR_CELLS - filled), "bold" if filled else "dim")


def _tally(report: ReportSummary) -> Text:
    """How many of how many are decided."""
    return Text(f" {report.decided:>5}/{report.figures:<5}")


def _troubles(report: ReportSummary) -> Text:
    """How many of them are wrong and how many unsure."""
    text = Text()
    for name, count in (("wrong", report.wrong), ("unsure", report.unsure)):
        text.append(f" {say(f'desk.status.{name}')} {count:<3}", "bold" if count else "dim")
    return text


def _name(report: ReportSummary) -> Text:
    """Year, place and title; behind the place the title need not begin with it.

    Where no place is known that is said: the first word of the title would be taken for one, also where
    advertising was put over the place.
    """
    text = Text(f" {report.year or '    '}  ")
    place = report.issuer or report.region or ""
    column = Text(one_line(place) if place else say("desk.library.no_region"), "" if place else "dim")
    column.truncate(PLACE_CELLS, overflow="ellipsis", pad=True)
    text.append_text(column).append("  ")
    return text.append(one_line((report.title or say("desk.no_title")).removeprefix(place)))
