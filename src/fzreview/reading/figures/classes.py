"""Numbers that only tell what kind of thing is meant: thresholds, specifications, denominators."""

from __future__ import annotations

import re
from typing import Final

from fzreview.reading.figures.numeral_runs import Numeral
from fzreview.reading.figures.words import words

_THRESHOLD: Final = re.compile(
    r"(?:\(含\))?(?:及其?|\(含\)|含)?(?:以上|以下|以内|之上|之下)(?:\([^()]{1,6}\))?"
    r"(?P<of>的)?(?P<next>[\u4e00-\u9fffA-Za-z“])?"
)
_BETWEEN: Final = re.compile(r"以上[、,至到]?[0-9一二三四五六七八九十]{1,4}[^,。;]{1,3}以下")
_MEASURED: Final = frozenset(
    words(
        """
        人 岁 周岁 层 级 床 年 个月 天 日 小时 米 里 公里 千米 吨 克 升 千瓦 兆瓦 千伏 亩 公顷 平方米
        平方公里 立方米 斤 公斤 度 元 美元 张 座 匹 马力 千瓦时 吨标准煤
        """
    )
)
_NO_NOUN: Final = words(
    """
    参 完成 增长 达 得到 实现 通过 被 已 均 由 用于 投入 建成 提高 下降 左右 并 且 和 与 及 有 是 为 以 在
    降 增 减 需 可 能 将 要 应 不 未 获 受 按 全 就业 脱贫 致富 专项资金 专项经费 资金 经费 投资 投入 补贴
    补助
    """
)
_SPEC_BEFORE: Final = words("海拔 时速 直径 口径 孔径 电压 型号 内径 外径 管径 马赫 每隔 每 航速 PM")


def is_class_mark(text: str, number: Numeral) -> bool:
    """Whether the number defines a class or a kind (亿元以上项目, 3岁以下, 300万吨级, 每万人, 1000千伏)."""
    start, end = number.start, number.end
    before = text[max(0, start - 4) : start]
    if before.endswith(_SPEC_BEFORE):
        return True
    following = text[end : end + 2]
    if number.unit or number.value is not None:
        if following[:1] == "级" and following != "级别" and number.unit:
            return True
        if following in ("千伏", "伏特", "英寸", "纳米") and not number.unit:
            return True
        if following[:1] in ("伏", "版", "型", "号", "强", "后") and not number.unit:
            return True
    if number.kind in ("percent", "ratio", "rank"):
        return False
    if before[-1:] == "满" and number.unit in ("周岁", "岁"):
        return True
    if _BETWEEN.match(text, end):
        return True
    threshold = _THRESHOLD.match(text, end)
    if threshold is None:
        return False
    unit = number.unit.split("/")[0]
    if unit not in _MEASURED and number.kind not in ("money", "measure"):
        return False
    if threshold["next"] is None:
        return threshold["of"] is not None
    return not text.startswith(_NO_NOUN, threshold.start("next"))
