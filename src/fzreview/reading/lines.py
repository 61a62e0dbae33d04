"""The lines of a clean text; where a report stands on one line, its parts between blanks."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_LINE: Final = re.compile(r"[^\n]+")
_GAP: Final = re.compile(r"(?<![A-Za-z0-9|>»]) +(?![A-Za-z|>»])|(?<=[0-9]) +(?=[^\d|>»\s]|(?:19|20)\d{2}年)")
_ONE_LINE_SHARE: Final = 0.7
_ONE_LINE_LENGTH: Final = 200


class Line(NamedTuple):
    """A line that is not empty, with its offsets in the clean text."""

    start: int
    end: int
    text: str


def split_lines(text: str) -> list[Line]:
    """Lines without the empty ones. A text that stands on one line falls into its parts between blanks."""
    lines: list[Line] = []
    for match in _LINE.finditer(text):
        start = match.start()
        body = match[0]
        stripped = body.strip()
        if stripped:
            start += len(body) - len(body.lstrip())
            lines.append(Line(start, start + len(stripped), stripped))
    longest = max((line.end - line.start for line in lines), default=0)
    if longest < _ONE_LINE_LENGTH or longest < _ONE_LINE_SHARE * len(text):
        return lines
    parts: list[Line] = []
    for line in lines:
        parts += _parts(line) if line.end - line.start == longest else [line]
    return parts


def _parts(line: Line) -> list[Line]:
    parts: list[Line] = []
    at = 0
    depth = _Depth(line.text)
    for gap in _GAP.finditer(line.text):
        if depth.is_inside(gap.start()) or _is_inside_sentence(line.text, at, gap.start(), gap.end()):
            continue
        if gap.start() > at:
            parts.append(Line(line.start + at, line.start + gap.start(), line.text[at : gap.start()]))
        at = gap.end()
    if at < len(line.text):
        parts.append(Line(line.start + at, line.end, line.text[at:]))
    return parts


_COUNTED: Final = re.compile(
    r"(?!(?:19|20)\d{2}(?:年|[-/.]\d))\d[\d,.]*(?:\s\d{3})*\s?[余多]?(?:[万亿]|[\u4e00-\u9fff]|[%％‰])"
)
_OPENED: Final = re.compile(r"[，；,;][^。！？!?：:]*$|[^。！？!?]{60,}$")
_MARK: Final = re.compile(
    r"[一二三四五六七八九十]{1,3}[、.．是]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、]"
    r"|第[一二三四五六七八九十]+[章部节]|[—【\[]|[①-⑳]"
)

_MARK_BEFORE: Final = re.compile(
    r"(?:^|[。；;：:！!?？ \u4e00-\u9fff])"
    r"(?:[一二三四五六七八九十]{1,3}(?:、|是)|[（(][一二三四五六七八九十\d]{1,3}[)）])$"
)
"""A mark with a blank before the text that it begins: 一是 经费不足."""
_LONGEST_MARK: Final = 6


def _is_inside_sentence(text: str, part: int, start: int, stop: int) -> bool:
    """Whether the blanks between two offsets stand inside a sentence of the part that begins at ``part``.

    ``专题学习 18次``: typographic space around a number; a mark, or a number that opens a line, parts.
    """
    if start <= part or _MARK.match(text, stop):
        return False
    before = text[start - 1]
    if _MARK_BEFORE.search(text, max(part, start - _LONGEST_MARK), start):
        return True
    if before in "。！？!?”）)":
        return False
    if _COUNTED.match(text, stop) and not before.isdigit():
        return "\u4e00" <= before <= "\u9fff" or before in "，、；（《“"
    return (before.isdigit() or before in "，、；,;") and _OPENED.search(text, part, start) is not None


class _Depth:
    """Whether an offset lies between quotation or title marks; asked in rising order."""

    _MARKS: Final = re.compile("[“”《》]")
    _LONGEST: Final = 120

    def __init__(self, text: str) -> None:
        self._marks = [(match.start(), match[0]) for match in self._MARKS.finditer(text)]
        self._next = 0
        self._opened: int | None = None

    def is_inside(self, offset: int) -> bool:
        while self._next < len(self._marks) and self._marks[self._next][0] < offset:
            at, mark = self._marks[self._next]
            self._opened = at if mark in "“《" else None
            self._next += 1
        return self._opened is not None and offset - self._opened <= self._LONGEST
