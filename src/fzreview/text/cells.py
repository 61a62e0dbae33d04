"""How many terminal cells characters take: 0, 1 or 2, never ``len()``.

Widths are those of a character as ``displayable`` shows it and agree with Rich, which lays out the screen.
Ambiguous characters (“ ” — · ①) take one cell.
"""

from __future__ import annotations

from collections.abc import Callable
from unicodedata import east_asian_width

from fzreview.text.displayable import displayable


class _Widths(dict[str, int]):
    """Widths of the characters met so far; the first meeting asks Rich's table."""

    def __missing__(self, character: str) -> int:
        from rich.cells import get_character_cell_size

        width = self[character] = 0 if character == "\n" else get_character_cell_size(displayable(character))
        return width


_widths = _Widths(
    {chr(code): 1 for code in range(0x20, 0x7F)} | {chr(code): 2 for code in range(0x4E00, 0x9FA6)}
)

cell_width: Callable[[str], int] = _widths.__getitem__
"""Cells of one character; a newline takes none."""


def cells(text: str) -> int:
    """Cells that ``text`` takes on one row."""
    return len(text) if text.isascii() and text.isprintable() else sum(map(cell_width, text))


def has_uncertain_width(text: str) -> bool:
    """Whether any character takes one cell in some terminals and two in others."""
    return not text.isascii() and any(east_asian_width(character) == "A" for character in text)


def offset_at_cell(text: str, cell: int) -> int:
    """Offset of the character of ``text`` that covers ``cell``, counted from 0; ``len(text)`` beyond its end.

    Characters without a width belong to the one before them and cover no cell of their own.
    """
    at = 0
    for offset, character in enumerate(text):
        at += cell_width(character)
        if at > cell:
            return offset
    return len(text)
