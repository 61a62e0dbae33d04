"""A numeral with its unit: the number that it writes and where its span ends."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

from fzreview.domain.figures.figure import Kind
from fzreview.language.alphabet import HAN
from fzreview.language.numerals import DIGITS, LARGE, ONE_DIGIT, ZEROS
from fzreview.reading.figures.numerals.runs import SCALE, as_number
from fzreview.reading.figures.numerals.units import Unit, unit_at
from fzreview.text.numerals import parse_number

_ROUND: Final = frozenset("十拾百佰千仟万亿0")
"""Last characters of a run that 几 may follow: 三十几, 30几."""
_NOT_MANY: Final = re.compile(
    "多(?:[层样方式功媒]|元(?:[化解调共主参治投评文融发素矛纠]|(?<![十百千万亿0]多元)))"
)
"""Other words that begin with 多; behind a round number 多元 is an amount of money (3亿多元)."""
_PLUS: Final = re.compile(rf"\+(?=[{HAN},。;:、!?)\s|]|\Z)")
"""A sign for «and more»: 300+群众; 1+N and 3+2 are names."""
_MILLIARDS: Final = re.compile(r"个(?P<over>[多余])?亿(?!万|[兆亿])")
"""两个亿, 1.5个亿元: 亿 counted with a measure word."""
_AMOUNT_ENDS: Final = re.compile(r"[,。;、!?)\s]|的|左右|以上|\Z")


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
    """余, 多, 几 or + stands inside."""
    about: bool = False
    """来, or two digits in a row: a guess."""
    magnitude: bool = False
    """Begins with 十, 百, 千, 万 or 亿 and no digit before it: 百余, 千, 亿."""
    chinese: bool = False
    """Begins with a Chinese numeral."""
    fraction: bool = False
    """百分之…, 三分之…, 1/4 or 1:1."""


def plain_number(text: str, start: int, end: int) -> Numeral:
    """The number of a run, 余 or its like behind it included, without its unit."""
    run = as_number(text[start:end])
    first = run[0]
    chinese = not "0" <= first <= "9"
    value = parse_number(run)
    upper: Decimal | None = None
    about = False
    if value is None and text[end : end + 1] == "折" and _DISCOUNT.fullmatch(run):
        value = _tenths(run)
    if value is None and chinese:
        value, upper = _pair(run)
        about = value is not None
    magnitude = chinese and (
        first in "百千万亿" or (run == "十" and text[end : end + 1] in ("余", "几", "多"))
    )
    number = Numeral(start, end, end, value, "", None, upper, False, about, magnitude, chinese)
    mark = text[end : end + 1]
    if mark == "几" and value is None and run[-1] in ZEROS:  # 一百零几万
        run = run[:-1]
        value = parse_number(run)
        number = number._replace(value=value)
    elif mark == " " and text[end + 1 : end + 2] in ("余", "几") and run[-1] in _ROUND:
        mark, end = text[end + 1], end + 1
        number = number._replace(end=end)
    if value is None or not mark or mark not in "余多几来+个":
        return number
    if mark == "+":
        plus = not chinese and value >= 10 and _PLUS.match(text, end)
        return number._replace(end=end + 1, number_end=end + 1, over=True) if plus else number
    return _in_milliards(text, number) if mark == "个" else _more(text, run, number)


def _more(text: str, run: str, number: Numeral) -> Numeral:
    """余, 多, 几 or 来 behind the number, and the multiplier behind that: 三十几万."""
    end, value = number.end, number.value
    mark = text[end]
    if (
        (mark == "几" and run[-1] not in _ROUND)
        or (mark == "来" and not (number.chinese and run[-1] in "十百" and unit_at(text, end + 1)))
        or (mark == "多" and _NOT_MANY.match(text, end))
    ):
        return number
    at = end + 1
    scale = SCALE.match(text, at)
    scaled = None if scale is None else parse_number(run + scale.group())
    if scale is None and text[at : at + 1] == " ":
        scale = SCALE.match(text, at + 1)
        scaled = None if scale is None else parse_number(run + scale.group())
    if scale is not None and scaled is not None:
        value, at = scaled, scale.end()
        if text[at : at + 1] in ("多", "余"):
            at += 1
    return number._replace(
        end=at, number_end=at, value=value, over=mark != "来", about=number.about or mark == "来"
    )


def _in_milliards(text: str, number: Numeral) -> Numeral:
    found = _MILLIARDS.match(text, number.end)
    value = number.value
    if found is None or value is None or value >= LARGE["万"] or text[number.end - 1] in LARGE:
        return number
    end = found.end()
    return number._replace(
        end=end,
        number_end=end,
        value=value * LARGE["亿"],
        kind="money" if _AMOUNT_ENDS.match(text, end) else None,
        over=found["over"] is not None,
    )


_DISCOUNT: Final = re.compile(f"[{ONE_DIGIT}]{{2}}")


def _tenths(run: str) -> Decimal | None:
    """五五 of 五五折 is 5.5; 七八折 is a guess between two."""
    first, second = (DIGITS[char] for char in run)
    return None if second - first == 1 else first + Decimal(second) / _TEN_TENTHS


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
    value, end, name, kind = number.value, unit.end, unit.name, unit.kind
    if value is not None:
        if unit.half:
            value += _HALF
        elif name == "成":
            tenth = _TENTH_OF_TEN.match(text, end)
            if tenth is not None:
                value += Decimal(DIGITS[tenth["tenth"] or tenth["apart"]]) / 10
                end = tenth.end()
        elif name == "亩":
            tenth = _TENTH.match(text, end)
            if tenth is not None:
                value += Decimal(DIGITS[tenth["tenth"]]) / 10
                end = tenth.end()
        elif name == "折":
            torn = not _TORN.isdisjoint(text[max(0, number.start - 2) : number.start].strip()[-1:])
            if torn or value == _TEN_TENTHS:  # 九 九折; 十折 is no discount
                return number
            value = value / _TEN_TENTHS if value > _TEN_TENTHS else value
        elif name in ("角", "毛"):
            fen = _FEN.match(text, end)
            if fen is not None:
                value = value / 10 + _coins(fen["fen"]) / 100
                end, name, kind = fen.end(), "元", "money"
        elif name in _WHOLE_MONEY:
            coins = _COINS.match(text, end)
            short = _SHORT.match(text, end) if name == "块" else None
            if short is not None:
                value += _coins(short["digit"]) / (100 if short["zero"] else 10)
                end, name, kind = short.end(), "元", "money"
            elif coins is not None and coins.end() > end:
                value += _coins(coins["jiao"]) / 10 + _coins(coins["fen"] or coins["fen_alone"]) / 100
                end, name, kind = coins.end(), "元", "money"
    # Written out: this runs for every number, and _replace() takes three times as long.
    start, _, number_end, *_ = number
    return Numeral(
        start,
        end,
        number_end,
        value,
        _OTHER_NAMES.get(name, name),
        kind,
        number.upper,
        number.over or unit.over,
        number.about,
        number.magnitude,
        number.chinese,
        number.fraction,
    )


def _coins(digit: str | None) -> Decimal:
    return Decimal(0) if not digit else Decimal(DIGITS.get(digit, digit))


_HALF: Final = Decimal("0.5")
_TEN_TENTHS: Final = 10
_TORN: Final = frozenset((*DIGITS, "点"))
_TENTH_OF_TEN: Final = re.compile(rf"(?P<tenth>[{ONE_DIGIT}])| (?P<apart>[{ONE_DIGIT}])(?=[,。;、!?)]|\Z)")
"""七成六."""
_TENTH: Final = re.compile(f"(?P<tenth>[{ONE_DIGIT}])分(?!之)")
"""一亩二分: tenths of a 亩."""
_WHOLE_MONEY: Final = frozenset(("元", "圆", "块"))
_DIGIT: Final = f"[0-9{''.join(DIGITS)}]"
_SPOKEN_END: Final = r"(?=[,。;、!?)到至—-]|钱|以[上下]|之间|左右|的|\Z)"
_COINS: Final = re.compile(
    rf"(?:(?P<jiao>{_DIGIT})[角毛](?:零?(?P<fen>{_DIGIT})(?:分(?![之钟])|{_SPOKEN_END}))?"
    rf"|零?(?P<fen_alone>{_DIGIT})分(?=[钱整,。;、)]|\Z))?"
)
"""五元三毛, 123元1角1分: one amount."""
_SHORT: Final = re.compile(rf"(?P<zero>零)?(?P<digit>[{''.join(DIGITS)}])钱?{_SPOKEN_END}")
"""十二块五, 三块零四钱: the last coin is left out."""
_FEN: Final = re.compile(rf"(?P<fen>{_DIGIT})(?:分(?![之钟])|(?<=[{''.join(DIGITS)}]){_SPOKEN_END})")
"""3角6分, 两毛五: one amount below a 元."""
_OTHER_NAMES: Final = {"圆": "元", "毛": "角"}
