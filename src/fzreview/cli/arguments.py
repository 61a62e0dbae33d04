"""argparse for one command, speaking the language in use."""

from __future__ import annotations

import argparse
import gettext
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NoReturn

from fzreview import strings
from fzreview.errors import UsageError
from fzreview.strings import say

DOMAIN: Final = "fzreview"
LOCALE: Final = Path(strings.__file__).with_name("locale")

MESSAGES: Final = {
    "usage: ": "cli.usage",
    "positional arguments": "cli.arguments",
    "options": "cli.options_of_command",
    "argument %(argument_name)s: %(message)s": "cli.of_argument",
    "the following arguments are required: %s": "cli.required",
    "unrecognized arguments: %s": "cli.unrecognized",
    "not allowed with argument %s": "cli.not_with",
    "one of the arguments %s is required": "cli.one_required",
    "expected one argument": "cli.one_value",
    "expected at most one argument": "cli.at_most_one_value",
    "expected at least one argument": "cli.at_least_one_value",
    "ignored explicit argument %r": "cli.no_value",
    "invalid %(type)s value: %(value)r": "cli.bad_value",
    "invalid choice: %(value)r (choose from %(choices)s)": "cli.bad_choice",
}
"""argparse's own messages → ours, which hold the same ``%`` places; `scripts/make_catalogs.py` writes the
catalogs of both languages from them.
"""

PLURALS: Final = {("expected %s argument", "expected %s arguments"): "cli.so_many_values"}


@contextmanager
def _our_words() -> Iterator[None]:
    """argparse asks gettext for its messages: inside the block that speaks our language from our domain."""
    domain, languages = gettext.textdomain(), os.environ.get("LANGUAGE")
    gettext.bindtextdomain(DOMAIN, str(LOCALE))
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = strings.language()
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if languages is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = languages


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help whose lines break only where our sentences do: argparse counts Chinese characters as one cell."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=28, width=100)

    def _split_lines(self, text: str, width: int) -> list[str]:
        return text.splitlines()


def words(argument: str) -> str:
    """An argument as words rather than as a path: UTF-8 whatever the locale, what is none replaced."""
    return os.fsencode(argument).decode("utf-8", "replace")


class CommandParser(argparse.ArgumentParser):
    """The parser of one command; a wrong command line raises UsageError."""

    def __init__(self, command: str) -> None:
        with _our_words():
            super().__init__(
                prog=f"fzreview {command}",
                description=say(f"command.{command}"),
                formatter_class=_Formatter,
                add_help=False,
                allow_abbrev=False,
            )
        self.command = command
        self.add_argument("-h", "--help", action="help", help=say("cli.option.help"))

    def parsed(self, arguments: Sequence[str]) -> argparse.Namespace:
        """The options of a command line. Raises UsageError, and SystemExit once ``--help`` is printed."""
        with _our_words():
            options, left = self.parse_known_args(arguments)
            if not left:
                return options
            # argparse settles optional words before the first option; ours may stand behind it too.
            return self.parse_args(arguments) if "--" in arguments else self.parse_intermixed_args(arguments)

    def error(self, message: str) -> NoReturn:
        raise UsageError("wrong_arguments", message=message, command=self.command)
