"""Numbers of a row that name their unit once, at the last: 分别为35和28件, 立案5、6、8起."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from fzreview.domain.extracting.rule import Rule
from fzreview.domain.extracting.trace import fired
from fzreview.language.alphabet import CLAUSE_MARKS
from fzreview.reading.figures.found import Found, Verdict
from fzreview.reading.figures.numerals.runs import as_number
from fzreview.text.numerals import parse_number

RULES: Final = (
    SHARED := Rule(
        "numeral.shared-unit",
        "Behind 分别, in a row of three and before 和 the unit of the last number is that of all.",
        zh="“分别”之后、并列各数共用最后一个的单位",
        takes=(
            "分别上升⟦1.2⟧、⟦0.8⟧和2.3个百分点",
            "应诉案件分别为⟦35⟧和28件",
            "立案查处⟦5⟧、⟦6⟧、8起",
            "分别投入⟦30⟧和45万元",
            "立案、结案分别为⟦64⟧、59件",
        ),
        leaves=("立案⟦5⟧、6起", "附件⟦3⟧和4份", "分别为⟦35件⟧和28件"),
    ),
)

_JOINT: Final = re.compile(" ?(?:、|和|与|及|以及) ?")
_DEALT: Final = re.compile(rf"(?:分别|依次|各自?)[^{CLAUSE_MARKS}0-9]{{0,12}}\Z")
_LABEL: Final = re.compile(r"(?:附件|附表|[表图第号条款]) ?\Z")
_MULTIPLIERS: Final = re.compile(r"[百千万亿佰仟]+\Z")
_FAR_APART: Final = 100
"""How many times larger one number of a row may be than another that shares its multiplier."""


def with_shared_units(text: str, found: Sequence[Found]) -> list[Found]:
    """The judged numerals; those of such a row get the unit of its last."""
    kept = list(found)
    for last in range(len(kept) - 1, 0, -1):
        if kept[last].verdict is not Verdict.FIGURE or not _unit(kept[last]):
            continue
        first = last
        while first and _joins(text, kept[first - 1], kept[first]):
            first -= 1
        if first < last and _is_row(text, kept[first : last + 1]):
            for index in range(first, last):
                kept[index] = _with_unit(text, kept[index], kept[last])
    return kept


def _unit(one: Found) -> str:
    return "" if one.number is None else one.number.unit


def _joins(text: str, one: Found, following: Found) -> bool:
    """Whether ``one`` is a number without a unit right before the next one of its row."""
    return (
        (one.verdict is Verdict.CANDIDATE or (one.verdict is Verdict.FIGURE and one.kind == "count"))
        and one.number is not None
        and not one.number.unit
        and one.number.value is not None
        and _JOINT.fullmatch(text, one.end, following.start) is not None
    )


def _is_row(text: str, row: Sequence[Found]) -> bool:
    start = row[0].start
    if _LABEL.search(text, max(0, start - 4), start):
        return False
    joint = text[row[-2].end : row[-1].start].strip()
    return len(row) > 2 or joint != "、" or _DEALT.search(text, max(0, start - 16), start) is not None


def _with_unit(text: str, one: Found, last: Found) -> Found:
    if one.number is None or one.number.value is None or last.number is None or last.number.value is None:
        return one
    fired(SHARED, one.start, one.end)
    value = one.number.value * _shared(text, one, last)
    number = one.number._replace(value=value, unit=last.number.unit, kind=last.kind)
    return one._replace(verdict=Verdict.FIGURE, number=number, kind=last.kind, rule=SHARED)


def _shared(text: str, one: Found, last: Found) -> Decimal:
    """万 of 30和45万元 holds for both numbers, unless they would lie far apart."""
    if last.number is None or last.number.value is None or one.number is None or one.number.value is None:
        return Decimal(1)
    run = as_number(text[last.start : last.number.number_end]).rstrip("余多几")
    bare = _MULTIPLIERS.sub("", run)
    if bare == run or _MULTIPLIERS.search(text[one.start : one.end]):
        return Decimal(1)
    coefficient = parse_number(bare)
    if not coefficient or not 1 / _FAR_APART < one.number.value / coefficient < _FAR_APART:
        return Decimal(1)
    return last.number.value / coefficient
