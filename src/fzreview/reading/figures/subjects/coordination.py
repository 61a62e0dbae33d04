"""Numbers behind another one of the same clause: coordinated nouns, the two ends of a change, shares."""

from __future__ import annotations

import re
from typing import Final

from fzreview.domain.extracting.rule import Rule
from fzreview.reading.figures.subjects.antecedent import Antecedent
from fzreview.reading.figures.subjects.cleaning import (
    AND_OTHERS,
    GOES_ON,
    behind_bound,
    clean_left,
    clean_right,
)
from fzreview.reading.figures.subjects.coordinated import LASTING, Coordinated, with_own_noun
from fzreview.reading.figures.subjects.coordination_of_one_thing import OF_ONE_THING
from fzreview.reading.figures.subjects.coordination_with_noun import WITH_NOUN
from fzreview.reading.figures.subjects.ellipsis import resolve
from fzreview.reading.figures.subjects.frames import Frame, first_fit, rules_of
from fzreview.reading.figures.subjects.gapping import listed
from fzreview.reading.figures.subjects.list_items import ITEM_FRAMES, Item
from fzreview.reading.figures.subjects.phrases import first_verb, is_deed, is_predicate, joined
from fzreview.reading.figures.subjects.predicates import lead_of, source_of
from fzreview.reading.figures.subjects.prenominal_number import about_what
from fzreview.reading.figures.subjects.ranked_among import STANDING
from fzreview.reading.figures.subjects.rates import is_bare_rate
from fzreview.reading.figures.subjects.word_classes import (
    CHANGED,
    FROM,
    GRADUALLY,
    NEAR,
    OF_A_WHOLE,
    REMARKS,
    changed_to,
    without_rank_mark,
)
from fzreview.reading.figures.subjects.wordings import CONNECTORS, Counted
from fzreview.text.sentences.clauses import Clause

_HELD: Final = re.compile(r"(?:(?:保持|稳定|维持|控制)在|达到|超过|突破)\Z")
_LONGEST_ROW: Final = 24
"""Characters of coordinated heads that a rate behind them still repeats."""
_TOGETHER: Final = ("会同", "联合", "协同")


def coordinated(figure: Counted, clause: Clause, last: Antecedent, raw: str, right: str) -> Antecedent:
    """The antecedent that a number behind ``last`` becomes.

    ``raw`` stands between the two numbers, ``right``, cleaned, behind this one.
    """
    between = NEAR.sub("", AND_OTHERS.sub("、", without_rank_mark(behind_bound(raw).strip())))
    left = clean_left(between)
    if not right and figure.kind == "rank" and between.startswith(CONNECTORS):
        left = left or between.strip("、和及与")
    seen = Coordinated(figure, clause, last, between, left, right)
    told = first_fit(_FRAMES, seen, figure)
    return told if told is not None else _own(seen)


def _to_any_verb(seen: Coordinated) -> Antecedent | None:
    to = changed_to(seen.between) if FROM.search(seen.last.left) else ""
    return _changed(seen, to, seen.right) if to else None


def _share_again(seen: Coordinated) -> Antecedent | None:
    if seen.left or not seen.last.left.startswith("占") or seen.figure.kind not in ("percent", "ratio"):
        return None
    return seen.like_last(subject=seen.last.base + seen.last.left)


def _same(seen: Coordinated) -> Antecedent | None:
    if seen.left:
        return None
    if seen.between in CONNECTORS and seen.figure.unit != seen.last.unit and seen.last.left.endswith(REMARKS):
        return seen.like_last(subject=seen.last.left)
    held = seen.last.left.endswith(LASTING) and _HELD.search(seen.between)
    subject = seen.last.left.removesuffix(LASTING) if held else seen.last.subject
    return seen.like_last(subject=subject or seen.last.subject)


def _to(seen: Coordinated) -> Antecedent | None:
    change = CHANGED.search(seen.between)
    return _changed(seen, GRADUALLY.sub("", seen.between[: change.end()])) if change is not None else None


def _share(seen: Coordinated) -> Antecedent | None:
    if not OF_A_WHOLE.match(seen.left):
        return None
    of = seen.last.base if seen.last.compared else seen.last.subject
    return seen.like_last(subject=of + seen.left)


def _item(seen: Coordinated) -> Antecedent | None:
    if not seen.between.startswith(CONNECTORS):
        return None
    which = seen.between.endswith("的")
    item = Item(seen.left, seen.figure, seen.clause.opened, seen.last, which)
    subject = first_fit(ITEM_FRAMES, item, seen.figure)
    return seen.like_last(subject=subject, joint=_joint(seen, subject)) if subject is not None else None


def _item_of_one_verb(seen: Coordinated) -> Antecedent | None:
    if not seen.between.startswith(CONNECTORS):
        return None
    last, left = seen.last, seen.left
    subject = left if seen.figure.kind == "money" else listed(last, left)
    return seen.like_last(subject=subject, joint=_joint(seen, subject))


def _joint(seen: Coordinated, subject: str) -> str:
    """The heads of the row so far, where the item shares the verb of the first and is no part of it."""
    last, joint = seen.last, seen.last.joint
    one_row = last.head and not last.part and seen.figure.unit == last.unit and last.verb
    if one_row and subject == last.verb + seen.left and len(joint) < _LONGEST_ROW:
        return f"{joint or last.head}、{seen.left}"
    return joint


def _elliptical(seen: Coordinated) -> Antecedent | None:
    left = _without_partners(seen)
    done = seen.figure.unit == seen.last.unit and is_predicate(left)
    if not (is_bare_rate(left) or done or GOES_ON.match(seen.between)):
        return None
    resolved = resolve(left, seen.figure, ",", seen.last, seen.last.part)
    return seen.like_last(subject=resolved.subject) if resolved is not None else None


def _own(seen: Coordinated) -> Antecedent:
    """A predicate of its own."""
    left = _without_partners(seen)
    places = seen.last.subject
    if about_what(seen.last.left):
        left = left[first_verb(left) :]
    noun = places.rpartition("的")[2]
    if left.startswith(noun) and is_deed(left, len(noun)):
        # 深入36家企业开展宣讲12场: those who went there did it, not the firms.
        left = left[len(noun) :]
    row = with_own_noun(seen, left, left)
    row.verb = lead_of(left) or row.verb
    return row


def _without_partners(seen: Coordinated) -> str:
    """会同12个部门检查企业360家: the partners are no part of what was done."""
    if seen.last.left.startswith(_TOGETHER) and len(seen.last.left) <= 3:
        return seen.left[first_verb(seen.left) :]
    return seen.left


def _changed(seen: Coordinated, to: str, right: str = "") -> Antecedent:
    """The second end of a change, with its verb."""
    last = seen.last
    if last.compared:
        head = last.base
    else:
        found = source_of(last.left)
        own = (
            last.left[: found.start()]
            if found is not None
            else last.left.removesuffix("原有").removesuffix("法定")
        )
        head = last.theme or own
    subject = joined(head, clean_right(to)) + right
    return seen.like_last(subject=subject, head=head or last.head, base=head, compared=True)


_FRAMES: Final = (
    *STANDING,
    Frame(
        Rule(
            "subject.to-by-any-verb",
            "Behind a first end with 由 or 从 any verb with 至, 到 or 为 tells the second end of the change.",
            takes=(
                "开办时间由3天提速至⟦0.5天⟧。",
                "审批环节从9个瘦身为⟦4个⟧。",
                "服务窗口由36个整合成⟦12个⟧综合窗口。",
                "申报材料由28份精减至⟦11份⟧。",
            ),
            leaves=("走访企业36家达到⟦12次⟧。", "由3名律师组成⟦2个⟧小组。"),
        ),
        _to_any_verb,
    ),
    *WITH_NOUN,
    Frame(
        Rule(
            "subject.share-again",
            "A second percentage behind a share is the share of the same.",
            takes=("采纳建议30条，占总数的60%和⟦62%⟧。",),
            leaves=("采纳建议30条和⟦62条⟧。",),
            rare="Two shares in one clause are few.",
        ),
        _share_again,
    ),
    Frame(
        Rule(
            "subject.same-again",
            "A number with nothing new before it counts the same things in another unit.",
            takes=("接待来访860批次⟦2130人次⟧。", "发布案例5批⟦23件⟧。"),
            leaves=("接待来访860批次，解决问题⟦36个⟧。",),
        ),
        _same,
    ),
    Frame(
        Rule(
            "subject.to",
            "减至, 提高到: the second end of a change keeps its verb.",
            takes=("由原有8个办理环节减至⟦3个⟧。", "现有8个办理环节减至⟦3个⟧。"),
            leaves=("办理时限45天，减少⟦15天⟧。",),
        ),
        _to,
    ),
    Frame(
        Rule(
            "subject.share-in-clause",
            "占 behind a number of its clause is the share of what it counts.",
            takes=("采纳建议30条占总数的⟦60%⟧。", "配备审核人员56名、占总人数的⟦6%⟧。"),
            leaves=("采纳建议30条，占总数的⟦60%⟧。",),
            rare="A share mostly begins a clause of its own.",
        ),
        _share,
    ),
    Frame(None, _item),
    Frame(
        Rule(
            "subject.item-of-one-verb",
            "Items behind 、 share the verb of the first; sums of money stand for themselves.",
            takes=("制发建议书6份、意见书⟦38份⟧。", "抽取处罚案卷45宗、许可案卷⟦38宗⟧。"),
            leaves=("制发建议书6份，意见书⟦38份⟧。", "受理申请26件、办结⟦23件⟧。"),
        ),
        _item_of_one_verb,
    ),
    *OF_ONE_THING,
    Frame(None, _elliptical),
)
RULES: Final = rules_of(_FRAMES)
