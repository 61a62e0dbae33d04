"""The help of the whole program, written by hand: argparse alone would take longer than the page."""

from __future__ import annotations

from fzreview.cli.commands import COMMANDS, GROUPS
from fzreview.strings import say

_OPTIONS = (
    ("--db PATH", "cli.option.db"),
    ("--lang zh|en", "cli.option.lang"),
    ("--version", "cli.option.version"),
    ("-h, --help", "cli.option.help"),
)


def help_page() -> str:
    """The page in the language in use: the commands by group, then what goes with each of them."""
    options = [(name, say(key)) for name, key in _OPTIONS]
    width = max(map(len, (*COMMANDS, *(name for name, _ in options))))

    def lines(rows: list[tuple[str, str]]) -> str:
        return "".join(f"  {name:<{width}}  {words}\n" for name, words in rows)

    commands = "".join(
        f"{say(f'cli.group.{group}')}\n{lines([(name, say(f'command.{name}')) for name in names])}\n"
        for group, names in GROUPS.items()
    )
    return (
        f"{say('cli.about')}\n\n"
        f"{say('cli.usage')}fzreview [--db PATH] [--lang zh|en] COMMAND …\n\n"
        f"{commands}"
        f"{say('cli.options')}\n{lines(options)}\n"
        f"{say('cli.help_of_command')}\n"
    )
