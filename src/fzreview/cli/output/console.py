"""Consoles for people: no guessing at markup or emoji in what comes from reports."""

from __future__ import annotations

import sys
from typing import NoReturn, TextIO

from rich.console import Console


class _PlainConsole(Console):
    def __init__(self, file: TextIO) -> None:
        super().__init__(file=file, highlight=False, markup=False, emoji=False)

    def on_broken_pipe(self) -> NoReturn:
        # Rich would end the program with the code that tells of refused inputs.
        raise BrokenPipeError


def output_console() -> Console:
    """A console on standard output."""
    return _PlainConsole(sys.stdout)


def narration_console() -> Console:
    """A console on standard error."""
    return _PlainConsole(sys.stderr)
