"""What a figure counts: the shortest wording of the sentence from which a reader of the row knows it.

A small grammar of clauses. The wording stands to the left of the number (受理案件195件), to the right
(3家单位获评…) or on both sides (出台18项制度); rows that say less lean on the row before them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from fzreview.reading.figures.chained import chained
from fzreview.reading.figures.clauses import Clause, Clauses
from fzreview.reading.figures.closing import EMPTY_VERBS, closing, told_row
from fzreview.reading.figures.headed_lists import lent_measure, takes_measure
from fzreview.reading.figures.leading_verbs import opening_verb, source_of
from fzreview.reading.figures.leaning import lacks_thing, unchanged
from fzreview.reading.figures.long_wordings import LONGEST, cut_to_length
from fzreview.reading.figures.old_values import old_values
from fzreview.reading.figures.respective import respective_subjects, respectively_at
from fzreview.reading.figures.rows import Row
from fzreview.reading.figures.shared_verbs import made_at_end
from fzreview.reading.figures.subject_text import (
    clean_left,
    is_predicate,
    joined,
    noun_of,
    object_of,
    starts_predicate,
    took_part,
    verb_in,
)
from fzreview.reading.figures.subject_verbs import NOUN_ENDINGS, verb_at
from fzreview.reading.figures.subject_words import GROWTH, REMARKS
from fzreview.reading.figures.surroundings import REACH, ROW, Counted, Surroundings
from fzreview.reading.figures.whole_sentence import WholeSentence

_THOSE: Final = (*EMPTY_VERBS, "其余", "剩余", "剩下", "将")
_HELD: Final = ("保持", "稳定", "位居", "居", "达到", "超过", "突破")
_AROUND: Final = ("围绕", "聚焦", "紧扣", "突出", "瞄准")
"""县政府围绕七个方面,推进依法行政: what the clause behind tells is counted."""
_STEPPED: Final = re.compile(r"(?:接连|连续)?(?:连跨|连上|跨越|跨上|跨过|迈上|登上)了?\Z")
_OF_DOCUMENTS: Final = (*REMARKS, "明确")
"""印发工作要点，明确7个方面: what a document says, behind a clause that only tells of the document."""
_PEOPLE: Final = ("人", "余人", "人次", "名")
_BEFORE_LIST: Final = ("、", "及", "以及", "和", "与")
_SUMMED: Final = re.compile(r"(?:共有?|共计|合计|总计)\Z")
_FOR: Final = re.compile(r"(?<![行作认分])为(?:全[省市县区镇乡]|辖区|各地)?(?:近|约|逾|超|超过|将近)?[ 　]*\Z")
_CAUSED: Final = re.compile(
    r"(?:组织|邀请|安排|动员|发动|引导|帮助|指导|督促|推动|促使|支持|要求|督导)(?:全[省市县区镇乡州旗]|辖区|我[省市县区镇乡]|各级|各地)?\Z"
)
"""组织300名干部参加考试: those who did it stand behind the number, with what they did."""
_MOVED: Final = re.compile(
    r"(?:深入|走进|走入|奔赴|前往|赶赴|下沉至?到?|(?<![\u4e00-\u9fff])到|(?:分别|先后)到|赴)\Z"
)
"""深入9个市州: where those who act went; the number counts the places."""
_LONGEST_LEAD: Final = 10
_LASTING: Final = "连续"


def subjects_of(text: str, wording: str, counted: Sequence[Counted], clauses: Clauses) -> list[str]:
    """The subject of each counted figure, in order.

    ``text`` is the folded text that rules look at, ``wording`` the clean text of the same length that
    subjects are taken from.
    """
    around = Surroundings(text, wording, counted, clauses)
    told: list[str] = []
    last: Row | None = None
    since = 0
    given: dict[int, str] = {}
    lent = ""
    sentence = WholeSentence()
    for index, figure in enumerate(counted):
        clause = around.clause(index)
        if last is not None and last.clause.sentence != clause.sentence:
            last, since, lent = None, index, ""
            sentence = WholeSentence()
        right = around.behind(index, clause)
        if last is not None and last.clause.start == clause.start:
            raw = around.before(index, last.end)
            last = chained(figure, clause, last, raw, right)
        else:
            raw = around.before(index, clause.start)
            if not right and "分" in raw and respectively_at(raw) is not None:
                row = around.in_a_row(index, clause)
                shared = respective_subjects(raw, row, told[since:], around.clause_before(clause, bare=True))
                given.update(enumerate(shared or (), index))
            if last is not None and raw.endswith("的"):
                given.update(old_values(index, clause, raw, told[max(since, index - ROW) :], around))
            if right:
                last = _around(figure, clause, last, raw, right, around, around.spoken(index))
            else:
                last = closing(figure, clause, last, raw, around)
        if clause.opened == ":":
            lent = lent_measure(around.wording_before(clause))
        if lent and not right and takes_measure(last.subject):
            last.subject = last.base = last.topic = last.subject + lent
        last.subject = given.pop(index, last.subject)
        sentence.complete(last, figure, raw, right)
        if not any("\u4e00" <= char <= "\u9fff" for char in last.subject):
            last.subject = told[-1] if index > since else around.any_wording(clause)
        if len(last.subject) > LONGEST:
            last.subject = cut_to_length(last.subject)
        last.topic = last.topic[-REACH:]
        told.append(last.subject)
    return told


def _around(
    figure: Counted,
    clause: Clause,
    last: Row | None,
    raw: str,
    right: str,
    around: Surroundings,
    spoken: bool,
) -> Row:
    """The first number of its clause, its noun or its predicate behind it."""
    stepped = _STEPPED.search(raw) if "台阶" in right else None
    if stepped is not None and stepped.start():
        thing = clean_left(raw[: stepped.start()])
        subject = thing + stepped.group() + right
        return told_row(figure, clause, thing, subject, thing, last.theme if last is not None else "")
    left = "" if raw.strip() == "在" and not verb_in(right) else clean_left(raw, closed=False)
    if last is not None and not left and last.verb and _is_part(raw, right, clause, last):
        row = told_row(figure, clause, last.verb, last.verb + right, right, last.theme)
        return replace(row, verb=last.verb, part=True)
    trimmed = raw.rstrip()
    left = _without_doer(left, trimmed, figure, right)
    source = source_of(left)
    theme = last.theme if last is not None else ""
    if source is not None:
        theme = theme or left[: source.start()]
        left = left[: source.start()] + ("原有" if "原" in source.group() else "")
    named = left.endswith("等") or trimmed.endswith("等")
    if named or (
        spoken
        and "、" in left
        and not trimmed.endswith("的")
        and _is_list(left)
        and not starts_predicate(right)
    ):
        left = (_before_examples(left) if named else "") or opening_verb(left)
    elif trimmed.endswith("的") and left:
        left += "的"
    if left.endswith(_AROUND) and len(right) <= 8 and not verb_in(right):
        purpose = around.purpose(clause)
        return told_row(figure, clause, purpose, purpose + right, right, theme)
    before = last.topic if last is not None else around.context(clause)
    if last is None and not left and before and took_part(right):
        return told_row(figure, clause, left, joined(before, right), before, theme)
    remarks = len(left) <= 5 and left.startswith(REMARKS if last is not None else _OF_DOCUMENTS)
    if remarks:
        left = before + left
    if last is not None and left[:1] in ("较", "比") and GROWTH.match(left + right):
        return replace(
            last, clause=clause, end=figure.end, left=left, subject=unchanged(last) + left, compared=True
        )
    if last is not None and figure.kind == "duration" and lacks_thing(left):
        left = joined(last.topic, left)
    subject = left + right
    if last is not None and left in _THOSE and _tells_of(figure, last, right, raw):
        of = last.recent if figure.unit == last.recent_unit else last.topic
        subject = joined(of, right)
        return replace(last, clause=clause, end=figure.end, left=left, subject=subject)
    if (
        last is not None
        and left == _LASTING
        and (GROWTH.match(right) or is_predicate(right) or right.startswith(_HELD))
    ):
        left = unchanged(last) + left
        subject = left + right
    topic = object_of(right if is_predicate(left) else subject) if left else noun_of(right)
    if remarks and before:
        topic = before
    row = told_row(figure, clause, left, subject, topic, theme)
    return replace(row, verb=row.verb or made_at_end(left))


def _without_doer(left: str, raw: str, figure: Counted, right: str) -> str:
    """The wording before a number with a noun behind it, without those who only had it done."""
    acts = verb_in(right) and (figure.unit in _PEOPLE or not verb_at(right, 0))
    if acts and _FOR.search(raw):
        return left if left.endswith("为") else left + "为"
    if acts and "、" in left and _SUMMED.search(raw):
        return ""
    if raw.endswith(_BEFORE_LIST) and not raw.endswith(("涉及", "惠及", "普及", "波及")):
        before = left[2:] if left[:2] in ("在",) else left
        return opening_verb(before)
    caused = _CAUSED.search(left) if acts else None
    if caused is not None and caused.start() <= 12:
        return ""
    if figure.kind == "count" and not acts and _MOVED.search(raw.rstrip("近约逾超 ")):
        return ""
    return left


def _before_examples(left: str) -> str:
    """涉及公安、自然资源等 → 涉及: what the examples of a row are the objects of."""
    row = left.find("、")
    verb = next((at for at in range(row - 4, -1, -1) if verb_at(left, at)), -1) if row > 0 else -1
    return left[: verb + 2] if 0 <= verb <= _LONGEST_LEAD and left[verb : verb + 2] not in NOUN_ENDINGS else ""


def _is_part(raw: str, right: str, clause: Clause, last: Row) -> bool:
    """新建20个项目，其中有3个电站，5个水库: kinds of the things that the row before tells."""
    if verb_in(right) or made_at_end(last.verb) != last.verb:
        return False
    return "其中" in raw[:4] or (last.part and clause.opened == "," and not raw.strip())


def _tells_of(figure: Counted, last: Row, right: str, raw: str) -> bool:
    """有四种超额完成: what stands behind the number tells of the things told before."""
    if not starts_predicate(right):
        return raw.strip() == "有" and len(right) <= 4
    if figure.unit in ("次", "场", "场次"):
        return False
    alike = figure.unit in (last.unit, last.recent_unit) or figure.kind in ("percent", "ratio")
    return alike or len(right) <= 3 or right[0] in "可能"


def _is_list(left: str) -> bool:
    """晓庄、柳河两个…: short names in a row."""
    return all(len(part) <= 14 for part in left.split("、"))
