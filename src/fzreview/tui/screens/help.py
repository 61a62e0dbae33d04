"""The help dialog: all keys, those of the current part first."""

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
from fzreview.tui.widgets.card.tie_lines import ALARM_SIGNS, TIE_SIGNS
from fzreview.tui.widgets.lines.hanging_indent import HangingIndentLines
from fzreview.tui.widgets.lists.outline_pane import FOLDED, SIGNED_OFF, UNACCOUNTED
from fzreview.tui.widgets.signs import STATE_SIGNS
from fzreview.tui.widgets.text.row_painter import TIED_SIGN

INDENT = 2

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
                yield Static(help_lines(self._part, self._keymap), markup=False)
            yield Static(Text(say("desk.help.close")), classes="hint", markup=False)

    def action_close(self) -> None:
        self.dismiss(None)


def help_lines(part: Part, keymap: Keymap) -> HangingIndentLines:
    """The part's own keys, then the commands of each group, then the other parts; keys first on each line."""
    lines = HangingIndentLines()
    # What the title says is not said twice.
    _add_part(lines, part)
    if part in PANES:
        _add_words(lines, say("desk.help.ime"))
    lines.add(Text())
    for group in get_args(Group):
        _add_heading(lines, say(f"desk.group.{group}"))
        for command in COMMANDS:
            if command.group == group:
                _add_key(lines, shown_keys(command, keymap), say(command.title_key))
    for other in PARTS:
        if other != part:
            lines.add(Text())
            _add_heading(lines, say(f"help.part.{other}"))
            _add_part(lines, other)
    lines.add(Text())
    if part not in PANES:
        _add_words(lines, say("desk.help.ime"))
    _add_signs(lines)
    return lines


def _add_signs(lines: HangingIndentLines) -> None:
    """What the signs of the outline, of ties and of alarms mean, one a line."""
    _add_heading(lines, say("desk.help.signs.outline"))
    for state, sign in STATE_SIGNS.items():
        _add_key(lines, sign, say(f"desk.state.{state}"))
    for sign, meaning in ((UNACCOUNTED, "unaccounted"), (SIGNED_OFF, "read"), (FOLDED, "folded")):
        _add_key(lines, sign, say(f"desk.help.signs.{meaning}"))
    _add_heading(lines, say("desk.help.signs.ties"))
    for holds, sign in TIE_SIGNS.items():
        _add_key(lines, sign, say(f"desk.help.signs.{holds}"))
    _add_key(lines, ALARM_SIGNS["alarm"], say("desk.help.signs.alarm"))
    _add_key(lines, TIED_SIGN, say("desk.help.signs.tied"))


def _add_heading(lines: HangingIndentLines, words: str) -> None:
    lines.add(Text(words, "bold underline"), INDENT)


def _add_part(lines: HangingIndentLines, part: Part) -> None:
    _add_words(lines, say(f"help.about.{part}"))
    for key in PARTS[part]:
        _add_key(lines, key.shown, say(key.title_key))


def _add_words(lines: HangingIndentLines, words: str) -> None:
    lines.add(Text(f"{' ' * INDENT}{words}", "dim"), INDENT)


def _add_key(lines: HangingIndentLines, keys: str, words: str) -> None:
    blanks = " " * max(KEY_CELLS - cells(keys), 1)
    lines.add(Text.assemble((f"{' ' * INDENT}{keys}{blanks}", "bold"), words), INDENT + KEY_CELLS)
