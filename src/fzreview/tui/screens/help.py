"""Every key, that part of the desk first where the reviewer is."""

from __future__ import annotations

from typing import ClassVar, get_args

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from fzreview.review.keys.commands import COMMANDS, Group
from fzreview.review.keys.parts import PANES, PARTS, Part
from fzreview.strings import say
from fzreview.text.cells import cells
from fzreview.tui.bindings import Keymap, shown_keys
from fzreview.tui.dialog import Dialog
from fzreview.tui.widgets.outline_pane import FOLDED, SIGNED_OFF, UNACCOUNTED
from fzreview.tui.widgets.row_painter import TIED_SIGN
from fzreview.tui.widgets.signs import STATE_SIGNS
from fzreview.tui.widgets.tie_lines import ALARM_SIGNS, TIE_SIGNS

KEY_CELLS = 20
"""Cells of the column of keys: the longest are those that turn pages."""


class HelpScreen(Dialog[None]):
    """The keys of a part, then those of the desk and of the other parts, with a word about each."""

    PART: ClassVar[Part] = "help"
    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,q,question_mark,fullwidth_question_mark", "close", show=False),
    ]
    AUTO_FOCUS = "#help"

    def __init__(self, part: Part, keymap: Keymap) -> None:
        super().__init__()
        self._part = part
        self._keymap = keymap

    def compose(self) -> ComposeResult:
        title = f"{say('desk.help.title')} · {say(f'help.part.{self._part}')}"
        with Vertical(classes="dialog"):
            yield Static(Text(title), classes="title", markup=False)
            with VerticalScroll(id="help"):
                yield Static(help_text(self._part, self._keymap), markup=False)
            yield Static(Text(say("desk.help.close")), classes="hint", markup=False)

    def action_close(self) -> None:
        self.dismiss(None)


def help_text(part: Part, keymap: Keymap) -> Text:
    """The part's own keys, then the commands of each group, then the other parts; keys first on each line."""
    text = Text()
    _add_part(text, part)
    if part in PANES:
        _add_line(text, say("desk.help.ime"))
    text.append("\n")
    for group in get_args(Group):
        text.append(say(f"desk.group.{group}") + "\n", style="bold underline")
        for command in COMMANDS:
            if command.group == group:
                _add_key(text, shown_keys(command, keymap), say(command.title_key))
    for other in PARTS:
        if other != part:
            text.append("\n")
            _add_part(text, other)
    text.append("\n")
    if part not in PANES:
        _add_line(text, say("desk.help.ime"))
    _add_signs(text)
    return text


def _add_signs(text: Text) -> None:
    """What the signs of the outline, of ties and of alarms mean, one a line."""
    text.append(say("desk.help.signs.outline") + "\n", style="bold underline")
    for state, sign in STATE_SIGNS.items():
        _add_key(text, sign, say(f"desk.state.{state}"))
    for sign, meaning in ((UNACCOUNTED, "unaccounted"), (SIGNED_OFF, "read"), (FOLDED, "folded")):
        _add_key(text, sign, say(f"desk.help.signs.{meaning}"))
    text.append(say("desk.help.signs.ties") + "\n", style="bold underline")
    for holds, sign in TIE_SIGNS.items():
        _add_key(text, sign, say(f"desk.help.signs.{holds}"))
    _add_key(text, ALARM_SIGNS["alarm"], say("desk.help.signs.alarm"))
    _add_key(text, TIED_SIGN, say("desk.help.signs.tied"))


def _add_part(text: Text, part: Part) -> None:
    text.append(say(f"help.part.{part}") + "\n", style="bold underline")
    _add_line(text, say(f"help.about.{part}"))
    for key in PARTS[part]:
        _add_key(text, key.shown, say(key.title_key))


def _add_line(text: Text, words: str) -> None:
    text.append(f"  {words}\n", style="dim")


def _add_key(text: Text, keys: str, words: str) -> None:
    text.append("  " + keys + " " * max(KEY_CELLS - cells(keys), 1), style="bold")
    text.append(words + "\n")
