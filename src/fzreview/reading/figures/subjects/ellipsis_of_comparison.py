"""Elliptical clauses that hold what was told before against something else, or tell how it changed."""

from __future__ import annotations

from typing import Final

from fzreview.domain.extracting.rule import Rule
from fzreview.reading.figures.subjects.actors import deed_at
from fzreview.reading.figures.subjects.antecedent import Resolved
from fzreview.reading.figures.subjects.changes import unscored
from fzreview.reading.figures.subjects.counterparts import counterpart, same_of_another
from fzreview.reading.figures.subjects.elliptical import Elliptical
from fzreview.reading.figures.subjects.frames import Frame, rules_of
from fzreview.reading.figures.subjects.phrases import joined
from fzreview.reading.figures.subjects.procedures import of_procedure
from fzreview.reading.figures.subjects.rates import lacks_thing
from fzreview.reading.figures.subjects.word_classes import (
    CHANGED,
    COMPARED,
    GROWTH,
    OF_A_WHOLE,
    OUTPACED,
    PLANNED,
    STANDING,
)

_KINDS: Final = frozenset(("人", "名", "位", "人次", "件", "户", "家", "个", "起", "所"))
"""Units of things that fall into kinds: 受援人436名，农民工占六成."""
_HAVING: Final = ("具有", "拥有", "持有")
"""Those who have something are told without their noun: 具有法律职业资格的15人."""
_LONGEST_KIND: Final = 8
_SHORT_BODY: Final = 4
"""Characters of a body or a place that a change is told with: 县法院受理案件增长."""
_AMOUNTS: Final = ("等于", "相当于", "是", "为", "折合", "约合")


def _counterpart(clause: Elliptical) -> Resolved | None:
    of = clause.antecedent
    told = clause.base if of.compared and clause.kind == "duration" else of.subject
    other = counterpart(clause.left, clause.head, clause.base, told)
    return Resolved(other) if other is not None else None


def _same_of_another(clause: Elliptical) -> Resolved | None:
    base = clause.antecedent.base if "占" in clause.base else clause.base
    other = same_of_another(clause.left, base) if clause.same_unit else None
    return Resolved(other, named=other) if other is not None else None


def _share_in_pieces(clause: Elliptical) -> Resolved | None:
    if OF_A_WHOLE.match(clause.left) and clause.kind == "count" and len(clause.left) > 2:
        return Resolved(clause.left[1:])
    return None


def _share(clause: Elliptical) -> Resolved | None:
    if not OF_A_WHOLE.match(clause.left):
        return None
    of = clause.antecedent.base if clause.antecedent.compared else clause.antecedent.subject
    return Resolved(of if of.endswith("占") and clause.left == "占" else of + clause.left)


def _share_of_a_kind(clause: Elliptical) -> Resolved | None:
    kinds = clause.antecedent.unit in _KINDS or (clause.part and not clause.antecedent.left)
    having = clause.antecedent.left.startswith(_HAVING)
    short = not having and clause.left.endswith("占") and len(clause.left) <= _LONGEST_KIND
    if short and kinds and clause.kind in ("percent", "ratio"):
        return Resolved(joined(clause.head, clause.left))
    return None


def _plan(clause: Elliptical) -> Resolved | None:
    return Resolved(joined(clause.head, clause.left)) if PLANNED.match(clause.left) else None


def _pace(clause: Elliptical) -> Resolved | None:
    if OUTPACED.match(clause.left):
        return Resolved(joined(clause.base, clause.left), compared=True)
    return None


def _comparison(clause: Elliptical) -> Resolved | None:
    if not COMPARED.match(clause.left):
        return None
    of = clause.base if clause.left.startswith(_AMOUNTS) else clause.antecedent.subject
    return Resolved(joined(CHANGED.sub("", of) or of, clause.left), compared=True)


def _standing(clause: Elliptical) -> Resolved | None:
    if not STANDING.match(clause.left):
        return None
    return Resolved(joined(unscored(clause.base), clause.left), compared=True)


def _growth(clause: Elliptical) -> Resolved | None:
    if GROWTH.match(clause.left):
        of = clause.antecedent
        # 新登记企业8.6万户，日均236户，同比增长12%: not the average has grown.
        base = of.base if of.base != of.subject and lacks_thing(of.left) else clause.base
        return Resolved(joined(_without_body(base), clause.left), compared=True)
    return None


def _without_body(base: str) -> str:
    """新收行政复议申请 of 县行政复议机构新收行政复议申请; a short name of a body stays."""
    deed = deed_at(base)
    return base[deed:] if deed > _SHORT_BODY else base


def _procedure(clause: Elliptical) -> Resolved | None:
    told = of_procedure(clause)
    return Resolved(told) if told is not None else None


FRAMES: Final = (
    Frame(
        Rule(
            "subject.same-of-another",
            "A place or a time alone tells the same of another one, told before.",
            takes=(
                "石桥镇调解纠纷120件，柳河镇⟦96件⟧。",
                "一季度立案36件，二季度⟦42件⟧。",
                "县长出庭应诉2次，副县长⟦9次⟧。",
                "县本级清理规范性文件136件；乡镇清理⟦48件⟧。",
            ),
            leaves=("石桥镇调解纠纷120件，柳河镇出台制度⟦6项⟧。", "县级领导包案12件，办结⟦11件⟧。"),
            rare="Places and quarters in a row are told in tables mostly.",
        ),
        _same_of_another,
    ),
    Frame(
        Rule(
            "subject.counterpart",
            "The other side of a pair takes the noun of the first: 支出 after 财政收入, 兼职 after 专职.",
            takes=(
                "财政收入12亿元，支出⟦15亿元⟧。",
                "专职调解员52名，兼职⟦378名⟧。",
                "最低罚款500元，最高罚款⟦12万元⟧。",
                "城镇居民收入3万元，农村⟦1万元⟧。",
            ),
            leaves=("财政收入12亿元，增长⟦5%⟧。", "专职调解员52名，培训⟦378次⟧。"),
        ),
        _counterpart,
    ),
    Frame(
        Rule(
            "subject.share-in-pieces",
            "占 before a count names the whole that is counted, not a share.",
            takes=("办结许可20件，占应办事项⟦25件⟧的80%。",),
            leaves=("采纳建议30条，占建议总数的⟦60%⟧。",),
            rare="Reports seldom give the whole of a share.",
        ),
        _share_in_pieces,
    ),
    Frame(
        Rule(
            "subject.share",
            "占 tells which share the figure before is of something.",
            takes=("采纳建议30条，占建议总数的⟦60%⟧。", "其中调解结案412件，占⟦34.4%⟧。"),
            leaves=("采纳建议30条，农民工占⟦60%⟧。", "采纳建议30条，增长⟦6%⟧。"),
        ),
        _share,
    ),
    Frame(
        Rule(
            "subject.share-of-a-kind",
            "A kind before 占 is a kind of those counted before.",
            takes=("受援人436名，农民工占⟦六成⟧。", "行政执法人员中，女性占⟦32%⟧。"),
            leaves=("投资436亿元，民间投资占⟦六成⟧。",),
        ),
        _share_of_a_kind,
    ),
    Frame(
        Rule(
            "subject.plan",
            "What was planned and what came of it are told of the head noun.",
            takes=("建设单位，原定计划为60个，实际达到⟦75个⟧。",),
            leaves=("计划检查企业60家，检查商户⟦75家⟧。",),
            rare="Plans are told beside what came of them in the reports of the planned economy.",
        ),
        _plan,
    ),
    Frame(
        Rule(
            "subject.pace",
            "A growth held against another growth is that of what the antecedent counts.",
            takes=("地区生产总值增长6.5%，增速高于全省⟦0.8个百分点⟧。",),
            leaves=("地区生产总值增长6.5%，高于全省⟦0.8个百分点⟧。",),
            rare="Only reports on the economy compare the growth itself.",
        ),
        _pace,
    ),
    Frame(
        Rule(
            "subject.comparison",
            "高于, 相当于, 完成年度计划: what the antecedent counts is held against something else.",
            takes=(
                "城镇登记失业率3.1%，低于全国⟦0.9个百分点⟧。",
                "完成投资36亿元，完成年度计划的⟦102%⟧。",
                "人均受理案件86件，是全省平均数的⟦1.5倍⟧。",
            ),
            leaves=("城镇登记失业率3.1%，下降⟦0.9个百分点⟧。",),
        ),
        _comparison,
    ),
    Frame(
        Rule(
            "subject.standing",
            "A standing is that of what the antecedent counts; the score itself is not ranked.",
            takes=("社会治安满意度98.6%，位列全市第⟦一⟧。", "依法行政考核得分96.8分，排名第⟦3位⟧。"),
            leaves=("依法行政考核得分96.8分，上升⟦3分⟧。",),
        ),
        _standing,
    ),
    Frame(
        Rule(
            "subject.growth",
            "A change is that of what the antecedent counts.",
            takes=("受理投诉300件，同比增长⟦12%⟧。", "粮食产量58万吨，增产⟦6.1%⟧。"),
            leaves=("受理投诉300件，办结⟦298件⟧。", "受理投诉300件，占⟦12%⟧。"),
        ),
        _growth,
    ),
    Frame(
        Rule(
            "subject.of-a-procedure",
            "Fewer steps, to whom cases went, how many for each: told of the procedure before.",
            takes=(
                "“一件事”主题32个，平均减环节⟦71%⟧。",
                "行政处罚权96项，下放乡镇⟦32项⟧。",
                "清理规范性文件96件，保留70件；向市政府报备⟦9件⟧。",
            ),
            leaves=("取消事项126项，精简申报材料⟦87份⟧。",),
        ),
        _procedure,
    ),
)
RULES: Final = rules_of(FRAMES)
