"""What a figure counts: the shortest wording of the sentence from which a reader of the row knows it.

A small grammar of clauses. The wording stands to the left of the number (受理案件195件), to the right
(3家单位获评…) or on both sides (出台18项制度); rows that say less lean on the row before them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from fzreview.reading.figures.clauses import Clause, Clauses
from fzreview.reading.figures.subject_words import CHANGED, DROPPED, LEADING, RATES, TRAILING, VERBS

_CONNECTORS = ("以及", "和", "及", "与", "、", "或", "暨")
_TAILS = (
    "均",
    "都",
    "全部",
    "分别",
    "已",
    "共同",
    "进行",
    "开展",
    "实现",
    "参加",
    "参与",
    "获",
    "被",
    "完成",
    "达到",
    "纳入",
    "进驻",
    "设立",
    "“全覆盖”",
)


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
    unit: str
    left: str
    """The wording before the first number of its clause, cleaned."""
    raw_left: str
    right: str
    subject: str
    topic: str
    """What elliptical rows lean on: the subject without its verb."""
    topic_unit: str
    verb: str = ""
    shared: str = field(default="")


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
        following = self._counted[index + 1] if index + 1 < len(self._counted) else None
        right_end = clause.end
        chained_next = following is not None and following.start < clause.end
        if following is not None and chained_next:
            right_end = following.start
        in_clause = last is not None and last.clause.start == clause.start
        left_start = last.end if last is not None and in_clause else clause.start
        raw_left = self._wording[left_start : figure.start]
        raw_right = self._wording[figure.end : right_end]
        if last is not None and in_clause:
            row = self._chained(figure, clause, last, raw_left, raw_right, chained_next)
        else:
            row = self._fresh(figure, clause, last, raw_left, raw_right, chained_next)
        self._last = row
        return row.subject

    def _fresh(
        self, figure: Counted, clause: Clause, last: _Row | None, raw_left: str, raw_right: str, chained: bool
    ) -> _Row:
        left = clean_left(raw_left)
        right = self._right(raw_right, clause, chained)
        if right:
            listed = left.endswith("等") or raw_left.rstrip().endswith("等")
            if listed or ("、" in left and not raw_left.endswith("的") and _is_list(left)):
                left = left[:2] if left[:2] in VERBS and not listed else ""
            subject = left + right
            if last is not None and not left and (len(right) <= 3 or (right[:1] in "可能" and last.topic)):
                subject = last.topic + right
            topic = _object(subject)
        else:
            subject = self._leaning(figure, clause, last, left)
            topic = _object(left) or left
        if not subject:
            earlier = self._clauses.before(clause)
            subject = clean_left(self._wording[earlier.start : earlier.end]) if earlier else ""
            if last is not None and not subject:
                subject = last.subject
        keeps = (
            last is not None
            and subject != left
            and not right
            and last.topic
            and subject.startswith(last.topic)
        )
        return _Row(
            clause, figure.end, figure.unit, left, raw_left, right, subject,
            last.topic if keeps and last is not None else topic,
            last.topic_unit if keeps and last is not None else figure.unit,
            left[:2] if left[:2] in VERBS else (last.verb if keeps and last is not None else ""),
        )  # fmt: skip

    def _leaning(self, figure: Counted, clause: Clause, last: _Row | None, left: str) -> str:
        """The subject of a number that ends its clause; short rows lean on the row before."""
        if last is None:
            if left and len(left) <= 6 and RATES.search(left):
                earlier = self._clauses.before(clause)
                if earlier is not None:
                    return _object(clean_left(self._wording[earlier.start : earlier.end])) + left
            return left
        if left.startswith("占"):
            return last.subject + left
        if RATES.search(left):
            if len(left) <= 6:
                return _joined(last.topic, left)
            return left
        same_unit = figure.unit == last.topic_unit
        if (
            last.verb
            and left
            and left[:2] not in VERBS
            and same_unit
            and len(left) > 2
            and left[-2:] == last.subject[-2:]
        ):
            head = last.subject[: max(len(last.verb), len(last.subject) - len(left))]
            return head + left
        if clause.opened == "(" or (
            same_unit and len(left) <= 6 and (left[:2] in VERBS or left[-2:] in VERBS or len(left) <= 3)
        ):
            if len(left) <= 6 and not _has_object(left):
                return _joined(last.topic, left)
        if len(left) <= 2:
            return _joined(last.topic, left)
        return left

    def _chained(
        self, figure: Counted, clause: Clause, last: _Row, raw_left: str, raw_right: str, chained: bool
    ) -> _Row:
        """A number after another one in the same clause."""
        between = raw_left.strip()
        right = self._right(raw_right, clause, chained)
        left = clean_left(between)
        if not right and CHANGED.search(between):
            head = last.raw_left
            for word in ("由", "从"):
                head = head.split(word)[0]
            subject = clean_left(head) + left
            return _Row(
                clause,
                figure.end,
                figure.unit,
                last.left,
                raw_left,
                right,
                subject,
                last.topic,
                last.topic_unit,
            )
        if not right:
            if between.startswith(_CONNECTORS) or between.startswith("其中"):
                subject = self._listed(last, left)
            elif last.right and not last.left:
                subject = left
            else:
                subject = left
            if left.startswith("占"):
                subject = last.subject + left
            return _Row(
                clause, figure.end, figure.unit, last.left, raw_left, right, subject, _object(subject) or subject,
                figure.unit, last.verb,
            )  # fmt: skip
        if between.endswith(_CONNECTORS) or not _verb_in(left):
            base = last.left
            subject = base + right
            return _Row(
                clause,
                figure.end,
                figure.unit,
                base,
                raw_left,
                right,
                subject,
                _object(subject),
                figure.unit,
                last.verb,
            )
        cut = max(between.rfind(word) for word in ("对", "向", "为", "给"))
        if cut > 0:
            left = clean_left(between[cut:])
        subject = left + right
        return _Row(
            clause,
            figure.end,
            figure.unit,
            left,
            raw_left,
            right,
            subject,
            _object(subject),
            figure.unit,
            last.verb,
        )

    def _listed(self, last: _Row, item: str) -> str:
        """制发建议书6份、意见书38份: the item takes the verb, and what it shares, from the row before."""
        before = last.subject
        if item[:2] in VERBS or not last.verb or len(item) > 12:
            return item
        if "的" in before[len(last.verb) :]:
            return before[: before.rfind("的") + 1] + item
        if item[-1:] == before[-1:] and len(before) - len(item) >= len(last.verb):
            return before[: len(before) - len(item)] + item
        return last.verb + item

    def _right(self, raw: str, clause: Clause, chained: bool) -> str:
        """The wording behind the number, cleaned; with the predicate of the row where it stands behind a comma."""
        right = raw.lstrip(" 的")
        if not right or right[0] in ",。;:!?、()|\n":
            return ""
        if chained:
            for word in ("、", "以及", "和", "及"):
                cut = right.find(word)
                if cut > 0:
                    right = right[:cut]
            tail = self._tail(clause)
            if tail and tail not in right:
                right = right + tail
        else:
            behind = self._clauses.after(clause)
            if (
                behind is not None
                and len(right) <= 12
                and self._text.startswith(("均", "都", "全部"), behind.start)
            ):
                right += self._wording[behind.start + 1 : behind.end]
        for word in ("减至", "增至", "降至", "升至", "缩短至", "压缩至", "增加到", "提高到", "减少到"):
            if right.endswith(word):
                right = right[: -len(word)]
        return (
            DROPPED.sub("", right).strip(" “”、,")
            if right.count("“") != right.count("”")
            else DROPPED.sub("", right).strip(" 、,")
        )

    def _tail(self, clause: Clause) -> str:
        """The predicate that the last item of a row of counts carries for all of them."""
        last = None
        for figure in self._in_clause(clause):
            last = figure
        if last is None:
            return ""
        rest = self._wording[last.end : clause.end]
        best = -1
        for word in _TAILS:
            at = rest.find(word)
            if at >= 2 and (best < 0 or at < best):
                best = at
        if best >= 0:
            return rest[best:]
        behind = self._clauses.after(clause)
        if behind is not None and self._text.startswith(("均", "都", "全部"), behind.start):
            return self._wording[behind.start + 1 : behind.end]
        return ""

    def _in_clause(self, clause: Clause) -> list[Counted]:
        return [one for one in self._counted if clause.start <= one.start < clause.end]


def clean_left(raw: str) -> str:
    """The wording before a number without dates, adverbs and words that only lead to the number."""
    left = raw.strip(" 　\t?")
    while left:
        found = LEADING.match(left)
        if found is None or found.end() == 0:
            break
        left = left[found.end() :]
    while left:
        found = TRAILING.search(left)
        if found is None or not found.group():
            break
        left = left[: found.start()]
    return DROPPED.sub("", left)


def _object(subject: str) -> str:
    """The subject without its leading or its last verb: 受理行政复议案件 → 行政复议案件."""
    if subject[:2] in VERBS and len(subject) > 3:
        rest = subject[2:]
        return rest.lstrip("了的")
    if subject[-2:] in VERBS and len(subject) > 3:
        return subject[:-2]
    return subject


def _has_object(left: str) -> bool:
    """办理案件, 发现问题: a verb with a thing behind it."""
    return (
        len(left) >= 4
        and left[:2] in VERBS
        and left[2:4] not in VERBS
        and left[2:] not in ("后终止", "成功", "合格", "完毕")
    )


def _verb_in(left: str) -> bool:
    return any(left[at : at + 2] in VERBS for at in range(len(left) - 1)) or left[-1:] in "对向为给由被"


def _is_list(left: str) -> bool:
    """晓庄、柳河两个…: short names in a row, no verb."""
    return all(len(part) <= 14 for part in left.split("、"))


def _joined(topic: str, left: str) -> str:
    if topic.endswith(left):
        return topic
    for size in range(min(len(topic), len(left)), 1, -1):
        if topic.endswith(left[:size]):
            return topic + left[size:]
    return topic + left
