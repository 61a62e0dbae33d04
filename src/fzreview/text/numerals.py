"""Numbers as Chinese reports write them: digits, Chinese numerals and mixtures of both.

All functions are pure; texts are already folded (:func:`fold`), values are exact decimals.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final

from fzreview.language.numerals import DIGITS, LARGE, SMALL, TENS, ZEROS

_FOLDED_CODES: Final = {
    **{0xFF01 + i: 0x21 + i for i in range(94)},
    0x3000: 0x20,
    0xFFE5: 0xA5,
    0x00A0: 0x20,
    0x2007: 0x20,
    0x202F: 0x20,
    0x2236: ord(":"),
    0x2212: ord("-"),
    0xFE50: ord(","),
    0xFE51: ord("、"),
    0xFE52: ord("."),
    0xFE54: ord(";"),
    0xFE55: ord(":"),
    0xFE56: ord("?"),
    0xFE57: ord("!"),
    0xFF61: ord("。"),
    0xFF64: ord("、"),
    0xFE63: ord("-"),
    0x301C: ord("~"),
    0x2013: ord("—"),
    0x2015: ord("—"),
    0x2500: ord("—"),
    0xFF0D: ord("-"),
    0x2010: ord("-"),
    0x2011: ord("-"),
    0x2012: ord("-"),
    0x842C: ord("万"),
    0x5104: ord("亿"),
    0x5169: ord("两"),
    0x201F: 0x201D,
}
_FOLDED: Final = {chr(code): chr(plain_code) for code, plain_code in _FOLDED_CODES.items()}
"""No replacement is itself replaced."""


def fold(text: str) -> str:
    """As many characters, with full-width digits, letters, signs and odd dashes and blanks made plain."""
    # A report uses a dozen of these characters: replacing those is many times faster than translate().
    for char in _FOLDED.keys() & set(text):
        text = text.replace(char, _FOLDED[char])
    return text


def plain(value: Decimal) -> str:
    """The value as a plain decimal string: no exponent, no separators, no zeros that end a fraction."""
    told = format(value, "f")
    if "." in told:
        told = told.rstrip("0").rstrip(".")
    return "0" if told == "-0" else told


LONGEST: Final = 60
"""Characters of a numeral; nobody writes longer ones, and exact arithmetic has an end."""

_TOKEN: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?|.", re.DOTALL)
_WRITTEN: Final = re.compile("(?P<number>[0-9]+(?:\\.[0-9]+)?)(?P<unit>[万亿])?")
"""The forms of nine numbers in ten, read at once."""
_IGNORED: Final = str.maketrans("", "", " ,")


def parse_number(text: str) -> Decimal | None:
    """The value of a folded numeral: ``1,234``, ``1.3万亿``, ``1万6千``, ``一百五十六``, ``九十八点五``.

    Blanks and thousands separators count as nothing. None where the characters make no single number:
    ``百千万``, ``亿万``, ``七八十`` (a guess between two) or a row of digits such as ``二〇二一``.
    """
    return None if len(text) > LONGEST else _parse(text)


@lru_cache(maxsize=4096)
def _parse(text: str) -> Decimal | None:
    """The same few numerals fill most reports: 三, 100, 12."""
    text = text.translate(_IGNORED)
    written = _WRITTEN.fullmatch(text)
    if written is not None:
        return Decimal(written["number"]) * (LARGE[written["unit"]] if written["unit"] else 1)
    whole, point, rest = text.partition("点")
    value = _with_trillions(whole) if _TRILLION in whole else _Whole().read(whole)
    if not point or value is None:
        return value
    digits = re.match(f"[{''.join(DIGITS)}]*", rest)
    fraction, scale = (digits.group(), rest[digits.end() :]) if digits else ("", rest)
    if not fraction:
        return None
    value += Decimal("0." + "".join(str(DIGITS[char]) for char in fraction))
    for char in scale:
        if char not in SMALL and char not in LARGE:
            return None
        value *= SMALL.get(char) or LARGE[char]
    return value


_TRILLION: Final = "兆"


def _with_trillions(text: str) -> Decimal | None:
    """五兆六十二亿: 兆 as a multiplier of twelve places, which stands first."""
    high, _, low = text.partition(_TRILLION)
    above = _Whole().read(high)
    below = _Whole().read(low.lstrip(ZEROS)) if low else Decimal(0)
    if above is None or below is None or above >= _MYRIAD or below >= _ONE_TRILLION:
        return None
    return above * _ONE_TRILLION + below


class _Whole:
    """Reads a numeral without 点 from left to right.

    A numeral is one to three parts, closed by 亿 and 万, each of them four places. A multiplier must be
    smaller than the one before it in its part. A last digit without a multiplier stands one place below the
    multiplier before it (三千五, 一万二) unless 零 stands between or that multiplier is 十.
    """

    def __init__(self) -> None:
        self._high = self._middle = self._low = Decimal(0)
        """What 亿 closed, what 万 closed, the part that is open."""
        self._pending: Decimal | None = None
        """A number that may still get its multiplier."""
        self._written = False
        """The pending number is written in digits."""
        self._last = 0
        """The last multiplier, 0 where there is none yet."""
        self._limit = 10_000
        """What the next multiplier of the open part must stay below."""
        self._zero = False
        """零 stands behind the last multiplier."""
        self._fractional = False
        self._nothing = True

    def read(self, text: str) -> Decimal | None:
        """The value, or None where the characters make no number."""
        if text and not text.strip(ZEROS):
            return Decimal(0) if len(text) == 1 else None
        for token in _TOKEN.findall(text):
            if not self._take(token):
                return None
            self._nothing = False
        if self._nothing:
            return None
        last = self._ones(at_end=True)
        return None if last is None else self._high + self._middle + self._low + last

    def _take(self, token: str) -> bool:
        if "0" <= token[0] <= "9" and token.isascii():
            return self._digits(Decimal(token), "." in token)
        if token in ZEROS:
            self._zero, fits = True, self._pending is None
            return fits
        if token in DIGITS:
            return self._digits(Decimal(DIGITS[token]), spoken=True)
        if token in TENS:
            fits = self._pending is None and self._limit > _TEN and not self._fractional
            self._low += TENS[token]
            self._limit = self._last = _TEN
            self._zero = False
            return fits
        if token in SMALL:
            return self._small(SMALL[token])
        return self._large(LARGE[token]) if token in LARGE else False

    def _digits(self, number: Decimal, fractional: bool = False, spoken: bool = False) -> bool:
        if self._pending is not None or self._fractional:
            return False
        self._pending, self._written, self._fractional = number, not spoken, fractional
        return True

    def _small(self, multiplier: int) -> bool:
        """十, 百 or 千; 十 alone is ten anywhere (一百十八), the others only where the numeral begins."""
        if self._pending is None and not (self._nothing or multiplier == _TEN):
            return False
        amount = (Decimal(1) if self._pending is None else self._pending) * multiplier
        if multiplier >= self._limit or (self._last and amount >= self._limit):
            return False
        self._low += amount
        self._pending, self._zero = None, False
        self._limit = self._last = multiplier
        return True

    def _large(self, multiplier: int) -> bool:
        ones = self._ones(at_end=False)
        if ones is None:
            return False
        amount = self._low + ones
        if multiplier == _MYRIAD:
            if amount == 0 and self._last == _MYRIAD and self._middle and not self._zero:
                self._middle *= _MYRIAD
            elif self._middle or (amount == 0 and not self._nothing) or (self._high and amount >= _MYRIAD):
                return False
            else:
                self._middle = (amount or Decimal(1)) * _MYRIAD
        else:
            amount += self._middle
            if amount == 0 and self._high and self._last == multiplier and not self._zero:
                self._high *= multiplier
            elif (amount == 0 and not self._nothing) or (
                self._high and (self._high % (multiplier * _MYRIAD) or amount >= _MYRIAD)
            ):
                return False
            else:
                self._high += (amount or Decimal(1)) * multiplier
            self._middle = Decimal(0)
        self._low, self._pending, self._zero = Decimal(0), None, False
        self._last, self._limit = multiplier, _MYRIAD
        return True

    def _ones(self, at_end: bool) -> Decimal | None:
        """What the pending number adds to the open part; None where it does not fit there."""
        if self._pending is None:
            return None if self._zero else Decimal(0)
        if not (at_end or self._low):  # 一亿七万: its own multiplier comes next
            return self._pending
        if self._written:
            # 12万3 may be 12.3万 or 120003.
            unsure = self._last > _TEN and self._pending < _TEN and not self._zero
            return None if self._last and (self._pending >= self._last or unsure) else self._pending
        if self._zero or self._last <= _TEN:
            return self._pending
        return self._pending * (self._last // 10) if at_end else None


_TEN: Final = 10
_MYRIAD: Final = 10_000
_ONE_TRILLION: Final = 10**12
