"""Every key of the desk, made from the registry."""

from __future__ import annotations

from typing import ClassVar, get_args

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from fzreview.review.commands import COMMANDS, Group
from fzreview.strings import say
from fzreview.text.cells import cells


class HelpScreen(ModalScreen[None]):
    """Keys by group, with a word about input methods and signs."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,q,question_mark", "close", show=False),
    ]
    AUTO_FOCUS = "#help"

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Text(say("desk.help.title")), classes="title", markup=False)
            with VerticalScroll(id="help"):
                yield Static(help_text(), markup=False)
            yield Static(Text(say("desk.help.close")), classes="hint", markup=False)

    def action_close(self) -> None:
        self.dismiss(None)


def help_text() -> Text:
    """The commands of each group, one a line, keys first."""
    width = max(cells(command.shown) for command in COMMANDS) + 2
    text = Text()
    for group in get_args(Group):
        text.append(say(f"desk.group.{group}") + "\n", style="bold")
        for command in COMMANDS:
            if command.group == group:
                text.append("  " + command.shown.ljust(width), style="bold")
                text.append(say(command.title_key) + "\n")
    text.append("\n" + say("desk.help.signs") + "\n" + say("desk.help.ime"))
    return text
