"""The command line: one file a command, imported only when it is called."""

from __future__ import annotations


def run(arguments: list[str]) -> int:
    """Run one command line and return its exit code."""
    return 2 if arguments else 0
