"""Text from outside made harmless for a terminal, character by character.

Reports and file names may hold escape sequences, direction marks and invisible characters. No widget
and no console removes them all, so every string from outside passes ``displayable`` on its way to a
screen; stores and exports keep the raw text.
"""

from __future__ import annotations

import re
from typing import Final

REPLACEMENT: Final = "\ufffd"
"""Stands for a character that a terminal would obey or not show."""

_BLANKS: Final = "\t\r"
_CONTROLS: Final = {chr(code): chr(0x2400 + code) for code in range(0x20)} | {"\x7f": "\u2421"}

# Everything of Unicode's «default ignorable», format, separator and surrogate classes, as ranges.
_HIDDEN: Final = (
    "\x80-\x9f"  # C1: a terminal takes U+009B for ESC [
    "\xad"  # soft hyphen: no width in a terminal, one in most tables
    "\u034f\u061c\u06dd\u070f\u0890-\u0891\u08e2\u0600-\u0605"  # joiners, marks and signs with shifting width
    "\u115f-\u1160\u17b4-\u17b5\u180b-\u180f\u3164\uffa0"  # fillers and inherent vowels: blank letters
    "\u200b-\u200f"  # zero width, left-to-right and right-to-left marks
    "\u2028-\u202e"  # line and paragraph separator, embeddings and overrides
    "\u2060-\u206f"  # word joiner, invisible operators, isolates
    "\ud800-\udfff"  # lone surrogates cannot be written as UTF-8
    "\ufdd0-\ufdef"  # no characters
    "\ufe00-\ufe0f"  # variation selectors change widths
    "\ufeff\ufff0-\ufffb\ufffe\uffff"
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff"  # tags and variation selectors
)

_OBEYED: Final = re.compile(f"[\\x00-\\x09\\x0b-\\x1f\\x7f{_HIDDEN}]")


def _shown(match: re.Match[str]) -> str:
    character = match.group()
    return " " if character in _BLANKS else _CONTROLS.get(character, REPLACEMENT)


def displayable(text: str) -> str:
    """``text`` with nothing left in it that a terminal obeys or hides; offsets stay the same.

    Newlines stay. Tabs and carriage returns become blanks, other control characters their pictures
    (``␛``), invisible and direction-changing characters, lone surrogates and C1 become U+FFFD.
    The result has the length of ``text`` and is its own displayable form.
    """
    return _OBEYED.sub(_shown, text)


def one_line(text: str) -> str:
    """``displayable`` for names and titles: newlines become blanks too, so that it stays on one row."""
    return displayable(text).replace("\n", " ")
