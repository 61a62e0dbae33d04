"""The sentences of a source text, and the one around a place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from fzreview.text.sentences.marks import LINE_BREAKS, SENTENCE_ENDS, begin_behind, end_before

REACH: Final = 400
"""Characters on either side in which a sentence must begin and end; text without an end is cut there."""

_END: Final = re.compile(f"[。！？!{LINE_BREAKS}][”’」』）)]*")
"""With the quotation or bracket that it closes. A semicolon goes on; ? stands for lost characters too."""


class Sentences:
    """A source text with its end marks; a line break is one. Offsets are code points."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._ends = [mark.end() for mark in _END.finditer(source)]

    def around(self, start: int, end: int) -> tuple[int, int]:
        """The sentence that holds a span, its end mark included, blanks around it left out.

        A span over several sentences gets them all.
        """
        source, ends = self._source, self._ends
        begin, stop = start - REACH, end + REACH
        before = bisect_right(ends, start)
        behind = bisect_right(ends, end, before)
        if before and ends[before - 1] > begin:
            begin = ends[before - 1]
        elif begin < 0:
            begin = 0
        if behind < len(ends) and ends[behind] < stop:
            stop = ends[behind]
        elif stop > len(source):
            stop = len(source)
        while begin < start and source[begin].isspace():
            begin += 1
        while stop > end and source[stop - 1].isspace():
            stop -= 1
        return begin, stop

    def between(self, start: int, until: int) -> Iterator[tuple[int, int]]:
        """The sentences that begin from ``start`` on, cut at ``until``, in order."""
        source = self._source
        mark = bisect_right(self._ends, start)
        while start < until:
            stop = self._ends[mark] if mark < len(self._ends) else until
            begin, end = start, min(stop, until)
            while begin < end and source[begin].isspace():
                begin += 1
            while end > begin and source[end - 1].isspace():
                end -= 1
            if begin < end:
                yield begin, end
            start = stop
            mark += 1


def sentence_around(text: str, start: int, end: int, reach: int = 40) -> tuple[int, int]:
    """What to show around a span: its sentence without the end mark, at most ``reach`` characters to each
    side.
    """
    marks = f"{SENTENCE_ENDS}\n"
    return (
        begin_behind(text, marks, max(0, start - reach), start),
        end_before(text, marks, end, min(len(text), end + reach)),
    )


def words_around(text: str, start: int, end: int, reach: int = 40) -> tuple[str, str]:
    """What stands before and behind a span in its sentence, as :func:`sentence_around` gives it; with … where
    more of the sentence was left out.
    """
    begin, finish = sentence_around(text, start, end, reach)
    marks = f"{SENTENCE_ENDS}\n"
    more_before = begin > 0 and text[begin - 1] not in marks
    more_behind = finish < len(text) and text[finish] not in marks
    return "…" * more_before + text[begin:start], text[end:finish] + "…" * more_behind
