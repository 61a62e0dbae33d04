"""A command line taken apart: options for every command, then a command and its own arguments."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from fzreview.cli.commands import COMMANDS, DEFAULT, command
from fzreview.errors import UsageError
from fzreview.strings import LANGUAGES, Language, language_of_locale, use

_VALUED = ("--db", "--lang")
_HELP = ("-h", "--help")


def command_line(arguments: Sequence[str]) -> int:
    """Run a command line. Raises UsageError where it is wrong, and what the command raises."""
    use(_language(os.environ.get("FZREVIEW_LANG")) or language_of_locale())
    values, rest = _common_options(arguments)
    if "--lang" in values:
        language = _language(values["--lang"])
        if language is None:
            raise UsageError("bad_language", value=values["--lang"])
        use(language)
    name = rest[0] if rest else None
    if name in _HELP or (name is None and DEFAULT not in COMMANDS):
        from fzreview.cli.help_page import help_page

        sys.stdout.write(help_page())
        return 0
    if name == "--version":
        from fzreview import __version__

        sys.stdout.write(f"fzreview {__version__}\n")
        return 0
    if name is not None and name.startswith("-"):
        raise UsageError("unknown_option", option=name)
    if name is not None and name not in COMMANDS:
        if "--db" not in values and _names_a_package(name):
            return _call(DEFAULT, rest[1:], name)
        raise UsageError("unknown_command", command=name, known=" ".join(COMMANDS))
    return _call(name or DEFAULT, rest[1:], values.get("--db"))


def _names_a_package(name: str) -> bool:
    """Whether it is the file of a package, which is opened by its name alone."""
    from fzreview.domain.team.packages import SUFFIX

    return name.endswith(SUFFIX)


def _call(name: str, arguments: list[str], db: str | None) -> int:
    from fzreview.cli.arguments import CommandParser

    module = command(name)
    parser = CommandParser(name)
    module.arguments(parser)
    try:
        options = parser.parsed(arguments)
    except SystemExit as ended:  # --help has been printed
        return int(ended.code or 0)
    options.db = db
    return module.call(options)


def _common_options(arguments: Sequence[str]) -> tuple[dict[str, str], list[str]]:
    """The options that stand anywhere before ``--``, and the rest of the line."""
    values: dict[str, str] = {}
    rest: list[str] = []
    given = iter(arguments)
    for argument in given:
        option, equals, value = argument.partition("=")
        if argument == "--":
            rest += [argument, *given]
        elif option in _VALUED:
            if not equals:
                value = next(given, "")
            if not value:
                raise UsageError("option_needs_value", option=option)
            values[option] = value
        else:
            rest.append(argument)
    return values, rest


def _language(value: str | None) -> Language | None:
    """The language of a tag like ``zh`` or ``en_US``; None for another or none."""
    tag = (value or "").lower().replace("-", "_").split(".")[0].split("_")[0]
    return next((language for language in LANGUAGES if language == tag), None)
