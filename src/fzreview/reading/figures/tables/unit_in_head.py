"""The unit that the head of a row or a column tells in brackets: 罚没款（万元）, 立案数（件）."""

from __future__ import annotations

import re
from typing import Final

from fzreview.domain.figures.figure import Kind
from fzreview.reading.figures.numerals.units import unit_at

_IN_BRACKETS: Final = re.compile("[(（](?:单位[:：])?[十百千]?[万亿]?(?P<unit>[^()（）]{1,8})[)）]\\Z")


def kind_in_head(head: str) -> Kind | None:
    """The kind of what is counted in the unit that the head ends with; None where it tells none."""
    told = _IN_BRACKETS.search(head)
    unit = None if told is None else unit_at(told["unit"], 0)
    return unit.kind if told is not None and unit is not None and unit.end == len(told["unit"]) else None


def without_measure_word(head: str) -> str:
    """立案数（件） → 立案数; a unit without which the number says nothing (万元, %) stays."""
    told = _IN_BRACKETS.search(head)
    return head[: told.start()] if told is not None and kind_in_head(head) == "count" else head
