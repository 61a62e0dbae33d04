"""Elliptical clauses that name a part, a kind or a further thing of what was told before."""

from __future__ import annotations

import re
from typing import Final

from fzreview.domain.extracting.rule import Rule
from fzreview.language.words import words
from fzreview.reading.figures.subjects import parts_behind
from fzreview.reading.figures.subjects.antecedent import Resolved
from fzreview.reading.figures.subjects.elliptical import Elliptical
from fzreview.reading.figures.subjects.frames import Frame, rules_of
from fzreview.reading.figures.subjects.gapping import placed_by, shared_verb
from fzreview.reading.figures.subjects.parts import KINDS_OF, kind_of, names_what
from fzreview.reading.figures.subjects.phrases import is_kind_of_deed, verb_in
from fzreview.reading.figures.subjects.verbs import ASIDE, LIGHT, NOUN_ENDINGS, NOUNISH, VERBS
from fzreview.reading.figures.subjects.word_classes import ATTRIBUTE

_ASIDE_AT_END: Final = re.compile(r"[(（][^()（）]*[)）]\Z")
_SANCTIONS: Final = (
    "教育", "批评教育", "行政处罚", "罚款", "行政拘留", "刑事拘留", "责令改正", "责令整改",
    "党纪处分", "政务处分", "党纪政务处分", "诫勉谈话", "通报批评", "谈话提醒",
)  # fmt: skip
_TOLD_OFF: Final = ("教育", "批评教育")
"""What is done with those caught in the act, without 其中 too: 劝导占道经营560起，教育540起."""
_FIELDS: Final = frozenset(
    words("运输 生产 经营 建设 拆迁 征收 保护 管理 服务 监管 流通 使用 养殖 种植 销售 加工 施工")
)
"""Verbs that name a field of work behind a noun: 道路运输, 安全生产."""
_PROCEDURES: Final = words("登记 备案 审批 审查 许可 注册 征收 处罚 认定 拆迁 补偿 公证 仲裁 检测 鉴定")
_FOUND: Final = ("隐患", "违法行为", "违规行为")
"""What is found: its kinds are told as deeds (整改隐患86处，其中占用消防通道12处)."""
_BREACH: Final = re.compile(
    "违规|违法|擅自|占用|堵塞|私[自拉搭]|无证|超[载期限员]|逾期|[乱未不缺断]|损坏|老化|混放|裸露"
)
"""What is wrong, told as a deed or a state."""
_ASKED_FOR: Final = ("申请", "复议", "诉讼", "投诉")
"""What is asked for or complained of is told by the procedure it is about: 复议申请86件，其中治安处罚12件."""
_JOINING: Final = ("和", "及", "与", "、")
_COORDINATED: Final = re.compile("[\u4e00-\u9fff]{2}[和及与、][\u4e00-\u9fff]{2}")
"""Several things that parts are of either one or the other: 受理许可和备案86件，其中药品备案12件."""
_BESIDE_EACH_OTHER: Final = ("建议", "提案", "议案", "投诉", "举报")
"""Nouns that stand beside each other: 收到建议提案97件，其中人大建议36件."""
_MEETING: Final = re.compile("(?:常委会|常务会|党组会|党委会|办公会|全会|全体会)(?:议)?\\Z")
_HEARD: Final = ("听取", "研究", "审议", "讨论", "学习")
"""What meetings do: a meeting among the parts is the one that did it, not what was done."""
_SHORT: Final = 8
_LONGEST_NOUN: Final = 10


def _placed(clause: Elliptical) -> Resolved | None:
    if not (clause.part and clause.same_unit):
        return None
    placed = placed_by(clause.left, clause.unit, clause.antecedent.base)
    return Resolved(placed) if placed is not None else None


def _gapped(clause: Elliptical) -> Resolved | None:
    if clause.opened != "," or clause.part:
        return None
    of = clause.antecedent
    shared = shared_verb(clause.left, clause.unit, of.unit, of.base)
    return Resolved(shared) if shared is not None else None


def _named_in_brackets(clause: Elliptical) -> Resolved | None:
    if not clause.same_unit or clause.opened != "(" or verb_in(clause.left):
        return None
    alike = len(clause.left) > 2 and clause.left[-2:] == clause.antecedent.subject[-2:]
    if alike or names_what(clause.left, clause.unit):
        return Resolved(clause.antecedent.verb + clause.left, named=clause.left)
    return None


def _kind(clause: Elliptical) -> Resolved | None:
    if not clause.same_unit:
        return None
    kind = _ASIDE_AT_END.sub("", clause.left)
    attribute = ATTRIBUTE.fullmatch(kind) is not None and not names_what(kind, clause.unit)
    if not attribute and not (clause.opened == "(" and _is_noun(clause.left) and len(clause.left) <= 4):
        return None
    return Resolved(kind_of(kind, clause.antecedent))


def _of_a_light_verb(clause: Elliptical) -> Resolved | None:
    if clause.left[-2:] == clause.head[-2:]:
        return None
    if clause.part and clause.antecedent.verb in LIGHT and _shares_verb(clause):
        return Resolved(clause.head + clause.left)
    return None


def _of_one_noun(clause: Elliptical) -> Resolved | None:
    left, of = clause.left, clause.antecedent
    if len(left) <= 2 or left[-2:] != of.base[-2:]:
        return None
    if clause.part and clause.same_unit and is_kind_of_deed(of.base):
        return Resolved(left)
    if _shares_verb(clause) and clause.part and of.base[:-2].endswith(_JOINING):
        return Resolved(of.verb + left)
    if _shares_verb(clause):
        plain = of.base[len(of.verb) : -2] if of.base.startswith(of.verb) else ""
        if clause.part and len(plain) == 2 and len(left) >= 4 and plain not in NOUNISH:
            return Resolved(of.verb + left)
        kinds = clause.part and not of.named_part and not of.base[:-2].endswith(_BESIDE_EACH_OTHER)
        return Resolved((_without_kind(of.base[:-2]) if kinds else of.verb) + left)
    whole = "" if left.endswith(of.base) else of.base[:-2]
    return Resolved(whole + left) if _part_without_verb(clause) else None


def _of_what_is_counted(clause: Elliptical) -> Resolved | None:
    left, unit, of = clause.left, clause.unit, clause.antecedent
    found = clause.part and clause.same_unit and clause.head.endswith(_FOUND)
    again = of.verb and left.startswith(of.verb)
    breach = _BREACH.search(left) is not None and 4 <= len(left) <= _LONGEST_NOUN
    if found and breach and not again:
        return Resolved(clause.head + left)
    kind = left[-2:] in _PROCEDURES and clause.head.endswith(_ASKED_FOR) and clause.same_unit
    if not clause.part or (names_what(left, unit) and not kind) or not names_what(clause.head, unit):
        return None
    if _of_either(clause.head, unit) and _shares_verb(clause):
        return None
    with_verb = _shares_verb(clause) and len(left) <= _SHORT
    noun = _is_noun(left) or left[-2:] in NOUN_ENDINGS
    return Resolved(clause.head + left) if with_verb or (_part_without_verb(clause) and noun) else None


def _of_either(head: str, unit: str) -> bool:
    """许可和备案: two things of which the part is one; 乘客、司机投诉 is one thing of two sorts of people."""
    coordinated = _COORDINATED.search(head)
    if coordinated is None:
        return False
    first = head[: coordinated.start() + 2]
    return names_what(first, unit) or first[-2:] in _PROCEDURES or first[-2:] in VERBS


def _sanction(clause: Elliptical) -> Resolved | None:
    done = clause.part or (clause.left in _TOLD_OFF and clause.unit == clause.antecedent.unit)
    if done and clause.same_unit and clause.left in _SANCTIONS and clause.left not in clause.head:
        return Resolved(clause.head + clause.left)
    return None


def _of_one_verb(clause: Elliptical) -> Resolved | None:
    verb = clause.antecedent.verb
    if clause.part and clause.same_unit and _MEETING.search(clause.left) and clause.base.startswith(_HEARD):
        return Resolved(clause.left + clause.base)
    if _shares_verb(clause) and len(clause.left) <= _SHORT and (clause.part or "每" in verb):
        return Resolved(verb + clause.left)
    return None


def _shares_verb(clause: Elliptical) -> bool:
    """Whether a noun may share the predicate of its antecedent."""
    return (
        clause.same_unit
        and bool(clause.antecedent.verb)
        and clause.unit[-1:] != "元"
        and (clause.part or clause.opened != ";")
        and _is_noun(clause.left)
        and not _begins_aside(clause.left)
    )


def _part_without_verb(clause: Elliptical) -> bool:
    """Whether it is a part of something that no verb was told of."""
    return (
        clause.same_unit
        and clause.part
        and not clause.antecedent.verb
        and clause.unit in KINDS_OF
        and 2 <= len(clause.left) <= _SHORT
        and not _begins_aside(clause.left)
    )


def _begins_aside(left: str) -> bool:
    """合格, 规划 before another verb: no thing; 规划资源 is one, its first word a field as well."""
    return left[:2] in ASIDE and not (left[:2] in NOUNISH and left[2:] and not verb_in(left[2:]))


def _without_kind(attribute: str) -> str:
    """排查各类矛盾 of 排查各类矛盾纠纷 → 排查: a part tells its own kind."""
    plain = attribute.removesuffix("矛盾").removesuffix("各类").removesuffix("重点")
    return plain[:-2] if ATTRIBUTE.fullmatch(plain[-2:]) and len(plain) > 2 else plain


def _is_noun(left: str) -> bool:
    """A noun without a verb of its own."""
    # 行政给付, 行政奖励: kinds of acts, whatever their verb.
    act = left.startswith("行政") and len(left) == 4
    # 道路运输, 安全生产: a field of work, named by what is done in it.
    field = len(left) == 4 and left[2:] in _FIELDS and left[:2] not in VERBS and left[:2] not in ASIDE
    # 药品再注册, 合同审查: a kind of procedure, named by what is done in it.
    procedure = len(left) >= 4 and left[-2:] in _PROCEDURES and not verb_in(left[:-2])
    return 2 <= len(left) <= _LONGEST_NOUN and (act or field or procedure or not verb_in(left))


FRAMES: Final = (
    Frame(
        Rule(
            "subject.placed",
            "Who took in a part of the people counted before.",
            takes=("安置待业青年3万人，其中集体企业⟦1.2万人⟧。",),
            leaves=("走访待业青年3万人，其中集体企业⟦1.2万人⟧。",),
            rare="A wording of the reports of the planned economy.",
        ),
        _placed,
    ),
    Frame(
        Rule(
            "subject.gapped",
            "Verbs of building, losing and herding go on over a row of nouns behind commas.",
            takes=("新建铁路干线300公里，复线⟦120公里⟧。", "年末大牲畜存栏86万头，生猪⟦120万头⟧。"),
            leaves=("新建铁路干线300公里，复线率⟦12%⟧。", "审查合同36份，意见⟦52条⟧。"),
        ),
        _gapped,
    ),
    Frame(
        Rule(
            "subject.named-in-brackets",
            "In brackets a noun that the unit counts is a kind of its own: the verb is shared.",
            takes=("收到建议提案56件（人大建议⟦32件⟧）。", "承办代表建议87件（含议案⟦1件⟧）。"),
            leaves=("收到建议提案56件（商贸流通⟦32件⟧）。",),
            rare="Kinds in brackets mostly leave the noun out.",
        ),
        _named_in_brackets,
    ),
    *parts_behind.OF_A_DEED,
    Frame(
        Rule(
            "subject.kind",
            "刑事, B类, 女性: a kind goes with the head noun; a bare noun keeps its verb.",
            takes=(
                "办理法律援助案件512件，其中刑事⟦76件⟧。",
                "办理公证1876件，其中涉外⟦318件⟧。",
                "收到申请86件（民生类⟦12件⟧）。",
            ),
            leaves=("办理法律援助案件512件，其中刑事案件⟦76件⟧。",),
        ),
        _kind,
    ),
    Frame(
        Rule(
            "subject.of-a-light-verb",
            "开展, 实施 say nothing of their own: a part goes with their object.",
            takes=("开展合法性审查56件，其中重大决策⟦8件⟧。",),
            leaves=("查办案件56件，其中走私案件⟦8件⟧。",),
            rare="Parts of an act that only a light verb tells are few.",
        ),
        _of_a_light_verb,
    ),
    *parts_behind.FRAMES,
    Frame(
        Rule(
            "subject.of-one-noun",
            "A noun of the same kind stands in the place of the antecedent's.",
            takes=("排查各类矛盾纠纷186起，其中邻里纠纷⟦68起⟧。", "查办案件60件，其中走私案件⟦12件⟧。"),
            leaves=("查办案件60件，其中走私⟦12件⟧。",),
        ),
        _of_one_noun,
    ),
    Frame(
        Rule(
            "subject.of-what-is-counted",
            "A part that does not name what the unit counts goes behind the noun that does.",
            takes=("受理投诉300件，其中供水⟦120件⟧。", "认领职权事项50项，其中行政奖励⟦8项⟧。"),
            leaves=("受理投诉300件，其中物业投诉⟦120件⟧。",),
        ),
        _of_what_is_counted,
    ),
    Frame(
        Rule(
            "subject.sanction",
            "What was done with a part of the cases or people goes behind them, although it is a noun too.",
            takes=("查处秸秆焚烧5起，其中教育⟦3起⟧。", "查处占道经营26起，其中行政处罚⟦18起⟧。"),
            leaves=("查处秸秆焚烧5起，教育村民⟦3人⟧。",),
            rare="Sanctions mostly stand behind a verb of their own.",
        ),
        _sanction,
    ),
    Frame(
        Rule(
            "subject.of-one-verb",
            "A part shares the predicate of the whole.",
            takes=("新增市场主体300户，其中个体户⟦120户⟧。", "查处道路交通违法860起，其中酒驾⟦32起⟧。"),
            leaves=("新增市场主体300户；个体户⟦120户⟧。",),
        ),
        _of_one_verb,
    ),
)
RULES: Final = rules_of(FRAMES)
