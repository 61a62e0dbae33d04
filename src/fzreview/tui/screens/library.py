"""The library: every report of the store with its progress."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Input

from fzreview.domain.stored import ReportSummary
from fzreview.review.parts import Part
from fzreview.strings import say
from fzreview.tui.widgets.lines import Lines
from fzreview.tui.widgets.report_list import ReportList
from fzreview.tui.widgets.rows_pane import RowsPane

if TYPE_CHECKING:
    from fzreview.work.reviewing import Review


class LibraryScreen(Screen[ReportSummary | None]):
    """Answers with the report to open, None when the reviewer goes back."""

    PART: ClassVar[Part] = "library"
    CSS_PATH = "library.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", show=False),
        Binding("slash,fullwidth_solidus", "filter", show=False),
        Binding("ctrl+o", "load", show=False),
        Binding("ctrl+q", "app.quit", show=False),
    ]
    AUTO_FOCUS = "#reports"

    def __init__(self, review: Review, here: str | None) -> None:
        super().__init__()
        self._review = review
        self._here = here
        self._all: list[ReportSummary] = []

    def compose(self) -> ComposeResult:
        yield Lines(id="head")
        yield Input(placeholder=say("desk.library.filter"), id="filter")
        yield ReportList(id="reports")
        yield Lines(id="library-keys")

    async def on_mount(self) -> None:
        self.query_one("#library-keys", Lines).show(say("desk.library.keys"))
        await self._read()

    async def _read(self) -> None:
        self._all = await asyncio.to_thread(self._review.summaries)
        self._show(self.query_one("#filter", Input).value)

    def _show(self, wanted: str) -> None:
        reports = [report for report in self._all if _matches(report, wanted)]
        self.query_one(ReportList).show_reports(reports, self._here)
        head = say(
            "desk.library.head",
            reports=len(reports),
            figures=sum(report.figures for report in reports),
            decided=sum(report.decided for report in reports),
        )
        self.query_one("#head", Lines).show(f"{say('desk.library.title')}   {head}")

    def on_input_changed(self, message: Input.Changed) -> None:
        self._show(message.value)

    def on_input_submitted(self) -> None:
        self.query_one(ReportList).focus()

    def on_rows_pane_row_chosen(self, message: RowsPane.RowChosen) -> None:
        self.dismiss(self.query_one(ReportList).report(message.row))

    def action_filter(self) -> None:
        field = self.query_one("#filter", Input)
        field.add_class("-open")
        field.focus()

    def action_back(self) -> None:
        field = self.query_one("#filter", Input)
        if field.has_class("-open"):
            field.value = ""
            field.remove_class("-open")
            self.query_one(ReportList).focus()
        else:
            self.dismiss(None)

    def action_load(self) -> None:
        from fzreview.tui.screens.loading import LoadScreen

        self.app.push_screen(LoadScreen(self._review.path), self._loaded)

    async def _loaded(self, _answer: None) -> None:
        await self._read()


def _matches(report: ReportSummary, wanted: str) -> bool:
    words = (report.title, report.doc, report.region, report.issuer, str(report.year or ""))
    return all(any(part in (word or "") for word in words) for part in wanted.split())
