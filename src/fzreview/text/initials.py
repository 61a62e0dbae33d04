"""Titles found by what fingers type without an input method: initials of readings, or whole syllables."""

from __future__ import annotations

from functools import lru_cache

from fzreview.text.readings import readings_of


def spelled(text: str, letters: str, at: int = 0) -> bool:
    """Whether ``letters`` spell the characters of ``text`` from ``at`` on, one behind another.

    A letter stands for itself or for a character with a reading that begins with it, and so does a whole
    syllable; the last syllable may be begun only. Marks and blanks between the characters are passed over.
    Both strings are taken as they are: make them lower case before.
    """
    if not letters:
        return True
    if at >= len(text):
        return False
    for typed in _lengths(text[at], letters):
        rest = letters[typed:]
        behind = at + 1
        while rest and behind < len(text) and not text[behind].isalnum():
            behind += 1
        if spelled(text, rest, behind):
            return True
    return False


def spelled_within(text: str, letters: str) -> bool:
    """Whether ``letters`` spell characters that stand together anywhere in ``text``, but not from within
    a Latin word or a number on.
    """
    return not letters or any(
        _lengths(character, letters) and not _within_word(text, at) and spelled(text, letters, at)
        for at, character in enumerate(text)
    )


def _within_word(text: str, at: int) -> bool:
    before, here = text[max(at - 1, 0) : at], text[at]
    return before.isascii() and before.isalnum() and here.isascii() and here.isalnum()


@lru_cache(16_384)
def _lengths(character: str, letters: str) -> tuple[int, ...]:
    """How many of the first letters can stand for the character."""
    lengths = {1} if character == letters[0] else set()
    for reading in readings_of(character):
        if reading[0] == letters[0]:
            lengths.add(1)
            if letters.startswith(reading):
                lengths.add(len(reading))
            elif reading.startswith(letters):
                lengths.add(len(letters))
    return tuple(sorted(lengths))
