"""What a figure counts: the shortest wording of the sentence from which a reader of the row knows it.

A small grammar of clauses. The wording stands to the left of the number (受理案件195件), to the right
(3家单位获评…) or on both sides (出台18项制度); rows that say less lean on the row before them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from fzreview.reading.figures.clauses import Clause, Clauses
from fzreview.reading.figures.subject_text import (
    clean_left,
    clean_right,
    is_predicate,
    joined,
    object_in,
    object_of,
    verb_in,
)
from fzreview.reading.figures.subject_words import CHANGED, DEPENDENT, NOUNISH, RATES, VERBS
from fzreview.reading.figures.words import words

_CONNECTORS: Final = ("以及", "和", "及", "与", "、", "或", "暨")
_TAILS: Final = words(
    """
    均 都 全部 分别 已 共同 进行 开展 实现 参加 参与 获 被 完成 达到 纳入 进驻 设立 “全覆盖”
    """
)
_SOURCES: Final = ("由原来的", "由原来", "由原有", "由", "从")
_EMPTY_VERBS: Final = ("", "做到", "达到", "实现", "已有", "共有", "确保")


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure as the subject grammar sees it. Offsets are those of the clean text."""

    start: int
    end: int
    unit: str
    kind: str


@dataclass(slots=True)
class _Row:
    """A figure whose subject is told, as far as later rows lean on it."""

    clause: Clause
    end: int
    left: str
    raw_left: str
    right: str
    subject: str
    topic: str
    """What elliptical rows lean on: the subject without its verb."""
    unit: str
    """Unit of the row that the topic came from."""
    verb: str
    base: str
    """The subject that a row of nouns takes its verb and its kind from."""
    theme: str = ""
    """What a row of changes is about: 注销业务 in 注销业务由8个环节减至3个."""


def subjects_of(text: str, wording: str, counted: Sequence[Counted], clauses: Clauses) -> list[str]:
    """The subject of each counted figure, in order.

    ``text`` is the folded text that rules look at, ``wording`` the clean text of the same length that
    subjects are taken from.
    """
    teller = _Teller(text, wording, counted, clauses)
    return [teller.tell(index) for index in range(len(counted))]


class _Teller:
    def __init__(self, text: str, wording: str, counted: Sequence[Counted], clauses: Clauses) -> None:
        self._text = text
        self._wording = wording
        self._counted = counted
        self._clauses = clauses
        self._last: _Row | None = None

    def tell(self, index: int) -> str:
        figure = self._counted[index]
        clause = self._clauses.at(figure.start)
        last = self._last
        if last is not None and last.clause.sentence != clause.sentence:
            last = None
        chained = index + 1 < len(self._counted) and self._counted[index + 1].start < clause.end
        if last is not None and last.clause.start == clause.start:
            left = self._wording[last.end : figure.start]
            right = self._right(index, clause, chained)
            row = self._chained(figure, clause, last, left, right)
        else:
            left = self._wording[clause.start : figure.start]
            right = self._right(index, clause, chained)
            row = self._fresh(figure, clause, last, left, right)
        self._last = row
        return row.subject

    # A number that is the first of its clause

    def _fresh(self, figure: Counted, clause: Clause, last: _Row | None, raw: str, right: str) -> _Row:
        left = clean_left(raw)
        theme = last.theme if last is not None else ""
        verb = left[:2] if left[:2] in VERBS and left[:2] not in NOUNISH else ""
        if right:
            subject = self._around(figure, clause, last, left, raw, right)
            theme = theme or _theme(left)
            topic = object_of(right if not left or is_predicate(left) else left + right)
            return _Row(
                clause, figure.end, left, raw, right, subject, topic, figure.unit, verb, subject, theme
            )
        source = next((word for word in _SOURCES if left.endswith(word)), None)
        if source is not None and theme and len(left) <= 8:
            subject = joined(theme, left)
        else:
            subject, leant = self._leaning(figure, clause, last, left)
            if leant is not None:
                unit = last.unit if last is not None else figure.unit
                kept = last.verb if last is not None else ""
                base = last.base if last is not None else subject
                return _Row(clause, figure.end, left, raw, right, subject, leant, unit, kept, base, theme)
        if not subject:
            subject = self._from_before(clause, last)
        topic = "" if RATES.search(subject) else object_of(subject)
        return _Row(
            clause, figure.end, left, raw, right, subject, topic, figure.unit, verb, subject, theme or _theme(left)
        )  # fmt: skip

    def _around(
        self, figure: Counted, clause: Clause, last: _Row | None, left: str, raw: str, right: str
    ) -> str:
        """The subject of a number that its noun or its predicate follows."""
        trimmed = raw.rstrip()
        spoken = not self._text[figure.start].isdigit()
        if trimmed.endswith("等") or (
            spoken and "、" in left and not trimmed.endswith("的") and _is_list(left)
        ):
            left = left[:2] if left[:2] in VERBS and left[:2] not in NOUNISH else ""
        elif trimmed.endswith("的") and left:
            left += "的"
        for word in _SOURCES:
            if left.endswith(word):
                left = left[: -len(word)] + ("原有" if "原" in word else "")
        if left in _EMPTY_VERBS and last is not None:
            if figure.kind == "percent" or len(right) <= 3 or right[0] in "可能":
                return joined(last.topic, right)
        if left.startswith(DEPENDENT) and len(left) <= 5:
            return self._context(clause, last) + left + right
        return left + right

    def _leaning(
        self, figure: Counted, clause: Clause, last: _Row | None, left: str
    ) -> tuple[str, str | None]:
        """The subject of a number that ends its clause, and the topic that it leant on, None where on none."""
        if not left:
            return "", None
        rate = RATES.search(left) is not None
        if last is None:
            if (rate and len(left) <= 4) or left.startswith(DEPENDENT) or (rate and _short_pair(left)):
                topic = self._context(clause, None)
                return joined(topic, left), topic
            return left, None
        if left.startswith("占"):
            return last.subject + left, last.topic
        if rate:
            return (joined(last.topic, left), last.topic) if len(left) <= 6 else (left, None)
        same_unit = figure.unit == last.unit
        if same_unit and (is_predicate(left) or len(left) == 1) and len(left) <= 8:
            return joined(last.topic, left), last.topic
        if len(left) == 2 and is_predicate(left):
            return joined(last.topic, left), last.topic
        if left.startswith(DEPENDENT):
            return joined(last.topic, left), last.topic
        if same_unit and last.verb and left[-2:] == last.base[-2:] and _is_noun(left):
            keep = max(len(last.verb), len(last.base) - len(left))
            return last.base[:keep] + left, last.topic
        return left, None

    # A number behind another one of the same clause

    def _chained(self, figure: Counted, clause: Clause, last: _Row, raw: str, right: str) -> _Row:
        between = raw.strip()
        left = clean_left(between)
        if right and (between.endswith(_CONNECTORS) or not verb_in(left)):
            head = last.left + ("的" if last.raw_left.rstrip().endswith("的") and last.left else "")
            subject = head + right
            left = last.left
            raw = last.raw_left
        elif right:
            cut = max(between.rfind(word) for word in ("对", "向", "为", "给"))
            subject = (clean_left(between[cut:]) if cut > 0 else left) + right
        elif CHANGED.search(between):
            head = last.left
            for word in _SOURCES:
                head = head.removesuffix(word)
            if last.theme and not head.startswith(last.theme):
                head = last.theme + head
            subject = joined(head, left)
        elif left.startswith("占"):
            subject = last.subject + left
        elif between.startswith(_CONNECTORS):
            subject = self._listed(last, left)
            return _Row(
                clause, figure.end, last.left, raw, right, subject, last.topic, figure.unit, last.verb, last.base,
                last.theme,
            )  # fmt: skip
        else:
            subject = left
        return _Row(
            clause, figure.end, left, raw, right, subject, object_of(subject), figure.unit, last.verb, subject,
            last.theme,
        )  # fmt: skip

    def _listed(self, last: _Row, item: str) -> str:
        """制发建议书6份、意见书38份: the item takes the verb, and what it shares, from the row before."""
        base = last.base
        if not last.verb or len(item) > 12 or (item[:2] in VERBS and item[:2] not in NOUNISH) or not item:
            return item
        of = base.rfind("的")
        if of > len(last.verb):
            return base[: of + 1] + item
        if item[-1] == base[-1] and len(base) - len(item) >= len(last.verb):
            return base[: len(base) - len(item)] + item
        return last.verb + item

    # Wording behind the number and before the clause

    def _right(self, index: int, clause: Clause, chained: bool) -> str:
        figure = self._counted[index]
        if not chained:
            right = clean_right(self._wording[figure.end : clause.end])
            behind = self._clauses.after(clause) if right and len(right) <= 12 else None
            if behind is not None and self._text.startswith(("均", "都", "全部"), behind.start):
                right += clean_right(self._wording[behind.start + 1 : behind.end])
            return right
        raw = self._wording[figure.end : self._counted[index + 1].start]
        right = clean_right(raw)
        if not right:
            return ""
        if raw.rstrip().endswith(_CONNECTORS):
            for word in _CONNECTORS:
                right = right.removesuffix(word)
        elif verb_in(right) and not CHANGED.search(right):
            return right + self._without_numbers(index + 1, clause)
        for word in ("、", "以及", "和"):
            right = right.split(word)[0] or right
        changed = CHANGED.search(right)
        if changed is not None:
            return right[: changed.start()]
        tail = self._tail(index, clause)
        return right if tail in right else right + tail

    def _without_numbers(self, index: int, clause: Clause) -> str:
        """The rest of the clause from the number ``index`` on, numbers left out."""
        pieces = []
        while index < len(self._counted) and self._counted[index].start < clause.end:
            figure = self._counted[index]
            following = self._counted[index + 1].start if index + 1 < len(self._counted) else clause.end
            pieces.append(self._wording[figure.end : min(following, clause.end)])
            index += 1
        return clean_right("".join(pieces))

    def _tail(self, index: int, clause: Clause) -> str:
        """The predicate that the last item of a row of counts carries for all of them."""
        last = index
        while last + 1 < len(self._counted) and self._counted[last + 1].start < clause.end:
            last += 1
        if last - index > 8:
            return ""
        rest = self._wording[self._counted[last].end : clause.end]
        found = [at for at in (rest.find(word) for word in _TAILS) if at >= 2]
        if found:
            return clean_right(rest[min(found) :])
        behind = self._clauses.after(clause)
        if behind is not None and self._text.startswith(("均", "都", "全部"), behind.start):
            return clean_right(self._wording[behind.start + 1 : behind.end])
        return ""

    def _context(self, clause: Clause, last: _Row | None) -> str:
        """What the sentence was about before this clause."""
        if last is not None:
            return last.topic
        earlier = self._clauses.before(clause)
        if earlier is None:
            return ""
        told = object_in(clean_left(self._wording[earlier.start : earlier.end]))
        return told if len(told) <= 20 else told[-12:]

    def _from_before(self, clause: Clause, last: _Row | None) -> str:
        """The subject of a number that stands alone in its clause (办理人大建议,达282件)."""
        if last is not None:
            return last.subject
        earlier = self._clauses.before(clause)
        return clean_left(self._wording[earlier.start : earlier.end]) if earlier is not None else ""


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
    """A thing without a verb of its own before it."""
    return 2 < len(left) <= 10 and (left[:2] not in VERBS or left[:2] in NOUNISH)


def _is_list(left: str) -> bool:
    """晓庄、柳河两个…: short names in a row."""
    return all(len(part) <= 14 for part in left.split("、"))
