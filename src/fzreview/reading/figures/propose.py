"""The figure that a reviewer marks by hand: its span by the guide and all its fields as a first proposal."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from fzreview.domain.figures.figure import Bound, Figure, Kind
from fzreview.domain.reports.clean_text import CleanText
from fzreview.domain.reports.report import Section
from fzreview.domain.reports.section_paths import SectionPaths
from fzreview.language.alphabet import HAN
from fzreview.language.numerals import DIGITS
from fzreview.reading.figures.bare import bare_kind
from fzreview.reading.figures.bounds import bound_of
from fzreview.reading.figures.doubts import BY_HAND
from fzreview.reading.figures.excluded.enumerators import decimal_split, starts_line
from fzreview.reading.figures.find import judged, subjects_in
from fzreview.reading.figures.found import Found, Verdict
from fzreview.reading.figures.judge import clause_start, from_to
from fzreview.reading.figures.numerals.fractions import numeral_at
from fzreview.reading.figures.numerals.numeral import Numeral
from fzreview.reading.figures.numerals.ranges import range_at
from fzreview.reading.figures.numerals.runs import RUN
from fzreview.reading.figures.numerals.signs import signed
from fzreview.reading.figures.page import Page
from fzreview.reading.figures.standing import rank_of, stands
from fzreview.text.numerals import plain

_REACH: Final = 2_000
"""Characters on either side of the span that are looked at: a keystroke must not read a long report."""
_LONGEST: Final = 60
"""Characters before the span in which its numeral may begin."""
_OWN_UNIT: Final = re.compile(rf"[ ]?(?P<unit>[{HAN}A-Za-z/·²³℃°]{{1,8}})\Z")


class _Window(NamedTuple):
    """A part of the clean text around a span, folded; ``base`` is its offset in the clean text."""

    page: Page
    wording: str
    base: int


def propose_figure(
    source: str, clean: CleanText, span: tuple[int, int], outline: Sequence[Section]
) -> Figure:
    """The figure at ``span`` of the source, whatever the rules of exclusion say about it.

    The span grows or shrinks to numeral and unit (:func:`snap`); fields follow the rules of the extractor,
    an elliptical subject those of its antecedent. The doubt is ``by_hand``. Where the span holds no numeral,
    or none that makes a number, the figure keeps the span as it was given and its ``value`` is empty: the
    caller refuses it. Never raises for a span inside the source.
    """
    window = _window(clean, span)
    number = _numeral(window, clean, span)
    section = _sections(outline, span[0])
    if number is None or number.value is None:
        start, end = span
        text = "".join(window.wording[slice(*_inside(window, clean, span))].split())
        return Figure(
            start, end, source[start:end], text, "", None, "", "count", "=", "", section, (BY_HAND,)
        )
    start, end = clean.source_span(number.start + window.base, number.end + window.base)
    kind, bound = _measure(window.page, number)
    return Figure(
        start=start,
        end=end,
        surface=source[start:end],
        text="".join(window.wording[number.start : number.end].split()),
        value=plain(number.value),
        upper=None if number.upper is None else plain(number.upper),
        unit=number.unit,
        kind=kind,
        bound=bound,
        subject=_subject(window, Found(Verdict.FIGURE, number.start, number.end, number, kind, bound)),
        section=section,
        doubts=(BY_HAND,),
    )


def snap(source: str, clean: CleanText, span: tuple[int, int]) -> tuple[int, int]:
    """The source span of numeral and unit that ``span`` touches; ``span`` itself where it holds no numeral.

    The first numeral of the span counts, from its first character on even where the span begins later. Words
    before it stay out. A unit that the tables know ends the span; behind a number without one, up to
    eight letters that the span holds are taken for its unit.
    """
    window = _window(clean, span)
    number = _numeral(window, clean, span)
    if number is None:
        return span
    return clean.source_span(number.start + window.base, number.end + window.base)


def _window(clean: CleanText, span: tuple[int, int]) -> _Window:
    start, end = clean.clean_span(*span)
    begin = max(0, start - _REACH)
    line = clean.text.find("\n", begin, start)
    if begin and line >= 0:
        begin = line + 1
    wording = clean.text[begin : min(len(clean.text), max(end, start + 1) + _REACH)]
    return _Window(Page.of(wording), wording, begin)


def _inside(window: _Window, clean: CleanText, span: tuple[int, int]) -> tuple[int, int]:
    start, end = clean.clean_span(*span)
    return start - window.base, end - window.base


def _numeral(window: _Window, clean: CleanText, span: tuple[int, int]) -> Numeral | None:
    """The first numeral that the span touches, with its unit; None where it touches none."""
    text = window.page.text
    start, end = _inside(window, clean, span)
    at = max(0, start - _LONGEST)
    while at < end:
        run = RUN.search(text, at)
        if run is None or run.start() >= end:
            return None
        number = _whole(text, *run.span())
        if number.end > start and not _is_word(number, start):
            return _with_own_unit(text, number, end)
        at = max(number.end, run.end())
    return None


def _is_word(number: Numeral, start: int) -> bool:
    """Only the unit of the numeral lies in the span: a mark behind it belongs to the next one."""
    return number.number_end <= start and number.upper is None


def _whole(text: str, start: int, end: int) -> Numeral:
    """The numeral at a run, range and sign included, without an enumerator before it."""
    number = numeral_at(text, start, end)
    if "." in text[start:end] and starts_line(text, start, 0):
        split = decimal_split(text, start, end, number)
        if split is not None:
            number = numeral_at(text, split, end)
    if not (number.unit and from_to(text, start)):
        number = range_at(text, number) or number
    if number.value is None:
        number = number._replace(value=_digit_row(text[start:end]))
    return signed(text, rank_of(text, number) or number)


def _digit_row(run: str) -> Decimal | None:
    """The value of Chinese digits in a row, 二〇二一 → 2021; None for what makes no number."""
    digits = "".join(str(DIGITS[char]) if char in DIGITS else char for char in run if char != " ")
    return Decimal(digits) if digits.isascii() and digits.isdigit() else None


def _with_own_unit(text: str, number: Numeral, end: int) -> Numeral:
    """The number with the letters behind it as its unit, where the span holds them and no table does."""
    if number.unit or number.fraction or number.kind == "rank" or end <= number.end:
        return number
    own = _OWN_UNIT.match(text[number.end : end])
    if own is None or RUN.search(own["unit"]):
        return number
    return number._replace(end=end, unit=own["unit"])


def _measure(page: Page, number: Numeral) -> tuple[Kind, Bound]:
    text, start = page.text, number.start
    clause = clause_start(text, start, 0)
    bound = bound_of(text, number, clause)
    before = text[start - 1 : start]
    if number.kind == "rank":
        return "rank", "<=" if before == "前" else bound
    if before == "第" and not number.unit:
        return "rank", bound
    if number.unit in ("位", "名") and stands(text, number, clause):
        return "rank", bound
    return number.kind or ("count" if number.unit else bare_kind(text, number, clause)), bound


def _subject(window: _Window, marked: Found) -> str:
    """The subject among the figures that the rules find around the marked one."""
    zone = (0, len(window.wording))
    others = [
        one
        for one in judged(window.page, zone)
        if one.verdict is Verdict.FIGURE and (one.end <= marked.start or one.start >= marked.end)
    ]
    found = sorted([*others, marked], key=lambda one: one.start)
    return subjects_in(window.page, window.wording, found, [zone])[found.index(marked)]


def _sections(outline: Sequence[Section], offset: int) -> tuple[str, ...]:
    return SectionPaths(outline).labels(offset)
