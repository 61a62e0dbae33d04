"""The first number of its clause with a noun or a predicate behind it: 出台18项制度, 3家单位获评先进."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from fzreview.domain.extracting.rule import Rule
from fzreview.reading.figures.subjects.antecedent import Antecedent
from fzreview.reading.figures.subjects.changes import unchanged
from fzreview.reading.figures.subjects.cleaning import clean_left
from fzreview.reading.figures.subjects.context import Context
from fzreview.reading.figures.subjects.edges import DATE
from fzreview.reading.figures.subjects.explicit import explicit
from fzreview.reading.figures.subjects.frames import Frame, first_fit, rules_of
from fzreview.reading.figures.subjects.gapping import made_at_end
from fzreview.reading.figures.subjects.objects import noun_of
from fzreview.reading.figures.subjects.phrases import (
    is_predicate,
    joined,
    starts_predicate,
    took_part,
    verb_in,
)
from fzreview.reading.figures.subjects.prenominal_number import TOLD_OF_ALL, Prenominal, of_both_sides, trim
from fzreview.reading.figures.subjects.prenominal_of_those_before import ALL_OF_THOSE, SOME_OF_THOSE
from fzreview.reading.figures.subjects.ranked_among import OTHERS
from fzreview.reading.figures.subjects.rates import lacks_thing
from fzreview.reading.figures.subjects.word_classes import GROWTH
from fzreview.reading.figures.subjects.wordings import Counted
from fzreview.text.sentences.clauses import Clause

_HELD: Final = ("保持", "稳定", "位居", "居", "达到", "超过", "突破")
_AROUND: Final = ("围绕", "聚焦", "紧扣", "突出", "瞄准")
_STEPPED: Final = re.compile(r"(?:接连|连续)?(?:连跨|连上|跨越|跨上|跨过|迈上|登上)了?\Z")
_LONGEST_FIELD: Final = 8
_LASTING: Final = "连续"
_AGAINST: Final = re.compile("(?:远|均|明显|大幅)?(?:低于|高于|超过|优于|高出|好于)|(?:仍|还)?(?:离|距离?)")
_SHORT_OF: Final = re.compile("(?:还|尚|仍)有[^,，。;；]{0,4}(?:距离|差距)\\Z")
"""How far a value is from its target, behind it: 离80%的目标还有距离."""
_AMONG_ALL: Final = re.compile("[ 　]*在(?:全[国省市区县镇乡州旗]|辖区)?[ 　]*")
"""Among whom something stands or was done: 在全省14个设区市中."""
_OF_ANOTHER_TIME: Final = re.compile(rf"[较比](?P<when>{DATE})(?:同期)?的")
"""Of what other time the value is that the change is held against: 较2021年的."""
_SHORTEST_THING: Final = 3
_WITH_THEIR_DEED: Final = re.compile(
    "(?:律师|顾问|人员|调解员|公证员|队员|志愿者|代表|委员|专家|法官|民警)\\Z"
)
"""公职律师5人列席会议62次: what they did has its own number."""


def prenominal(
    figure: Counted,
    clause: Clause,
    last: Antecedent | None,
    raw: str,
    right: str,
    context: Context,
    spoken: bool,
) -> Antecedent:
    """The antecedent that the first number of its clause becomes.

    ``raw`` stands before it in its clause, ``right``, cleaned, behind it; ``spoken`` tells that it is written
    with Chinese numerals.
    """
    theme = last.theme if last is not None else ""
    among = _AMONG_ALL.fullmatch(raw) is not None and not verb_in(right)
    left = "" if among else clean_left(raw, closed=False)
    seen = Prenominal(figure, clause, last, raw, right, context, left, theme)
    told = first_fit(_UNTRIMMED, seen, figure)
    if told is not None:
        return told
    trim(seen, spoken)
    told = first_fit(_TRIMMED, seen, figure)
    return told if told is not None else of_both_sides(seen)


def _of_the_thing(seen: Prenominal) -> Antecedent | None:
    left = seen.left
    if seen.figure.kind != "count" or len(left) < _SHORTEST_THING or not seen.raw.endswith(left[-2:]):
        return None
    acts_on = _WITH_THEIR_DEED.search(left) and starts_predicate(seen.right) and _another_behind(seen)
    if not (TOLD_OF_ALL.match(seen.right) or acts_on):
        return None
    return explicit(seen.figure, seen.clause, left, left, noun_of(left), seen.theme)


def _another_behind(seen: Prenominal) -> bool:
    """Whether the clause tells another number, that of what they did."""
    starts = seen.context.starts
    at = bisect_right(starts, seen.figure.start)
    return at < len(starts) and starts[at] < seen.clause.end


def _step(seen: Prenominal) -> Antecedent | None:
    stepped = _STEPPED.search(seen.raw) if "台阶" in seen.right else None
    if stepped is None or not stepped.start():
        return None
    thing = clean_left(seen.raw[: stepped.start()])
    subject = thing + stepped.group() + seen.right
    return explicit(seen.figure, seen.clause, thing, subject, thing, seen.theme)


def _kind_of_works(seen: Prenominal) -> Antecedent | None:
    last = seen.last
    if (
        last is None
        or seen.left
        or not last.verb
        or verb_in(seen.right)
        or made_at_end(last.verb) != last.verb
    ):
        return None
    goes_on = last.part and seen.clause.opened == "," and not seen.raw.strip()
    if not goes_on and "其中" not in seen.raw[:4]:
        return None
    subject = last.verb + seen.right
    row = explicit(seen.figure, seen.clause, last.verb, subject, seen.right, last.theme)
    return row.but(verb=last.verb, part=True)


def _purpose(seen: Prenominal) -> Antecedent | None:
    if not seen.left.endswith(_AROUND) or len(seen.right) > _LONGEST_FIELD or verb_in(seen.right):
        return None
    purpose = seen.context.purpose(seen.clause)
    return explicit(seen.figure, seen.clause, purpose, purpose + seen.right, seen.right, seen.theme)


def _took_part(seen: Prenominal) -> Antecedent | None:
    if seen.last is not None or seen.left or not seen.before or not took_part(seen.right):
        return None
    subject = joined(seen.before, seen.right)
    return explicit(seen.figure, seen.clause, seen.left, subject, seen.before, seen.theme)


def _than(seen: Prenominal) -> Antecedent | None:
    last = seen.last
    if last is None or seen.remarks or seen.left[:1] not in ("较", "比"):
        return None
    if not GROWTH.match(seen.left + seen.right):
        return None
    when = _OF_ANOTHER_TIME.fullmatch(seen.left)
    thing = unchanged(last)
    subject = when["when"] + thing if when is not None else thing + seen.left
    return _compared(seen, last, subject, thing)


def _held_against(seen: Prenominal) -> Antecedent | None:
    last = seen.last
    if last is None or not _AGAINST.fullmatch(seen.left):
        return None
    level = _SHORT_OF.sub("", seen.right)
    if verb_in(level):
        return None
    thing = unchanged(last)
    return _compared(seen, last, thing + seen.left + level, thing)


def _compared(seen: Prenominal, last: Antecedent, subject: str, thing: str) -> Antecedent:
    """The value that ``thing`` is held against."""
    return last.but(
        clause=seen.clause, end=seen.figure.end, left=seen.left, subject=subject, base=thing, compared=True
    )


def _lasting(seen: Prenominal) -> Antecedent | None:
    right = seen.right
    if seen.last is None or seen.left != _LASTING:
        return None
    if not (GROWTH.match(right) or is_predicate(right) or right.startswith(_HELD)):
        return None
    seen.left = unchanged(seen.last) + seen.left
    return of_both_sides(seen)


def _remark(seen: Prenominal) -> Antecedent | None:
    if not (seen.remarks and seen.before):
        return None
    seen.left = seen.before + seen.left
    return of_both_sides(seen).but(head=seen.before, recent=seen.before)


def _each(seen: Prenominal) -> Antecedent | None:
    if seen.last is None or seen.figure.kind != "duration" or not lacks_thing(seen.left):
        return None
    seen.left = joined(seen.last.head, seen.left)
    return of_both_sides(seen)


_UNTRIMMED: Final = (
    *OTHERS,
    *ALL_OF_THOSE,
    Frame(
        Rule(
            "subject.of-the-thing",
            "Behind a thing with its number, what was done with all of them or what they did so many times"
            " is no part of the subject.",
            takes=(
                "“三客一轻”车辆⟦218辆⟧全部接入平台。",
                "公职律师⟦6名⟧列席会议31次。",
            ),
            leaves=("⟦218辆⟧车辆全部接入平台。", "公职律师⟦6名⟧列席会议。"),
        ),
        _of_the_thing,
    ),
    Frame(
        Rule(
            "subject.step",
            "Steps that a value has taken are those of the value.",
            takes=("地区生产总值连跨⟦三个⟧千亿元台阶。",),
            leaves=("建成⟦三个⟧观景台。",),
            rare="A wording of work reports.",
        ),
        _step,
    ),
    Frame(
        Rule(
            "subject.kind-of-works",
            "Kinds of works behind 其中 share the verb of the works.",
            takes=("新建20个项目，其中有⟦3个⟧电站，5个水库。", "新建20个项目，其中有3个电站，⟦5个⟧水库。"),
            leaves=("走访20个项目，其中有⟦3个⟧电站。",),
            rare="A wording of work reports.",
        ),
        _kind_of_works,
    ),
)
_TRIMMED: Final = (
    Frame(
        Rule(
            "subject.purpose",
            "围绕 before fields: what the clause behind tells is done in them.",
            takes=("县政府围绕⟦七个⟧方面，推进依法行政。",),
            leaves=("县政府推进⟦七个⟧方面改革。",),
            rare="It opens a report at most once.",
        ),
        _purpose,
    ),
    Frame(
        Rule(
            "subject.took-part",
            "参训, 参考 with nothing else in the clause: those who took part in what was told before.",
            takes=("组织镇村干部参加法律知识测试，⟦186人⟧参考。",),
            leaves=("⟦186人⟧获评优秀。",),
            rare="Most reports name the people.",
        ),
        _took_part,
    ),
    Frame(
        Rule(
            "subject.remark-before-noun",
            "覆盖, 涉及 before a number and its noun: of what was told before.",
            takes=("印发免罚清单，涵盖⟦13个⟧领域。", "印发工作要点，明确⟦7个⟧方面。"),
            leaves=("印发免罚清单，建立⟦13个⟧机制。",),
        ),
        _remark,
    ),
    Frame(
        Rule(
            "subject.value-before-change",
            "较上年 with the value of that year before the change.",
            takes=("新收申请15件，较2023年的⟦22件⟧下降31.8%。",),
            leaves=("新收申请15件，较2023年增加⟦22件⟧。",),
        ),
        _than,
    ),
    Frame(
        Rule(
            "subject.held-against",
            "低于 before a value with its name: what was told before is held against it.",
            takes=("败诉率2.1%，低于⟦3%⟧的警戒线。", "达标率98.5%，离⟦99%⟧的目标还有距离。"),
            leaves=("败诉率2.1%，低于全省⟦3个⟧百分点。", "败诉率2.1%，覆盖⟦36家⟧单位。"),
            rare="A comparison mostly tells the difference.",
        ),
        _held_against,
    ),
    Frame(
        Rule(
            "subject.each",
            "每周, 平均 before a length of time: of what was told before.",
            takes=("课后服务参与率93%，每周⟦5天⟧开放。",),
            leaves=("课后服务每天⟦2小时⟧。",),
            rare="Lengths of time with a noun behind them are few.",
        ),
        _each,
    ),
    *SOME_OF_THOSE,
    Frame(
        Rule(
            "subject.lasting",
            "连续 before years and what was held over them: of the value told before.",
            takes=("群众满意度98.6%，连续⟦三年⟧保持全市第一。",),
            leaves=("群众满意度连续⟦三年⟧保持全市第一。",),
        ),
        _lasting,
    ),
)
RULES: Final = (*rules_of(_UNTRIMMED), *rules_of(_TRIMMED))
