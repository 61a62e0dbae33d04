"""The library: the reports of the store with their progress, searched, filtered and sorted."""

from __future__ import annotations

import asyncio
from array import array
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from fzreview.domain.reports.library import SORTS, STATES, LibraryQuery, Listing
from fzreview.domain.reports.stored import ReportSummary
from fzreview.errors import FzError
from fzreview.review.keys.parts import Part
from fzreview.review.view_models.library_view_state import library_query_from, library_view_state
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.tui.bindings import key_line, keymap_of
from fzreview.tui.single_layout import SingleLayoutScreen
from fzreview.tui.widgets.lines.key_line import KeyLine
from fzreview.tui.widgets.lines.text_lines import TextLines
from fzreview.tui.widgets.lists.report_list import PAGE_ROWS, ReportList
from fzreview.tui.widgets.lists.rows_pane import RowsPane

if TYPE_CHECKING:
    from fzreview.work.judging.reviewing import Review

LIBRARY_VIEW_KEY: Final = "library"
"""Key in the stored view state: the last query of the library."""

POLL_SECONDS: Final = 2.0
"""Interval at which the library looks for newly loaded reports."""


class LibraryScreen(SingleLayoutScreen[ReportSummary | None]):
    """Dismissed with the report to open; None to go back."""

    PART: ClassVar[Part] = "library"
    CSS_PATH = "library.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", show=False),
        Binding("slash,fullwidth_solidus,ideographic_comma,1,１", "words", show=False),
        Binding("s,2,ｓ,２", "cycle_state", show=False),
        Binding("g,3,ｇ,３", "region", show=False),
        Binding("o,4,ｏ,４", "cycle_sort", show=False),
        Binding("a,5,ａ,５", "adjudicate", show=False),
        Binding("0,０", "all", show=False),
        Binding("ctrl+o", "load", show=False),
        Binding("ctrl+q", "app.quit", show=False),
    ]
    AUTO_FOCUS = "#reports"

    def __init__(self, review: Review, here: int | None) -> None:
        """``here`` is the id of the report that is open."""
        super().__init__()
        self._review = review
        self._query = library_query_from(review.view.get(LIBRARY_VIEW_KEY))
        self._here = here
        self._listing = Listing(array("q"), 0, 0)
        self._reading = False
        self._newest = 0
        """Id of the newest report that was there when the listing was read."""
        self._chosen = False
        """Enter came before the rows."""

    def compose(self) -> ComposeResult:
        yield TextLines(id="head")
        yield Input(self._query.words, placeholder=say("desk.library.filter"), id="filter", max_length=80)
        yield ReportList(id="reports")
        yield KeyLine(id="library-keys")

    def on_mount(self) -> None:
        self._reports = self.query_one(ReportList)
        self._show_keys()
        self.query_one("#filter", Input).set_class(bool(self._query.words), "-open")
        self._read(self._here)
        self.set_interval(POLL_SECONDS, self._look_again)

    # Reading

    def _read(self, here: int | None = None) -> None:
        """List again, the cursor on the report with the id ``here``, else on the first."""
        if not self._reading:
            self._reading = True
            self.run_worker(self._read_listing(here), exit_on_error=False)

    async def _read_listing(self, here: int | None) -> None:
        """Read in a thread, again as long as something else is wanted meanwhile; the last one is shown."""
        try:
            while True:
                query = self._query
                listing, row, newest = await asyncio.to_thread(self._listed, query, here)
                if query == self._query:
                    break
                here = None
        except FzError as error:
            self._tell(error)
            return
        finally:
            self._reading = False
        self._listing, self._newest = listing, newest
        self._reports.show_listing(len(listing.reports), row)
        self._show_head()

    def _listed(self, query: LibraryQuery, here: int | None) -> tuple[Listing, int, int]:
        """What is listed, the row of the report ``here`` in it, and the newest report."""
        newest = self._review.newest_report()
        listing = self._review.listing(query)
        try:
            row = 0 if here is None else listing.reports.index(here)
        except ValueError:
            row = 0
        return listing, row, newest

    def on_report_list_page_missed(self, message: ReportList.PageMissed) -> None:
        self.run_worker(self._read_page(self._listing, message.first), exit_on_error=False)

    async def _read_page(self, listing: Listing, first: int) -> None:
        wanted = listing.reports[first : first + PAGE_ROWS]
        try:
            reports = await asyncio.to_thread(self._review.summaries_of, wanted)
        except FzError as error:
            self._tell(error)
            return
        if listing is self._listing:
            self._reports.show_page(first, reports)
            if self._chosen:
                self._choose()

    def _look_again(self) -> None:
        """Reports that are loaded beside the reviewer appear."""
        try:
            newest = self._review.newest_report()
        except FzError as error:
            self._tell(error)
            return
        if not self._reading and newest != self._newest:
            rows, row = self._listing.reports, self._reports.cursor
            self._read(rows[row] if row < len(rows) else None)

    def _tell(self, error: FzError) -> None:
        """Show an error of the store in the header; the list stays."""
        self.query_one("#head", TextLines).show(one_line(str(error)))

    # Showing

    def _show_head(self) -> None:
        query, listing = self._query, self._listing
        text = Text(say("desk.library.title") + "  ", no_wrap=True, overflow="ellipsis")
        text.append(
            say(
                "desk.library.head",
                reports=len(listing.reports),
                figures=listing.figures,
                decided=listing.decided,
            )
        )
        told = [say(f"desk.library.sort.{query.sort}")]
        if query.state is not None:
            told.append(say(f"desk.library.state.{query.state}"))
        if query.region is not None:
            told.append(one_line(query.region or say("desk.library.no_region")))
        text.append("  " + "  ".join(f"[{words}]" for words in told), style="not bold")
        self.query_one("#head", TextLines).show(text)

    def _show_keys(self) -> None:
        self.query_one(KeyLine).show_keys(key_line(keymap_of(self.app), self.PART))

    def on_screen_resume(self) -> None:
        self._show_keys()

    # What is listed

    def _ask(self, query: LibraryQuery) -> None:
        self._query = query
        self._review.view[LIBRARY_VIEW_KEY] = library_view_state(query)
        self._review.remember_place()
        self._read()

    def on_input_changed(self, message: Input.Changed) -> None:
        if message.value != self._query.words:
            self._ask(replace(self._query, words=message.value))

    def on_input_submitted(self) -> None:
        self._reports.focus()

    def action_words(self) -> None:
        field = self.query_one("#filter", Input)
        field.add_class("-open")
        field.focus()

    def action_cycle_state(self) -> None:
        turns = (None, *STATES)
        self._ask(replace(self._query, state=turns[(turns.index(self._query.state) + 1) % len(turns)]))

    def action_cycle_sort(self) -> None:
        self._ask(replace(self._query, sort=SORTS[(SORTS.index(self._query.sort) + 1) % len(SORTS)]))

    async def action_region(self) -> None:
        from fzreview.tui.screens.regions import RegionScreen

        try:
            counts = await asyncio.to_thread(self._review.regions, self._query)
        except FzError as error:
            self._tell(error)
            return
        self.app.push_screen(RegionScreen(counts, self._query.region), self._region_chosen)

    def _region_chosen(self, answer: tuple[str | None] | None) -> None:
        if answer is not None:
            self._ask(replace(self._query, region=answer[0]))

    def action_all(self) -> None:
        """List every report again; the order stays."""
        self._close_words()
        self._ask(LibraryQuery(sort=self._query.sort))

    def _close_words(self) -> None:
        field = self.query_one("#filter", Input)
        with field.prevent(Input.Changed):
            field.value = ""
        field.remove_class("-open")
        self._reports.focus()

    # Leaving

    @on(RowsPane.RowChosen, "#reports")
    def _choose(self) -> None:
        report = self._reports.report(self._reports.cursor) if not self._reading else None
        self._chosen = report is None and bool(self._listing.reports)
        if report is not None:
            self.dismiss(report)

    def action_back(self) -> None:
        if self.query_one("#filter", Input).has_focus:
            self._close_words()
            self._ask(replace(self._query, words=""))
        else:
            self.dismiss(None)

    async def action_adjudicate(self) -> None:
        """Settle what reviewers differ about, in every report."""
        from fzreview.review.adjudicating import Adjudicating
        from fzreview.tui.screens.adjudication import AdjudicationScreen
        from fzreview.work.team.dissent.adjudicating import Adjudicator, waiting

        review, name = self._review, self._review.session.reviewer
        try:
            refs = await asyncio.to_thread(waiting, review.path, name)
        except FzError as error:
            self._tell(error)
            return
        if not refs:
            self.query_one("#head", TextLines).show(say("sharing.none"))
            return
        screen = AdjudicationScreen(Adjudicator(review.path, name, review.writer), Adjudicating(refs))
        self.app.push_screen(screen, lambda _: self._read())

    def action_load(self) -> None:
        from fzreview.tui.screens.loading import LoadScreen

        self.app.push_screen(LoadScreen(self._review.load))
