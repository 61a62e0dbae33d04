"""Ranges and guesses: 3至5人, 20%—30%, 百分之七、八."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from fzreview.language.numerals import DIGITS
from fzreview.reading.figures.numeral_runs import ONE_DIGIT, RUN, Numeral, numeral_at, with_unit

_JOINTS: Final = frozenset("—-~至到")


def range_at(text: str, first: Numeral) -> Numeral | None:
    """The range that begins with ``first`` (3至5人, 20%—30%, 百分之七、八); None where none does."""
    at = first.end
    if text[at : at + 1] == " ":
        at += 1
    mark = text[at : at + 1]
    if mark not in _JOINTS:
        return _guess_between(text, first) if text[first.number_end : first.number_end + 1] == "、" else None
    at += 2 if text.startswith(("——", "--"), at) else 1
    if text[at : at + 1] == " ":
        at += 1
    run = RUN.match(text, at)
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
    if (
        not first.unit
        and second.coefficient is not None
        and low < second.coefficient
        and first.coefficient is None
    ):
        low *= high / second.coefficient
    if first.chinese and not first.unit and low < 10 and high >= 10_000 and text[run.start()] in ONE_DIGIT:
        digit = Decimal(DIGITS[text[run.start()]])
        if low < digit:
            low *= high / digit
    if low >= high:
        return None
    return second._replace(
        start=first.start, value=low, upper=high, unit=unit, kind=kind, chinese=first.chinese
    )


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
