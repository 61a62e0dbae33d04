"""Numbers behind another one of the same clause: coordinated nouns, the two ends of a change, shares."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from fzreview.domain.rule import Rule
from fzreview.reading.figures.subjects.antecedent import Antecedent
from fzreview.reading.figures.subjects.changes import unchanged
from fzreview.reading.figures.subjects.context import CONNECTORS, Counted
from fzreview.reading.figures.subjects.ellipsis import resolve
from fzreview.reading.figures.subjects.frames import Frame, first_fit, rules_of
from fzreview.reading.figures.subjects.gapping import listed
from fzreview.reading.figures.subjects.list_items import ITEM_FRAMES, Item
from fzreview.reading.figures.subjects.phrases import (
    GOES_ON,
    behind_bound,
    clean_left,
    clean_right,
    first_verb,
    is_deed,
    is_predicate,
    joined,
    object_of,
    verb_in,
)
from fzreview.reading.figures.subjects.predicates import lead_of, opening_verb, source_of
from fzreview.reading.figures.subjects.rates import is_bare_rate
from fzreview.reading.figures.subjects.word_classes import (
    CHANGED,
    FROM,
    GROWTH,
    REMARKS,
    STANDING,
    changed_to,
)
from fzreview.text.sentences.clauses import Clause

_HELD: Final = re.compile(r"(?:(?:保持|稳定|维持|控制)在|达到|超过|突破)\Z")
_LONGEST_ROW: Final = 24
"""Characters of coordinated heads that a rate behind them still repeats."""
_ADDRESSED: Final = ("对", "向", "为", "给")
_DONE: Final = ("进行", "开展", "实施", "予以")
_TOGETHER: Final = ("会同", "联合", "协同")
_LASTING: Final = "连续"


@dataclass(slots=True)
class _Coordinated:
    """A number with the one before it in its clause."""

    figure: Counted
    clause: Clause
    last: Antecedent
    between: str
    """What stands between the two numbers, no bound of the first."""
    left: str
    """The same, cleaned."""
    right: str
    """The noun behind the number, cleaned."""

    def like_last(self, **fields: Any) -> Antecedent:
        """The number as an antecedent that agrees with the last one in all but ``fields``."""
        return self.last.but(clause=self.clause, end=self.figure.end, **fields)


def coordinated(figure: Counted, clause: Clause, last: Antecedent, raw: str, right: str) -> Antecedent:
    """The antecedent that a number behind ``last`` becomes.

    ``raw`` stands between the two numbers, ``right``, cleaned, behind this one.
    """
    between = behind_bound(raw).strip().rstrip("第前")
    left = clean_left(between)
    if not right and figure.kind == "rank" and between.startswith(CONNECTORS):
        left = left or between.strip("、和及与")
    seen = _Coordinated(figure, clause, last, between, left, right)
    told = first_fit(_FRAMES, seen, figure)
    return told if told is not None else _own(seen)


def _to_any_verb(seen: _Coordinated) -> Antecedent | None:
    to = changed_to(seen.between) if FROM.search(seen.last.left) else ""
    return _changed(seen, to, seen.right) if to else None


def _item_with_noun(seen: _Coordinated) -> Antecedent | None:
    if not seen.right:
        return None
    between, left, last = seen.between, seen.left, seen.last
    if between.startswith(CONNECTORS) and left:
        return _explicit(seen, left, listed(last, left) + seen.right)
    if not last.left and between.startswith(last.subject + "中"):
        return _explicit(seen, last.subject, last.subject + seen.right)
    if between.endswith(CONNECTORS) or not verb_in(left):
        return _explicit(seen, last.left, last.left + seen.right)
    return None


def _to_with_noun(seen: _Coordinated) -> Antecedent | None:
    change = CHANGED.search(seen.between) if seen.right else None
    if change is None or change.start() < 2 or seen.between.startswith(CONNECTORS):
        return None
    thing = clean_right(seen.between[: change.start()])
    subject = thing + seen.between[change.start() : change.end()] + seen.right
    return seen.like_last(subject=subject, head=thing, base=thing, compared=True)


def _done_to_noun(seen: _Coordinated) -> Antecedent | None:
    between, left = seen.between, seen.left
    if not seen.right or not left or verb_in(left) or between.startswith(CONNECTORS):
        return None
    if between.endswith(CONNECTORS) or not seen.right.startswith(_DONE) or seen.figure.kind != "count":
        return None
    return _explicit(seen, left, opening_verb(seen.last.left) + left)


def _own_with_noun(seen: _Coordinated) -> Antecedent | None:
    if not seen.right:
        return None
    cut = max(seen.between.rfind(word) for word in _ADDRESSED)
    left = clean_left(seen.between[cut:]) if cut > 0 else seen.left
    return _explicit(seen, seen.left, left + seen.right)


def _share_again(seen: _Coordinated) -> Antecedent | None:
    if seen.left or not seen.last.left.startswith("占") or seen.figure.kind not in ("percent", "ratio"):
        return None
    return seen.like_last(subject=seen.last.base + seen.last.left)


def _same(seen: _Coordinated) -> Antecedent | None:
    if seen.left:
        return None
    if seen.between in CONNECTORS and seen.figure.unit != seen.last.unit and seen.last.left.endswith(REMARKS):
        return seen.like_last(subject=seen.last.left)
    held = seen.last.left.endswith(_LASTING) and _HELD.search(seen.between)
    subject = seen.last.left.removesuffix(_LASTING) if held else seen.last.subject
    return seen.like_last(subject=subject or seen.last.subject)


def _to(seen: _Coordinated) -> Antecedent | None:
    change = CHANGED.search(seen.between)
    return _changed(seen, seen.between[: change.end()]) if change is not None else None


def _share(seen: _Coordinated) -> Antecedent | None:
    if not seen.left.startswith("占"):
        return None
    of = seen.last.base if seen.last.compared else seen.last.subject
    return seen.like_last(subject=of + seen.left)


def _item(seen: _Coordinated) -> Antecedent | None:
    if not seen.between.startswith(CONNECTORS):
        return None
    item = Item(seen.left, seen.figure, seen.clause.opened, seen.last)
    subject = first_fit(ITEM_FRAMES, item, seen.figure)
    return seen.like_last(subject=subject) if subject is not None else None


def _item_of_one_verb(seen: _Coordinated) -> Antecedent | None:
    if not seen.between.startswith(CONNECTORS):
        return None
    last, left, joint = seen.last, seen.left, seen.last.joint
    subject = left if seen.figure.kind == "money" else listed(last, left)
    one_row = seen.figure.unit == last.unit and last.verb and subject == last.verb + left
    if one_row and len(joint) < _LONGEST_ROW:
        joint = f"{joint or last.head}、{left}"
    return seen.like_last(subject=subject, joint=joint)


def _growth(seen: _Coordinated) -> Antecedent | None:
    if not GROWTH.match(seen.left):
        return None
    return seen.like_last(subject=joined(unchanged(seen.last), seen.left), compared=True)


def _for_whom(seen: _Coordinated) -> Antecedent | None:
    return seen.like_last() if seen.left and seen.last.subject == "为" + seen.left else None


def _lasting(seen: _Coordinated) -> Antecedent | None:
    told = seen.last.left
    if not told.endswith(_LASTING):
        return None
    if is_predicate(seen.left) or STANDING.match(seen.left) or len(seen.left) <= 5:
        return seen.like_last(subject=told.removesuffix(_LASTING) + seen.left)
    return None


def _second_unit(seen: _Coordinated) -> Antecedent | None:
    if not seen.last.subject.endswith(seen.left.removesuffix("中")) or verb_in(seen.left):
        return None
    unit = seen.figure.unit
    return seen.like_last(unit=unit, recent=seen.last.head, recent_unit=unit)


def _elliptical(seen: _Coordinated) -> Antecedent | None:
    left = _without_partners(seen)
    if not (is_bare_rate(left) or GOES_ON.match(seen.between)):
        return None
    resolved = resolve(left, seen.figure, ",", seen.last, seen.last.part)
    return seen.like_last(subject=resolved.subject) if resolved is not None else None


def _own(seen: _Coordinated) -> Antecedent:
    """A predicate of its own."""
    left = _without_partners(seen)
    places = seen.last.subject
    if left.startswith(places) and is_deed(left, len(places)):
        # 深入36家企业开展宣讲12场: those who went there did it, not the firms.
        left = left[len(places) :]
    row = _explicit(seen, left, left)
    row.verb = lead_of(left) or row.verb
    return row


def _without_partners(seen: _Coordinated) -> str:
    """会同12个部门检查企业360家: the partners are no part of what was done."""
    if seen.last.left.startswith(_TOGETHER) and len(seen.last.left) <= 3:
        return seen.left[first_verb(seen.left) :]
    return seen.left


def _explicit(seen: _Coordinated, left: str, subject: str) -> Antecedent:
    """A noun of its own; the verb of its clause holds on."""
    head = object_of(subject)
    return seen.like_last(
        left=left, subject=subject, head=head, unit=seen.figure.unit, base=subject, compared=False
    )


def _changed(seen: _Coordinated, to: str, right: str = "") -> Antecedent:
    """The second end of a change, with its verb."""
    last = seen.last
    if last.compared:
        head = last.base
    else:
        found = source_of(last.left)
        own = last.left[: found.start()] if found is not None else last.left.removesuffix("原有")
        head = last.theme or own
    subject = joined(head, clean_right(to)) + right
    return seen.like_last(subject=subject, head=head or last.head, base=head, compared=True)


_FRAMES: Final = (
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
    Frame(
        Rule(
            "subject.growth-in-clause",
            "A change behind a number of its clause is that of what it counts.",
            takes=("受理投诉300件同比增长⟦12%⟧。", "受理投诉300件较上年下降⟦12%⟧。"),
            leaves=("受理投诉300件，同比增长⟦12%⟧。",),
        ),
        _growth,
    ),
    Frame(
        Rule(
            "subject.for-whom-again",
            "What was done for those counted is one statement with two numbers.",
            takes=("为1200名农民工追回工资⟦2300万元⟧。", "为5.3万家企业减免罚款⟦3.1亿元⟧。"),
            leaves=("1200名农民工追回工资⟦2300万元⟧。",),
        ),
        _for_whom,
    ),
    Frame(
        Rule(
            "subject.lasting-value",
            "What was held over years is the value itself.",
            takes=("群众满意度连续三年位居全市第⟦一⟧。",),
            leaves=("群众满意度98%，连续⟦三年⟧位居全市第一。",),
            rare="A value and its years seldom stand in one clause.",
        ),
        _lasting,
    ),
    Frame(
        Rule(
            "subject.second-unit",
            "The noun between two numbers is counted by both.",
            takes=("抽查22家单位案卷⟦176卷⟧。", "清单涵盖13个领域⟦86项⟧。"),
            leaves=("拆除违法建设128处化解纠纷⟦3件⟧。", "抽查案卷22卷、⟦36件⟧案件。"),
        ),
        _second_unit,
    ),
    Frame(None, _elliptical),
)
RULES: Final = rules_of(_FRAMES)
