"""Parts that go behind the whole as they are: people among people, cases by how they were dealt with."""

from __future__ import annotations

from typing import Final

from fzreview.domain.extracting.rule import Rule
from fzreview.reading.figures.subjects.antecedent import EXPLICIT, Resolved
from fzreview.reading.figures.subjects.elliptical import Elliptical
from fzreview.reading.figures.subjects.frames import Frame, rules_of
from fzreview.reading.figures.subjects.parts import names_what
from fzreview.reading.figures.subjects.phrases import is_kind_of_deed, verb_in
from fzreview.reading.figures.subjects.verbs import VERBS

_MANNERS: Final = ("程序", "领域", "方式", "渠道", "方面", "阶段", "途径")
"""How or where cases are dealt with: 简易程序, 住建领域."""
_PEOPLE: Final = ("人", "名", "位", "人次")
_LONGEST: Final = 8


def _of_a_bare_deed(clause: Elliptical) -> Resolved | None:
    alone = clause.base in VERBS or is_kind_of_deed(clause.base)
    bare = alone and clause.head in ("", clause.base)
    if not (bare and clause.part and clause.same_unit) or clause.left.endswith("类"):
        return None
    return EXPLICIT if clause.left.endswith(clause.base[-2:]) else Resolved(clause.base + clause.left)


def _people_of_no_verb(clause: Elliptical) -> Resolved | None:
    left, head = clause.left, clause.head
    people = clause.unit in _PEOPLE and not clause.antecedent.verb and names_what(head, clause.unit)
    if not (people and clause.part and clause.same_unit) or left.endswith(head[-2:]) or verb_in(left):
        return None
    return Resolved(head + left)


def _manner_of_cases(clause: Elliptical) -> Resolved | None:
    left, head, unit = clause.left, clause.head, clause.unit
    if clause.opened != "," or not clause.same_unit or names_what(left, unit) or not names_what(head, unit):
        return None
    return Resolved(head + left) if left.endswith(_MANNERS) and len(left) <= _LONGEST else None


OF_A_DEED: Final = (
    Frame(
        Rule(
            "subject.of-a-bare-deed",
            "立案, 结案: a part of what a verb alone tells goes behind the verb.",
            takes=(
                "立案143件，其中简易程序⟦116件⟧。",
                "立案86件，其中食品领域⟦32件⟧。",
                "行政拘留86人，其中涉毒⟦32人⟧。",
            ),
            leaves=("查办案件143件，其中走私案件⟦12件⟧。",),
            rare="Most verbs have their thing with them.",
        ),
        _of_a_bare_deed,
    ),
)
FRAMES: Final = (
    Frame(
        Rule(
            "subject.people-among-people",
            "受援人中农民工: people among people whom no verb tells of go behind those.",
            takes=("受援人462人，其中农民工⟦126人⟧。", "全市律师860人，其中党员⟦312人⟧。"),
            leaves=("聘用法律顾问13名，其中执业律师⟦9名⟧。", "人民调解员83名，其中专职调解员⟦6名⟧。"),
            rare="People are mostly told with what was done.",
        ),
        _people_of_no_verb,
    ),
    Frame(
        Rule(
            "subject.manner-of-cases",
            "简易程序, 涉企领域: how or where cases were dealt with goes behind them, without 其中 too.",
            takes=("查处违法案件46起，简易程序⟦40起⟧。", "受理投诉86件，住建领域⟦12件⟧。"),
            leaves=("查处违法案件46起，走私案件⟦4起⟧。", "检查门店46家，简易程序⟦40起⟧。"),
            rare="其中 mostly stands before parts.",
        ),
        _manner_of_cases,
    ),
)
RULES: Final = (*rules_of(OF_A_DEED), *rules_of(FRAMES))
