"""Textual bindings made from the registry of commands."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text
from textual.binding import Binding

from fzreview.review.commands import Command
from fzreview.strings import say


def bindings_of(commands: Iterable[Command]) -> list[Binding]:
    """One binding a command; its id is the command's, so that a keymap can move it."""
    return [
        Binding(",".join(command.keys), command.action, command.id, id=command.id, show=False)
        for command in commands
    ]


def key_line(commands: Iterable[Command]) -> Text:
    """The brief commands as «key title» pairs on one line, the most needed first."""
    text = Text(no_wrap=True, overflow="ellipsis")
    for command in sorted((each for each in commands if each.brief), key=lambda each: each.brief):
        first, _, second = command.shown.partition(" ")
        text.append(f"{first}/{second}" if second.isdigit() else first, style="bold reverse")
        text.append(f" {say(command.brief_key)}  ")
    return text
