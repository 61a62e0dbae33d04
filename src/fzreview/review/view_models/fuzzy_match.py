"""Fuzzy matching of titles: by prefix, substring, pinyin or gapped subsequence, ranked."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, Self, TypeVar

from fzreview.text.initials import spelled, spelled_within

Entry = TypeVar("Entry")

MAX_QUERY_CHARACTERS: Final = 40
MAX_TITLE_CHARACTERS: Final = 200
"""Characters of a title that are compared, which bounds the cost."""

KEY, BEGINS, SPELLS, HOLDS, SPELLED_WITHIN, GAPS = range(6)
"""Ranks of a match, the best first."""


@dataclass(frozen=True, slots=True)
class FuzzyQuery:
    """Words all of which a title must match."""

    words: tuple[str, ...]

    @classmethod
    def typed(cls, typed: str) -> Self:
        """The words of a typed line; none where it is blank."""
        return cls(tuple(_plain(typed[:MAX_QUERY_CHARACTERS]).split()))

    def rank(self, title: str, keys: str = "") -> int | None:
        """How well a title with these keys (parted by blanks) fits, the lowest best; None where it does not.

        A word fits as a key; as a part of the title; as the readings of characters that stand together,
        by initials or whole syllables; or as characters of the title in this order with gaps between.
        """
        title = _plain(title[:MAX_TITLE_CHARACTERS])
        names = _plain(keys).split()
        total = 0
        for word in self.words:
            rank = KEY if word in names else _rank(title, word)
            if rank is None:
                return None
            total += rank
        return total


def best_first(
    wanted: FuzzyQuery, entries: Iterable[Entry], described: Callable[[Entry], tuple[str, str]]
) -> list[Entry]:
    """The entries that fit, the best first, else in their own order; ``described`` gives title and keys."""
    ranked = ((wanted.rank(*described(entry)), entry) for entry in entries)
    fitting = [(rank, entry) for rank, entry in ranked if rank is not None]
    return [entry for _, entry in sorted(fitting, key=lambda pair: pair[0])]


def _plain(text: str) -> str:
    """Small letters; full-width ones, which an input method may send, as half-width."""
    return unicodedata.normalize("NFKC", text).casefold()


def _rank(title: str, word: str) -> int | None:
    if title.startswith(word):
        return BEGINS
    latin = not word.isdigit() and any(letter.isascii() for letter in word)
    if latin and spelled(title, word):
        return SPELLS
    if word in title:
        return HOLDS
    if latin and spelled_within(title, word):
        return SPELLED_WITHIN
    rest = iter(title)
    if not latin and all(character in rest for character in word):
        return GAPS
    return None
