"""Numbers without a unit: figures where their place tells that they are amounts."""

from __future__ import annotations

import re
from typing import Final

from fzreview.domain.figure import Bound, Kind
from fzreview.reading.figures.doubts import BARE_NUMBER, NO_UNIT
from fzreview.reading.figures.numeral_runs import Numeral
from fzreview.reading.figures.unit_table import NOUNS
from fzreview.reading.figures.words import any_of

_TERMINAL: Final = re.compile(r"[ ]*(?:[,。;、!?)(\n|]|$|大关)")
_TOTALS: Final = re.compile(
    any_of("达到 达 为 至 到 共 共计 合计 总计 累计 约 超过 突破 超 近 : 数 量 是 得分 比值 系数") + r"\Z"
)
_CHANGE_BEHIND: Final = re.compile(
    r"[ ]?" + any_of("缩小 扩大 下 上 提 降 增 升 减 调整 变 压 优化 改善 回落") + "[^,。;]{0,4}?[至到为]"
)
_CELL_LEFT: Final = re.compile(r"[|\t][ ]{0,6}-?\Z")
_CELL_RIGHT: Final = re.compile(r"[ ]{0,6}(?:[|\t\n]|\Z)")
_REGIONS: Final = "县市区省州乡镇村国校"
_SENTENCE_MARKS: Final = frozenset(",。;:!?、")
_CELL_LENGTH: Final = 16
_ROW: Final = 200


def bare_doubt(text: str, number: Numeral, bound: Bound) -> str | None:
    """The doubt that goes with a unitless number that is a figure; None where it is no figure for certain."""
    start, end, value = number.start, number.end, number.value
    if value is None:
        return None
    large = abs(value) >= 10_000 and text[end - 1] in "万亿多余"
    if number.chinese:
        if number.magnitude and (bound == "=" or value < 10_000):
            return None
        return NO_UNIT if large else None
    if large or number.over:
        return NO_UNIT
    if in_cell(text, start, end):
        return BARE_NUMBER
    following = text[end : end + 4]
    if following[:2] in NOUNS or following[:3] in NOUNS or following in NOUNS:
        return NO_UNIT
    if (
        following[:1]
        and following[0] in _REGIONS
        and following[:2] not in ("国道", "省道", "县道", "村道", "乡道")
    ):
        return NO_UNIT
    if _TERMINAL.match(text, end) and _TOTALS.search(text, max(0, start - 4), start):
        return NO_UNIT
    if text[max(0, start - 1) : start] in ("由", "从") and _CHANGE_BEHIND.match(text, end):
        return NO_UNIT
    return None


def bare_kind(text: str, number: Numeral, clause: int) -> Kind:
    """The kind of a number without a unit, from the words of its clause."""
    left = text[clause : number.start]
    if any(word in left for word in ("比值", "收入比", "之比", "比例", "倍数", "弹性系数")):
        return "ratio"
    if any(word in left for word in ("得分", "分数", "评分", "总分", "均分")):
        return "score"
    return "count"


def in_cell(text: str, start: int, end: int) -> bool:
    """Alone in a cell of a table: between bars or tabs, or on a line of its own among other short lines."""
    right = _CELL_RIGHT.match(text, end)
    if right is None:
        return False
    if right.group().strip(" \n") or _CELL_LEFT.search(text, max(0, start - 9), start):
        return not _numbers_a_row(text, start, end)
    return _in_column(text, start, end)


def _numbers_a_row(text: str, start: int, end: int) -> bool:
    """The first cell of a row whose other cells hold words: its serial number."""
    begin = text.rfind("\n", max(0, start - 20), start) + 1
    if text[begin:start].strip(" |\t") or (begin == 0 and start > 20):
        return False
    stop = text.find("\n", end, end + _ROW)
    rest = text[end : stop if stop >= 0 else end + _ROW]
    return any("\u4e00" <= char <= "\u9fff" for char in rest)


def _in_column(text: str, start: int, end: int) -> bool:
    """One cell a line: the lines before and behind are short and hold no sentence."""
    if text[start - 1 : start] not in ("\n", "") or text[end : end + 1] not in ("\n", ""):
        return False
    above = _line_before(text, start - 1)
    below = _line_behind(text, end + 1)
    return _is_cell(above) and (below == "" or _is_cell(below)) and not above.isdigit()


def _line_before(text: str, at: int) -> str:
    """The last line before ``at`` that is not blank, the end of it at most."""
    while at > 0 and text[at - 1] in "\n ":
        at -= 1
    begin = max(text.rfind("\n", max(0, at - 60), at) + 1, at - 60, 0)
    return text[begin:at].strip()


def _line_behind(text: str, at: int) -> str:
    while at < len(text) and text[at] in "\n ":
        at += 1
    stop = text.find("\n", at, at + 60)
    return text[at : stop if stop >= 0 else at + 60].strip()


def _is_cell(line: str) -> bool:
    return 0 < len(line) <= _CELL_LENGTH and not any(char in _SENTENCE_MARKS for char in line)
