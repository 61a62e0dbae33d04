"""Blanks: indents, blank lines, runs between fields, blanks inside sentences, numbers and labels.

A blank that parts two things stays, as one plain blank: two words of a name, the fields of a page line, the
headings of a report on one line. A blank goes where nothing is parted: at the ends of a line, beside a
comma, between a numeral and its measure word, between the letters of a spaced label. Newlines stay.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from fzreview.domain.reports.report import Repair
from fzreview.text.edits import Edit
from fzreview.text.gbk import is_han

BLANKS: Final = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u3164"
_RUN: Final = re.compile(f"[{BLANKS}]+")
_QUESTION_INDENT: Final = re.compile(
    rf"(?m)^[{BLANKS}]*(?:[?？]{{2,12}}|[?？](?=[一二三四五六七八九十（(1-9]))[{BLANKS}]*"
)
_QUESTION_GAP: Final = re.compile(
    r"(?<=[。；：！，、）)”%\w])\?{2,12}(?=[一二三四五六七八九十]{1,3}[、是]|[（(][一二三四五六七八九十\d]|\d{1,2}[.、])"
)
_NEWLINES_AT_END: Final = re.compile(r"\n{3,}\Z")

_MEASURE: Final = frozenset(
    "个個件人次项項条條宗起例份部套台家户戶所名位元万萬亿億千百年月日号號时時分天周岁歲倍成亩畝吨噸斤公平立米里处處场場期批类類"
    "张張幅册冊本篇幢栋棟座间間辆輛艘架支队隊组組片根棵株头頭只匹余餘多"
)
_TIME: Final = frozenset("年月日")
_NO_BLANK_BEFORE: Final = frozenset("，。；：、！？）】》”’〕,;:!?)]%％‰")
_NO_BLANK_BEHIND: Final = frozenset("，、；（【《“‘〔,;([")
_DIGITS: Final = re.compile(r"[\d.,，．]*\d")
_SPACED_LABEL: Final = re.compile(
    rf"(?<![\w])[\u4e00-\u9fff](?:[{BLANKS}]{{1,8}}[\u4e00-\u9fff]){{1,12}}(?![\w])"
)

# The links that set the size of letters are three links, not a spaced word.
_SIZES: Final = frozenset({"大中小", "小中大", "大小", "小大"})

# From this many equal rows on one row sums them up.
_SUMMED: Final = 3
_LISTED: Final = 200


class Blanks(NamedTuple):
    edits: list[Edit]
    rows: list[Repair]


def find_blanks(text: str) -> Blanks:
    """Edits and repair rows in offsets of ``text``; rows of equal indents are summed up."""
    edits: list[Edit] = []
    rows: list[Repair] = []
    indents: dict[str, list[tuple[int, int]]] = {}
    labels = _label_spans(text)
    next_label = 0
    taken = -1
    questions = _question_edits(text) if "?" in text or "？" in text else []
    for edit in questions:
        edits.append(edit)
        rows.append(Repair(edit.start, edit.end, text[edit.start : edit.end], edit.text, "blank", "fix"))
    covered = _Cover(questions)
    for match in _RUN.finditer(text):
        start, end = match.span()
        if start < taken or covered.holds(start):
            continue
        while next_label < len(labels) and labels[next_label][1] <= start:
            next_label += 1
        if next_label < len(labels) and labels[next_label][0] < start:
            label_start, label_end = labels[next_label]
            if labels[next_label][0] >= taken:
                raw = text[label_start:label_end]
                rows.append(Repair(label_start, label_end, raw, _RUN.sub("", raw), "blank", "fix"))
                edits += [
                    Edit(label_start + b.start(), label_start + b.end(), "") for b in _RUN.finditer(raw)
                ]
                taken = label_end
            continue
        new = _instead(text, start, end)
        if new == match[0]:
            continue
        edits.append(Edit(start, end, new))
        at_line_start = start == 0 or text[start - 1] == "\n"
        if at_line_start and text[end : end + 1] not in ("", "\n"):
            indents.setdefault(match[0], []).append((start, end))
        elif not (set(match[0]) == {" "} and text[end : end + 1] in ("", "\n")):
            rows.append(Repair(start, end, match[0], new, "blank", "fix"))
    rows += _indent_rows(indents)
    last = _NEWLINES_AT_END.search(text) if text.endswith("\n\n\n") else None
    if last:
        edits.append(Edit(*last.span(), "\n"))
        rows.append(Repair(*last.span(), last[0], "\n", "blank", "fix"))
    return Blanks(sorted(edits), _limited(rows))


class _Cover:
    """Which offsets lie in edits, asked in rising order."""

    def __init__(self, edits: list[Edit]) -> None:
        self._edits = edits
        self._at = 0

    def holds(self, offset: int) -> bool:
        while self._at < len(self._edits) and self._edits[self._at].end <= offset:
            self._at += 1
        return self._at < len(self._edits) and self._edits[self._at].start <= offset


def _question_edits(text: str) -> list[Edit]:
    """``??`` where an indent or a gap of two blanks stood that an encoding did not know."""
    found = [Edit(match.start(), match.end(), "") for match in _QUESTION_INDENT.finditer(text)]
    found += [Edit(match.start(), match.end(), " ") for match in _QUESTION_GAP.finditer(text)]
    found.sort()
    return [edit for i, edit in enumerate(found) if not i or edit.start >= found[i - 1].end]


def _label_spans(text: str) -> list[tuple[int, int]]:
    """Spaced labels: ``索 引 号`` anywhere, ``文 号`` where it fills a cell or stands before a colon."""
    found = []
    stop = 0
    # From blank to blank: they are rare, and a label's first letter stands before one.
    for run in _RUN.finditer(text):
        match = _SPACED_LABEL.match(text, run.start() - 1) if run.start() > stop else None
        if match is None:
            continue
        stop = match.end()
        letters = len(_RUN.sub("", match[0]))
        if _RUN.sub("", match[0]) in _SIZES:
            continue
        if letters >= 3 or _fills_cell(text, match.start(), match.end()):
            found.append(match.span())
    return found


def _fills_cell(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(" ")[-1:]
    behind = text[end : end + 3].lstrip(" ")[:1]
    return before in ("", "\n", "|") and behind in ("|", ":", "：")


def _instead(text: str, start: int, end: int) -> str:
    """What stands for the run of blanks: nothing, or one plain blank."""
    if start == 0 or end == len(text):
        return ""
    before, behind = text[start - 1], text[end]
    if before == "\n" or behind == "\n":
        return ""
    if behind in _NO_BLANK_BEFORE and is_han(before):
        return ""
    if before in _NO_BLANK_BEHIND and (is_han(behind) or (before in "，、；“《（" and behind.isalnum())):
        return ""
    if before.isdigit() and _belongs_to_number(text, start, end):
        return ""
    if behind.isdigit() and is_han(before) and _number_is_spaced(text, end):
        return ""
    return " "


def _belongs_to_number(text: str, start: int, end: int) -> bool:
    """``136 个``, ``98 %``: a unit behind the blank; not ``1 总则``, where the number is a mark."""
    behind = text[end]
    if behind in "%％‰℃":
        return True
    if behind not in _MEASURE:
        return False
    number = start - 1
    while number > 0 and start - number < 24 and (text[number - 1].isdigit() or text[number - 1] in ".,．，"):
        number -= 1
    at_line_start = number == 0 or text[number - 1] == "\n"
    return not at_line_start or not is_han(text[end + 1 : end + 2] or "\n") or behind in _TIME


def _number_is_spaced(text: str, at: int) -> bool:
    """Whether a blank and a unit stand behind the number that begins here: typographic spacing."""
    number = _DIGITS.match(text, at, at + 24)
    if number is None:
        return False
    unit = _RUN.match(text, number.end(), number.end() + 4)
    behind = text[unit.end() : unit.end() + 1] if unit else ""
    return bool(behind) and (behind in _MEASURE or behind in "%％")


def _indent_rows(indents: dict[str, list[tuple[int, int]]]) -> list[Repair]:
    rows: list[Repair] = []
    for raw, spans in indents.items():
        if len(spans) >= _SUMMED:
            rows.append(Repair(spans[0][0], spans[-1][1], None, "", "blank", "fix", len(spans)))
        else:
            rows += [Repair(start, end, raw, "", "blank", "fix") for start, end in spans]
    return rows


def _limited(rows: list[Repair]) -> list[Repair]:
    rows.sort(key=lambda row: (row.start, row.end))
    if len(rows) <= _LISTED:
        return rows
    count = sum(row.count for row in rows)
    return [Repair(rows[0].start, max(row.end for row in rows), None, None, "blank", "fix", count)]
