"""Words that somebody may have meant who typed another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

MOST: Final = 3
LIKENESS: Final = 0.6
"""Least share of characters that two words have in common, in order: of three one may be wrong."""


def near_words(typed: str, known: Iterable[str]) -> list[str]:
    """Those of the known words that are most like what was typed, whatever their case; the nearest first."""
    # Loaded where a word is not known: seldom.
    from difflib import get_close_matches

    plain = {word.casefold(): word for word in known}
    return [plain[word] for word in get_close_matches(typed.casefold(), list(plain), MOST, LIKENESS)]
