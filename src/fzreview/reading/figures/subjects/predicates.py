"""The verb that a wording begins with, and where the first end of a change is told."""

from __future__ import annotations

import re
from functools import lru_cache

from fzreview.reading.figures.subjects.actors import deed_at
from fzreview.reading.figures.subjects.verbs import COMPOUND, MANNER, NOUNISH, verb_at
from fzreview.reading.figures.subjects.word_classes import SOURCE

_DOERS = ("人员", "机构", "部门", "对象", "队伍", "中心")
"""Behind a verb they make a name of it: 检查人员名录库."""


_BY_MEANS = re.compile("(?:电子|信息|数字|智能|网格|集中|一体|标准|规范)化")
"""In what way it is done, before the deed: 电子化注册医师428万名、护士522万名."""
_WORDS_OF_ONE_VERB = (
    "配套",
    "配电",
    "配送",
    "配件",
    "配偶",
    "配额",
    "配方",
    "配网",
    "设备",
    "设施",
    "设计",
    "设想",
    "辖区",
    "获奖",
    "获悉",
    "获利",
)


def verb_of(left: str) -> str:
    """The verb that the wording begins with, empty where it begins with a thing."""
    if left.startswith(_DOERS, 2):
        return ""
    return left[:2] if verb_at(left, 0) and left[:2] not in NOUNISH else ""


def opening_verb(left: str) -> str:
    """The verb that the wording begins with, one of a single character too: 制发, 设, 辖."""
    verb = verb_of(left)
    if not verb and left[:1] in ("设", "辖", "获", "配") and left[:2] not in _WORDS_OF_ONE_VERB:
        return left[0]
    if not verb and left[:1] in ("立", "破") and left.endswith("案件"):
        return left[0]
    return verb


def source_of(left: str) -> re.Match[str] | None:
    """The 由, 从去年的 … at the end of the wording before the first end of a change."""
    return SOURCE.search(left, max(0, len(left) - 20)) if "由" in left or "从" in left else None


@lru_cache(1024)
def lead_of(left: str) -> str:
    """What the things of a row share at their beginning: 制发, 设, 网上巡查, 大厅进驻."""
    left = left[deed_at(left) :]
    means = _BY_MEANS.match(left)
    if means is not None and verb_at(left, means.end()) and len(left) > means.end() + 3:
        return left[: means.end() + 2]
    verb = opening_verb(left)
    if verb + left[2:4] in COMPOUND:
        return left[:4]
    if left[1:2] == "级" and verb_at(left, 2) and left[2:4] not in NOUNISH and left[4:5] not in ("的", ""):
        return left[2:4]
    if left[:2] in MANNER and verb_at(left, 2) and len(left) > 5:
        return left[:4]
    if left[:2] in _HELPING and verb_at(left, 2) and left[2:4] not in NOUNISH and len(left) > 5:
        return left[:4]
    if verb and (len(left) > 3 or len(verb) == 1):
        return verb
    if left[:1] == "新" and verb_at(left, 1) and len(left) > 3:
        return left[:3]
    for at in range(1, min(len(left) - 3, 10)):
        word = left[at : at + 2]
        if word in _LEADS:
            return left[: at + 2]
    return ""


_HELPING = frozenset(("参与", "协助", "配合", "指导", "推动", "牵头", "组织", "监督", "规范", "协调"))
"""Verbs that another one follows: 参与论证重大决策12件、合同20份."""

_LEADS = frozenset(
    (
        "进驻",
        "巡查",
        "审查",
        "审核",
        "收到",
        "受理",
        "办理",
        "查处",
        "排查",
        "发放",
        "召开",
        "开展",
        "举办",
        "拥有",
        "新增",
        "抓获",
        "公布",
        "签订",
        "出台",
        "印发",
        "聘请",
        "选聘",
        "配备",
        "组建",
        "引发",
        "提起",
        "建成",
    )
)
"""Verbs that seldom stand inside the name of a thing."""
