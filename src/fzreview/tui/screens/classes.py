"""The dialog that chooses the class of a rejection by digit, for input methods that swallow letters."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from fzreview.domain.decisions.verdict import RejectionClass
from fzreview.review.keys.commands import CLASS_KEYS
from fzreview.review.keys.parts import Part
from fzreview.strings import say
from fzreview.text.wording import half_width
from fzreview.tui.dialog import Dialog


class ClassScreen(Dialog[RejectionClass | None]):
    """Dismissed with the class; None when cancelled."""

    PART: ClassVar[Part] = "classes"
    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", show=False)]

    def __init__(self, rejected: str) -> None:
        """``rejected``: the text of the rejected figure, displayable."""
        super().__init__()
        self._rejected = rejected

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(
                Text(say("desk.classes.title", figure=self._rejected)), classes="title", markup=False
            )
            lines = (
                f"{number} {letter}  {say(f'guide.{name}')}"
                for number, (name, letter) in enumerate(CLASS_KEYS.items(), 1)
            )
            yield Static(Text("\n".join(lines)), markup=False)

    def on_key(self, event: events.Key) -> None:
        typed = half_width(event.character or "")
        for number, (name, letter) in enumerate(CLASS_KEYS.items(), 1):
            if typed.upper() == letter or typed == str(number):
                event.stop()
                self.dismiss(name)

    def action_cancel(self) -> None:
        self.dismiss(None)
