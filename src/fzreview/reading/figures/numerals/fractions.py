"""The numeral that begins at a run, also where it is a fraction: 百分之三十, 三分之二, 1/4, 1.03比1."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from fzreview.reading.figures.numerals.numeral import Numeral, plain_number, with_unit
from fzreview.reading.figures.numerals.runs import RUN, as_number
from fzreview.text.numerals import parse_number

_OF: Final = re.compile(" {0,2}分 {0,2}之 {0,2}")
_AND: Final = re.compile(" ?又 ?")
_POPULATIONS: Final = (10_000, 100_000, 1_000_000)
"""Below the line of a rate: 16.9/10万."""


def numeral_at(text: str, start: int, end: int) -> Numeral:
    """Read the numeral whose run is ``[start, end)``, with everything that belongs to its span."""
    if text[start] == "半":
        return with_unit(text, Numeral(start, end, end, Decimal("0.5"), chinese=True))
    mark = text[end : end + 1]
    if mark and mark in "分又/:比 ":
        special = _fraction(text, start, end, mark)
        if special is not None:
            return special
    return with_unit(text, plain_number(text, start, end))


def _fraction(text: str, start: int, end: int, mark: str) -> Numeral | None:
    """The fraction or ratio at the run; None where it is an ordinary number."""
    if mark in "分又 ":
        if text.startswith("分百", end) and text[end - 1] == "百" and end - start == 1:
            return _hundred_percent(text, start, end)
        joint = _OF.match(text, end)
        if joint is not None:
            return _part(text, start, end, joint.end())
        joint = _AND.match(text, end)
        if joint is not None:
            return _mixed(text, start, end, joint.end())
        return _quotient(text, start, end, "/", end + 3) if text.startswith(" / ", end) else None
    if not "0" <= text[start] <= "9":
        return _spoken_ratio(text, start, end) if mark == "比" else None
    return _quotient(text, start, end, mark, end + 1)


def _hundred_percent(text: str, start: int, end: int) -> Numeral | None:
    """百分百; None before 之, where 百分百 writes no number."""
    until = end + 2
    if text[until : until + 1] == "之":
        return None
    return Numeral(start, until, until, Decimal(100), "%", "percent", chinese=True, fraction=True)


def _part(text: str, start: int, end: int, at: int) -> Numeral | None:
    """百分之三十, 千分之五, 三分之二: the whole stands before 分之, the part at ``at``."""
    below = text.startswith("负", at)
    part = RUN.match(text, at + 1 if below else at)
    whole = parse_number(as_number(text[start:end]))
    if part is None or not whole:
        return None
    above = plain_number(text, *part.span())
    if above.value is None:
        return None
    value = -above.value if below else above.value
    chinese = not "0" <= text[start] <= "9"
    form = above._replace(start=start, value=value, chinese=chinese, fraction=True, magnitude=False)
    if whole in (100, 1000):
        return form._replace(unit="%" if whole == 100 else "‰", kind="percent")
    return form._replace(value=_decimal(value, whole), kind="ratio")


def _mixed(text: str, start: int, end: int, at: int) -> Numeral | None:
    """三又二分之一, 1又1/5: a whole number and a fraction, which begins at ``at``."""
    run = RUN.match(text, at)
    number = parse_number(as_number(text[start:end]))
    if run is None or number is None:
        return None
    of = _OF.match(text, run.end())
    if of is not None:
        part = _part(text, *run.span(), of.end())
        whole = parse_number(as_number(run.group()))
    else:
        stroke = text[run.end() : run.end() + 1] == "/" and "0" <= text[at] <= "9"
        part = _quotient(text, *run.span(), "/", run.end() + 1) if stroke else None
        whole = None
    if part is None or part.value is None:
        return None
    share = _decimal(part.value, whole) if part.unit and whole else part.value
    bare = part._replace(start=start, value=number + share, unit="", kind="ratio")
    return with_unit(text, bare)


def _spoken_ratio(text: str, start: int, end: int) -> Numeral | None:
    """一点二比一; 三比三 is a slogan."""
    part = RUN.match(text, end + 1)
    if part is None or "点" not in text[start:end] + part.group():
        return None
    over, under = parse_number(text[start:end]), parse_number(part.group())
    if over is None or not under or with_unit(text, plain_number(text, *part.span())).unit:
        return None
    value = _decimal(over, under)
    return Numeral(start, part.end(), part.end(), value, kind="ratio", chinese=True, fraction=True)


def _quotient(text: str, start: int, end: int, mark: str, at: int) -> Numeral | None:
    """1/4, 1:1 and 1.03比1; the second number stands at ``at``."""
    part = RUN.match(text, at)
    if part is None or not "0" <= text[at] <= "9":
        return None
    over, under = parse_number(as_number(text[start:end])), parse_number(as_number(part.group()))
    if over is None or not under:
        return None
    if mark == "/" and not (over < under <= 100 or under in _POPULATIONS):
        return None
    if text[part.end() : part.end() + 1] in ("/", ":") or text[start - 1 : start] in ("/", ":"):
        return None
    if mark == "比" and with_unit(text, plain_number(text, *part.span())).unit:
        return None
    value = _decimal(over, under)
    ratio = Numeral(start, part.end(), part.end(), value, kind="ratio", fraction=True)
    if mark != "/":
        return ratio
    measured = with_unit(text, ratio)  # 1/2kg
    return measured if measured.kind == "measure" else ratio


def _decimal(above: Decimal, below: Decimal) -> Decimal:
    """A fraction as a decimal of four places, of more only where it would vanish."""
    value = above / below
    rounded = value.quantize(Decimal("0.0001"))
    return (rounded if rounded or not value else value.quantize(Decimal("0.0000001"))).normalize()
