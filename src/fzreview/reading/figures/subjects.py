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
from fzreview.reading.figures.elliptic import of_a_procedure
from fzreview.reading.figures.leaning import Row, lead_of, leaning, opening_verb, source_of, unchanged
from fzreview.reading.figures.long_wordings import LONGEST, cut_to_length
from fzreview.reading.figures.respective import respective_subjects
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
from fzreview.reading.figures.subject_words import GROWTH, RATES, REMARKS, STAGE
from fzreview.reading.figures.surroundings import REACH, Counted, Surroundings

_EMPTY_VERBS: Final = ("", "做到", "达到", "实现", "已有", "共有", "确保")
_THOSE: Final = (*_EMPTY_VERBS, "其余", "剩余", "剩下", "将")
_HELD: Final = ("保持", "稳定", "位居", "居", "达到", "超过", "突破")
_REACHED: Final = re.compile("(?:首次|已经?)?(?:超过|超出|高于|多于|达到)")
_NAMES: Final = ("预算", "决算", "收支", "基金", "贸易", "市场", "产业", "大厅", "中心", "平台")
"""Ends of a clause that only names what its sentence is about: 一般公共预算,收入为12亿元."""
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
    for index, figure in enumerate(counted):
        clause = around.clause(index)
        if last is not None and last.clause.sentence != clause.sentence:
            last, since = None, index
        right = around.behind(index, clause)
        if last is not None and last.clause.start == clause.start:
            last = chained(figure, clause, last, around.before(index, last.end), right)
        else:
            raw = around.before(index, clause.start)
            if "分别" in raw and not right:
                row = around.in_a_row(index, clause)
                shared = respective_subjects(raw, row, told[since:], around.clause_before(clause, bare=True))
                given.update(enumerate(shared or (), index))
            if right:
                last = _around(figure, clause, last, raw, right, around, around.spoken(index))
            else:
                last = _closing(figure, clause, last, raw, around)
        last.subject = given.pop(index, last.subject)
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
    left = "" if raw.strip() == "在" and not verb_in(right) else clean_left(raw)
    trimmed = raw.rstrip()
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
        left = opening_verb(left)
    elif trimmed.endswith("的") and left:
        left += "的"
    before = last.topic if last is not None else around.context(clause)
    if last is None and not left and before and took_part(right):
        return _told(figure, clause, left, joined(before, right), before, theme)
    remarks = left.startswith(REMARKS) and len(left) <= 5
    if remarks:
        left = before + left
    if last is not None and left[:1] in ("较", "比") and GROWTH.match(left + right):
        return replace(
            last, clause=clause, end=figure.end, left=left, subject=unchanged(last) + left, compared=True
        )
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
    return _told(figure, clause, left, subject, topic, theme)


def _tells_of(figure: Counted, last: Row, right: str, raw: str) -> bool:
    """有四种超额完成: what stands behind the number tells of the things told before."""
    if not starts_predicate(right):
        return raw.strip() == "有" and len(right) <= 4
    if figure.unit in ("次", "场", "场次"):
        return False
    alike = figure.unit in (last.unit, last.recent_unit) or figure.kind == "percent"
    return alike or len(right) <= 3 or right[0] in "可能"


def _closing(figure: Counted, clause: Clause, last: Row | None, raw: str, around: Surroundings) -> Row:
    """The first number of its clause, a mark behind it."""
    left = clean_left(raw)
    left = "" if left in _EMPTY_VERBS else left
    theme = last.theme if last is not None else ""
    if raw.rstrip().endswith("的") and left.startswith(("为", "是", "相当于")):
        left += "的"
    part = "其中" in raw[:6] or clause.opened == "(" or _goes_on(figure, clause, last, left)
    source = source_of(left)
    parent = last
    if last is None or (STAGE.match(left) and around.clause_before(clause, bare=True)):
        parent = _implied(figure, clause, around)
        part = part or around.among(clause)
    if source is not None:
        head = left[: source.start()]
        if last is not None and of_a_procedure(head):
            theme = theme or last.topic
            head = joined(theme, head)
            row = _told(figure, clause, left, head + source.group(), head, theme)
            return replace(row, base=head, compared=True)
        leant = leaning(head, figure, clause.opened, parent, part) if head and parent is not None else None
        head = leant.subject if leant is not None else head
        if theme and len(head) <= 8:
            head = joined(theme, head)
        head = head or (parent.topic if parent is not None else around.clause_before(clause, bare=True))
        row = _told(figure, clause, left, head + source.group(), head, theme)
        return replace(row, base=head, compared=True)
    leant = leaning(left, figure, clause.opened, parent, part) if left and parent is not None else None
    if leant is not None and parent is not None:
        recent, unit = (leant.named, figure.unit) if leant.named else (parent.recent, parent.recent_unit)
        base = unchanged(parent) if leant.compared else parent.base
        if left == "占" + leant.subject and not parent.compared:
            base = parent.subject
        verb = leant.subject.removesuffix(leant.named) if leant.named else parent.verb
        return replace(
            parent, clause=clause, end=figure.end, left=left, subject=leant.subject, theme=theme,
            recent=recent, recent_unit=unit, compared=leant.compared, base=base, part=part, verb=verb,
        )  # fmt: skip
    if not left and last is not None:
        remarked = around.clause_before(clause, bare=True) if clause.opened == "(" else ""
        subject = _REACHED.sub("", remarked) or last.subject
        return replace(last, clause=clause, end=figure.end, left=left, subject=subject)
    if last is None and parent is not None and parent.subject.endswith(_NAMES):
        theme = parent.subject
    if theme.endswith(_NAMES) and len(left) == 2:
        subject = joined(theme, left)
    else:
        subject = left or around.clause_before(clause)
    topic = subject if RATES.search(left) and not left.endswith("率") else object_of(subject)
    if left.endswith("率"):
        topic = left[:-3] if len(left) > 5 else ""
    return _told(figure, clause, left, subject, topic, theme)


def _goes_on(figure: Counted, clause: Clause, last: Row | None, left: str) -> bool:
    """其中企业3户,个体户5户: the next part behind a comma."""
    return (
        last is not None
        and last.part
        and clause.opened == ","
        and len(left) <= 6
        and figure.unit == last.unit
    )


def _told(figure: Counted, clause: Clause, left: str, subject: str, topic: str, theme: str) -> Row:
    """A row that says all that it counts."""
    return Row(
        clause,
        figure.end,
        left,
        subject,
        topic,
        figure.unit,
        lead_of(left),
        subject,
        theme or "",
        topic,
        figure.unit,
    )


def _implied(figure: Counted, clause: Clause, around: Surroundings) -> Row | None:
    """What the sentence was about before its first number, as a row to lean on."""
    thing = around.context(clause)
    if not thing:
        return None
    return Row(clause, clause.start, "", thing, thing, figure.unit, "", thing, "", thing, figure.unit)


def _is_list(left: str) -> bool:
    """晓庄、柳河两个…: short names in a row."""
    return all(len(part) <= 14 for part in left.split("、"))
