"""Which characters are Chinese, which number items and which end a clause.

The strings go inside ``[…]`` of a pattern.
Marks are folded ones: full-width commas and colons are plain before a pattern looks at them.
"""

from __future__ import annotations

from typing import Final

HAN: Final = "\u4e00-\u9fff"
"""Chinese characters (a range)."""

ITEM_NUMERALS: Final = "一二三四五六七八九十"
"""Numerals with which headings and items are numbered: 一、, （十二）."""

CLAUSE_MARKS: Final = ",。;:!?\n"
"""Marks that end a clause; 、 only parts the items of a row."""


def is_han(char: str) -> bool:
    """Whether one character is Chinese."""
    return "\u4e00" <= char <= "\u9fff"
