"""Signs before a number that belong to it: a minus, a currency."""

from __future__ import annotations

from typing import Final

from fzreview.language.alphabet import is_han
from fzreview.reading.figures.numeral import Numeral


def signed(text: str, number: Numeral) -> Numeral:
    """The number with the minus sign, or the 负 of a rate, that stands before it."""
    start = number.start
    if number.value is None or start < 2:
        return number
    before = text[start - 2]
    if text[start - 1] == "负" and number.kind == "percent" and before not in _OTHER_WORDS:
        return number._replace(start=start - 1, value=-number.value)
    if text[start - 1] != "-":
        return number
    if before in " (:,、|\n~" or is_han(before):
        return number._replace(start=start - 1, value=-number.value)
    return number


_OTHER_WORDS: Final = frozenset("胜正欺肩抱担自")
"""Before 负 these make another word: 胜负, 担负."""
_CURRENCIES: Final = {"$": "美元", "¥": "元", "€": "欧元", "£": "英镑"}


def in_currency(text: str, number: Numeral) -> Numeral:
    """The amount with the sign of a currency that stands before it: $300万."""
    start = number.start
    unit = _CURRENCIES.get(text[start - 1 : start]) if start else None
    if unit is None or number.value is None or number.unit or number.fraction:
        return number
    return number._replace(start=start - 1, unit=unit, kind="money")
