"""Writes numbers in all the spellings of Chinese reports; knows nothing of the program that reads them."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

_SPOKEN = "零一二三四五六七八九"
_BANKERS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "十", "百", "千")
_BANKERS_PLACES = ("", "拾", "佰", "仟")
_CLOSERS = ("", "万", "亿", "万亿")
_WIDE = str.maketrans("0123456789.", "０１２３４５６７８９．")


class Style(NamedTuple):
    """How a number is written in Chinese numerals."""

    bankers: bool = False
    liang: bool = False
    """两 for 二 before 百, 千, 万 and 亿."""
    short_ten: bool = False
    """十 without 一 also behind 百, 千, 万 and 零: 一百十八."""
    short_last: bool = False
    """The last multiplier left out where nothing stands between: 三千五."""
    circle: bool = False
    """〇 for 零."""


PLAIN = Style()


def spoken(number: int, style: Style = PLAIN) -> str:
    """``0 <= number < 10**16`` in Chinese numerals."""
    if number == 0:
        return "零"
    sections = []
    rest = number
    while rest:
        rest, section = divmod(rest, 10_000)
        sections.append(section)
    words = ""
    for index in range(len(sections) - 1, -1, -1):
        section = sections[index]
        if not section:
            continue
        gap = words and (section < 1000 or sections[index + 1] == 0)
        words += ("零" if gap else "") + _section(section, style, begins=not words) + _closer(index, sections)
    if style.short_last:
        words = _shortened(number, words)
    if style.liang and not style.bankers:
        for place in "百千万亿":
            words = words.replace("二" + place, "两" + place)
    return words.replace("零", "〇") if style.circle else words


def _closer(index: int, sections: list[int]) -> str:
    """万, 亿 or 万亿; in 三万亿五千亿 the 亿 behind 万 would be told twice, so 万 stands alone there."""
    if index == 3 and sections[2]:
        return "万"
    return _CLOSERS[index]


def _section(number: int, style: Style, begins: bool) -> str:
    digits, places = (_BANKERS, _BANKERS_PLACES) if style.bankers else (_SPOKEN, _PLACES)
    words, gap = "", False
    for place in (3, 2, 1, 0):
        digit, number = divmod(number, 10**place)
        if digit:
            lone = place == 1 and digit == 1 and (style.short_ten or (begins and not words))
            words += ("零" if gap and words else "") + ("" if lone else digits[digit]) + places[place]
            gap = False
        else:
            gap = True
    return words


def _shortened(number: int, words: str) -> str:
    """三千五百 → 三千五 and 一万二千 → 一万二, where the last place stands right below the one before it."""
    digits = str(number)
    bare = digits.rstrip("0")
    place = len(digits) - len(bare)
    if place < 1 or len(bare) < 2 or bare[-2] == "0" or place not in (1, 2, 3):
        return words
    if words[-1] not in "十拾百佰千仟" or words[-2] in "百佰千仟万亿":
        return words
    return words[:-1]


def mixed(number: int) -> list[str]:
    """``0 <= number < 10**16`` in digits and multipliers."""
    forms = [str(number), f"{number:,}", str(number).translate(_WIDE)]
    for unit, name in ((10**4, "万"), (10**8, "亿"), (10**12, "万亿")):
        if number >= unit:
            value = Decimal(number) / unit
            if -value.as_tuple().exponent <= 4:  # type: ignore[operator]  # finite: the exponent is a number
                forms.append(f"{value.normalize():f}{name}")
    high, low = divmod(number, 10**8)
    if 0 < high < 10_000 and low and low % 10**4 == 0 and low >= 10**7:
        forms.append(f"{high}亿{low // 10**4}万")
    high, low = divmod(number, 10**4)
    if 0 < high < 10_000 and low >= 1000:
        forms.append(f"{high}万{low}")
        if low % 1000 == 0:
            forms.append(f"{high}万{low // 1000}千")
    high, low = divmod(number, 1000)
    if 0 < high < 10 and 10 <= low < 100:
        forms.append(f"{high}千零{low}")
    return forms


def with_fraction(number: Decimal) -> list[str]:
    """A decimal below 10**8 with its point: in digits and in Chinese numerals."""
    whole, _, fraction = f"{number:f}".partition(".")
    if not fraction:
        return [whole]
    words = spoken(int(whole)) + "点" + "".join(_SPOKEN[int(digit)] for digit in fraction)
    return [f"{whole}.{fraction}", f"{int(whole):,}.{fraction}", words]


def money(yuan: int, jiao: int, fen: int) -> list[str]:
    """An amount in 元, 角 and 分; the last two at least one of them above zero, or neither."""
    forms = []
    for whole, digits in (
        (str(yuan), "0123456789"),
        (spoken(yuan), _SPOKEN),
        (spoken(yuan, Style(bankers=True)), _BANKERS),
    ):
        tail = (f"{digits[jiao]}角" if jiao else "") + (f"{digits[fen]}分" if fen else "")
        if fen and not jiao:
            tail = "零" + tail
        forms.append(f"{whole}元{tail}")
    return forms
