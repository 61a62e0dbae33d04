"""The sentence around a place, as a reader of the place needs it."""

from __future__ import annotations

import re
from typing import Final

LONGEST: Final = 2_000
"""Characters that are looked at to each side: text without any mark is no sentence."""

_END: Final = re.compile("[。！？；\n]")


def sentence_span(text: str, start: int, end: int) -> tuple[int, int]:
    """The span from behind the mark before ``start`` to that behind ``end``, its mark with it.

    Marks are 。！？； and line breaks, which stay out. Offsets are code points of ``text``.
    """
    floor, ceiling = max(start - LONGEST, 0), min(end + LONGEST, len(text))
    begin = max(text.rfind(mark, floor, start) for mark in "。！？；\n") + 1 or floor
    match = _END.search(text, max(start, end - 1), ceiling)
    if match is None:
        return begin, ceiling
    return begin, match.start() if match[0] == "\n" else match.end()
