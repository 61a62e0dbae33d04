"""The dialog of the open report's metadata, tags and exclusion from the corpus."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Label, Static

from fzreview.domain.reports.corpus import EXCLUSIONS_OF_REPORTS
from fzreview.review.keys.parts import Part
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.tui.dialog import Dialog
from fzreview.tui.widgets.entry.choice import Choice
from fzreview.tui.widgets.entry.field import Field

EXCLUSION = "exclusion"
COUNTS = ""
"""The choice of a report that is not excluded."""


class AboutScreen(Dialog[dict[str, str] | None]):
    """Dismissed with what was typed, by field; None when cancelled."""

    PART: ClassVar[Part] = "about"
    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", show=False),
        Binding("tab,down", "app.focus_next", show=False, priority=True),
        Binding("shift+tab,up", "app.focus_previous", show=False, priority=True),
    ]

    def __init__(self, values: Mapping[str, str], exclusion: str, notice: str = "") -> None:
        """``values`` by field, in order; ``notice`` says why the dialog is opened again."""
        super().__init__()
        self._values = {name: one_line(value) for name, value in values.items()}
        self._exclusion = exclusion
        self._notice = notice

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Text(say("desk.about_report")), classes="title", markup=False)
            for name, value in self._values.items():
                with Field():
                    yield Label(Text(say(f"desk.about.{name}")), classes="name")
                    yield Input(value, id=name, select_on_focus=False)
            with Field():
                yield Label(Text(say("desk.about.exclusion")), classes="name")
                counts = (COUNTS, say("desk.about.counts"))
                reasons = [(reason, say(f"store.aside.{reason}")) for reason in EXCLUSIONS_OF_REPORTS]
                yield Choice([counts, *reasons], self._exclusion, id=EXCLUSION)
            if self._notice:
                yield Static(Text(self._notice), id="problem", classes="problem", markup=False)

    def on_input_submitted(self) -> None:
        self._answer()

    def on_choice_submitted(self) -> None:
        self._answer()

    def _answer(self) -> None:
        typed = {name: self.query_one(f"#{name}", Input).value for name in self._values}
        self.dismiss(typed | {EXCLUSION: self.query_one(f"#{EXCLUSION}", Choice).value})

    def action_cancel(self) -> None:
        self.dismiss(None)
