"""The marks at which sentences end. The strings go inside ``[…]`` of a pattern."""

from __future__ import annotations

from typing import Final

FULL_WIDTH_ENDS: Final = "。！？；"
"""Ends that only running text has: ! ? and ; stand in addresses and remnants of mark-up too."""

SENTENCE_ENDS: Final = f"{FULL_WIDTH_ENDS}!?;"
"""A semicolon counts: what stands before it could be a sentence of its own."""

LINE_BREAKS: Final = "\n\r\u2028\u2029"


def begin_behind(text: str, marks: str, floor: int, at: int) -> int:
    """Where the stretch that holds ``at`` begins: behind the last of ``marks`` between ``floor`` and ``at``,
    at ``floor`` where there is none.
    """
    for mark in marks:
        # Each is looked for only behind those that were found.
        floor = max(floor, text.rfind(mark, floor, at) + 1)
    return floor


def end_before(text: str, marks: str, at: int, ceiling: int) -> int:
    """Where the stretch that holds ``at`` ends: before the first of ``marks`` between ``at`` and ``ceiling``,
    at ``ceiling`` where there is none.
    """
    for mark in marks:
        if (found := text.find(mark, at, ceiling)) >= 0:
            ceiling = found
    return ceiling
