"""The command palette: fuzzy search of commands, themes and reports."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from fzreview.domain.reports.stored import ReportSummary
from fzreview.errors import FzError
from fzreview.review.keys.commands import COMMANDS, Command
from fzreview.review.keys.parts import Part
from fzreview.review.view_models.fuzzy_match import FuzzyQuery, best_first
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.tui.bindings import Keymap, shown_keys
from fzreview.tui.dialog import Dialog
from fzreview.tui.widgets.lists.palette_list import PaletteList
from fzreview.tui.widgets.lists.rows_pane import RowsPane
from fzreview.work.listing.finding import reports_titled

MAX_REPORTS = 50

DEBOUNCE_SECONDS = 0.1
"""Debounce: reports are searched once no key was pressed this long."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The entry of a theme."""

    name: str


@dataclass(frozen=True, slots=True)
class Tour:
    """The entry of the tour."""


Choice = Command | Theme | Tour | ReportSummary


class PaletteScreen(Dialog[Choice | None]):
    """Dismissed with the chosen entry; None when cancelled."""

    PART: ClassVar[Part] = "palette"
    CSS_PATH = ["dialog.tcss", "palette.tcss"]  # noqa: RUF012 - declared so by Textual
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", show=False),
        # With priority, so that the list moves while the field is typed in.
        Binding("up", "list('move', -1)", show=False, priority=True),
        Binding("down", "list('move', 1)", show=False, priority=True),
        Binding("pageup", "list('page', -1)", show=False, priority=True),
        Binding("pagedown", "list('page', 1)", show=False, priority=True),
    ]
    AUTO_FOCUS = "#typed"

    class ReportsFound(Message):
        """Posted with the reports that match the query of the search."""

        def __init__(self, wanted: FuzzyQuery, reports: list[ReportSummary]) -> None:
            super().__init__()
            self.wanted = wanted
            self.reports = reports

    def __init__(self, store: Path, keymap: Keymap, themes: list[str]) -> None:
        super().__init__()
        self._store = store
        self._keymap = keymap
        commands = [command for command in COMMANDS if command.id != "palette"]
        self._fixed: list[Choice] = [*commands, Tour(), *map(Theme, themes)]
        self._found: list[Choice] = []
        self._wanted = FuzzyQuery(())
        self._debounce_timer: Timer | None = None

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Input(placeholder=say("help.palette.typed"), id="typed")
            yield Static("", id="none", classes="hint", markup=False)
            yield PaletteList(id="found")

    def on_mount(self) -> None:
        self._list = self.query_one(PaletteList)
        self._show(best_first(self._wanted, self._fixed, self._described))

    def on_input_changed(self, message: Input.Changed) -> None:
        self._wanted = FuzzyQuery.typed(message.value)
        self._show(best_first(self._wanted, self._fixed, self._described))
        if self._debounce_timer is not None:
            self._debounce_timer.stop()
        if self._wanted.words:
            self._debounce_timer = self.set_timer(DEBOUNCE_SECONDS, self._find_reports)

    def on_input_submitted(self) -> None:
        self._list.action_choose()

    def on_rows_pane_row_chosen(self, message: RowsPane.RowChosen) -> None:
        self.dismiss(self._found[message.row])

    def action_list(self, move: str, step: int) -> None:
        (self._list.action_move if move == "move" else self._list.action_page)(step)

    def action_close(self) -> None:
        self.dismiss(None)

    def _find_reports(self) -> None:
        self._search(self._wanted)

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _search(self, wanted: FuzzyQuery) -> None:
        worker = get_current_worker()
        try:
            reports = reports_titled(self._store, wanted, MAX_REPORTS, lambda: worker.is_cancelled)
        except FzError:
            # Commands can still be chosen; whoever opens a report is told what is wrong with the store.
            return
        if not worker.is_cancelled:
            self.post_message(self.ReportsFound(wanted, reports))

    def on_palette_screen_reports_found(self, message: ReportsFound) -> None:
        """Append the reports, so that nothing moves under the cursor."""
        if message.wanted == self._wanted:
            fixed = [entry for entry in self._found if not isinstance(entry, ReportSummary)]
            self._show([*fixed, *message.reports], self._list.cursor)

    def _show(self, found: list[Choice], cursor: int = 0) -> None:
        self._found = found
        rows = [(keys, title) for title, keys in map(self._described, found)]
        self._list.show_entries(rows, cursor)
        self.query_one("#none", Static).update(Text("" if found else say("help.palette.none")), layout=False)

    def _described(self, choice: Choice) -> tuple[str, str]:
        """Title and keys, displayable."""
        if isinstance(choice, Command):
            return say(choice.title_key), shown_keys(choice, self._keymap)
        if isinstance(choice, Theme):
            return say("help.palette.theme", name=choice.name), ""
        if isinstance(choice, Tour):
            return say("help.palette.tour"), ""
        title = choice.title or say("desk.no_title")
        return one_line(say("help.palette.report", title=f"{title}  {choice.doc}")), ""
