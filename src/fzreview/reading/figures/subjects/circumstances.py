"""Leaving out when, by what means and in what course something was done, and who did it with others."""

from __future__ import annotations

import re
from typing import Final

from fzreview.language.words import any_of
from fzreview.reading.figures.subjects.edges import (
    COMPARED_WITH,
    COURSE,
    DATE,
    DOERS,
    EVERYBODY,
    JOINT_DOERS,
    MEANS,
    OCCASION,
    OCCASIONS,
    PARTNERS,
)
from fzreview.reading.figures.subjects.phrases import is_deed, is_predicate
from fzreview.reading.figures.subjects.verbs import verb_at

_CONJUNCTIONS: Final = frozenset("、及和与")
_SINCE_WHEN: Final = re.compile(rf"\A(?:[较比])?{DATE}")
_LONGEST_BARE_DEED: Final = 3
"""Characters of a deed that is told with its doer, since it names no thing."""
_TAKEN_IN: Final = ("新收", "新立", "新办", "立案", "收案", "新招")
_CAMPAIGN: Final = re.compile(
    "[“”\u4e00-\u9fff]{2,14}?(?:行动|整治|检查|巡查|巡逻)[”]?共?"
    "(?=(?:发现|出动|拆除|抓获|移交|破获|收缴|查获|侦破|捣毁|责令|检查)[\u4e00-\u9fff]{2}|(?:立案|查处)(?:\\Z|[\u4e00-\u9fff]{2}))"
)
"""In what course it was done, told before the deed as if it had acted: 专项行动拆除违建."""
_WEEK: Final = re.compile("[“”\u4e00-\u9fff]{0,14}?(?:宣传|教育|活动|普法|生产|质量|服务|科普)[月周][”]?")
"""In what month or week of publicity it was done, before the deed: 民法典宣传月开展宣讲."""
_CAME_OF_IT: Final = "被|引发|引起|提起|导致|产生|造成"
_CAUSE: Final = re.compile(
    f"因(?![公私灾病伤素地])(?:(?!{_CAME_OF_IT})[\u4e00-\u9fff]){{4,12}}?"
    f"(?!{_CAME_OF_IT})(?=[\u4e00-\u9fff]{{2,4}}\\Z)"
)
"""Why it was done, before a bare deed: 因机构改革调减; what came of it (因拆迁引发投诉) keeps it."""
_CONTEST: Final = re.compile("[\u4e00-\u9fff“”]{1,14}?(?<!社)[会赛]上(?![报级访网])(?=[\u4e00-\u9fff]{2})")
"""At what contest or meeting it was won or told, without 在: 省运会上代表团获12金."""
_WON: Final = "获"
_IDLY: Final = re.compile(
    any_of(
        """
        全面 深入 扎实 积极 大力 切实 持续 不断 着力 认真 严格 稳步 有序 精心 圆满 广泛 足额 从快 从严
        按时足额 点名道姓
        """
    )
    + "+"
)
"""Praise before a deed, which tells nothing of what is counted."""
_MANNER: Final = re.compile(any_of("主动 依法 及时 共同 直接 集中 全面") + "+")


def without_circumstance(left: str) -> str:
    """The wording without the occasion, the means, the partners, the course and what it is compared with."""
    occasion = OCCASION.match(left) if OCCASIONS.search(left) else None
    if occasion is not None and (verb_at(left, occasion.end()) or not occasion.group().endswith("期间")):
        left = left[occasion.end() :]
    for aside in (MEANS, PARTNERS):
        told = aside.match(left)
        if told is not None:
            left = left[told.end() :]
    course = COURSE.match(left) if "中" in left else None
    if course is not None and (verb_at(left, course.end()) or left.startswith(_WON, course.end())):
        left = left[course.end() :]
    contest = _CONTEST.match(left) if "会上" in left or "赛上" in left else None
    if contest is not None and not verb_at(left, 0):
        left = left[contest.end() :]
    week = _WEEK.match(left) if "月" in left or "周" in left else None
    if week is not None and verb_at(left, week.end()) and not verb_at(left, 0):
        left = left[week.end() :]
    compared = COMPARED_WITH.match(left) if "相比" in left or left.startswith("较之") else None
    return left if compared is None else _SINCE_WHEN.sub("", left[compared.end() :])


def without_doers(left: str) -> str:
    """The wording without all who do such things, praise of the deed, and several who did it."""
    everybody = (
        EVERYBODY.match(left)
        if "各" in left[:1] or "系统" in left or "级" in left or left[1:2] == "、"
        else None
    )
    if everybody is not None:
        manner = _MANNER.match(left, everybody.end())
        acts = acts_at(left, everybody.end() if manner is None else manner.end())
        if acts and len(left) - everybody.end() > _LONGEST_BARE_DEED:
            left = left[everybody.end() :]
    cause = _CAUSE.match(left) if left.startswith("因") else None
    if cause is not None and is_predicate(left[cause.end() :]):
        left = left[cause.end() :]
    idle = _IDLY.match(left)
    if idle is not None and is_deed(left, idle.end()):
        left = left[idle.end() :]
    campaign = _CAMPAIGN.match(left)
    if campaign is not None and not verb_at(left, 0):
        return left[campaign.end() :]
    if _CONJUNCTIONS.isdisjoint(left) or DOERS.search(left) is None or verb_at(left, 0):
        return left
    joint = JOINT_DOERS.match(left)
    acts = joint is not None and verb_at(left, joint.end())
    if joint is not None and acts and len(left) - joint.end() > _LONGEST_BARE_DEED:
        return left[joint.end() :]
    return left


def acts_at(left: str, at: int) -> bool:
    """Whether a deed stands there, things that came in included."""
    return verb_at(left, at) or left.startswith(_TAKEN_IN, at)
