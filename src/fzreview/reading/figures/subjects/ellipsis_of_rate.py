"""Elliptical clauses that tell a rate of what was told before, or the money of it."""

from __future__ import annotations

import re
from typing import Final

from fzreview.domain.extracting.rule import Rule
from fzreview.reading.figures.subjects.antecedent import EXPLICIT, Resolved
from fzreview.reading.figures.subjects.elliptical import Elliptical
from fzreview.reading.figures.subjects.frames import Frame, rules_of
from fzreview.reading.figures.subjects.measures import is_measure, thing_measured
from fzreview.reading.figures.subjects.phrases import is_predicate, joined, verb_in
from fzreview.reading.figures.subjects.rates import is_bare_rate, measure_changed, rate_of
from fzreview.reading.figures.subjects.word_classes import CHANGED, RATES

_WORKS: Final = ("项目", "工程", "建设单位")
_EXTREME: Final = re.compile("最[长短快慢]")
_SPENT: Final = re.compile(
    r"(?:累计|实际|全年|当年|年度)?(?:到位|完成|计划|合同)(?:资金|投资|外资|内资)(?:额)?"
)


def _rate_changed(clause: Elliptical) -> Resolved | None:
    change = CHANGED.search(clause.left)
    if change is not None and change.start() <= 6 and is_bare_rate(clause.left[: change.start()]):
        return Resolved(joined(clause.head, clause.left))
    return None


def _measure_changed(clause: Elliptical) -> Resolved | None:
    told = measure_changed(clause.left, clause.antecedent)
    return Resolved(told, compared=True) if told else None


def _rate(clause: Elliptical) -> Resolved | None:
    again = clause.left[:2] == clause.head[-2:] and RATES.search(clause.left) is not None
    if not (is_bare_rate(clause.left) or again):
        return None
    if clause.opened == ";" and not is_predicate(clause.left[:-1]):
        return EXPLICIT
    return rate_of(clause.left, clause.antecedent)


def _extreme(clause: Elliptical) -> Resolved | None:
    measured = thing_measured(clause.base) if _EXTREME.fullmatch(clause.left) else ""
    return Resolved(joined(measured, clause.left)) if measured else None


def _measure(clause: Elliptical) -> Resolved | None:
    bare = is_measure(clause.left) and not clause.same_unit
    place = clause.antecedent.verb == "辖"
    thing = bool(clause.head) and "在" not in clause.head and not is_measure(clause.head)
    thing = thing and not verb_in(clause.head[:-2])
    return Resolved(joined(clause.head, clause.left)) if bare and thing and not place else None


def _money_of_works(clause: Elliptical) -> Resolved | None:
    if clause.head.endswith(_WORKS) and _SPENT.fullmatch(clause.left):
        return Resolved(clause.head + clause.left)
    return None


FRAMES: Final = (
    Frame(
        Rule(
            "subject.extreme-of-a-measure",
            "最快, 最长 behind a mean time: that of the thing whose time was told.",
            takes=("出证平均耗时12分钟，最快⟦4分钟⟧。", "审批平均时限8天，最长⟦15天⟧。"),
            leaves=("出证平均耗时12分钟，合格率⟦98%⟧。", "办理许可46件，最快⟦2天⟧。"),
            rare="Most reports tell the mean alone.",
        ),
        _extreme,
    ),
    Frame(
        Rule(
            "subject.rate-changed",
            "A bare rate with the verb of its change is the rate of the head noun.",
            takes=("受理法律援助案件560件，满意率提高到⟦99%⟧。",),
            leaves=("受理法律援助案件560件，群众对窗口服务满意率提高到⟦99%⟧。",),
            rare="The change of a rate mostly tells its first value too.",
        ),
        _rate_changed,
    ),
    Frame(
        Rule(
            "subject.measure-changed",
            "The change of a bare measure is told of the things before, not of their number.",
            takes=(
                "电信诈骗案件下降23.5%，损失下降⟦31.2%⟧。",
                "发生生产安全事故12起，死亡人数下降⟦20%⟧。",
            ),
            leaves=("电信诈骗案件下降23.5%，抢劫案件下降⟦31.2%⟧。",),
            rare="Changes without their values are told in reports of the police.",
        ),
        _measure_changed,
    ),
    Frame(
        Rule(
            "subject.measure",
            "面积, 标的, 经济损失: how large or dear the things told before are.",
            takes=("拆除违法建设23处，面积⟦6800平方米⟧。", "审查合同146份，标的⟦8.6亿元⟧。"),
            leaves=("拆除违法建设23处，绿化面积⟦6800平方米⟧。", "审查合同146份，挽回损失⟦8万元⟧。"),
        ),
        _measure,
    ),
    Frame(
        Rule(
            "subject.rate",
            "A bare rate, share or sum is that of the head noun, unless it names its own deed.",
            takes=(
                "办理提案20件，满意率⟦98%⟧。",
                "受理复议案件178件，纠错率⟦9.5%⟧。",
                "参加学习1.2万人，考核通过率⟦98%⟧。",
            ),
            leaves=("办理提案20件，窗口服务满意率⟦98%⟧。", "办理提案20件，答复⟦18件⟧。"),
        ),
        _rate,
    ),
    Frame(
        Rule(
            "subject.money-of-works",
            "Money spent or come in behind works is that of the works.",
            takes=("在建项目12个，完成投资⟦8亿元⟧。", "实施水利工程6个，到位资金⟦3亿元⟧。"),
            leaves=("走访企业12家，完成投资⟦8亿元⟧。",),
            rare="Investment is told in reports on the economy.",
        ),
        _money_of_works,
    ),
)
RULES: Final = rules_of(FRAMES)
