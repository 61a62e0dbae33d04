"""Numbers as Chinese reports write them: digits, Chinese numerals and mixtures of both.

All functions are pure; texts are already folded (:func:`fold`), values are exact decimals.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

DIGITS: Final = {
    "〇": 0, "○": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4,
    "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
}  # fmt: skip
"""Chinese digits, the banker's forms included."""

SMALL: Final = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
"""Multipliers inside a section of four places."""

LARGE: Final = {"万": 10_000, "亿": 100_000_000}
"""Multipliers that close a section."""

_FOLDED_CODES: Final = {
    **{0xFF01 + i: 0x21 + i for i in range(94)},
    0x3000: 0x20,
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
    if value == value.to_integral_value():
        return str(int(value))
    return format(value.normalize(), "f")


def parse_number(text: str) -> Decimal | None:
    """The value of a folded numeral: ``1,234``, ``1.3万亿``, ``1万6千``, ``一百五十六``, ``九十八点五``.

    Blanks and thousands separators count as nothing. None where the characters make no single number:
    ``百千万``, ``亿万``, ``七八十`` (a guess between two) or a row of digits such as ``二〇二一``.
    """
    if text.isascii() and text.isdigit():
        return Decimal(text)
    high = low = section = Decimal(0)
    pending: Decimal | None = None
    last = 0
    """The multiplier before the pending number; 1 directly after 零, 0 at the start."""
    bare = True
    at, length = 0, len(text)
    while at < length:
        char = text[at]
        if "0" <= char <= "9":
            if pending is not None:
                return None
            end = at + 1
            while end < length and (text[end] in "0123456789.," or text[end] == " "):
                end += 1
            literal = text[at:end].replace(",", "").replace(" ", "")
            if literal.count(".") > 1 or literal.endswith("."):
                return None
            pending, at, bare = Decimal(literal), end, False
            last = last if last != 1 else 0
            continue
        if char in DIGITS:
            digit = DIGITS[char]
            if pending is not None and not (pending == 0 and last == 1):
                return None
            if digit == 0:
                last = 1
            pending = Decimal(digit)
            bare = False
        elif char == "点":
            fraction, at = _fraction(text, at + 1)
            if not fraction or bare:
                return None
            pending = section + (pending or 0) + Decimal("0." + fraction)
            section, last = Decimal(0), 0
            continue
        elif char in SMALL:
            unit = SMALL[char]
            if pending is None and not (bare or (unit == 10 and text[at - 1] in DIGITS)):
                return None
            if section and unit * 10 > _lowest(section):
                return None
            section += (1 if pending is None else pending) * unit
            pending, last, bare = None, unit, False
        elif char in LARGE:
            unit = LARGE[char]
            amount = section + (pending or 0)
            if unit == 10_000:
                if amount == 0 and not bare:
                    return None
                low += (amount or 1) * unit
            else:
                if amount + low == 0 and not bare:
                    return None
                high += (low + amount or 1) * unit
                low = Decimal(0)
            section, pending, last, bare = Decimal(0), None, unit, False
        elif char not in " ,":
            return None
        at += 1
    if pending is not None:
        spoken = last >= 100 and text[-1] in DIGITS
        section += pending * (last // 10) if spoken else pending
    elif bare:
        return None
    return high + low + section


def _fraction(text: str, at: int) -> tuple[str, int]:
    """The digits after 点 as ASCII, and where they end."""
    digits = ""
    while at < len(text) and text[at] in DIGITS:
        digits += str(DIGITS[text[at]])
        at += 1
    return digits, at


def _lowest(section: Decimal) -> Decimal:
    """The place value of the last non-zero digit of a whole section (1 when it has a fraction)."""
    if section != section.to_integral_value():
        return Decimal(1)
    number, place = int(section), 1
    while number and number % 10 == 0:
        number //= 10
        place *= 10
    return Decimal(place)
