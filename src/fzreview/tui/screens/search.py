"""The search dialog: searches the open report and all reports of the store."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from fzreview.domain.reports.found import Hits
from fzreview.domain.reports.stored import ReportSummary
from fzreview.errors import FzError
from fzreview.review.keys.parts import Part
from fzreview.review.view_models.search_matches import SearchMatches
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.tui.dialog import Dialog
from fzreview.tui.widgets.lines.text_lines import TextLines
from fzreview.tui.widgets.lists.search_results import SearchResultList

if TYPE_CHECKING:
    from fzreview.work.judging.reviewing import Review

MAX_HERE = 5
"""Places of the open report that are listed; keys of the desk go to the others."""

LONGEST_TYPED = 80


@dataclass(frozen=True, slots=True)
class Goal:
    """Where to go: the place of the open report, or the first place of another."""

    matches: SearchMatches
    report: ReportSummary | None = None


class SearchScreen(Dialog[Goal | None]):
    """Dismissed with the chosen match; None when cancelled."""

    PART: ClassVar[Part] = "search"
    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", show=False),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("pageup", "move(-10)", show=False, priority=True),
        Binding("pagedown", "move(10)", show=False, priority=True),
    ]
    AUTO_FOCUS = "#words"

    def __init__(self, review: Review, matches: SearchMatches) -> None:
        """``matches`` are those in the open report; their query is prefilled."""
        super().__init__()
        self._review = review
        self._here = matches
        self._elsewhere = Hits(())
        self._words = matches.typed
        """The current query; the list may still show the result of an earlier one."""
        self._searching = False
        self._chosen = False
        """Enter came before the answer."""

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Text(say("desk.search.title")), classes="title", markup=False)
            yield Input(one_line(self._words), id="words", max_length=LONGEST_TYPED, select_on_focus=True)
            yield TextLines(id="found-counts")
            yield SearchResultList(id="found")
            yield Static(Text(say("desk.search.keys")), classes="hint", markup=False)

    # Searching

    def on_input_changed(self, message: Input.Changed) -> None:
        self._words = message.value
        self._chosen = False
        self._begin()

    def _begin(self, after: int = 0) -> None:
        if not self._searching:
            self._searching = True
            self.run_worker(self._search(after), exit_on_error=False)

    async def _search(self, after: int) -> None:
        """Search in a thread, again as long as more was typed meanwhile; only the last answer is shown."""
        try:
            while True:
                words = self._words
                here, elsewhere = await asyncio.to_thread(self._searched, words, after)
                if words == self._words:
                    break
                after = 0
        except FzError as error:
            self.query_one("#found-counts", TextLines).show(one_line(str(error)))
            return
        finally:
            self._searching = False
        before = self._elsewhere.hits if after else ()
        self._here, self._elsewhere = here, Hits(before + elsewhere.hits, elsewhere.after)
        self._show(self.query_one(SearchResultList).cursor if after else 0)
        if self._chosen:
            self._choose()

    def _searched(self, words: str, after: int) -> tuple[SearchMatches, Hits]:
        open_report = self._review.session.report.summary.id
        page = self._review.search(words, after)
        hits = tuple(hit for hit in page.hits if hit.report.id != open_report)
        return SearchMatches.of(words, self._here.reading, self._here.side), Hits(hits, page.after)

    def _show(self, cursor: int) -> None:
        here, hits = self._here, self._elsewhere.hits
        found = [
            (say("desk.search.here", number=number, count=len(here.spans)), excerpt)
            for number, excerpt in enumerate(here.excerpts(MAX_HERE), 1)
        ]
        found += [(hit.report.title or hit.report.doc, hit.excerpt) for hit in hits]
        self.query_one(SearchResultList).show_results(found, cursor)
        more = "" if self._elsewhere.after is None else "+"
        counts = say("desk.search.counts", here=len(here.spans), reports=f"{len(hits)}{more}")
        self.query_one("#found-counts", TextLines).show(counts if self._words.strip() else "")

    # Choosing

    def action_move(self, step: int) -> None:
        rows = self.query_one(SearchResultList)
        after = self._elsewhere.after
        if after is not None and rows.cursor + step >= rows.row_count:
            self._begin(after)
        rows.move_cursor(rows.cursor + step)

    def on_input_submitted(self) -> None:
        if self._searching:
            self._chosen = True
        else:
            self._choose()

    def on_rows_pane_row_chosen(self) -> None:
        self._choose()

    def _choose(self) -> None:
        rows = self.query_one(SearchResultList)
        listed_here = min(MAX_HERE, len(self._here.spans))
        if rows.cursor < listed_here:
            self.dismiss(Goal(self._here.at(rows.cursor)))
        elif rows.row_count:
            self.dismiss(Goal(self._here, self._elsewhere.hits[rows.cursor - listed_here].report))

    def action_cancel(self) -> None:
        self.dismiss(None)
