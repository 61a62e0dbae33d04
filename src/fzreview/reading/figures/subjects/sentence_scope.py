"""What a sentence has counted so far: totals sum several figures, bare verbs have an earlier antecedent."""

from __future__ import annotations

import re
from collections import deque
from typing import Final, NamedTuple

from fzreview.language.words import any_of
from fzreview.reading.figures.subjects.antecedent import Antecedent
from fzreview.reading.figures.subjects.objects import object_of
from fzreview.reading.figures.subjects.phrases import FINES, is_kind_of_deed, is_predicate, joined, tells_deed
from fzreview.reading.figures.subjects.predicates import opening_verb
from fzreview.reading.figures.subjects.procedures import is_handed
from fzreview.reading.figures.subjects.verbs import GIVEN, NOUNISH
from fzreview.reading.figures.subjects.wordings import Counted

_TOTAL: Final = re.compile(
    any_of("以上 两项 三项 四项 两类 三类 各类 上述")
    + "?"
    + any_of("合计 共计 总计 共 总共 一共 累计")
    + "[为达有约近]?"
)
_EACH: Final = re.compile(
    "平?均?每[^配设有聘派选建]{1,6}(?:配备|配置|设立|设置|聘请|选派|选聘|建立|[配设有聘派建])"
)
_LONGEST: Final = 30
_ROWS: Final = 8
"""Rows that a total is made of, at most."""


class _Told(NamedTuple):
    """A figure of the sentence so far."""

    subject: str
    unit: str
    aside: bool
    """Whether it stands in brackets."""


class SentenceScope:
    """The rows of one sentence, as far as later ones need them."""

    def __init__(self) -> None:
        self._told: deque[_Told] = deque(maxlen=_ROWS)
        self._topics: dict[str, str] = {}

    def complete(self, row: Antecedent, figure: Counted, *, total: bool) -> None:
        """Give a total and a bare verb the subject that only the sentence tells, and remember the row.

        ``total`` tells that the number is the sum of the row before it.
        """
        bare = (
            row.subject == row.left and len(row.left) <= 4 and (is_predicate(row.left) or is_handed(row.left))
        )
        bare = bare and not (figure.kind == "money" and row.left in FINES)
        topic = self._topics.get(figure.unit, "")
        if bare and topic and row.left[:2] not in NOUNISH and not topic.endswith(row.left[-2:]):
            row.head = topic
            row.subject, row.unit = joined(row.head, row.left), figure.unit
        elif (
            row.head
            and row.unit == figure.unit
            and not tells_deed(row.head)
            and not is_kind_of_deed(row.head)
            and row.verb not in GIVEN
        ):
            self._topics[figure.unit] = row.head
        joint = self._total(figure.unit) if total else ""
        if joint:
            row.subject = row.base = joint
            row.head = row.recent = object_of(joint)
            row.unit = row.recent_unit = figure.unit
        self._told.append(_Told(row.subject, figure.unit, row.clause.opened == "("))

    def _total(self, unit: str) -> str:
        """The things of the row in the unit; empty where no row is told."""
        items: list[str] = []
        for told in reversed(self._told):
            if told.aside:
                continue
            if told.unit != unit:
                break
            items.append(told.subject)
        items = list(dict.fromkeys(reversed(items)))
        if len(items) == 1:
            return _EACH.sub("", items[0]) or items[0]
        if not items:
            return ""
        shared = opening_verb(items[0])
        if not shared and items[0].startswith("新"):
            shared = items[0][:3]
        joint = "、".join((items[0], *(item.removeprefix(shared) for item in items[1:])))
        return joint if len(joint) <= _LONGEST else ""


def is_total(raw: str) -> bool:
    """Whether the wording before a number says only that it is a sum."""
    return _TOTAL.fullmatch(raw.strip(" ,、，")) is not None
