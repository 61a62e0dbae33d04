"""Numbers behind another one of their clause that tell more of the same thing: its change, its other unit."""

from __future__ import annotations

from typing import Final

from fzreview.domain.extracting.rule import Rule
from fzreview.reading.figures.subjects.antecedent import Antecedent
from fzreview.reading.figures.subjects.changes import unchanged
from fzreview.reading.figures.subjects.coordinated import LASTING, Coordinated
from fzreview.reading.figures.subjects.frames import Frame
from fzreview.reading.figures.subjects.phrases import (
    is_predicate,
    joined,
    verb_in,
)
from fzreview.reading.figures.subjects.word_classes import (
    GROWTH,
    STANDING,
)


def _growth(seen: Coordinated) -> Antecedent | None:
    if not GROWTH.match(seen.left):
        return None
    return seen.like_last(subject=joined(unchanged(seen.last), seen.left), compared=True)


def _for_whom(seen: Coordinated) -> Antecedent | None:
    return seen.like_last() if seen.left and seen.last.subject == "为" + seen.left else None


def _lasting(seen: Coordinated) -> Antecedent | None:
    told = seen.last.left
    if not told.endswith(LASTING):
        return None
    if is_predicate(seen.left) or STANDING.match(seen.left) or len(seen.left) <= 5:
        return seen.like_last(subject=told.removesuffix(LASTING) + seen.left)
    return None


def _second_unit(seen: Coordinated) -> Antecedent | None:
    if not seen.last.subject.endswith(seen.left.removesuffix("中")) or verb_in(seen.left):
        return None
    unit = seen.figure.unit
    # 抽查26个单位的处罚案卷156卷: what the second one counts is told without whose it is.
    head = (seen.left.rpartition("的")[2] if "的" in seen.left else "") or seen.last.head
    return seen.like_last(head=head, unit=unit, recent=head, recent_unit=unit)


OF_ONE_THING: Final = (
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
)
