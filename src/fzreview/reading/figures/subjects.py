"""What a figure counts: the shortest wording of the sentence from which a reader of the row knows it.

A small grammar of clauses. The wording stands to the left of the number (受理案件195件), to the right
(3家单位获评…) or on both sides (出台18项制度); rows that say less lean on the row before them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from fzreview.reading.figures.clauses import Clause, Clauses
from fzreview.reading.figures.respective import respective_subjects
from fzreview.reading.figures.subject_text import (
    clean_left,
    is_predicate,
    joined,
    object_of,
    verb_at,
    verb_in,
)
from fzreview.reading.figures.subject_words import (
    CHANGED,
    DEPENDENT,
    GROWTH,
    NOUNISH,
    RATES,
    STANDING,
)
from fzreview.reading.figures.surroundings import CONNECTORS, REACH, Counted, Surroundings

_SOURCES: Final = ("由原来的", "由原来", "由原有", "由", "从")
_EMPTY_VERBS: Final = ("", "做到", "达到", "实现", "已有", "共有", "确保")
_ADDRESSED: Final = ("对", "向", "为", "给")


@dataclass(slots=True)
class _Row:
    """A figure whose subject is told, as far as later rows lean on it."""

    clause: Clause
    end: int
    left: str
    """The cleaned wording before the first number of the clause."""
    subject: str
    topic: str
    """What rates and remarks lean on: the subject without its verb."""
    unit: str
    """Unit of the row that the topic came from."""
    verb: str
    base: str
    """The subject that a row of nouns takes its verb and its kind from."""
    theme: str = ""
    """What a row of changes is about: 注销业务 in 注销业务由8个环节减至3个."""
    recent: str = ""
    """The thing told last, which a bare predicate of the same unit leans on."""
    recent_unit: str = ""


def subjects_of(text: str, wording: str, counted: Sequence[Counted], clauses: Clauses) -> list[str]:
    """The subject of each counted figure, in order.

    ``text`` is the folded text that rules look at, ``wording`` the clean text of the same length that
    subjects are taken from.
    """
    around = Surroundings(text, wording, counted, clauses)
    told: list[str] = []
    last: _Row | None = None
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
    last: _Row | None,
    raw: str,
    right: str,
    around: Surroundings,
    spoken: bool,
) -> _Row:
    """The first number of its clause, its noun or its predicate behind it."""
    left = clean_left(raw)
    theme = (last.theme if last is not None else "") or _theme(left)
    trimmed = raw.rstrip()
    listed = left.endswith("等") or trimmed.endswith("等")
    if listed or (spoken and "、" in left and not trimmed.endswith("的") and _is_list(left)):
        left = _verb_of(left)
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
    return _Row(
        clause,
        figure.end,
        left,
        subject,
        topic,
        figure.unit,
        _verb_of(left),
        subject,
        theme,
        topic,
        figure.unit,
    )


def _closing(figure: Counted, clause: Clause, last: _Row | None, raw: str, around: Surroundings) -> _Row:
    """The first number of its clause, a mark behind it."""
    left = clean_left(raw)
    theme = last.theme if last is not None else ""
    if theme and len(left) <= 8 and left.endswith(_SOURCES):
        subject, leant = joined(theme, left), None
    else:
        subject, leant = _leaning(figure, clause, last, left, around)
    if leant is not None and last is not None:
        own = object_of(left)
        named = left.startswith(DEPENDENT) and len(own) < len(left)
        recent, unit = (own, figure.unit) if named else (last.recent, last.recent_unit)
        return _Row(
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
    return _Row(
        clause,
        figure.end,
        left,
        subject,
        topic,
        figure.unit,
        _verb_of(left),
        subject,
        theme,
        topic,
        figure.unit,
    )


def _leaning(
    figure: Counted, clause: Clause, last: _Row | None, left: str, around: Surroundings
) -> tuple[str, str | None]:
    """The subject of a number that ends its clause, and the topic that it leant on, None where on none."""
    if not left:
        return "", None
    rate = RATES.search(left) is not None
    if last is None:
        leans = left.startswith(DEPENDENT) or (is_predicate(left) and len(left) <= 8) or GROWTH.match(left)
        if leans or (rate and (len(left) <= 4 or _short_pair(left))):
            topic = around.context(clause)
            return joined(topic, left), topic or None
        return left, None
    if left.startswith("占"):
        return last.subject + left, last.topic
    if rate:
        return (joined(last.topic, left), last.topic) if len(left) <= 6 else (left, None)
    if GROWTH.match(left) or STANDING.match(left):
        grown = last.subject if not last.topic or RATES.search(last.subject) else last.topic
        return joined(grown, left), grown
    if left.startswith(DEPENDENT):
        return joined(last.topic, left), last.topic
    same_unit = figure.unit == last.unit
    if len(left) == 1 or is_predicate(left):
        if figure.unit == last.recent_unit:
            return joined(last.recent, left), last.topic
        if same_unit or len(left) == 2:
            return joined(last.topic, left), last.topic
    if same_unit and last.verb and left[-2:] == last.base[-2:] and _is_noun(left):
        keep = max(len(last.verb), len(last.base) - len(left))
        return last.base[:keep] + left, last.topic
    return left, None


def _chained(figure: Counted, clause: Clause, last: _Row, raw: str, right: str) -> _Row:
    """A number behind another one of the same clause."""
    between = raw.strip().rstrip("第前")
    left = clean_left(between)
    topic: str | None = None
    base: str | None = None
    if right and between.startswith(CONNECTORS) and left:
        subject = _listed(last, left) + right
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
            joined(last.topic, left) if leans else left if figure.kind == "money" else _listed(last, left)
        )
        left, topic, base = last.left, last.topic, last.base
    elif GROWTH.match(left):
        subject, topic = joined(last.topic, left), last.topic
    else:
        subject = left or last.subject
    return _Row(
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


def _listed(last: _Row, item: str) -> str:
    """制发建议书6份、意见书38份: the item takes the verb, and what it shares, from the row before."""
    base = last.base
    if not last.verb or not item or len(item) > 12 or _verb_of(item):
        return item
    of = base.rfind("的")
    if of > len(last.verb):
        return base[: of + 1] + item
    if item[-1] == base[-1] and len(base) - len(item) >= len(last.verb):
        return base[: len(base) - len(item)] + item
    return last.verb + item


def _verb_of(left: str) -> str:
    """The verb that the wording begins with, empty where it begins with a thing."""
    return left[:2] if verb_at(left, 0) and left[:2] not in NOUNISH else ""


def _theme(left: str) -> str:
    for word in _SOURCES:
        if left.endswith(word):
            return left[: -len(word)]
    return ""


def _short_pair(left: str) -> bool:
    """参考率及优秀率: rates in a row that say nothing of what they are rates of."""
    parts = left.replace("、", "及").replace("和", "及").split("及")
    return len(parts) > 1 and all(len(part) <= 4 for part in parts)


def _is_noun(left: str) -> bool:
    """A thing without a verb of its own."""
    return 2 < len(left) <= 10 and not verb_in(left)


def _is_list(left: str) -> bool:
    """晓庄、柳河两个…: short names in a row."""
    return all(len(part) <= 14 for part in left.split("、"))
