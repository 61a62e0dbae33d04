"""A table of contents in front of a report: its headings stand in the text once more and are not body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from fzreview.reading.lines import Line

_WORD: Final = re.compile(r"[#*\s【\[]*(?:目\s*录|目\s*次|CONTENTS|Contents)[】\]*\s:：]*")
_FIRST_ENTRY: Final = re.compile(
    r"[#*\s]*(?:前\s?言|引\s?言|概\s?述|一、|[（(]一[)）]|1[、.．]|第一[章部编])"
)
_NUMBERED: Final = re.compile(
    r"[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、]|第[一二三四五六七八九十]{1,3}[章部编节]"
)
_LEADER: Final = re.compile(
    r"(?:[.．。…·•⋯_—\-]{2,}|\s{1,})\s*[（(\-—]?\s*\d{1,3}\s*[)）\-—]?$|[.．…·•⋯]{3,}$"
)
_SIGNS: Final = re.compile(r"[\s#*，,。.：:、；;…·]+")
_LONGEST: Final = 60
_FEWEST_NAMED: Final = 2
_FEWEST: Final = 3
_MOST: Final = 300
_SHARE: Final = 0.8
_SHORTEST_LABEL: Final = 2


def may_begin_contents(text: str) -> bool:
    """Whether a line names a table of contents or could be its first entry."""
    return len(text) <= _LONGEST and (names_contents(text) or _FIRST_ENTRY.match(text) is not None)


def names_contents(text: str) -> bool:
    """Whether a line is the word that stands over a table of contents."""
    return _WORD.fullmatch(text) is not None


def contents_end(lines: Sequence[Line], start: int) -> int:
    """Index of the first line behind a table of contents that begins at ``start``; ``start`` where none does.

    Its lines are short and come again later in the same order, or end in dots and the number of a page;
    those below 目录 also end where their numbers begin anew.
    """
    named = start < len(lines) and names_contents(lines[start].text)
    first = start + named
    if first >= len(lines):
        return start
    end = first
    labels: list[str] = []
    opening = _NUMBERED.match(lines[first].text) if named else None
    restarts = again = False
    while end < min(len(lines), first + _MOST) and _is_entry(lines[end].text):
        label = _label(lines[end].text)
        again = bool(labels) and label.startswith(labels[0])
        if again or len(label) < _SHORTEST_LABEL:
            break
        restarts = bool(labels) and opening is not None and lines[end].text.startswith(opening[0])
        if restarts:
            break
        labels.append(label)
        end += 1
    if len(labels) < (_FEWEST_NAMED if named else _FEWEST):
        return start
    with_pages = sum(_LEADER.search(line.text) is not None for line in lines[first:end])
    if with_pages >= _SHARE * len(labels) or _come_again(labels, lines, end):
        return end
    if restarts or (named and (again or _stands_apart(lines, first, end))):
        return end
    return start


def _stands_apart(lines: Sequence[Line], first: int, end: int) -> bool:
    """Whether named contents, worded otherwise than the headings, end where a paragraph begins."""
    return (
        end < len(lines)
        and (len(lines[end].text) > _LONGEST or "。" in lines[end].text)
        and all(_FIRST_ENTRY.match(line.text) or _NUMBERED.match(line.text) for line in lines[first:end])
    )


def _is_entry(text: str) -> bool:
    return len(text) <= _LONGEST and "。" not in _LEADER.sub("", text) and "|" not in text


def _label(text: str) -> str:
    return _SIGNS.sub("", _LEADER.sub("", text))


def _come_again(labels: Sequence[str], lines: Sequence[Line], start: int) -> bool:
    """Whether most labels open later lines, in their order."""
    found = 0
    at = 0
    for line in lines[start:]:
        head = _SIGNS.sub("", line.text[: 2 * _LONGEST])
        # A heading that the text words otherwise must not keep the rest from being found.
        for ahead in range(at, min(len(labels), at + 3)):
            if head.startswith(labels[ahead]):
                found += 1
                at = ahead + 1
                break
        if at == len(labels):
            break
    return found >= _SHARE * len(labels)
