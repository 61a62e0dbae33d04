"""Ranges and guesses: 3至5人, 20%—30%, 两到三千人次, 百分之七、八."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from fzreview.language.numerals import DIGITS, ONE_DIGIT
from fzreview.reading.figures.numerals.fractions import numeral_at
from fzreview.reading.figures.numerals.numeral import Numeral, with_unit
from fzreview.reading.figures.numerals.runs import RUN, as_number
from fzreview.text.numerals import parse_number

_JOINT: Final = re.compile(r" ?(?:\(含\))?(?:——|--|[—\-~至到])[ ]?")
_JOINTS: Final = frozenset("—-~至到 (")
"""What a joint may begin with."""
_SHARED: Final = re.compile("[百千万亿佰仟]+\\Z")
"""Multipliers at the end of a number that the one before it may share."""


def range_at(text: str, first: Numeral) -> Numeral | None:
    """The range that begins with ``first`` (3至5人, 20%—30%, 百分之七、八); None where none does."""
    mark = text[first.end : first.end + 1]
    if mark not in _JOINTS:
        return _guess_between(text, first) if text[first.number_end : first.number_end + 1] == "、" else None
    joint = _JOINT.match(text, first.end)
    run = None if joint is None else RUN.match(text, joint.end())
    if run is None:
        return None
    second = numeral_at(text, *run.span())
    if first.value is None or second.value is None or first.upper or second.upper:
        return None
    if first.unit and first.unit != second.unit and not (first.fraction and second.chinese):
        return None
    low, high = first.value, second.value
    unit, kind = second.unit or first.unit, second.kind or first.kind
    if first.fraction and first.unit and not second.unit:
        second = second._replace(unit=first.unit)
        unit, kind = first.unit, first.kind
    if not first.unit:
        low *= shared_multiplier(low, high, as_number(run.group()))
    if low >= high:
        return None
    return second._replace(
        start=first.start, value=low, upper=high, unit=unit, kind=kind, chinese=first.chinese
    )


def shared_multiplier(low: Decimal, high: Decimal, run: str) -> Decimal:
    """What the multipliers at the end of ``run``, whose value is ``high``, do to the number before it.

    两 of 两到三千 is 2000 and 七千 of 七千至九千万 is 70,000,000: as many multipliers are shared as leave the
    first number smaller than the second; 500 of 500至1万 shares none.
    """
    found = _SHARED.search(run)
    if found is None:
        return Decimal(1)
    for at in range(found.start(), len(run)):
        bare = parse_number(as_number(run[:at])) if at else None
        shared = parse_number("1" + run[at:])
        # In 一万零五百 the 百 is that of 五 alone: 一万零五 times a hundred is another number.
        if bare and shared and low < bare and bare * shared == high:
            return shared
    return Decimal(1)


def _guess_between(text: str, first: Numeral) -> Numeral | None:
    """七、八个 and 百分之七、八: two neighbouring digits parted by 、."""
    at = first.number_end
    if not first.chinese or text[at : at + 1] != "、" or (first.unit and not first.fraction):
        return None
    low, high = text[at - 1 : at], text[at + 1 : at + 2]
    if not (low in ONE_DIGIT and high and high in ONE_DIGIT and DIGITS[high] - DIGITS[low] == 1):
        return None
    if text[at + 2 : at + 3] == "、" or first.value is None or first.value >= 10 or RUN.match(text, at + 2):
        return None
    number = Numeral(
        first.start,
        at + 2,
        at + 2,
        first.value,
        upper=first.value + 1,
        about=True,
        chinese=True,
        unit=first.unit,
        kind=first.kind,
        fraction=first.fraction,
    )
    return number if first.fraction else with_unit(text, number)
