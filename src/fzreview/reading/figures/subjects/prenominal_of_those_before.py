"""Numbers before a predicate that count some of the things told before: 其余36件中止, 均在3日内答复."""

from __future__ import annotations

import re
from typing import Final

from fzreview.domain.extracting.rule import Rule
from fzreview.reading.figures.subjects.antecedent import Antecedent
from fzreview.reading.figures.subjects.explicit import EMPTY_VERBS
from fzreview.reading.figures.subjects.frames import Frame
from fzreview.reading.figures.subjects.objects import noun_of
from fzreview.reading.figures.subjects.phrases import is_predicate, joined, starts_predicate
from fzreview.reading.figures.subjects.prenominal_number import TOLD_OF_ALL, Prenominal

_LEFT_OVER: Final = ("剩余", "剩下", "余下", "剩余的", "剩下的", "余下的")
_OTHERS: Final = ("其余", "其余的", "余")
_MORE: Final = ("还有", "另有", "尚有", "仍有")
"""Before a number with no noun: further ones of the things told before."""
_BECAME: Final = re.compile(
    "作[^,，。;；]{2,8}(?:处理|结案|了结)|[由转报][\u4e00-\u9fff]{3,}|处于|处在|等待|进入|按[\u4e00-\u9fff]{2,}|限期|因"
)
"""What became of those left, told without a verb that the grammar knows."""
_UNDER_WAY: Final = ("正在", "尚在", "仍在", "还在", "继续", "仍", "尚", "已制定", "制定")
"""What is being done or planned with the rest is nothing that was done with it."""
_NO_THING: Final = (*EMPTY_VERBS, *_OTHERS, *_LEFT_OVER, "将")
_WITHIN: Final = re.compile(
    "(?:均|都|全部|一律|一般|原则上|已|也|按规定|按要求|依法|依规)*(?:由[^,，。;；]{2,10}?)?(?:在|于)"
)
_OCCASIONS: Final = ("次", "场", "场次")
_SCORES: Final = ("成绩", "得分", "分数")
"""What those who were examined reached, behind how many did."""
_SHORTEST: Final = 3
"""Characters of a wording with 的 that tells which of the things are meant."""
_REACH: Final = 8


def _all_of_those_that(seen: Prenominal) -> Antecedent | None:
    last = seen.last
    which = last is not None and len(seen.left) >= _SHORTEST and seen.raw.rstrip().endswith("的")
    if last is None or not which or seen.figure.unit not in (last.unit, last.recent_unit):
        return None
    behind = seen.context.text[seen.figure.end : seen.figure.end + _REACH]
    if not (TOLD_OF_ALL.match(behind) and is_predicate(seen.right)):
        return None
    subject = joined(last.recent or last.head, seen.left)
    return last.but(clause=seen.clause, end=seen.figure.end, left=seen.left, subject=subject)


def _of_those_before(seen: Prenominal) -> Antecedent | None:
    last = seen.last
    if last is None or seen.left not in _NO_THING or not _tells_of(seen, last):
        return None
    of = last.whole or last.recent if seen.figure.unit == last.recent_unit else last.head
    left_over = seen.left in _LEFT_OVER
    waits = left_over and seen.right.startswith(_UNDER_WAY)
    rest = noun_of(of) if left_over or seen.left in _OTHERS else of
    subject = joined(rest, seen.left.removesuffix("的") if waits else seen.right.removeprefix("已"))
    return last.but(clause=seen.clause, end=seen.figure.end, left=seen.left, subject=subject)


def _within(seen: Prenominal) -> Antecedent | None:
    last = seen.last
    if last is None or seen.figure.kind != "duration" or not is_predicate(seen.right):
        return None
    if _WITHIN.fullmatch(seen.raw.strip()) is None:
        return None
    subject = joined(last.head, seen.right)
    return last.but(clause=seen.clause, end=seen.figure.end, left=seen.left, subject=subject)


def _tells_of(seen: Prenominal, last: Antecedent) -> bool:
    """有四种超额完成: what stands behind the number tells of the things told before."""
    right, figure = seen.right, seen.figure
    if seen.left in _OTHERS or seen.raw.strip() in _MORE:
        more_of_them = figure.unit in (last.unit, last.recent_unit)
        if is_predicate(right) or (more_of_them and _BECAME.match(right)):
            return True
    if not starts_predicate(right):
        scored = right.startswith(_SCORES) and figure.unit == last.unit
        return scored or (seen.raw.strip() == "有" and len(right) <= 4)
    if figure.unit in _OCCASIONS:
        return False
    alike = figure.unit in (last.unit, last.recent_unit) or figure.kind in ("percent", "ratio")
    return alike or len(right) <= 3 or right[0] in "可能"


ALL_OF_THOSE: Final = (
    Frame(
        Rule(
            "subject.all-of-those-that",
            "到期应办的16项均已办结: those among the things told before; what was done with all is left out.",
            takes=("议定事项18项，到期应办的⟦16项⟧均已落实。", "受理申请86件，材料齐全的⟦72件⟧全部办结。"),
            leaves=("议定事项18项，⟦16项⟧均已落实。", "议定事项18项，逾期未办的⟦2家⟧单位均被约谈。"),
            rare="Most reports tell how many were done.",
        ),
        _all_of_those_that,
    ),
)
SOME_OF_THOSE: Final = (
    Frame(
        Rule(
            "subject.within",
            "均在 before a length of time and what was done in it: done to the things told before.",
            takes=(
                "收到公开申请168件，全部在⟦20个工作日⟧内答复。",
                "收到异议86件，均由采购人在⟦3日⟧内答复。",
            ),
            leaves=("收到公开申请168件，工单在⟦3小时⟧内转办。",),
        ),
        _within,
    ),
    Frame(
        Rule(
            "subject.of-those-before",
            "A predicate behind the number and nothing before it: those among the things told before.",
            takes=(
                "进驻事项565项，⟦320项⟧可网上办理。",
                "评查案卷46卷，⟦12卷⟧获评优秀。",
                "受理申请94件，办结90件，还有⟦4件⟧处于评审阶段。",
            ),
            leaves=("进驻事项565项，⟦320名⟧群众参加。", "评查案卷46卷，召开⟦2次⟧会议。"),
        ),
        _of_those_before,
    ),
)
