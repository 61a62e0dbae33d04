"""Doubts about the page: titles that lack or come twice, labels without values, ends that were cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from fzreview.domain.reports.report import Metadata
from fzreview.reading.body import Layout
from fzreview.reading.furniture import is_furniture
from fzreview.reading.lines import Line
from fzreview.reading.repairs.flag import Flag
from fzreview.reading.repairs.rules import (
    CUT_DATE,
    CUT_LABEL,
    EMPTY_FIELD,
    NO_ATTACHMENT,
    NO_TITLE,
    SECOND_TITLE,
    SHORT_TITLE,
)
from fzreview.reading.signoff import is_issuer_line
from fzreview.reading.titles import YEAR, is_title_like, trimmed

_INFORMING: Final = (
    "信息来源|文章来源|稿件来源|来源|出处|作者|发布时间|发布日期|发布机构|发文机关|发文日期|成文日期|索引号|文号|"
    "发文字号|信息提供"
)
_EMPTY: Final = re.compile(
    rf"(?:{_INFORMING})[:：]\s?(?:[\u4e00-\u9fff]{{2,6}}[:：]\s?)*(?=$|[\u4e00-\u9fff]{{2,6}}[:：])"
)
_OPENED: Final = re.compile(r"[【\[][^】\]]{1,40}$")
_ATTACHMENT: Final = re.compile(r"附\s?件\s?\d{0,2}\s?[:：]$")
_CUT_DATE: Final = re.compile(rf"{YEAR}年\d{{1,2}}月(?:\d{{1,2}})?$")
_SAME: Final = 0.7


def page_flags(layout: Layout, metadata: Metadata) -> Iterator[Flag]:
    """Flags of page lines and of the report's two ends."""
    yield from _title_flags(layout)
    for lines in (layout.before, layout.behind):
        for index, line in enumerate(lines):
            yield from _label_flags(line, lines[index + 1].text if index + 1 < len(lines) else "")
    yield from _end_flags(layout)


def _title_flags(layout: Layout) -> Iterator[Flag]:
    if layout.title is None:
        if layout.body[1] > layout.body[0]:
            yield Flag(NO_TITLE, layout.body[0], layout.body[0], "missing_title", after_character=False)
        return
    title = layout.title
    lines = layout.before
    for index, line in enumerate(lines):
        if index <= title.last_line:
            continue
        start, end = trimmed(line)
        text = layout.text[start:end]
        if not is_title_like(text) or not _same(text, title.text):
            continue
        above = (
            lines[index - 1]
            if index - 1 > title.last_line and is_issuer_line(lines[index - 1].text)
            else line
        )
        yield Flag(SECOND_TITLE, above.start, line.end, "duplicate_title")
        if text != title.text:
            yield Flag(SHORT_TITLE, line.start, line.end, "source_missing_word", title.text)


def _same(text: str, title: str) -> bool:
    ours, theirs = set(text), set(title)
    return len(ours & theirs) >= _SAME * min(len(ours), len(theirs))


def _label_flags(line: Line, below: str) -> Iterator[Flag]:
    if len(line.text) > 300:
        return
    for match in _EMPTY.finditer(line.text):
        if match.end() == len(line.text) and below and not is_furniture(below) and not is_title_like(below):
            # A table whose cells stand one to a line: the value is the next line.
            continue
        end = len(line.text[: match.end()].rstrip())
        yield Flag(EMPTY_FIELD, line.start + match.start(), line.start + end, "empty_field")
    opened = _OPENED.search(line.text[-60:])
    if opened:
        at = line.end - len(line.text[-60:]) + opened.start()
        yield Flag(CUT_LABEL, at, line.end, "truncated_label")


def _end_flags(layout: Layout) -> Iterator[Flag]:
    for line in layout.behind[:2]:
        if _ATTACHMENT.fullmatch(line.text):
            yield Flag(NO_ATTACHMENT, line.start, line.end, "truncated_end", "")
    last = layout.body_lines[-1:]
    if last and len(last[0].text) <= 40 and _CUT_DATE.search(last[0].text):
        yield Flag(CUT_DATE, last[0].end, last[0].end, "truncated_end", "日")
