"""Furniture of the page inside a line of the body: counters of views."""

from __future__ import annotations

import re
from typing import Final

from fzreview.language.words import any_of
from fzreview.reading.figures.numerals.numeral import Numeral

_COUNTER: Final = re.compile(
    any_of(
        """
        点击数 点击量 点击率 点击次数 点击 浏览次数 浏览量 浏览数 浏览 访问次数 访问量 阅读次数 阅读量 阅读数
        阅读 阅览次数 查看次数 人气
        """
    )
    + r":[ ]{0,3}\Z"
)
_BYLINE: Final = re.compile(
    any_of("作者 来源 发布 日期 时间 编辑 责编 录入 审核 供稿 字体 字号") + r"[^,。;!?\n]{0,60}\Z"
    r"|[0-9]{1,2}[-./月][0-9]{1,2}日?[ ]?(?:[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?[ ]*[\[【(]?\Z"
)
"""What goes before a counter of views: who put the page up and when."""
_BESIDE: Final = re.compile(r"次?[ ]*[\[【(|]*[ ]*(?:字体|字号|打印|关闭|分享|收藏|大[ ]?中[ ]?小)")


def is_furniture(text: str, number: Numeral) -> bool:
    """Whether the numeral counts the views of the page."""
    start = number.start
    if (
        text[start - 1 : start] not in (":", " ")
        or number.chinese
        or number.fraction
        or number.unit not in ("", "次", "字")
    ):
        return False
    label = _COUNTER.search(text, max(0, start - 10), start)
    if label is None:
        return False
    if _BESIDE.match(text, number.number_end):
        return True
    return _BYLINE.search(text, max(0, label.start() - 80), label.start()) is not None
