"""Word lists are written as text, parted by blanks, so that a line holds many and a change shows one."""

from __future__ import annotations


def words(text: str) -> tuple[str, ...]:
    """The words of a blank-parted list, in order, each once."""
    return tuple(dict.fromkeys(text.split()))


def any_of(text: str) -> str:
    """A regular expression that matches any of the listed words or patterns, the first that fits."""
    return "(?:" + "|".join(words(text)) + ")"
