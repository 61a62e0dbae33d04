"""Signs before a number that belong to it: a minus, a currency."""

from __future__ import annotations

from typing import Final

from fzreview.language.alphabet import is_han
from fzreview.language.numerals import DIGITS
from fzreview.reading.figures.numerals.numeral import Numeral


def signed(text: str, number: Numeral) -> Numeral:
    """The number with the minus sign or the 负 that stands before it."""
    start = number.start
    if number.value is None or start < 2:
        return number
    before = text[start - 2]
    if text[start - 1] == "负" or (text[start - 1] == " " and before == "负"):
        at = start - 1 if text[start - 1] == "负" else start - 2
        return number._replace(start=at, value=-number.value) if _is_negative(text, at, number) else number
    if text[start - 1] != "-":
        return number
    if before in " (:,、|\n~" or is_han(before):
        return number._replace(start=start - 1, value=-number.value)
    return number


def _is_negative(text: str, at: int, number: Numeral) -> bool:
    """Whether 负 at ``at`` is the sign of the number: 负3.2%, 负5万元, but not 胜负, 2胜3负, 负二层."""
    before = text[at - 1 : at]
    if not before or before in _OTHER_WORDS or (before == "降" and text[at - 2 : at] != "下降"):
        return False
    if number.kind == "percent":
        return True
    told = bool(number.unit or number.fraction) and number.unit not in _FLOORS
    return told and before not in DIGITS and not before.isdigit()


_OTHER_WORDS: Final = frozenset("胜正欺肩抱担自减税轻重承辜背身须应需")
"""Before 负 these make another word: 胜负, 担负, 减负."""
_FLOORS: Final = frozenset(("层", "楼"))
"""负二层 names a floor."""
_CURRENCIES: Final = {"$": "美元", "¥": "元", "€": "欧元", "£": "英镑", "₩": "韩元"}
_NAMES: Final = ("人民币", "新台币", "港币", "港元")
"""Before a number without a unit: 人民币300万."""


def in_currency(text: str, number: Numeral) -> Numeral:
    """The amount with the sign of a currency that stands before it: $300万."""
    start = number.start
    if not start or number.value is None or number.unit or number.fraction:
        return number
    unit = _CURRENCIES.get(text[start - 1 : start])
    if unit is None:
        return number._replace(kind="money") if text[max(0, start - 3) : start].endswith(_NAMES) else number
    return number._replace(start=start - 1, unit=unit, kind="money")
