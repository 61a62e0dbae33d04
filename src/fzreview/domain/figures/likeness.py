"""When two wordings of what a figure states say the same: numbers, subjects, spans that end in a gloss."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable
from decimal import Decimal, InvalidOperation
from typing import Final

ALIKE_SUBJECTS: Final = 0.8
"""Character F1 from which on two wordings of a subject say the same: the bar of every score."""

_SHORT: Final = 64
"""Characters up to which counting one by one is quicker than a table of counts."""

_PLAIN_DIGITS: Final = 18
"""Digits up to which a whole number needs no Decimal."""

_GLOSS: Final = re.compile(r"[(（][\u0000-\u0027\u002a-\u024f]+[)）]\Z")


def number(value: str | None) -> Hashable:
    """What two values have in common when they are the same number: ``195`` and ``195.0`` give equals."""
    if value is None:
        return None
    if value.isdecimal() and len(value) <= _PLAIN_DIGITS:
        return int(value)
    try:
        exact = Decimal(value)
    except InvalidOperation:
        return value
    return exact if exact.is_finite() else value


def character_f1(one: str, other: str) -> float:
    """Harmonic mean of precision and recall over characters as multisets; 1 for two empty texts."""
    if one == other:
        return 1.0
    if len(one) > _SHORT:
        shared = sum((Counter(one) & Counter(other)).values())
    else:
        shared = sum(min(one.count(character), other.count(character)) for character in set(one))
    return 2 * shared / (len(one) + len(other))


def bare_end(surface: str, start: int, end: int) -> int:
    """The end of a span without a gloss behind its last character; ``end`` where the surface is not told."""
    if surface[-1:] not in (")", "）") or len(surface) != end - start:
        return end
    return end - len(surface) + len(_GLOSS.sub("", surface))
