"""The dialog that chooses a region of the library."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from fzreview.domain.reports.library import NO_REGION
from fzreview.review.keys.parts import Part
from fzreview.review.view_models.fuzzy_match import FuzzyQuery, best_first
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.tui.dialog import Dialog
from fzreview.tui.widgets.lists.palette_list import PaletteList

Entry = tuple[str | None, int]
"""A region (NO_REGION for none, None for all) and its number of reports."""


class RegionScreen(Dialog[tuple[str | None] | None]):
    """Dismissed with ``(region,)``, where None stands for all; None when cancelled."""

    PART: ClassVar[Part] = "regions"
    CSS_PATH = ["dialog.tcss", "palette.tcss"]  # noqa: RUF012 - declared so by Textual
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", show=False),
        # With priority, so that the list moves while the field is typed in.
        Binding("up", "list('move', -1)", show=False, priority=True),
        Binding("down", "list('move', 1)", show=False, priority=True),
        Binding("pageup", "list('page', -1)", show=False, priority=True),
        Binding("pagedown", "list('page', 1)", show=False, priority=True),
    ]
    AUTO_FOCUS = "#typed"

    def __init__(self, regions: Sequence[tuple[str, int]], chosen: str | None) -> None:
        super().__init__()
        self._entries: list[Entry] = [(None, sum(count for _, count in regions)), *regions]
        self._found = self._entries
        self._chosen = chosen

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Input(placeholder=say("desk.library.region"), id="typed")
            yield Static("", id="none", classes="hint", markup=False)
            yield PaletteList(id="found")

    def on_mount(self) -> None:
        self._list = self.query_one(PaletteList)
        names = [name for name, _ in self._entries]
        self._show(names.index(self._chosen) if self._chosen in names else 0)

    def on_input_changed(self, message: Input.Changed) -> None:
        wanted = FuzzyQuery.typed(message.value)
        self._found = best_first(wanted, self._entries, _described) if wanted.words else self._entries
        self._show(0)

    def on_input_submitted(self) -> None:
        self._list.action_choose()

    def on_rows_pane_row_chosen(self) -> None:
        self.dismiss((self._found[self._list.cursor][0],))

    def action_list(self, move: str, step: int) -> None:
        (self._list.action_move if move == "move" else self._list.action_page)(step)

    def action_cancel(self) -> None:
        self.dismiss(None)

    def _show(self, cursor: int) -> None:
        rows = [(f"{count:>7}", _described((name, count))[0]) for name, count in self._found]
        self._list.show_entries(rows, cursor)
        self.query_one("#none", Static).update(Text("" if rows else say("help.palette.none")), layout=False)


def _described(entry: Entry) -> tuple[str, str]:
    """The region's name, displayable, and no keys."""
    name = entry[0]
    if name is None:
        return say("desk.library.every_region"), ""
    return say("desk.library.no_region") if name == NO_REGION else one_line(name), ""
