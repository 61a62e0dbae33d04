"""What a figure counts: the shortest wording of the sentence from which a reader of the row knows it.

A small grammar of clauses. The wording stands to the left of the number (受理案件195件), to the right
(3家单位获评…) or on both sides (出台18项制度); rows that say less lean on the row before them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from fzreview.reading.figures.clauses import Clause, Clauses
from fzreview.reading.figures.leaning import Row, leaning, listed, verb_of
from fzreview.reading.figures.respective import respective_subjects
from fzreview.reading.figures.subject_text import clean_left, is_predicate, joined, object_of, verb_in
from fzreview.reading.figures.subject_words import CHANGED, DEPENDENT, GROWTH, RATES, STANDING
from fzreview.reading.figures.surroundings import CONNECTORS, REACH, Counted, Surroundings

_SOURCES: Final = ("由原来的", "由原来", "由原有", "由", "从")
_EMPTY_VERBS: Final = ("", "做到", "达到", "实现", "已有", "共有", "确保")
_ADDRESSED: Final = ("对", "向", "为", "给")


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
            last = _chained(figure, clause, last, around.before(index, last.end), right)
        else:
            raw = around.before(index, clause.start)
            if "分别" in raw and not right:
                shared = respective_subjects(raw, around.in_a_row(index, clause), told[since:])
                given.update(enumerate(shared or (), index))
            if right:
                last = _around(figure, clause, last, raw, right, around, around.spoken(index))
            else:
                last = _closing(figure, clause, last, raw, around)
        last.subject = given.pop(index, last.subject)[:REACH]
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
    left = clean_left(raw)
    theme = (last.theme if last is not None else "") or _theme(left)
    trimmed = raw.rstrip()
    named = left.endswith("等") or trimmed.endswith("等")
    if named or (spoken and "、" in left and not trimmed.endswith("的") and _is_list(left)):
        left = verb_of(left)
    elif trimmed.endswith("的") and left:
        left += "的"
    for word in _SOURCES:
        if left.endswith(word):
            left = left[: -len(word)] + ("原有" if "原" in word else "")
    if left.startswith(DEPENDENT) and len(left) <= 5:
        left = (last.topic if last is not None else around.context(clause)) + left
    subject = left + right
    verbal = figure.kind == "percent" or len(right) <= 3 or right[0] in "可能"
    if left in _EMPTY_VERBS and last is not None and verbal:
        subject = joined(last.topic, right)
    compares = last is not None and left[:1] in ("较", "比")
    topic = (
        last.topic if compares and last is not None else object_of(right if is_predicate(left) else subject)
    )
    return Row(
        clause,
        figure.end,
        left,
        subject,
        topic,
        figure.unit,
        verb_of(left),
        subject,
        theme,
        topic,
        figure.unit,
    )


def _closing(figure: Counted, clause: Clause, last: Row | None, raw: str, around: Surroundings) -> Row:
    """The first number of its clause, a mark behind it."""
    left = clean_left(raw)
    left = "" if left in _EMPTY_VERBS else left
    theme = last.theme if last is not None else ""
    if theme and len(left) <= 8 and left.endswith(_SOURCES):
        subject, leant = joined(theme, left), None
    else:
        subject, leant = leaning(figure, clause, last, left, around)
    if leant is not None and last is not None:
        own = object_of(left)
        named = left.startswith(DEPENDENT) and len(own) < len(left)
        recent, unit = (own, figure.unit) if named else (last.recent, last.recent_unit)
        return Row(
            clause, figure.end, left, subject, leant, last.unit, last.verb, last.base, theme, recent, unit
        )
    if not subject:
        subject = last.subject if last is not None else around.clause_before(clause)
    topic = (
        leant
        if leant is not None
        else ""
        if left.endswith("率")
        else subject
        if RATES.search(left)
        else object_of(subject)
    )
    theme = theme or _theme(left)
    return Row(
        clause,
        figure.end,
        left,
        subject,
        topic,
        figure.unit,
        verb_of(left),
        subject,
        theme,
        topic,
        figure.unit,
    )


def _chained(figure: Counted, clause: Clause, last: Row, raw: str, right: str) -> Row:
    """A number behind another one of the same clause."""
    between = raw.strip().rstrip("第前")
    left = clean_left(between)
    topic: str | None = None
    base: str | None = None
    if right and between.startswith(CONNECTORS) and left:
        subject = listed(last, left) + right
    elif right and (between.endswith(CONNECTORS) or not verb_in(left)):
        left = last.left
        subject = left + right
    elif right:
        cut = max(between.rfind(word) for word in _ADDRESSED)
        subject = (clean_left(between[cut:]) if cut > 0 else left) + right
    elif CHANGED.search(between):
        head = last.left.removesuffix("原有")
        for word in _SOURCES:
            head = head.removesuffix(word)
        if last.theme and not head.startswith(last.theme):
            head = last.theme + head
        subject, topic = joined(head, between), head or last.topic
        left = last.left
    elif left.startswith("占"):
        subject = last.subject + left
    elif between.startswith(CONNECTORS):
        leans = GROWTH.match(left) or STANDING.match(left)
        subject = (
            joined(last.topic, left) if leans else left if figure.kind == "money" else listed(last, left)
        )
        left, topic, base = last.left, last.topic, last.base
    elif GROWTH.match(left):
        subject, topic = joined(last.topic, left), last.topic
    else:
        subject = left or last.subject
    return Row(
        clause,
        figure.end,
        left,
        subject,
        object_of(subject) if topic is None else topic,
        figure.unit,
        last.verb,
        subject if base is None else base,
        last.theme,
        last.recent,
        last.recent_unit,
    )


def _theme(left: str) -> str:
    for word in _SOURCES:
        if left.endswith(word):
            return left[: -len(word)]
    return ""


def _is_list(left: str) -> bool:
    """晓庄、柳河两个…: short names in a row."""
    return all(len(part) <= 14 for part in left.split("、"))
