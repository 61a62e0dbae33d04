"""The dialog of a ruling of the team."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Label, Static

from fzreview.domain.team.ruling import MOST_CHARACTERS
from fzreview.review.keys.parts import Part
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.tui.dialog import Dialog


class RulingScreen(Dialog[tuple[str, str] | None]):
    """Dismissed with ``(decision, reason)``, neither empty; None when cancelled."""

    PART: ClassVar[Part] = "ruling"
    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", show=False)]
    AUTO_FOCUS = "#decision"

    def __init__(self, topic: str, sentence: str, decision: str, why: str = "", notice: str = "") -> None:
        """``topic`` in words; ``decision`` and ``why`` prefilled; ``notice``: why it is opened again."""
        super().__init__()
        self._topic = topic
        self._sentence = sentence
        self._proposed = decision, why
        self._notice = notice

    def compose(self) -> ComposeResult:
        decision, why = self._proposed
        with Vertical(classes="dialog"):
            yield Static(Text(say("ruling.title", topic=self._topic)), classes="title", markup=False)
            yield Static(Text(one_line(self._sentence)), markup=False)
            for name, value in (("decision", decision), ("why", why)):
                with Horizontal(classes="field"):
                    yield Label(Text(say(f"ruling.{name}")))
                    yield Input(one_line(value), id=name, max_length=MOST_CHARACTERS, select_on_focus=False)
            yield Static(Text(self._notice), id="problem", classes="problem", markup=False)
            yield Static(Text(say("ruling.keys")), classes="hint", markup=False)

    def on_input_submitted(self) -> None:
        decision, why = (self.query_one(f"#{name}", Input).value.strip() for name in ("decision", "why"))
        if decision and why:
            self.dismiss((decision, why))
            return
        self.query_one("#problem", Static).update(Text(say("ruling.both")))
        self.query_one("#why" if decision else "#decision", Input).focus()

    def action_cancel(self) -> None:
        self.dismiss(None)
