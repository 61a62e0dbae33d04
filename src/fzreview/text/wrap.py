"""Rows of a document for a pane of a given width, by Chinese typesetting rules.

A row never begins with a closing mark and never ends with an opening one as long as moving three characters
helps; short numbers and Latin words stay whole, and so do the spans that the caller wants kept.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from fzreview.text.cells import cell_width

Row = tuple[int, int]

NEVER_FIRST: Final = frozenset("，。、；：？！）】》〉」』〕］｝”’…—％‰℃,.;:?!)]}%·～")
"""Characters that no row begins with."""

NEVER_LAST: Final = frozenset("（【《〈「『〔［｛“‘([{￥¥$")
"""Characters that no row ends with."""

MOST_PUSHED: Final = 3
"""Characters that may move to the next row for the sake of the marks; longer chains break the rule."""

LONGEST_WHOLE: Final = 8
"""Longest number or Latin word that is never parted."""

_WORD: Final = re.compile(r"[0-9０-９A-Za-z]+(?:[.,．:/-][0-9０-９A-Za-z]+)*")
_LATIN: Final = re.compile("«?[A-Za-z’'-]+»?|[<>]=")
_OF_WORDS: Final = frozenset(
    "0123456789０１２３４５６７８９abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.,．:/-"
)


def wrap_prose(text: str, width: int) -> list[Row]:
    """Rows of words that were written for this program: a Latin word stays whole, however long, and so do
    ``<=`` and ``>=``.
    """
    return wrap_rows(text, width, [match.span() for match in _LATIN.finditer(text)])


def wrap_rows(text: str, width: int, keep: Sequence[tuple[int, int]] = ()) -> list[Row]:
    """Rows of ``text`` as code-point spans ``(start, end)``, in order.

    ``width`` is in terminal cells, at least 1. ``keep`` holds spans in rising order that stay on one row
    where one row can hold them (figures). A line break (``\\n``, ``\\r\\n``) ends a row and belongs to none;
    otherwise rows touch. An empty line is an empty row; so is what follows a last line break, and an
    empty text. No row takes more than ``width`` cells but one of a single wide character at width 1.
    Raises ValueError for a width below 1.
    """
    if width < 1:
        raise ValueError(f"width {width} is below 1")
    rows: list[Row] = []
    start = 0
    while True:
        newline = text.find("\n", start)
        end = len(text) if newline < 0 else newline
        if newline > start and text[newline - 1] == "\r":
            end -= 1
        if (end - start) * 2 <= width:
            rows.append((start, end))
        else:
            _wrap_line(text, start, end, width, keep, rows)
        if newline < 0:
            return rows
        start = newline + 1


_STRETCH: Final = 1 << 16
"""Characters measured at a time, so that a line of many megabytes needs no measure of its own size."""


def _wrap_line(
    text: str, start: int, end: int, width: int, keep: Sequence[tuple[int, int]], rows: list[Row]
) -> None:
    """Append the rows of the line ``text[start:end]``."""
    kept = bisect_right(keep, (start, start))
    stretch = max(_STRETCH, 4 * width)
    while True:
        origin = start
        measured = min(end, origin + stretch)
        # ends[i] is the cells of the first i characters after the origin.
        ends = list(accumulate(map(cell_width, text[origin:measured]), initial=0))
        if ends[-1] <= width and measured < end:
            stretch *= 2  # characters without width fill the stretch
            continue
        while True:
            index = start - origin
            limit = origin + bisect_right(ends, max(ends[index] + width, ends[index + 1])) - 1
            if limit >= measured:
                break
            while kept < len(keep) and keep[kept][1] <= start:
                kept += 1
            cut = _cut(text, start, limit, end, keep, kept)
            rows.append((start, cut))
            start = cut
        if measured == end:
            rows.append((start, end))
            return


def _cut(text: str, start: int, limit: int, end: int, keep: Sequence[tuple[int, int]], kept: int) -> int:
    """Where the row that begins at ``start`` and can reach to ``limit`` shall end."""
    cut = limit
    pushed = 0
    while True:
        before = _before_whole(text, start, cut, end, keep, kept)
        if before > start:
            cut = before
        if text[cut] not in NEVER_FIRST and text[cut - 1] not in NEVER_LAST:
            return cut
        cut -= 1
        pushed += 1
        if pushed > MOST_PUSHED or cut <= start:
            return limit


def _before_whole(
    text: str, start: int, cut: int, end: int, keep: Sequence[tuple[int, int]], kept: int
) -> int:
    """The cut, moved in front of the kept span or short word that it would part."""
    while kept < len(keep) and keep[kept][0] < cut:
        if cut < keep[kept][1]:
            return keep[kept][0]
        kept += 1
    if text[cut] in _OF_WORDS and text[cut - 1] in _OF_WORDS:
        for word in _WORD.finditer(text, max(start, cut - LONGEST_WHOLE), min(end, cut + LONGEST_WHOLE)):
            if word.start() < cut < word.end():
                return word.start() if word.end() - word.start() <= LONGEST_WHOLE else cut
    return cut
