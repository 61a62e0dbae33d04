"""``review``: the desk, where the reviewer left off."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from fzreview.cli.arguments import words
from fzreview.cli.desks.opening import open_desk
from fzreview.config.paths import store_path
from fzreview.strings import say


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("report", nargs="?", type=words, metavar="REPORT", help=say("command.report"))
    parser.add_argument("--reviewer", type=words, metavar="NAME", help=say("command.reviewer"))


def call(options: Namespace) -> int:
    return open_desk(store_path(options.db), options.reviewer, options.report)
