"""The steps of the first-start tour."""

from __future__ import annotations

from typing import Final

from fzreview.review.keys.commands import COMMANDS, Command

_IDS: Final = ("verify", "wrong", "reject", "undo", "ties", "next_undecided", "pane", "palette")
_COMMANDS: Final = {command.id: command for command in COMMANDS}

TOUR: Final[tuple[Command, ...]] = tuple(_COMMANDS[name] for name in _IDS)
"""The command that each step is about; its words are ``help.tour.ID``."""
