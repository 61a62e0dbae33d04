"""Numbers behind another one of their clause, with a noun of their own behind them."""

from __future__ import annotations

import re
from typing import Final

from fzreview.domain.extracting.rule import Rule
from fzreview.reading.figures.subjects.antecedent import Antecedent
from fzreview.reading.figures.subjects.cleaning import clean_left, clean_right
from fzreview.reading.figures.subjects.coordinated import Coordinated, with_own_noun
from fzreview.reading.figures.subjects.frames import Frame
from fzreview.reading.figures.subjects.gapping import listed
from fzreview.reading.figures.subjects.objects import noun_of
from fzreview.reading.figures.subjects.phrases import is_deed, verb_in
from fzreview.reading.figures.subjects.predicates import opening_verb
from fzreview.reading.figures.subjects.prenominal_number import about_what
from fzreview.reading.figures.subjects.word_classes import CHANGED
from fzreview.reading.figures.subjects.wordings import CONNECTORS

_ADDRESSED: Final = ("对", "向", "为", "给")
_WHERE: Final = re.compile("(?:、|和|及|与|以及)(?P<place>[\u4e00-\u9fff]{2,6})\\Z")
"""Another place or level, behind a connector and before its number."""
_DONE: Final = ("进行", "开展", "实施", "予以")


def _item_with_noun(seen: Coordinated) -> Antecedent | None:
    if not seen.right:
        return None
    between, left, last = seen.between, seen.left, seen.last
    if between.startswith(CONNECTORS) and left:
        return with_own_noun(seen, left, listed(last, left) + seen.right)
    if not last.left and between.startswith(last.subject + "中"):
        return with_own_noun(seen, last.subject, last.subject + seen.right)
    counted = noun_of(last.subject.rpartition("的")[2])
    if last.subject.endswith(counted) and between.startswith(counted + "中"):
        return with_own_noun(seen, last.subject, counted + seen.right)
    if between.endswith(CONNECTORS) and about_what(last.left):
        return with_own_noun(seen, last.left, noun_of(seen.right))
    another = _of_another_place(seen)
    if another:
        return with_own_noun(seen, last.left, another + seen.right)
    if between.endswith(CONNECTORS) or not verb_in(left):
        return with_own_noun(seen, last.left, last.left + seen.right)
    return None


def _of_another_place(seen: Coordinated) -> str:
    """检查乡镇 of 检查城区36家网吧和乡镇12家网吧; empty where both things are of one place."""
    where = _WHERE.search(seen.between)
    told = seen.last.left
    verb = next((at for at in range(len(told) - 2, -1, -1) if is_deed(told, at)), -1)
    if where is None or not 0 <= verb < len(told) - 2:
        return ""
    if told.endswith("的") or verb_in(where["place"]):
        return ""
    return told[: verb + 2] + where["place"]


def _to_with_noun(seen: Coordinated) -> Antecedent | None:
    change = CHANGED.search(seen.between) if seen.right else None
    if change is None or change.start() < 2 or seen.between.startswith(CONNECTORS):
        return None
    thing = clean_right(seen.between[: change.start()])
    subject = thing + seen.between[change.start() : change.end()] + seen.right
    return seen.like_last(subject=subject, head=thing, base=thing, compared=True)


def _done_to_noun(seen: Coordinated) -> Antecedent | None:
    between, left = seen.between, seen.left
    if not seen.right or not left or verb_in(left) or between.startswith(CONNECTORS):
        return None
    if between.endswith(CONNECTORS) or not seen.right.startswith(_DONE) or seen.figure.kind != "count":
        return None
    return with_own_noun(seen, left, opening_verb(seen.last.left) + left)


def _so_long(seen: Coordinated) -> Antecedent | None:
    told = seen.figure.kind == "duration" and seen.right and seen.between.endswith("连续")
    return seen.like_last() if told and seen.last.subject.endswith(seen.right) else None


def _own_with_noun(seen: Coordinated) -> Antecedent | None:
    if not seen.right:
        return None
    cut = max(seen.between.rfind(word) for word in _ADDRESSED)
    left = clean_left(seen.between[cut:]) if cut > 0 else seen.left
    return with_own_noun(seen, seen.left, left + seen.right)


WITH_NOUN: Final = (
    Frame(
        Rule(
            "subject.so-long",
            "连续 before a length of time: how long those told before it did so.",
            takes=(
                "3个司法所已连续⟦两年⟧未配备专职调解员。",
                "5家企业连续⟦三年⟧未发生安全事故。",
            ),
            leaves=("3个司法所用⟦两年⟧时间配备专职调解员。",),
        ),
        _so_long,
    ),
    Frame(
        Rule(
            "subject.to-with-noun",
            "The second end of a change with a noun of its own tells both nouns.",
            takes=(
                "将原有的12个执法中队整合为⟦5个⟧执法大队。",
                "将26个窗口归并为⟦12个⟧综合窗口。",
            ),
            leaves=("将原有的12个执法中队整合为⟦5个⟧。",),
            rare="The second end mostly leaves its noun out.",
        ),
        _to_with_noun,
    ),
    Frame(
        Rule(
            "subject.done-to-noun",
            "A noun between two numbers is counted by the second one, what was done with it stands behind.",
            takes=("抽取86家单位执法案卷⟦172份⟧进行评查。", "选取12个乡镇重点项目⟦36个⟧开展审计。"),
            leaves=("抽取86家单位、⟦172份⟧案卷。",),
            rare="Counts on both sides of a noun are few.",
        ),
        _done_to_noun,
    ),
    Frame(
        Rule(
            "subject.item-with-noun",
            "An item with its noun behind the number shares what stands before the first.",
            takes=("建成3个司法所、⟦5个⟧工作站。", "对12个部门、⟦9个⟧乡镇开展督察。"),
            leaves=("组织2家单位召开⟦5次⟧会议。", "建成司法所3个、工作站⟦5个⟧。"),
        ),
        _item_with_noun,
    ),
    Frame(
        Rule(
            "subject.own-verb-and-noun",
            "A verb between two numbers begins another statement.",
            takes=("组织2家单位召开⟦5次⟧会议。", "邀请15名专家对⟦3部⟧草案进行论证。"),
            leaves=("建成3个司法所、⟦5个⟧工作站。",),
        ),
        _own_with_noun,
    ),
)
