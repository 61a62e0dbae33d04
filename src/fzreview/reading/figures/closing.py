"""The first number of its clause with a mark behind it: its thing stands before it or in a row before."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from fzreview.reading.figures.clauses import Clause
from fzreview.reading.figures.elliptic import of_a_procedure
from fzreview.reading.figures.leading_verbs import lead_of, source_of
from fzreview.reading.figures.leaning import Row, leaning, unchanged
from fzreview.reading.figures.subject_text import clean_left, joined, object_of
from fzreview.reading.figures.subject_words import RATES, STAGE
from fzreview.reading.figures.surroundings import Counted, Surroundings
from fzreview.reading.figures.words import words

EMPTY_VERBS: Final = ("", "做到", "达到", "实现", "已有", "共有", "确保")
"""Verbs before a number that name no thing."""
_REACHED: Final = re.compile("(?:首次|已经?)?(?:超过|超出|高于|多于|达到)")
_NAMES: Final = ("预算", "决算", "收支", "基金", "贸易", "市场", "产业", "大厅", "中心", "平台")
"""Ends of a clause that only names what its sentence is about: 一般公共预算,收入为12亿元."""
_DOCUMENTS: Final = words(
    "条例 办法 规定 方案 意见 规划 细则 纲要 规则 清单 指南 标准 该条例 该办法 该规定 该方案"
)


def closing(figure: Counted, clause: Clause, last: Row | None, raw: str, around: Surroundings) -> Row:
    """The first number of its clause, a mark behind it."""
    left = clean_left(raw)
    left = "" if left in EMPTY_VERBS else left
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
            row = told_row(figure, clause, left, head + source.group(), head, theme)
            return replace(row, base=head, compared=True)
        leant = leaning(head, figure, clause.opened, parent, part) if head and parent is not None else None
        head = leant.subject if leant is not None else head
        if theme and len(head) <= 8:
            head = joined(theme, head)
        head = head or (parent.topic if parent is not None else around.clause_before(clause, bare=True))
        row = told_row(figure, clause, left, head + source.group(), head, theme)
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
    titled = around.title_before(clause, left) if left in _DOCUMENTS else ""
    if titled:
        subject = titled
    elif theme.endswith(_NAMES) and len(left) == 2:
        subject = joined(theme, left)
    else:
        subject = left or around.clause_before(clause)
    topic = subject if RATES.search(left) and not left.endswith("率") else object_of(subject)
    if left.endswith("率"):
        topic = left[:-3] if len(left) > 5 else ""
    return told_row(figure, clause, left, subject, topic, theme)


def _goes_on(figure: Counted, clause: Clause, last: Row | None, left: str) -> bool:
    """其中企业3户,个体户5户: the next part behind a comma."""
    return (
        last is not None
        and last.part
        and clause.opened == ","
        and len(left) <= 6
        and figure.unit == last.unit
    )


def told_row(figure: Counted, clause: Clause, left: str, subject: str, topic: str, theme: str) -> Row:
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
