"""The dialog of the level of a heading."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from fzreview.review.keys.parts import Part
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.tui.dialog import Dialog
from fzreview.tui.widgets.entry.choice import Choice

NONE = "0"
"""The choice «no heading»."""
MAX_LEVEL = 6
"""The lowest level that is offered; the command line knows more."""


class HeadingScreen(Dialog[int | None]):
    """Dismissed with the level, 0 for «no heading»; None when cancelled."""

    PART: ClassVar[Part] = "heading"
    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", show=False)]

    def __init__(self, label: str, level: int) -> None:
        super().__init__()
        self._label = label
        self._level = min(max(level, 1), MAX_LEVEL)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Text(say("desk.heading.title")), classes="title", markup=False)
            yield Static(Text(one_line(self._label)), markup=False)
            levels = [
                (str(level), say("desk.heading.level", level=level)) for level in range(1, MAX_LEVEL + 1)
            ]
            yield Choice([*levels, (NONE, say("desk.heading.none"))], str(self._level), id="level")

    def on_choice_submitted(self) -> None:
        self.dismiss(int(self.query_one("#level", Choice).value))

    def action_cancel(self) -> None:
        self.dismiss(None)
