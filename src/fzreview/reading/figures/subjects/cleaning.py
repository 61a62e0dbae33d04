"""Leaving out of the wordings before and behind a number what tells nothing of what it counts."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from fzreview.language.words import any_of
from fzreview.reading.figures.subjects.edges import (
    ALL_OF_A_PLACE,
    BLANK_TO_FILL,
    COMPARED_WITH,
    COURSE,
    DATE,
    DOERS,
    DROPPED,
    EVERYBODY,
    INCLUDED,
    JOINT_DOERS,
    LEADING,
    MEANS,
    NATIONWIDE,
    OCCASION,
    OCCASIONS,
    PARTNERS,
    TRAILING,
)
from fzreview.reading.figures.subjects.phrases import ASKED, is_deed, is_predicate
from fzreview.reading.figures.subjects.shortening import shortened
from fzreview.reading.figures.subjects.verbs import VERBS, verb_at
from fzreview.reading.figures.subjects.word_classes import ACTED, CHANGE, GROWTH

_BOUNDS_BEHIND: Final = re.compile(
    r"[ ]*(?:\(含\))?"
    rf"(?:以上|左右|上下|以下|以内|之内|之间|之多|多(?=[,。;、，；的]|\Z|{CHANGE})|内(?![容部外设蒙地陆需])|之久|的?新?(?:大关|台阶|关口)|不等|整(?=[,。;、，；]|\Z)|[强弱](?=[,。;、，；]|\Z))?"
    r"(?P<arranged>(?<=[右下内上])(?:安排|考虑|把握|掌握)(?=[,。;、，；]|\Z))?"
    r"[ ]*[的是]?"
)
_UNCHANGED: Final = re.compile("\\A(?:保持|维持|仍)?不变\\Z")
"""内设科室7个不变: the number tells what there is, as before."""
_HALF_TOLD: Final = re.compile(r"(?:中?[仍还已尚另]有|中有|中的?)\Z")
_JUDGED: Final = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})(?:都|均|全|仍|大多)是[^,。;，；]{1,8}\Z"
    r"|(?:予以|给予|加以)(?:支持|保障|补助|解决|扶持)\Z"
)
"""What a clause says at its end of the things counted: 剩余贫困户都是“硬骨头”."""
_SPENT: Final = re.compile("\\A(?:统筹|全部|专项|主要|优先)*用于")
"""What a sum was spent on, behind it: 收回存量资金9亿元统筹用于民生."""
_LONG_ENOUGH: Final = 6
"""Characters of a thing with 实现 before it that is told without: 实现重点水域覆盖率."""
HAN_ONLY: Final = re.compile("[\u4e00-\u9fff]{2}")
_MADE_UP: Final = re.compile("(?:(?<=[\u4e00-\u9fff]{2})|\\A)(?:共同)?(?:组成|构成)\\Z")
"""What the members of a body do, behind the last of them: 由3名律师组成."""
_BLANK: Final = re.compile("(?<=[\u4e00-\u9fff]{2})[ \u3000]+(?=[\u4e00-\u9fff]{2})")
_DATED_AT_END: Final = re.compile(rf"(?:在|(?<![等高低多少优大小强])于){DATE}\Z")
_OF_BLANKS_AND_INCLUDED: Final = frozenset("＿_× \u3000包含由与")
_CONJUNCTIONS: Final = frozenset("、及和与")
_SINCE_WHEN: Final = re.compile(rf"\A(?:[较比])?{DATE}")
_TAKEN_IN: Final = ("新收", "新立", "新办", "立案", "收案")
_DATED: Final = re.compile(rf"(?<=[\u4e00-\u9fff]{{2}})已?于{DATE}.*")
_AIM: Final = re.compile(
    "(?:以上|以内)?的(?:法定|国家|规定|考核|年度|预期|省定|市定|控制|工作|总体)?(?:要求|标准|目标|水平|底线|红线|任务)"
    "(?=[,。;:!?、)，；（）]|\\Z)"
)
"""低于75%的要求: what the number is held against, not what it counts."""
_AND_OTHERS: Final = "等(?![级候待于额同价值效式距差])"
AND_OTHERS: Final = re.compile(rf"\A{_AND_OTHERS}(?=[\u4e00-\u9fff])")
"""What the things of a row are, behind the last of them: 查封11件、拘留9件等案件共24件."""
_ROW_GOES_ON: Final = re.compile(rf"(?:以及|和(?![解谐睦])|与(?!会)|及(?![时格第])|暨|{_AND_OTHERS})")
"""The noun stands before the number, and a row goes on or ends behind it: 建议23件和提案31件."""
GOES_ON: Final = re.compile("(?:且|并且|而且|同时|并(?=[\u4e00-\u9fff]{2})(?!联|购|轨|网|案|处))")
"""Another clause begins behind the number with no mark between: 109次且通过率100%."""
_BESIDE: Final = re.compile(
    "(?:联合|会同|协同|配合)[^,，。;；]{1,20}?(?:部门|单位|机关|机构|公安|法院|检察院|海关|税务|街道|乡镇)(?=[\u4e00-\u9fff]{2}|[对向为]\\Z)"
)
"""With whom something was done: 联合公安等四部门出动."""
_GLUED: Final = re.compile(
    "(?<=[\u4e00-\u9fff]{4})(?<![统唯第同单专合归])[一二三四五六七八]是(?=[\u4e00-\u9fff]{2})|【[^【】]{1,12}】(?:(?:19|20)[0-9]{2}年)?"
)
"""A heading or a line of the page that ran into the clause: 存在问题一是装备配备率."""


_IDLY: Final = re.compile(
    any_of(
        """
        全面 深入 扎实 积极 大力 切实 持续 不断 着力 认真 严格 稳步 有序 精心 圆满 广泛 足额 从快 从严
        按时足额
        """
    )
    + "+"
)
"""Praise before a deed, which tells nothing of what is counted."""
_MANNER: Final = re.compile(any_of("主动 依法 及时 共同 直接 集中 全面") + "+")


@lru_cache(ASKED)
def clean_left(raw: str, *, closed: bool = True) -> str:
    """The wording before a number without dates, adverbs and words that only lead to the number.

    ``closed`` tells that nothing stands behind the number: its verb then names what was done to those told
    before it (复议机关共审结8件), and they stay.
    """
    left = raw.replace("\n", "").strip(" 　\t?")
    if " " in left:
        last = _BLANK.split(left)[-1]
        left = last if last.count("“") == last.count("”") else left.replace(" ", "")
    # These patterns look at every place of a wording; a character that each of them needs is quickly found.
    glued = _GLUED.search(left) if "是" in left or "【" in left else None
    if glued is not None:
        left = left[glued.end() :]
    if not _OF_BLANKS_AND_INCLUDED.isdisjoint(left):
        left = BLANK_TO_FILL.sub("", INCLUDED.sub("", left))
    occasion = OCCASION.match(left) if OCCASIONS.search(left) else None
    if occasion is not None and (verb_at(left, occasion.end()) or not occasion.group().endswith("期间")):
        left = left[occasion.end() :]
    for aside in (MEANS, PARTNERS):
        told = aside.match(left)
        if told is not None:
            left = left[told.end() :]
    if "中" in left:
        course = COURSE.match(left)
        if course is not None and verb_at(left, course.end()):
            left = left[course.end() :]
    compared = COMPARED_WITH.match(left) if "相比" in left or left.startswith("较之") else None
    if compared is not None:
        left = _SINCE_WHEN.sub("", left[compared.end() :])
    whole = ALL_OF_A_PLACE.match(left) if left[:1] == "全" else None
    if whole is not None and is_deed(left, whole.end()) and len(left) - whole.end() > 3:
        left = left[whole.end() :]
    while left:
        found = LEADING.match(left)
        if found is None or found.end() == 0:
            break
        left = left[found.end() :]
    if left.startswith("实现") and len(left) >= _LONG_ENOUGH and HAN_ONLY.match(left, 2):
        left = left[2:]
    wide = NATIONWIDE.match(left)
    if wide is not None and is_deed(left, wide.end()):
        left = left[wide.end() :]
    everybody = EVERYBODY.match(left) if "各" in left[:1] or "系统" in left or "级" in left else None
    if everybody is not None:
        manner = _MANNER.match(left, everybody.end())
        acts = _acts(left, everybody.end() if manner is None else manner.end())
        if acts and len(left) - everybody.end() > 3:
            left = left[everybody.end() :]
    idle = _IDLY.match(left)
    if idle is not None and is_deed(left, idle.end()):
        left = left[idle.end() :]
    if not _CONJUNCTIONS.isdisjoint(left) and DOERS.search(left) is not None:
        joint = JOINT_DOERS.match(left)
        if (
            joint is not None
            and not verb_at(left, 0)
            and verb_at(left, joint.end())
            and len(left) - joint.end() > 3
        ):
            left = left[joint.end() :]
    while left:
        found = TRAILING.search(left, max(0, len(left) - 6))
        if found is None or found.start() == found.end():
            break
        left = left[: found.start()]
    beside = _BESIDE.match(left)
    done = "" if beside is None else left[beside.end() :]
    if beside is not None and (done[:2] in VERBS or done.startswith(("对", "向", "为"))):
        left = left[beside.end() :]
    dated = _DATED_AT_END.search(left, max(0, len(left) - 18)) if "在" in left or "于" in left else None
    if dated is not None:
        left = left[: dated.start()]
    for acted in reversed(list(ACTED.finditer(left))):
        if closed and acted.start() > 3 and is_predicate(left[acted.end() :]):
            left = left[: acted.start()] + left[acted.end() :]
            break
        if _acts(left, acted.end()) and not GROWTH.fullmatch(left, acted.end()):
            left = left[acted.end() :]
            break
    return shortened(DROPPED.sub("", left))


@lru_cache(ASKED)
def clean_right(raw: str) -> str:
    """The wording behind a number; empty where a mark follows."""
    raw = raw.replace("\n", "")
    found = _BOUNDS_BEHIND.match(raw)
    right = raw[found.end() :] if found is not None else raw
    if _AIM.match(raw) or GOES_ON.match(right) or _ROW_GOES_ON.match(right):
        return ""
    if not right or right[0] in ",。;:!?、()|\n,;:!?()":
        return ""
    if _SPENT.match(right):
        return ""
    right = _JUDGED.sub("", _UNCHANGED.sub("", right))
    summed = ACTED.search(right, 2)
    if summed is not None and _acts(right, summed.end()):
        right = right[: summed.start()] + right[summed.end() :]
    right = _MADE_UP.sub("", right)
    right = _HALF_TOLD.sub("", _DATED.sub("", right))
    right = _HALF_TOLD.sub("", DROPPED.sub("", right).strip(" 、,"))
    if right.count("“") != right.count("”"):
        right = right.strip("“”")
    return right


def _acts(left: str, at: int) -> bool:
    return verb_at(left, at) or left.startswith(_TAKEN_IN, at)


def behind_bound(raw: str) -> str:
    """The wording behind a number without what still tells of it: 左右安排、比上年提高 → 、比上年提高."""
    found = _BOUNDS_BEHIND.match(raw)
    return raw[found.end() :] if found is not None and found["arranged"] else raw
