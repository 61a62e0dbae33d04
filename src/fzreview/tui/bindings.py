"""Textual bindings and key lines, built from the command registry and the keys of each part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from textual.app import App
from textual.binding import Binding
from textual.keys import format_key

from fzreview.config.settings import Settings
from fzreview.review.keys.commands import BY_ID, CLASS_KEYS, COMMANDS, Command
from fzreview.review.keys.parts import PANES, PARTS, Part
from fzreview.strings import say
from fzreview.tui.widgets.lines.key_line import KeyEntry

Keymap = Mapping[str, str]
"""Command id → its keys, separated by commas; they replace the default keys."""

PANE_COMMAND = next(command for command in COMMANDS if command.id == "pane")

MAX_SHOWN_KEYS = 2
"""How many keys of a remapped command are shown."""


def bindings_of(commands: Iterable[Command]) -> list[Binding]:
    """One binding a command; its id is the command's, so that a keymap can move it."""
    return [
        Binding(",".join(command.keys), gated_action(command), command.id, id=command.id, show=False)
        for command in commands
    ]


def gated_action(command: Command) -> str:
    """The action string of a command's binding at the desk; it runs the command through the gate."""
    return f"do('{command.id}')"


def settings_of(app: App[object]) -> Settings:
    """The settings that the application runs by."""
    settings = getattr(app, "settings", None)
    return settings if isinstance(settings, Settings) else Settings()


def keymap_of(app: App[object]) -> Keymap:
    """The keys that the user has moved."""
    return settings_of(app).keymap


def shown_keys(command: Command, keymap: Keymap) -> str:
    """The labels of a command's current keys, separated by spaces."""
    if command.id not in keymap:
        return command.shown
    return " ".join(_key_label(key.strip()) for key in keymap[command.id].split(",")[:MAX_SHOWN_KEYS])


def keys_in_use(keymap: Keymap) -> dict[str, str]:
    """Command id → labels of its current keys, for messages that name a key."""
    return {command.id: shown_keys(command, keymap) for command in COMMANDS}


def _key_label(key: str) -> str:
    """``ctrl+p`` as Ctrl+P, ``f5`` as F5, ``right_square_bracket`` as ]."""
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    shown = format_key(last)
    if len(shown) > 1 or (modifiers and shown.isalpha()):
        shown = shown.capitalize()
    return "+".join([*(each.capitalize() for each in modifiers), shown])


def key_line(keymap: Keymap, part: Part = "text") -> list[KeyEntry]:
    """The key line of a part, the most important keys first."""
    own = [key for key in PARTS[part] if key.on_line and part != "text"]
    line = [KeyEntry(key.shown.partition(" ")[0], say(key.title_key), key.is_exit) for key in own]
    if part == "help":
        return line
    if part not in PANES:
        return [*line, KeyEntry("F1", say("help.do.help"), always_shown=True)]
    brief = sorted((command for command in COMMANDS if command.brief), key=lambda command: command.brief)
    if own:
        pane = shown_keys(PANE_COMMAND, keymap).partition(" ")[0]
        line.append(KeyEntry(pane, say("help.do.next_pane")))
    for command in brief:
        first, _, second = shown_keys(command, keymap).partition(" ")
        key = f"{first}/{second}" if second.isdigit() else first
        line.append(KeyEntry(key, say(command.brief_key), always_shown=command.id == "help"))
    return line


def empty_store_key_line(keymap: Keymap) -> list[KeyEntry]:
    """The key line of an empty store."""
    line = []
    for name in ("load", "candidate", "help", "quit"):
        command = BY_ID[name]
        keys = shown_keys(command, keymap).split(" ")
        title = say("desk.brief.examples") if name == "candidate" else say(command.brief_key)
        # The digit of the examples is the one that the greeting names.
        line.append(KeyEntry(keys[-1] if name == "candidate" else keys[0], title))
    return line


def rejection_class_key_line(keymap: Keymap) -> list[KeyEntry]:
    """The key line of rejection classes; all of them fit 80 columns."""
    classes = [
        KeyEntry(
            shown_keys(BY_ID[f"class_{name}"], keymap).partition(" ")[0],
            say(f"guide.brief.{name}"),
            spaced=False,
        )
        for name in CLASS_KEYS
    ]
    listed = BY_ID["classes"]
    return [*classes, KeyEntry(shown_keys(listed, keymap).partition(" ")[0], say(listed.brief_key))]
