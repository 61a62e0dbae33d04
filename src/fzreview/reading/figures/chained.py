"""Numbers behind another one of the same clause: rows of things, the two ends of a change, shares."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from fzreview.reading.figures.clauses import Clause
from fzreview.reading.figures.counterparts import counterpart
from fzreview.reading.figures.elliptic import is_cut
from fzreview.reading.figures.leading_verbs import lead_of, source_of
from fzreview.reading.figures.leaning import DEEDS, is_bare_rate, leaning, listed, unchanged
from fzreview.reading.figures.parts import of_kind
from fzreview.reading.figures.rows import Row
from fzreview.reading.figures.subject_text import (
    GOES_ON,
    behind_bound,
    clean_left,
    clean_right,
    first_verb,
    is_predicate,
    joined,
    object_of,
    verb_in,
)
from fzreview.reading.figures.subject_words import ATTRIBUTE, CHANGED, GROWTH, FROM, REMARKS, STAGE, STANDING, changed_to
from fzreview.reading.figures.surroundings import CONNECTORS, Counted

_HELD: Final = re.compile(r"(?:(?:保持|稳定|维持|控制)在|达到|超过|突破)\Z")
_MEASURES: Final = ("面积", "长度", "金额", "总长", "价值", "资金")
_HARMED: Final = ("死亡", "受伤", "伤亡", "失踪", "重伤", "轻伤")
_LONGEST_ROW: Final = 24
"""Characters of a row of things that a rate behind it still repeats."""
_ADDRESSED: Final = ("对", "向", "为", "给")


def chained(figure: Counted, clause: Clause, last: Row, raw: str, right: str) -> Row:
    """The row of a number behind ``last``; ``raw`` stands between them, ``right`` behind the number."""
    between = behind_bound(raw).strip().rstrip("第前")
    left = clean_left(between)
    to = changed_to(between) if FROM.search(last.left) else ""
    if to:
        head = last.base if last.compared else last.theme or _head(last)
        subject = joined(head, clean_right(to))
        return replace(
            last, clause=clause, end=figure.end, subject=subject + right, topic=head or last.topic, base=head,
            compared=True,
        )  # fmt: skip
    if right:
        return _with_noun(figure, clause, last, between, left, right)
    if figure.kind == "rank" and between.startswith(CONNECTORS):
        left = left or between.strip("、和及与")
    if not left:
        if last.left.startswith("占") and figure.kind in ("percent", "ratio"):
            return replace(last, clause=clause, end=figure.end, subject=last.base + last.left)
        held = last.left.endswith("连续") and _HELD.search(between)
        subject = last.left.removesuffix("连续") if held else last.subject
        return replace(last, clause=clause, end=figure.end, subject=subject or last.subject)
    change = CHANGED.search(between)
    if change is not None:
        head = last.base if last.compared else last.theme or _head(last)
        subject = joined(head, clean_right(between[: change.end()]))
        return replace(
            last, clause=clause, end=figure.end, subject=subject, topic=head or last.topic, base=head,
            compared=True,
        )  # fmt: skip
    if left.startswith("占"):
        subject = (last.base if last.compared else last.subject) + left
        return replace(last, clause=clause, end=figure.end, subject=subject)
    if between.startswith(CONNECTORS):
        return _in_a_list(figure, clause, last, left)
    if GROWTH.match(left):
        return replace(
            last, clause=clause, end=figure.end, subject=joined(unchanged(last), left), compared=True
        )
    if last.subject == "为" + left:
        return replace(last, clause=clause, end=figure.end)
    if last.left.endswith("连续") and (is_predicate(left) or STANDING.match(left) or len(left) <= 5):
        subject = last.left.removesuffix("连续") + left
        return replace(last, clause=clause, end=figure.end, subject=subject)
    if last.subject.endswith(left.removesuffix("中")) and not verb_in(left):
        return replace(
            last, clause=clause, end=figure.end, unit=figure.unit, recent=last.topic, recent_unit=figure.unit
        )
    if last.left.startswith(("会同", "联合", "协同")) and len(last.left) <= 3:
        left = left[first_verb(left) :]
    if is_bare_rate(left) or GOES_ON.match(between):
        leant = leaning(left, figure, ",", last, last.part)
        if leant is not None:
            return replace(last, clause=clause, end=figure.end, subject=leant.subject)
    row = _own(figure, clause, last, left, left)
    row.verb = lead_of(left) or row.verb
    return row


def _with_noun(figure: Counted, clause: Clause, last: Row, between: str, left: str, right: str) -> Row:
    if between.startswith(CONNECTORS) and left:
        subject = listed(last, left) + right
    elif not last.left and between.startswith(last.subject + "中"):
        left = last.subject
        subject = left + right
    elif between.endswith(CONNECTORS) or not verb_in(left):
        left = last.left
        subject = left + right
    else:
        cut = max(between.rfind(word) for word in _ADDRESSED)
        subject = (clean_left(between[cut:]) if cut > 0 else left) + right
    return _own(figure, clause, last, left, subject)


def _in_a_list(figure: Counted, clause: Clause, last: Row, left: str) -> Row:
    """、 or 和 stands between the numbers."""
    subject = counterpart(left, last.topic, unchanged(last), last.subject)
    if subject is not None:
        return replace(last, clause=clause, end=figure.end, subject=subject)
    if figure.kind == "rank":
        subject = joined(last.base, left)
    elif (left in _HARMED) or is_cut(left):
        subject = joined(last.topic, left)
    elif last.left.startswith(REMARKS) and last.verb and not verb_in(left):
        subject = last.verb + left
    elif GROWTH.match(left):
        subject = joined(unchanged(last), left)
    elif left in _MEASURES or STANDING.match(left) or is_bare_rate(left) or left[0] == "每":
        subject = joined(last.topic, left)
    elif figure.unit == last.unit and ATTRIBUTE.fullmatch(left):
        subject = of_kind(left, last.topic)
    elif figure.unit == last.unit and STAGE.fullmatch(left):
        subject = joined(last.topic, left)
    elif is_predicate(left) and figure.unit == last.unit and last.topic.endswith(left):
        subject = left
    elif is_predicate(left) and figure.unit in (last.unit, last.recent_unit):
        head = last.recent if figure.unit == last.recent_unit else last.topic
        subject = left if head in DEEDS else joined(head, left)
    elif figure.unit == last.unit and last.part:
        leant = leaning(left, figure, clause.opened, last, True)
        subject = leant.subject if leant is not None else None
    joint = last.joint
    if subject is None:
        subject = left if figure.kind == "money" else listed(last, left)
        row = figure.unit == last.unit and last.verb and subject == last.verb + left
        if row and len(last.joint) < _LONGEST_ROW:
            joint = f"{last.joint or last.topic}、{left}"
    return replace(last, clause=clause, end=figure.end, subject=subject, joint=joint)


def _own(figure: Counted, clause: Clause, last: Row, left: str, subject: str) -> Row:
    """A thing of its own; the verb of its clause holds on."""
    return replace(
        last, clause=clause, end=figure.end, left=left, subject=subject, topic=object_of(subject),
        unit=figure.unit, base=subject, compared=False,
    )  # fmt: skip


def _head(last: Row) -> str:
    """What the first end of a change was about."""
    found = source_of(last.left)
    return last.left[: found.start()] if found is not None else last.left.removesuffix("原有")
