"""Leaving out of the wordings before and behind a number what tells nothing of what it counts."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from fzreview.reading.figures.subjects.circumstances import acts_at, without_circumstance, without_doers
from fzreview.reading.figures.subjects.edges import (
    ALL_OF_A_PLACE,
    BLANK_TO_FILL,
    DATE,
    DROPPED,
    INCLUDED,
    LEADING,
    NATIONWIDE,
    ONLY,
    PLANNED,
    TRAILING,
)
from fzreview.reading.figures.subjects.phrases import ASKED, is_deed, is_predicate, verb_in
from fzreview.reading.figures.subjects.shortening import shortened
from fzreview.reading.figures.subjects.verbs import VERBS
from fzreview.reading.figures.subjects.word_classes import ACTED, CHANGE, GROWTH

_BOUNDS_BEHIND: Final = re.compile(
    r"[ ]*(?:\(含\))?"
    rf"(?:以上|左右|上下|以下|以内|之内|之间|之多|多(?=[,。;、，；的]|\Z|{CHANGE})|内(?![容部外设蒙地陆需])|之久|的?新?(?:大关|台阶|关口)|不等|整(?=[,。;、，；]|\Z)|[强弱](?=[,。;、，；]|\Z))?"
    r"(?P<arranged>(?<=[右下内上])(?:安排|考虑|把握|掌握)(?=[,。;、，；]|\Z))?"
    r"[ ]*[的是]?"
)
_UNCHANGED: Final = re.compile("\\A(?:保持|维持|仍)?不变\\Z")
"""内设科室7个不变: the number tells what there is, as before."""
_HALF_TOLD: Final = re.compile(r"(?:\A有|中?[仍还已尚另]有|中有|中的?)\Z")
_JUDGED: Final = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})(?:都|均|全|仍|大多)是[^,。;，；]{1,8}\Z"
    r"|(?<=[\u4e00-\u9fff]{2})无一[^,。;，；]{2,8}\Z"
    r"|的(?:纪录|记录|势头)(?:继续|得以|持续)?(?:保持|延续)\Z"
    r"|(?:予以|给予|加以)(?:支持|保障|补助|解决|扶持)\Z"
)
"""What a clause says at its end of the things counted: 剩余贫困户都是“硬骨头”."""
_SPENT: Final = re.compile("\\A(?:统筹|全部|专项|主要|优先)*用于")
"""What a sum was spent on, behind it: 收回存量资金9亿元统筹用于民生."""
_LONG_ENOUGH: Final = 6
"""Characters of a thing with 实现 before it that is told without: 实现重点水域覆盖率."""
_WORD: Final = re.compile("[\u4e00-\u9fff]{2}")
_MADE_UP: Final = re.compile("(?:(?<=[\u4e00-\u9fff]{2})|\\A)(?:共同)?(?:组成|构成)\\Z")
"""What the members of a body do, behind the last of them: 由3名律师组成."""
_BLANK: Final = re.compile("(?<=[\u4e00-\u9fff]{2})[ \u3000]+(?=[\u4e00-\u9fff]{2})")
_DATED_AT_END: Final = re.compile(rf"(?:在|(?<![等高低多少优大小强])于){DATE}\Z")
_OF_BLANKS_AND_INCLUDED: Final = frozenset("＿_× \u3000包含由与")
_AIMED: Final = ("力争", "争取")
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


@lru_cache(ASKED)
def clean_left(raw: str, *, closed: bool = True) -> str:
    """The wording before a number without dates, adverbs and words that only lead to the number.

    ``closed`` tells that nothing stands behind the number: its verb then names what was done to those told
    before it (复议机关共审结8件), and they stay.
    """
    left = without_circumstance(_on_one_line(raw))
    left = without_doers(_without_leading(left))
    left = _without_sum(_without_trailing(left), closed=closed)
    return shortened(DROPPED.sub("", left))


def _on_one_line(raw: str) -> str:
    """The wording without line breaks, a heading that ran into it, and numbers that nobody filled in."""
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
    return left


def _without_leading(left: str) -> str:
    """The wording without what only leads to the thing: times, places, 其中, 实现."""
    whole = ALL_OF_A_PLACE.match(left) if left[:1] == "全" else None
    if whole is not None and is_deed(left, whole.end()) and len(left) - whole.end() > 3:
        left = left[whole.end() :]
    while left:
        found = LEADING.match(left)
        if found is None or found.end() == 0:
            break
        left = left[found.end() :]
    if left.startswith("实现") and len(left) >= _LONG_ENOUGH and _WORD.match(left, 2):
        left = left[2:]
    planned = PLANNED.match(left)
    if planned is not None and (acts_at(left, planned.end()) or planned.group().endswith(_AIMED)):
        left = left[planned.end() :]
    only = ONLY.match(left) if "有" in left else None
    if only is not None and not verb_in(only.group()):
        left = left[only.end() :]
    wide = NATIONWIDE.match(left)
    return left[wide.end() :] if wide is not None and is_deed(left, wide.end()) else left


def _without_trailing(left: str) -> str:
    """The wording without what only leads on to the number, partners and a date at its end."""
    while left:
        found = TRAILING.search(left, max(0, len(left) - 6))
        if found is None or found.start() == found.end():
            break
        left = left[: found.start()]
    beside = _BESIDE.match(left)
    done = "" if beside is None else left[beside.end() :]
    if done[:2] in VERBS or done.startswith(("对", "向", "为")):
        left = done
    dated = _DATED_AT_END.search(left, max(0, len(left) - 18)) if "在" in left or "于" in left else None
    return left if dated is None else left[: dated.start()]


def _without_sum(left: str, *, closed: bool) -> str:
    """The deed behind 共 or 累计, without the one who did it."""
    for acted in reversed(list(ACTED.finditer(left))):
        if closed and acted.start() > 3 and is_predicate(left[acted.end() :]):
            return left[: acted.start()] + left[acted.end() :]
        if acts_at(left, acted.end()) and not GROWTH.fullmatch(left, acted.end()):
            return left[acted.end() :]
    return left


@lru_cache(ASKED)
def clean_right(raw: str, *, share: bool = False) -> str:
    """The wording behind a number; empty where a mark follows.

    ``share`` tells that the number is a share: what it was spent on then tells which one.
    """
    raw = raw.replace("\n", "")
    found = _BOUNDS_BEHIND.match(raw)
    right = raw[found.end() :] if found is not None else raw
    if _AIM.match(raw) or GOES_ON.match(right) or _ROW_GOES_ON.match(right):
        return ""
    if not right or right[0] in ",。;:!?、()|\n,;:!?()":
        return ""
    if not share and _SPENT.match(right):
        return ""
    right = _JUDGED.sub("", _UNCHANGED.sub("", right))
    summed = ACTED.search(right, 2)
    if summed is not None and acts_at(right, summed.end()):
        right = right[: summed.start()] + right[summed.end() :]
    right = _MADE_UP.sub("", right)
    right = _HALF_TOLD.sub("", _DATED.sub("", right))
    right = _HALF_TOLD.sub("", DROPPED.sub("", right).strip(" 、,"))
    if right.count("“") != right.count("”"):
        right = right.strip("“”")
    return right


def behind_bound(raw: str) -> str:
    """The wording behind a number without what still tells of it: 左右安排、比上年提高 → 、比上年提高."""
    found = _BOUNDS_BEHIND.match(raw)
    return raw[found.end() :] if found is not None and found["arranged"] else raw
