"""The sentence of a source text around a span."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

REACH: Final = 400
"""Characters on either side in which a sentence must begin and end; text without an end is cut there."""

_END: Final = re.compile(r"[。！？!\n\r\u2028\u2029][”’」』）)]*")


def sentence_span(source: str, start: int, end: int) -> tuple[int, int]:
    """The sentence that holds ``source[start:end]``, its end mark included, blanks around it left out.

    A line break ends a sentence; a span over several sentences gets them all.
    """
    first = max(0, start - REACH)
    last = min(len(source), end + REACH)
    begin = first
    for mark in _END.finditer(source, first, start):
        begin = mark.end()
    mark_behind = _END.search(source, end, last)
    stop = mark_behind.end() if mark_behind else last
    while begin < start and source[begin].isspace():
        begin += 1
    while stop > end and source[stop - 1].isspace():
        stop -= 1
    return begin, stop


def sentences_between(source: str, start: int, until: int) -> Iterator[tuple[int, int]]:
    """The sentences of ``source[start:until]`` in order, as :func:`sentence_span` would cut them."""
    while start < until:
        mark = _END.search(source, start, until)
        stop = mark.end() if mark else until
        begin, end = start, stop
        while begin < end and source[begin].isspace():
            begin += 1
        while end > begin and source[end - 1].isspace():
            end -= 1
        if begin < end:
            yield begin, end
        start = stop
