"""Doubts about punctuation: folded to ASCII, missing at a paragraph's end, quotations never closed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from fzreview.reading.body import Layout
from fzreview.reading.lines import Line
from fzreview.reading.repairs.flag import Flag
from fzreview.reading.repairs.rules import HALF_WIDTH, NO_STOP, OPEN_QUOTE
from fzreview.reading.signoff import signature_tail

_HALF: Final = re.compile(r"[,:;!?()](?:(?<=[()])|(?<![0-9A-Za-z].)|(?![0-9A-Za-z]))")
_PARAGRAPH: Final = 60
_FULL_STOP: Final = '。！？；：…”’）》】」』!?;:)"|'
_BRACKETS: Final = re.compile("[“”《》〔〕【】]")
_PARTNER: Final = {"“": "”", "《": "》", "〔": "〕", "【": "】"}


def punctuation_flags(layout: Layout) -> Iterator[Flag]:
    """Flags of the body's punctuation."""
    start, end = layout.body
    count = len(_HALF.findall(layout.text, start, end))
    if count:
        yield (
            Flag(HALF_WIDTH, start, end, "halfwidth_punct", None, max(count, 2))
            if count > 1
            else Flag(HALF_WIDTH, start, end, "halfwidth_punct")
        )
    lines = layout.body_lines
    for line in lines:
        if len(line.text) >= _PARAGRAPH and "。" in line.text and _is_cut(line.text):
            yield Flag(NO_STOP, line.end, line.end, "missing_punct", "。")
        if not _closes_all(line.text):
            yield from _open_marks(line)


def _is_cut(text: str) -> bool:
    """Whether a paragraph ends without a full stop; a sign-off glued to its end needs none."""
    return text[-1] not in _FULL_STOP and not signature_tail(text)


def _closes_all(text: str) -> bool:
    """Whether every opening mark is closed before the next of its kind: so in nearly every paragraph."""
    marks = "".join(_BRACKETS.findall(text))
    for pair in ("《》", "〔〕", "【】", "“”"):
        marks = marks.replace(pair, "")
    return not marks


def _open_marks(line: Line) -> Iterator[Flag]:
    """A quotation that another one follows, or the line's end, before it closes."""
    opened: dict[str, int] = {}
    for match in _BRACKETS.finditer(line.text):
        sign = match[0]
        if sign in _PARTNER:
            if sign in opened and sign == "“":
                yield _unclosed(line, opened[sign], match.start())
            opened.setdefault(sign, match.start())
            if sign == "“":
                opened[sign] = match.start()
        else:
            for opening, closing in _PARTNER.items():
                if closing == sign:
                    opened.pop(opening, None)
    for at in opened.values():
        yield _unclosed(line, at, len(line.text))


def _unclosed(line: Line, at: int, limit: int) -> Flag:
    """From the opening mark to the end of its sentence."""
    stop = line.text.find("。", at, limit)
    end = limit if stop < 0 else stop + 1
    return Flag(OPEN_QUOTE, line.start + at, line.start + end, "missing_quote")
