"""Lists behind a colon whose head tells what is measured: 主要产品产量：水泥800万吨，平板玻璃90万箱."""

from __future__ import annotations

import re
from typing import Final

from fzreview.language.words import any_of
from fzreview.reading.figures.subjects.phrases import verb_in

_HEAD: Final = re.compile(
    r"(?P<measure>"
    + any_of(
        """
        总产量 产量 总产值 产值 总产 单产 产能 增加值 销售额 销售量 销量 播种面积 种植面积 面积 存栏 出栏
        储量 库存量 消费量 进口量 出口量 进口额 出口额 价格
        """
    )
    + ")"
    + any_of("情况 计划 指标 目标 任务")
    + "?"
    + any_of("是 为 如下 分别是 分别为 有 包括 达到")
    + r"?\Z"
)
"""The end of a head; 主要指标 or 主要目标 alone measures nothing."""
_MEASURED: Final = frozenset("量额率值数产积栏价能比重度")
"""Last characters of things that tell themselves what is measured: 发电量, 合格率."""
_LONGEST: Final = 12


def shared_measure(head: str) -> str:
    """The measure before a colon that the things behind it share; empty where there is none."""
    found = _HEAD.search(head.rstrip())
    return found["measure"] if found is not None else ""


def takes_measure(subject: str) -> bool:
    """Whether a subject only names a thing: 水泥, 化肥（折纯）, but not 发电量 or 水泥增长."""
    thing = subject.partition("（")[0].partition("(")[0]
    return 0 < len(thing) <= _LONGEST and thing[-1] not in _MEASURED and not verb_in(thing)
