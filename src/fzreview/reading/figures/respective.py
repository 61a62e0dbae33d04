"""Rows with 分别: several numbers that belong, one by one, to several things told before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from fzreview.reading.figures.subject_text import clean_left
from fzreview.reading.figures.subject_words import GROWTH
from fzreview.reading.figures.words import any_of

_PARTS: Final = re.compile(r"、|以及|和|及|与")
_MEASURE: Final = re.compile(
    any_of("年均 平均")
    + "?"
    + any_of(
        """
        产量 总产量 总量 数量 总额 金额 面积 人数 户数 件数 起数 增加值 总产值 产值 销售额 浓度
        价格 收入 支出 投资 比例 比重
        排放总量 排放量 [^、和及与]{0,4}率 标准 水平 数 量 额 度 值
        """
    )
    + r"\Z"
)
"""What the last thing of a row may lend those before it: 白银、精炼铜产量."""
_LATE: Final = re.compile("(?:近年来|明显|大幅|逐步|继续|稳步|近几年|首次|双双|持续|均|都|全部|同时).*")
_TOGETHER: Final = re.compile("“[^“”]*”\\Z")
"""直接财产损失“四项指数”: a name of all of them."""


def respective_subjects(raw: str, count: int, earlier: Sequence[str], before: str) -> list[str] | None:
    """The subjects of ``count`` numbers in a row behind the wording ``raw``; None where it holds no 分别.

    ``earlier`` are the subjects of the sentence so far: 案件2.3万起,金额1亿元,分别上升12%和8.5%. ``before``
    is the clause before where it holds no number: 甲、乙双双下降,分别下降5%和6%.
    """
    head, respectively, verb = raw.rpartition("分别")
    if not respectively or count < 2:
        return None
    verb = clean_left(verb)
    head = clean_left(head)
    if not head or GROWTH.match(head + "增长"):
        things = _things(_LATE.sub("", before))
        if len(things) == count:
            return [thing + head + verb for thing in things]
        if len(earlier) < count:
            return None
        return [subject + head + verb for subject in earlier[-count:]]
    things = _things(_TOGETHER.sub("", head))
    if len(things) != count:
        return [head + verb] * count
    return [thing + verb for thing in things]


def _things(row: str) -> list[str]:
    """The things of a row, each with the measure that stands at the end of the last."""
    things = [part for part in _PARTS.split(row) if part]
    found = _MEASURE.search(things[-1]) if things else None
    if found is None or found.start() == 0:
        return things
    return [
        *(thing if _MEASURE.search(thing) else thing + found.group() for thing in things[:-1]),
        things[-1],
    ]
