"""Where numerals stand, and what number, range or fraction they write."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

from fzreview.domain.figure import Kind
from fzreview.language.numerals import DIGITS
from fzreview.reading.figures.units import Unit, unit_at
from fzreview.text.numerals import parse_number

_THOUSAND: Final = "千(?![瓦米克升伏卡帕焦赫乏])"
"""千, unless it begins 千瓦, 千米, 千克 and their like."""
_ARABIC: Final = (
    r"(?:(?=[0-9]++[ .,])(?:"
    r"[0-9]{1,3}(?: [0-9]{3}(?![0-9])){1,6}+(?:\.[0-9]++)?+(?=[\u4e00-\u9fff%])"
    r"|(?<=[\u4e00-\u9fff])[0-9]{1,3}, [0-9]{3}(?=[\u4e00-\u9fff])"
    r"|(?<![0-9])[0-9](?: [0-9]){2,11}+(?=[\u4e00-\u9fff%])"
    r"|(?:(?<=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff] ))[0-9]++(?:\. | \.)[0-9]++(?=[万亿%‰]))"
    r"|[0-9]++(?:,[0-9]{3}(?![0-9]))*+(?:\.[0-9]++)?+)"
)
"""Digits with separators: ``1,234.5``; before a unit also ``1 234.5``, ``1 8 6`` and ``31. 5``."""
_PARTED: Final = (
    r"(?: (?:(?<=[十百千万亿] )(?=[零一二两三四五六七八九](?![、.是]))"
    r"|(?<=[一二两三四五六七八九] )(?=[十百千万亿])))"
)
"""A blank inside a Chinese numeral: 三十 六, 四 百."""
_CHINESE: Final = (
    rf"(?:[〇○零一二两三四五六七八九十百万亿壹贰叁肆伍陆柒捌玖拾佰仟]|{_THOUSAND}|{_PARTED})++"
    rf"(?: ?点 ?[〇○零一二三四五六七八九]++(?:[十百万亿]|{_THOUSAND})*+)?+"
)
_SCALE: Final = re.compile(rf"(?:[十百万亿]|{_THOUSAND})++")
RUN: Final = re.compile(
    rf"(?:{_ARABIC}|{_CHINESE}|半(?=个?(?:小时|工作日|天|日|月|年)))"
    rf"(?:(?<=[十百千万亿])(?:{_ARABIC})"
    rf"|(?<=[0-9])(?:[十万亿]| [万亿]|百(?!分点)|{_THOUSAND})(?:{_CHINESE})?+)*+"
)
"""One numeral, multipliers included. Possessive throughout: it never goes back."""

_CARRIERS: Final = "十百千万亿"
_NOT_MANY: Final = re.compile(
    "多(?:[层样方式功媒]|元(?:[化解调共主参治投评文融发素矛纠]|(?<![十百千万亿0]多元)))"
)
"""Other words that begin with 多; behind a round number 多元 is an amount of money (3亿多元)."""
_POPULATIONS: Final = (10_000, 100_000, 1_000_000)
"""Below the line of a rate: 16.9/10万."""
ONE_DIGIT: Final = "一二两三四五六七八九"


class Numeral(NamedTuple):
    """A numeral with its unit as it stands in the text."""

    start: int
    end: int
    """End of the span: behind the unit, or behind the number where there is none."""
    number_end: int
    """End of the number, 余, 多 and multipliers included."""
    value: Decimal | None
    """None where the characters make no number."""
    unit: str = ""
    kind: Kind | None = None
    """Kind told by the unit or the form; None where there is neither."""
    upper: Decimal | None = None
    over: bool = False
    """余, 多 or 几 stands inside."""
    about: bool = False
    """来, or two digits in a row: a guess."""
    magnitude: bool = False
    """Begins with 十, 百, 千, 万 or 亿 and no digit before it: 百余, 千, 亿."""
    chinese: bool = False
    """Begins with a Chinese numeral."""
    fraction: bool = False
    """百分之…, 三分之…, 1/4 or 1:1."""
    coefficient: Decimal | None = None
    """The number without 万 and 亿, where digits stand before them."""


def numeral_at(text: str, start: int, end: int) -> Numeral:
    """Read the numeral whose run is ``[start, end)``, with everything that belongs to its span."""
    if text[start] == "半":
        return with_unit(text, Numeral(start, end, end, Decimal("0.5"), chinese=True))
    special = _fraction(text, start, end)
    if special is not None:
        return special
    number = _number(text, start, end)
    return with_unit(text, number)


def _number(text: str, start: int, end: int) -> Numeral:
    run = text[start:end]
    first = run[0]
    chinese = not first.isdigit() or first in DIGITS
    value = parse_number(run)
    upper: Decimal | None = None
    about = False
    if value is None and chinese:
        value, upper = _pair(run)
        about = value is not None
    magnitude = (
        (chinese and first in "百千万亿")
        or run in ("十万", "十亿")
        or (run == "十" and text[end : end + 1] in "余几多")
    )
    over = False
    at = end
    mark = text[at : at + 1]
    coefficient = None
    if not chinese:
        bare = run.rstrip(_CARRIERS)
        if bare != run:
            coefficient = parse_number(bare)
    if mark and mark in "余多几来" and value is not None:
        behind = at + 1
        if (
            (mark == "几" and run[-1] not in "十百千万亿0")
            or (mark == "来" and not (chinese and run[-1] in "十百" and unit_at(text, behind)))
            or (mark == "多" and _NOT_MANY.match(text, at))
        ):
            behind = at
        if behind > at:
            over, about = mark != "来", about or mark == "来"
            at = behind
            scale = _SCALE.match(text, at)
            if scale is not None:
                scaled = parse_number(run + scale.group())
                if scaled is not None:
                    value = scaled
                    at = scale.end()
                    if text[at : at + 1] in ("多", "余"):
                        at += 1
    return Numeral(
        start,
        at,
        at,
        value,
        upper=upper,
        over=over,
        about=about,
        magnitude=magnitude,
        chinese=chinese,
        coefficient=coefficient,
    )


def _pair(run: str) -> tuple[Decimal | None, Decimal | None]:
    """七八十 → 70 and 80: two neighbouring digits make a guess between two numbers."""
    for index in range(len(run) - 1):
        first, second = run[index], run[index + 1]
        if first in ONE_DIGIT and second in ONE_DIGIT:
            if DIGITS[second] - DIGITS[first] != 1 and (first, second) != ("三", "五"):
                return None, None
            low = parse_number(run[: index + 1] + run[index + 2 :])
            high = parse_number(run[:index] + run[index + 1 :])
            return (low, high) if low is not None and high is not None else (None, None)
    return None, None


def with_unit(text: str, number: Numeral) -> Numeral:
    """The number with the unit that stands behind it, if any; two blanks may part them."""
    at = number.end
    while at < number.end + 2 and text[at : at + 1] == " ":
        at += 1
    unit = unit_at(text, at)
    if unit is None:
        return number
    return _attach(text, number, unit)


def _attach(text: str, number: Numeral, unit: Unit) -> Numeral:
    value, end = number.value, unit.end
    if value is not None:
        if unit.half:
            value += _HALF
        elif unit.name == "成" and text[end : end + 1] in _DIGITS:
            value += Decimal(DIGITS[text[end]]) / 10
            end += 1
        elif unit.name in _TENTHS:
            tenth = text[end + 1 : end + 2]
            if tenth == _TENTHS[unit.name] and text[end] in _DIGITS and text[end + 2 : end + 3] != "之":
                value += Decimal(DIGITS[text[end]]) / 10
                end += 2
    start, _, number_end, *_ = number
    return Numeral(
        start,
        end,
        number_end,
        value,
        unit.name,
        unit.kind,
        number.upper,
        number.over or unit.over,
        number.about,
        number.magnitude,
        number.chinese,
        number.fraction,
        number.coefficient,
    )


_OF: Final = re.compile(" ?分 ?之 ?")
_HALF: Final = Decimal("0.5")
_DIGITS: Final = frozenset(ONE_DIGIT)
_TENTHS: Final = {"元": "角", "亩": "分"}
"""Units of old reports that a tenth may follow: 三元五角, 一亩二分."""


def _fraction(text: str, start: int, end: int) -> Numeral | None:
    """百分之三十, 三分之二, 千分之五, 1/4, 1:1; None where the run is an ordinary number."""
    mark = text[end : end + 1]
    of = _OF.match(text, end) if mark and mark in "分 " else None
    if of is not None:
        part = RUN.match(text, of.end())
        whole = parse_number(text[start:end])
        if part is None or whole is None or whole == 0:
            return None
        above = _number(text, *part.span())
        if above.value is None:
            return None
        chinese = text[start] not in "0123456789"
        if whole in (100, 1000):
            return above._replace(
                start=start,
                unit="%" if whole == 100 else "‰",
                kind="percent",
                chinese=chinese,
                fraction=True,
                magnitude=False,
            )
        return above._replace(
            start=start,
            value=_decimal(above.value, whole),
            kind="ratio",
            chinese=chinese,
            fraction=True,
            magnitude=False,
        )
    if mark and mark in "/:" and text[start].isdigit():
        part = RUN.match(text, end + 1)
        if part is None or not text[end + 1].isdigit():
            return None
        over, under = parse_number(text[start:end]), parse_number(part.group())
        if over is None or under is None or under == 0:
            return None
        if mark == "/" and not (over < under <= 100 or under in _POPULATIONS):
            return None
        if text[part.end() : part.end() + 1] in ("/", ":") or text[start - 1 : start] in ("/", ":"):
            return None
        return Numeral(start, part.end(), part.end(), _decimal(over, under), kind="ratio", fraction=True)
    return None


def _decimal(above: Decimal, below: Decimal) -> Decimal:
    """A fraction as a decimal of four places, of more only where it would vanish."""
    value = above / below
    rounded = value.quantize(Decimal("0.0001"))
    return (rounded if rounded or not value else value.quantize(Decimal("0.0000001"))).normalize()
