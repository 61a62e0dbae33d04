"""Numbers without a unit: figures where their place tells that they are amounts."""

from __future__ import annotations

import re
from typing import Final

from fzreview.domain.figures.figure import Bound, Kind
from fzreview.language.alphabet import CLAUSE_MARKS, is_han
from fzreview.language.units import NOUNS
from fzreview.language.words import any_of
from fzreview.reading.figures.doubts import BARE_NUMBER, NO_UNIT
from fzreview.reading.figures.numerals.numeral import Numeral
from fzreview.reading.figures.page import Page
from fzreview.reading.figures.tables.columns import between_labels, stands_alone

_TERMINAL: Final = re.compile(r"[ ]*(?:[,。;、!?)(\n|]|$|大关)")
_TOTALS: Final = re.compile(
    any_of("达到 达 为 至 到 共 共计 合计 总计 累计 约 超过 突破 超 近 : 数 量 是 得分 比值 系数") + r"\Z"
)
_INDEX: Final = re.compile(any_of("指数 性别比 比值 收入比 抚养比 供销比 弹性 系数 温度 湿度 总分") + r"\Z")
_RATIO_OF: Final = re.compile(r"[比率值数度](?:为|是|达|达到)?\Z")
_CHANGE_BEHIND: Final = re.compile(
    r"[ ]?" + any_of("缩小 扩大 下 上 提 降 增 升 减 调整 变 压 优化 改善 回落") + "[^,。;]{0,4}?[至到为]"
)
_CELL_LEFT: Final = re.compile(r"[|\t][ ]{0,6}-?\Z")
_CELL_RIGHT: Final = re.compile(r"[ ]{0,6}(?:[|\t\n]|\Z)")
_MONEY: Final = re.compile(
    any_of(
        """
        金额 标的额 标的 投资 资金 罚没 罚没款 罚款 产值 收入 支出 损失 利润 税收 税款 贷款 存款 经费 债务
        货值 赔偿金 补偿款 欠薪 增加值 生产总值
        """
    )
    + any_of("共 共计 合计 总计 累计 达 达到 近 约 超 超过 突破 为")
    + r"{0,2}[ ]?\Z"
)
"""Amounts of money whose 元 the report leaves out: 罚没102万."""
_RATE: Final = re.compile(r"率[”’]?[为是达由从]?[到至]?\Z")
"""A rate below one that no sign follows is a share; a rate of 0 is no per cent."""
_RATE_CHANGED: Final = re.compile(rf"率[^{CLAUSE_MARKS}]{{0,16}}[至为到]\Z")
"""败诉率由2.1%降为0."""
_CODE: Final = re.compile("(?:[号码]|代号)(?:[为是:])?\\Z")
_METALS: Final = ("金", "银", "铜")
_MEDALS: Final = re.compile("金[、, ]?[0-9]{1,3}[银铜]|银[、, ]?[0-9]{1,3}铜")
_MEDALS_BEFORE: Final = re.compile("[0-9][金银][、, ]?\\Z")
"""3金2银1铜: medals, counted without a measure word."""
_REGIONS: Final = "县市区省州乡镇村国校"
_ROW: Final = 200


def bare_doubt(page: Page, number: Numeral, bound: Bound) -> str | None:
    """The doubt that goes with a unitless number that is a figure; None where it is no figure for certain."""
    text, start, end, value = page.text, number.start, number.end, number.value
    if value is None:
        return None
    large = abs(value) >= 10_000 and text[end - 1] in "万亿多余wWkK"
    if number.chinese:
        if number.magnitude and (bound == "=" or value < 10_000):
            return None
        return NO_UNIT if large or (bound != "=" and value >= 200 and _counts_noun(text, end)) else None
    if large or number.over or (number.kind == "money" and not number.unit):
        return NO_UNIT
    if in_cell(page, start, end):
        return BARE_NUMBER
    if value != value.to_integral_value():
        return _told_doubt(text, number)
    if _counts_noun(text, end):
        return NO_UNIT
    if _MEDALS.match(text, end) or _MEDALS_BEFORE.search(text, max(0, start - 4), start):
        return NO_UNIT if text[end : end + 1] in _METALS else None
    following = text[end : end + 2]
    if (
        following[:1]
        and following[0] in _REGIONS
        and following not in ("国道", "省道", "县道", "村道", "乡道")
    ):
        return NO_UNIT
    return _told_doubt(text, number)


def _told_doubt(text: str, number: Numeral) -> str | None:
    """The doubt where the words around tell an amount: 共计35。, 由2.1降至1.9; 编号为3385 tells none."""
    start, end = number.start, number.end
    if _CODE.search(text, max(0, start - 4), start):
        return None
    if _TERMINAL.match(text, end) and _is_told(text, number):
        return NO_UNIT
    changed = text[max(0, start - 1) : start] in ("由", "从") and _CHANGE_BEHIND.match(text, end)
    return NO_UNIT if changed else None


def _counts_noun(text: str, at: int) -> bool:
    """Whether a thing that reports count without a measure word stands at ``at``."""
    following = text[at : at + 4]
    return following[:2] in NOUNS or following[:3] in NOUNS or following in NOUNS


def _is_told(text: str, number: Numeral) -> bool:
    """Words before the number make it an amount or the value of an index."""
    start = number.start
    left = max(0, start - 5)
    if _TOTALS.search(text, left, start) or _INDEX.search(text, left, start):
        return True
    return "." in text[start : number.end] and _RATIO_OF.search(text, left, start) is not None


def bare_kind(text: str, number: Numeral, clause: int) -> Kind:
    """The kind of a number without a unit, from the words of its clause."""
    left = text[clause : number.start]
    if text[number.end - 1] in "万亿" and _MONEY.search(left):
        return "money"
    if any(word in left for word in ("比值", "收入比", "之比", "比例", "倍数", "弹性系数")):
        return "ratio"
    if number.value is not None and 0 <= number.value < 1 and _RATE.search(left):
        return "ratio" if number.value else "percent"
    if number.value == 0 and _RATE_CHANGED.search(left):
        return "percent"
    if any(word in left for word in ("得分", "分数", "评分", "总分", "均分")):
        return "score"
    return "count"


def in_cell(page: Page, start: int, end: int) -> bool:
    """Alone in a cell of a table: between bars or tabs, or on a line of its own among other short lines."""
    text = page.text
    if page.cell_at(start) is not None:
        return True
    right = _CELL_RIGHT.match(text, end)
    if right is None:
        return False
    if right.group().strip(" \n") or _CELL_LEFT.search(text, max(0, start - 9), start):
        return not _numbers_a_row(text, start, end)
    return stands_alone(text, start, end) and between_labels(text, start, end)


def _numbers_a_row(text: str, start: int, end: int) -> bool:
    """The first cell of a row whose other cells hold words: its serial number."""
    begin = text.rfind("\n", max(0, start - 20), start) + 1
    if text[begin:start].strip(" |\t") or (begin == 0 and start > 20):
        return False
    stop = text.find("\n", end, end + _ROW)
    rest = text[end : stop if stop >= 0 else end + _ROW]
    return any(is_han(char) for char in rest)
