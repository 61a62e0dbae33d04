"""The commands by name, in the order of the help page."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, Protocol, cast

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

COMMANDS: Final[dict[str, str]] = {
    "review": "review",
    "demo": "demo",
    "load": "load",
    "read": "read",
    "list": "list",
    "figures": "figures",
    "show": "show",
    "ties": "ties",
    "doubts": "doubts",
    "lessons": "lessons",
    "panel": "panel",
    "rulings": "rulings",
    "suggest": "suggest",
    "judge": "judge",
    "add": "add",
    "sign-off": "sign_off",
    "copies": "copies",
    "exclude": "exclude",
    "tag": "tag",
    "describe": "describe",
    "outline": "outline",
    "remove": "remove",
    "export": "export",
    "import": "import_",
    "check": "check",
    "evaluate": "evaluate",
    "assign": "assign",
    "pack": "pack",
    "agreement": "agreement",
    "audit": "audit",
    "progress": "team_progress",
    "quality": "quality",
    "certify": "certify",
    "reextract": "reextract",
    "layers": "layers",
    "compare": "compare",
    "merge": "merge",
    "hub": "hub",
    "conflicts": "conflicts",
    "adjudicate": "adjudicate",
    "settle": "settle",
    "feedback": "feedback",
    "contest": "contest",
    "reveal": "reveal",
    "journal": "journal",
    "verify-store": "verify_store",
    "backup": "backup",
    "restore": "restore",
    "doctor": "doctor",
}
"""Name of the command → its module in this package. Its line of help is ``command.NAME`` in strings."""

DEFAULT: Final = "review"
"""The command that a command line without one calls."""


class Command(Protocol):
    """What a command's module offers."""

    def arguments(self, parser: ArgumentParser) -> None:
        """Declare the command's own arguments."""

    def call(self, options: Namespace) -> int:
        """Do it; ``options`` also has ``db`` (a path as given, or None). Returns the exit code."""


def command(name: str) -> Command:
    """The module of a command, imported now. Raises KeyError for an unknown name."""
    return cast(Command, import_module(f"fzreview.cli.{COMMANDS[name]}"))
