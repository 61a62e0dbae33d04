"""Quotations, titles of documents and round brackets; the end of a sentence outside of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import Final

from fzreview.text.sentences.marks import SENTENCE_ENDS

_QUOTED: Final = re.compile(r"“[^“”\n]{1,60}+”|‘[^‘’\n]{1,40}+’|「[^「」\n]{1,40}+」|\"[^\"\n]{1,40}+\"")
_TITLED: Final = re.compile(r"《[^《》\n]{1,120}+》|<<[^<>\n]{1,120}+>>|〈[^〈〉\n]{1,80}+〉")

_OPENING: Final = {"“": "”", "《": "》", "（": "）", "(": ")"}
_STOPS: Final = re.compile(f"[{SENTENCE_ENDS}{''.join(_OPENING)}{''.join(_OPENING.values())}]")
_LONGEST_INSIDE: Final = 160
"""Quotations that are never closed must not swallow the rest of a paragraph."""


class Spans:
    """Disjoint spans in rising order that answer which of them holds an offset."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        told = list(spans)
        self._starts = [start for start, _ in told]
        self._ends = [end for _, end in told]

    def holding(self, offset: int) -> tuple[int, int] | None:
        """The span with ``start <= offset < end``."""
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and offset < self._ends[index]:
            return self._starts[index], self._ends[index]
        return None


def quotations(text: str) -> Spans:
    """The short quotations of a text, marks included."""
    return Spans(match.span() for match in _QUOTED.finditer(text))


def titles(text: str) -> Spans:
    """The titles of documents in a text, marks included."""
    return Spans(match.span() for match in _TITLED.finditer(text))


def brackets(text: str, marks: Iterable[int]) -> Spans:
    """The innermost round brackets of a folded text among ``marks`` (offsets, rising), from ( to before ).

    A bracket that is not closed on its line holds nothing.
    """
    spans = []
    opened: int | None = None
    for at in marks:
        if text[at] == "(":
            opened = at
        elif text[at] == "\n":
            opened = None
        elif text[at] == ")" and opened is not None:
            spans.append((opened, at))
            opened = None
    return Spans(spans)


def sentence_end(text: str, start: int, stop: int) -> int | None:
    """Offset of the first full stop, semicolon, question or exclamation mark outside quotations, titles and
    brackets; None where there is none before ``stop``.
    """
    closer = ""
    opened = start
    for match in _STOPS.finditer(text, start, stop):
        sign = match[0]
        if closer and match.start() - opened > _LONGEST_INSIDE:
            closer = ""
        if closer:
            if sign == closer:
                closer = ""
            continue
        if sign in SENTENCE_ENDS:
            return match.start()
        if sign in _OPENING and _closes(text, _OPENING[sign], match.end(), stop):
            closer, opened = _OPENING[sign], match.start()
    return None


def _closes(text: str, closer: str, start: int, stop: int) -> bool:
    """An opening sign without its closing sign opens nothing."""
    return text.find(closer, start, min(stop, start + _LONGEST_INSIDE)) >= 0
