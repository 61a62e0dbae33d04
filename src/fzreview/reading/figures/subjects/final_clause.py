"""A number at the end of its clause, and the antecedent that its own clause makes it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from fzreview.reading.figures.subjects.antecedent import Antecedent
from fzreview.reading.figures.subjects.context import Context
from fzreview.reading.figures.subjects.explicit import explicit
from fzreview.reading.figures.subjects.objects import object_of
from fzreview.reading.figures.subjects.word_classes import RATES, SINCE_BEHIND
from fzreview.reading.figures.subjects.wordings import Counted
from fzreview.text.sentences.clauses import Clause

NAMES: Final = ("预算", "决算", "收支", "基金", "贸易", "市场", "产业", "大厅", "中心", "平台")
"""Ends of a clause that only names what its sentence is about: 一般公共预算,收入为12亿元."""

_ACHIEVED: Final = re.compile(
    "(?<=[\u4e00-\u9fff]{2})(?:首次|再次|连续)?(?:实现|喜获|再获|获得|再创|创|取得|迎来)"
    r"(?:“[^“”]{2,8}”|[^,，。;]{0,6}(?:新高|丰收|突破|连增|连丰|增长|好收成))\Z"
)
"""What a clause says of its thing before the amount follows: 粮食实现“五连增”，达80万吨."""


@dataclass(slots=True)
class FinalNumber:
    """A number at the end of its clause and what its clause and the sentence tell."""

    figure: Counted
    clause: Clause
    last: Antecedent | None
    raw: str
    context: Context
    left: str
    theme: str
    part: bool
    """Whether it tells a part of what the antecedent counts."""
    parent: Antecedent | None
    """Its antecedent: the last figure, or what a clause without a figure was about."""


def of_own_clause(seen: FinalNumber) -> Antecedent:
    """The wording before the number, or the clause before."""
    subject = seen.left or _ACHIEVED.sub("", seen.context.clause_before(seen.clause))
    row = with_head(seen, subject, theme_of(seen))
    row.part = row.named_part = "其中" in seen.raw[:6]
    if row.part and seen.last is not None and seen.last.unit == seen.figure.unit:
        row.whole = seen.last.head
    return row


def theme_of(seen: FinalNumber) -> str:
    """What the sentence is about where its first clause only names it."""
    parent = seen.parent
    named = seen.last is None and parent is not None and parent.subject.endswith(NAMES)
    return parent.subject if named and parent is not None else seen.theme


def with_head(seen: FinalNumber, subject: str, theme: str) -> Antecedent:
    left = seen.left
    if left.endswith("率"):
        head = left[:-3].removesuffix("不") if len(left) > 5 else ""
    elif RATES.search(left):
        head = subject
    else:
        head = SINCE_BEHIND.sub("", object_of(subject))
    return explicit(seen.figure, seen.clause, left, subject, head, theme)
