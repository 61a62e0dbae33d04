"""Ranks: 第3位, 前10名, 排名第一. All other ordinals name and are no figures."""

from __future__ import annotations

import re
from typing import Final

from fzreview.language.words import any_of
from fzreview.reading.figures.numerals.numeral import Numeral

_PLACED: Final = any_of(
    """
    排名 排序 位居 位列 名列 列 居 跃居 升至 上升至 上升到 跃升至 前移至 位次 排在 排 保持 稳居 跻身 进入
    挺进 荣获 获得 获 取得 夺得 并列 总分 综合 稳定在 进至 升到 跃至 蝉联 卫冕 名次 成绩 降至 降到 跌至 跌到
    退至 退居 滑至 下滑至 下降至 晋升至 晋级
    """
)
_RISEN: Final = "(?:升|降|跃|跌|滑|退|晋|进[至到位]|前移|上移|前进|后移|提升|提高|提前|上升|下降|下滑)"
_AMONG: Final = any_of(
    """
    全国 全省 全市 全区 全县 全州 全球 世界 亚洲 西部 中部 东部 东北 西北 西南 华东 华北 华南 中西部 沿海
    同类 省内 市内 国内 同级 城市 计划单列市 自治区 各省 各市 各县 各区 省会
    """
)
_RANKING: Final = re.compile(rf"{_PLACED}[^,。;:!?]{{0,16}}\Z|{_AMONG}[^,。;:!?]{{0,6}}\Z")
_TO_PLACE: Final = r"[至到](?=第|[全前][0-9国省市区县州球])"
_MOST: Final = "[多高低大快少好](?=[,。;、!?)]|\\Z)"
"""全省第三多: a standing among those that have most."""
_ENDS: Final = re.compile(rf"{_MOST}|[,。;、!?)(:\s|”和与及]|的(?=[,。;好佳成])|$|且|并|{_RISEN}|{_TO_PLACE}")
_FROM: Final = re.compile(r"[由从][^,。;:!?第]{0,12}\Z")
_CHANGED: Final = re.compile(rf"{_RISEN}|{_TO_PLACE}")
_PLACE: Final = re.compile(r"(?:排名|位次|名次|[位名稳高跃]居|[位名]列|排在|排到|蝉联)[^,。;]{0,14}\Z")
_MOVED: Final = re.compile(rf"{_RISEN}了?\Z")
_NOT_STANDING: Final = ("摆在第", "放在第", "作为第", "当作第", "坚持第", "始终第", "突出第")


def rank_of(text: str, number: Numeral) -> Numeral | None:
    """The rank that the numeral tells, its unit and bound context included; None where it is no standing.

    ``第`` or ``前`` must stand directly before the numeral.
    """
    start = number.start
    before = text[start - 1 : start]
    if before == "前":
        return _top(text, number)
    if before != "第":
        return None
    left = text[max(0, start - 26) : start - 1]
    if number.unit in ("位", "名"):
        if text[max(0, start - 3) : start] in _NOT_STANDING or _names_a_person(text, number):
            return None
        return number._replace(kind="rank")
    if number.over:
        number = number._replace(end=number.end - 1, number_end=number.end - 1, over=False)
    if number.unit and number.unit != "个":
        return None
    if number.unit or not _ENDS.match(text, number.end):
        return None
    if _RANKING.search(left) or (_CHANGED.match(text, number.end) and _FROM.search(left)):
        return number._replace(kind="rank")
    return None


def _names_a_person(text: str, number: Numeral) -> bool:
    """第一位女市长: a name, not a standing."""
    if _ENDS.match(text, number.end):
        return False
    left = text[max(0, number.start - 20) : number.start - 1]
    return _RANKING.search(left) is None or (text[number.start] == "一" and not _PLACE.search(left))


def _top(text: str, number: Numeral) -> Numeral | None:
    left = text[max(0, number.start - 20) : number.start - 1]
    if number.unit in ("位", "名"):
        return number._replace(kind="rank")
    if number.unit:
        return None
    if _RANKING.search(left) and re.match(
        r"[,。;、!?)\s”]|的|行列|之列|强(?=[,。;、!?])|$", text[number.end : number.end + 3] or ""
    ):
        if text[number.end : number.end + 1] == "强":
            return None
        return number._replace(kind="rank")
    return None


def stands(text: str, number: Numeral, clause: int) -> bool:
    """Whether a number of places without 第 tells a standing (排名由369位上升到235位, but not 上升3位)."""
    start = number.start
    return _PLACE.search(text, clause, start) is not None and not _MOVED.search(text, clause, start)
