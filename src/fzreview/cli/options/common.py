"""Options and arguments that many commands have, each with one meaning."""

from __future__ import annotations

from argparse import ArgumentParser

from fzreview.cli.arguments import words
from fzreview.strings import say


def add_json(parser: ArgumentParser) -> None:
    """``--json``: rows for programs instead of lines for people."""
    parser.add_argument("--json", action="store_true", help=say("command.json"))


def add_reviewer(parser: ArgumentParser) -> None:
    """``--reviewer``: who decides; see ``config/reviewer``."""
    parser.add_argument("--reviewer", type=words, metavar="NAME", help=say("command.reviewer"))


def add_report(parser: ArgumentParser, nargs: str | None = None, *, name: str = "report") -> None:
    """``REPORT``, named as in the store; ``nargs`` as argparse has it, ``name`` that of the value."""
    parser.add_argument(name, nargs=nargs, type=words, metavar="REPORT", help=say("command.report"))
