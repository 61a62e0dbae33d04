"""Locating a subject in the text around its numeral: one span, or a few that it is composed of."""

from __future__ import annotations

from typing import Final

Span = tuple[int, int]

MAX_SPANS: Final = 3


def subject_spans(subject: str, around: str, number: int) -> tuple[Span, ...]:
    """The spans of a subject in ``around``, as few and as near to ``number`` (offset) as possible, or ()."""
    if not subject:
        return ()
    at = around.rfind(subject, 0, number + len(subject))
    if at >= 0:
        return ((at, at + len(subject)),)
    for stretches in range(2, MAX_SPANS + 1):
        for size in range(len(subject) - 1, 0, -1):
            first = around.rfind(subject[:size], 0, number)
            if first >= 0 and (rest := _parted(subject[size:], around, first + size, stretches - 1)):
                return ((first, first + size), *rest)
    return ()


def _parted(words: str, around: str, floor: int, stretches: int) -> tuple[Span, ...]:
    """The spans of ``words`` after ``floor``, exactly ``stretches`` of them, greedily long; empty if none."""
    if stretches == 1:
        at = around.find(words, floor)
        return ((at, at + len(words)),) if at >= 0 and words else ()
    for size in range(len(words) - 1, 0, -1):
        at = around.find(words[:size], floor)
        if at >= 0 and (rest := _parted(words[size:], around, at + size, stretches - 1)):
            return ((at, at + size), *rest)
    return ()
