"""How a character can be read: enough to tell a gloss from a word in brackets."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

TONED: Final = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿếềê"
"""Letters that only pinyin has."""

_TONES: Final = frozenset(TONED) | frozenset("\u0300\u0301\u0304\u030c")
_COMBINING: Final = dict.fromkeys(map(ord, "\u0300\u0301\u0304\u030c\u0302"))
_LETTERS: Final = str.maketrans({"ɡ": "g", "ɑ": "a", "ü": "v"})


@cache
def _readings() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for line in (files(__package__) / "readings.txt").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        syllable, characters = line.split(" ")
        for character in characters:
            table.setdefault(character, set()).add(syllable)
    return {character: frozenset(syllables) for character, syllables in table.items()}


def readings_of(character: str) -> frozenset[str]:
    """Every syllable that the character can be read as, without tones; none where it is not known."""
    return _readings().get(character, frozenset())


@cache
def _syllables() -> frozenset[str]:
    return frozenset(syllable for readings in _readings().values() for syllable in readings)


def is_toned(word: str) -> bool:
    """Whether a pinyin tone mark stands in it, composed or as a combining mark."""
    return not _TONES.isdisjoint(word)


@lru_cache(4096)
def toneless(word: str) -> str:
    """The syllable without its tone, ü as v."""
    composed = unicodedata.normalize("NFC", word.lower())
    plain = unicodedata.normalize("NFD", composed.replace("ü", "v"))
    # ǚ falls apart into u, two dots and a tone: the dots make the v.
    return plain.replace("u\u0308", "v").translate(_COMBINING).translate(_LETTERS)


def is_syllable(word: str) -> bool:
    return toneless(word) in _syllables()


@lru_cache(4096)
def reads(character: str, word: str) -> bool | None:
    """Whether the character can be read so; None where the table does not know the character."""
    known = _readings().get(character)
    return None if known is None else toneless(word) in known
