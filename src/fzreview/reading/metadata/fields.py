"""The labelled fields of a page: ``来源: …``, ``文号 | 无 |``, before and behind the report."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from fzreview.reading.furniture import LABELS, PARTED_BY_BLANK
from fzreview.reading.lines import Line

_GLUED: Final = (
    "发布时间|发布日期|成文日期|索引号|发文字号|信息来源"
    "|浏览次数|浏览量|点击次数|点击量|阅读次数|访问次数|点击"
)
"""Labels that may touch the value before them: 来源：司法局点击：99."""
_FIELD: Final = re.compile(
    rf"(?:(?<![\u4e00-\u9fff])|(?<=报告)|(?<=总结)|(?=(?:{_GLUED})\s?[:：]))(?:[【\[（(]\s?(?P<held>{LABELS})\s?[\])）】]\s?(?:[:：]\s?)?(?:[|｜]\s?)?"
    rf"|[【\[（(]?(?P<label>{LABELS})\s?[\])）】]?\s?(?:[:：](?:\s?[|｜])?|[|｜])\s?"
    rf"|{PARTED_BY_BLANK})"
)
_BARE: Final = re.compile(rf"[【\[]?\s?(?P<label>{LABELS})\s?[】\]]?")
_RULE: Final = re.compile(r"^[-|｜:\s]+$")
_EMPTY: Final = frozenset({"无", "-", "--", "—", "/", "暂无", "空", "null", "None"})
_VALUE_END: Final = re.compile(r"\s*[|｜]|\s{2,}|[】\]]|\s(?=\S{1,8}[:：])|\s?[;；]\s?(?=\S{1,8}[:：])")


class Field(NamedTuple):
    """A label with its value (None where it is empty) and the value's span in the clean text."""

    label: str
    value: str | None
    start: int
    end: int


def labelled_fields(lines: Iterable[Line]) -> list[Field]:
    """All fields in order. A value ends at the next label, a cell's edge or the line's end."""
    lines = list(lines)
    found: list[Field] = []
    for index, line in enumerate(lines):
        if len(line.text) > 600 or _RULE.match(line.text):
            continue
        matches = list(_FIELD.finditer(line.text))
        if not matches:
            bare = _BARE.fullmatch(line.text.replace(" ", ""))
            if bare:
                found.append(_from_next_line(Field(bare["label"], None, line.end, line.end), lines, index))
            continue
        for match, following in zip(matches, [*matches[1:], None], strict=True):
            stop = following.start() if following else len(line.text)
            found.append(_field(line, match, stop))
        if found[-1].value is None and matches[-1].end() == len(line.text):
            found[-1] = _from_next_line(found[-1], lines, index)
    return found


def _field(line: Line, match: re.Match[str], stop: int) -> Field:
    start = match.end()
    cut = _VALUE_END.search(line.text, start, stop)
    end = cut.start() if cut else stop
    raw = line.text[start:end]
    value = raw.strip(" |｜【】[]()（）")
    start += len(raw) - len(raw.lstrip(" |｜【[(（"))
    kept = None if not value or value in _EMPTY else value
    label = match["held"] or match["label"] or match["parted"]
    return Field(label, kept, line.start + start, line.start + start + len(value))


def _from_next_line(field: Field, lines: list[Line], index: int) -> Field:
    """A table whose cells stand one to a line: the value is the next line, unless that is a label too."""
    if index + 1 >= len(lines):
        return field
    below = lines[index + 1]
    if (
        len(below.text) > 60
        or _FIELD.match(below.text)
        or _BARE.fullmatch(below.text.replace(" ", ""))
        or below.text in _EMPTY
        or "。" in below.text
    ):
        return field
    return Field(field.label, below.text, below.start, below.end)


def first_value(fields: Iterable[Field], labels: Iterable[str]) -> Field | None:
    """The first field with a value among the labels, earlier labels first."""
    known = list(fields)
    for label in labels:
        for field in known:
            if field.label == label and field.value is not None:
                return field
    return None
