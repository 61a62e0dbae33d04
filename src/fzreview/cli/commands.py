"""The commands by name and by group, in the order of the help page."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, Protocol, cast

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

GROUPS: Final[dict[str, dict[str, str]]] = {
    "desks": {
        "review": "review",
        "demo": "demo",
    },
    "reports": {
        "load": "load",
        "list": "list",
        "read": "read",
        "describe": "describe",
        "outline": "outline",
        "tag": "tag",
        "exclude": "exclude",
        "copies": "copies",
        "reextract": "reextract",
        "remove": "remove",
    },
    "figures": {
        "figures": "figures",
        "show": "show",
        "judge": "judge",
        "add": "add",
        "sign-off": "sign_off",
        "journal": "journal",
        "ties": "ties",
        "doubts": "doubts",
        "panel": "panel",
        "lessons": "lessons",
    },
    "team": {
        "assign": "assign",
        "pack": "pack",
        "merge": "merge",
        "hub": "hub",
        "progress": "progress",
        "conflicts": "conflicts",
        "adjudicate": "adjudicate",
        "settle": "settle",
        "feedback": "feedback",
        "contest": "contest",
        "reveal": "reveal",
        "rulings": "rulings",
        "agreement": "agreement",
        "audit": "audit",
        "quality": "quality",
        "certify": "certify",
    },
    "gold": {
        "export": "export",
        "import": "import_",
        "check": "check",
        "evaluate": "evaluate",
        "suggest": "suggest",
        "layers": "layers",
        "compare": "compare",
    },
    "store": {
        "backup": "backup",
        "restore": "restore",
        "verify-store": "verify_store",
        "doctor": "doctor",
    },
}
"""Group, a folder of this package → the names of its commands → the file of each.

The head of a group is ``cli.group.GROUP`` in strings, the line of a command ``command.NAME``.
"""

COMMANDS: Final = {name: f"{group}.{file}" for group, files in GROUPS.items() for name, file in files.items()}
"""Name of the command → its module below this package."""

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
