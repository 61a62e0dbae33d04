"""The fields of a figure as options of a command."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Final

from fzreview.cli.arguments import words
from fzreview.domain.figures.figure import BOUNDS, KINDS
from fzreview.strings import say

FIELDS: Final = ("value", "upper", "unit", "kind", "bound", "subject")


def field_arguments(parser: ArgumentParser) -> None:
    """Declare an option for each field."""
    for name in FIELDS:
        parser.add_argument(
            f"--{name}",
            type=words,
            choices={"kind": KINDS, "bound": BOUNDS}.get(name),
            metavar=name[0].upper(),
            help=say(f"command.judge.{name}"),
        )


def given_fields(options: Namespace) -> dict[str, str]:
    """The fields that were given."""
    return {name: getattr(options, name) for name in FIELDS if getattr(options, name) is not None}
