"""Measures that do not tell what they measure: 面积, 涉案金额, 平均审理周期."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from fzreview.language.words import any_of, words
from fzreview.reading.figures.subjects.phrases import ASKED, is_predicate
from fzreview.reading.figures.subjects.verbs import DEEDS, VERBS

_BARE: Final = frozenset(
    words(
        """
        面积 长度 总长 价值 货值 案值 损失 资金 标的 标的额 涉及面积 占地面积 建筑面积 争议面积
        直接财产损失 直接经济损失 经济损失 财产损失
        播放量 点击量 阅读量 浏览量 观看量 收看量 访问量 转发量
        全网播放量 全网点击量 全网阅读量 全网浏览量 累计播放量 总播放量
        保额 保费 赔款 航程 里程 行程 床位 座位 车位 粉丝 月活 亩产 单产 涉税 节约和增值 价税合计
        """
    )
)
"""Nouns of size, worth and number of people that name no thing."""
_HOW: Final = any_of(
    "平均 最长 最短 最高 最低 最大 最多 人均 户均 件均 次均 单案 单件 单笔 单个 实际 全网 累计 总"
)
_SUMS: Final = any_of("金额 额度? 面积 里程 款额 款项")
_TIMES: Final = any_of("时长 用时 耗时 时限 时间 周期 期限 天数 刑期 年限 间隔 年龄")
_TIME: Final = re.compile(_TIMES)
_PLACES: Final = any_of("名次 位次 频次 次数")
_TIMED: Final = re.compile(f"(?<=[\u4e00-\u9fff]{{2}})平均{_TIMES}\\Z")
_EXTREMES: Final = re.compile("(?:单案|单件|单笔|单次)?最[高低多少][赔罚判补奖][付款偿额助励]")
"""单案最高赔付: how much it was at most."""
_MEASURE: Final = re.compile(
    f"(?:{_HOW})*(?P<of>[\u4e00-\u9fff]{{0,4}}?)(?:平均)?(?P<measure>{_SUMS}|{_TIMES}|{_PLACES})"
    "(?:最[长高大多短低小少]|平均)?(?:合计|共计)?"
)
_LONGEST: Final = 12
_OF_CASES: Final = words("受害 受灾 过火 涉林 涉农 涉案 涉及 争议 协议 合同 赔付 标的 申请 占地 建筑")
"""Words before a sum or a size that tell only how it comes about."""


@lru_cache(ASKED)
def is_measure(left: str) -> bool:
    """Whether the wording only names a measure of what was told before: 案值, 平均处理时长."""
    if left in _BARE or _EXTREMES.fullmatch(left):
        return True
    found = _MEASURE.fullmatch(left) if len(left) <= _LONGEST else None
    if found is None:
        return False
    of, timed = found["of"], _TIME.fullmatch(found["measure"]) is not None
    if not of or of in _OF_CASES:
        return True
    return timed and (of in DEEDS or is_predicate(of))


def thing_measured(subject: str) -> str:
    """投诉 of 投诉答复平均用时: the thing whose time a subject tells; empty where it tells none."""
    timed = _TIMED.search(subject) if "平均" in subject else None
    if timed is None:
        return ""
    thing = subject[: timed.start()]
    if thing[-2:] in VERBS and len(thing) > 3:
        thing = thing[:-2]
    return thing if len(thing) > 1 else ""
