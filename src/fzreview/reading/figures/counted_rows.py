"""一 with a measure word in a row of counts: 两个中心、一个平台."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from fzreview.domain.trace import fired
from fzreview.reading.figures.doubts import CHINESE_NUMERAL
from fzreview.reading.figures.found import Found, Verdict
from fzreview.reading.figures.numeral_rules import ROW
from fzreview.reading.figures.page import Page

_CONNECTOR: Final = re.compile(r"[、和及与]")
_NEVER: Final = frozenset("批种类样层面片回把对双届期系列")
_REACH: Final = 16


def with_rows(page: Page, found: Sequence[Found]) -> list[Found]:
    """The judged numerals, articles that stand in a row of counts made figures and all others left out."""
    kept: list[Found] = []
    for index, one in enumerate(found):
        if one.verdict is not Verdict.ARTICLE:
            kept.append(one)
        elif _counts(page, found, index):
            fired(ROW, one.start, one.end)
            kept.append(one._replace(verdict=Verdict.FIGURE, doubts=(CHINESE_NUMERAL,), rule=ROW))
        elif one.rule is not None:
            fired(one.rule, one.start, one.end)
    return kept


def _counts(page: Page, found: Sequence[Found], index: int) -> bool:
    one = found[index]
    if (
        one.number is None
        or one.number.unit[:1] in _NEVER
        or one.number.unit == "部分"
        or page.quoted.holding(one.start) is not None
    ):
        return False
    text = page.text
    for other in (index - 1, index + 1):
        if not 0 <= other < len(found):
            continue
        neighbour = found[other]
        if neighbour.verdict is not Verdict.FIGURE or neighbour.kind != "count" or neighbour.number is None:
            continue
        first, second = (neighbour, one) if other < index else (one, neighbour)
        if (
            second.start - first.end > _REACH
            or neighbour.number.value is None
            or neighbour.number.value > 200
        ):
            continue
        if page.quoted.holding(neighbour.start) is not None:
            continue
        between = text[first.end : second.start]
        if len(_CONNECTOR.findall(between)) == 1 and between[-1] in "、和及与" and not _broken(between):
            return True
    return False


def _broken(between: str) -> bool:
    return any(mark in between for mark in ",。;:!?\n“”")
