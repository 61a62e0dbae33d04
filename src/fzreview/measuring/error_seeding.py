"""Seeds errors: makes a true figure wrong the way extractors go wrong, one kind of error at a time."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.report import Reading
from fzreview.domain.team.seeding import SeedKind
from fzreview.text.numerals import plain

_ADDABLE: Final = ("count", "money", "measure")
_MYRIAD: Final = Decimal(10_000)
_NO_FIGURE: Final = re.compile(
    r"(?:19|20)[0-9]{2} ?年(?![均间])|(?<![0-9.])[0-9]{1,2} ?[月日](?![均间])|(?<=第)[0-9]{1,3}[届次条号]"
)
"""Rules that recognise dates and ordinals."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The report around a figure."""

    reading: Reading
    figures: Sequence[Figure]
    """All figures that the package shows, in order of ``start``."""

    def nearest(self, figure: Figure, differs: Callable[[Figure], bool]) -> Figure | None:
        """The nearest other figure for which ``differs`` holds; the earlier of two equally near ones."""
        others = [one for one in self.figures if one.start != figure.start and differs(one)]
        return min(others, key=lambda one: (abs(one.start - figure.start), one.start), default=None)

    def is_free(self, start: int, end: int, but: Figure | None = None) -> bool:
        """Whether no figure other than ``but`` and no candidate overlaps the span."""
        spans = [(one.start, one.end) for one in self.figures if one is not but]
        return not any(first < end and start < last for first, last in (*spans, *self.reading.candidates))


def with_error(figure: Figure, kind: SeedKind, around: Surroundings) -> Figure | None:
    """The figure with an error of this kind; None where it cannot have one.

    Raises ValueError for a kind of which no figure is left, or none was there.
    """
    if kind not in _ERRORS:
        raise ValueError(f"{kind} spoils no figure")
    wrong = _ERRORS[kind](figure, around)
    return None if wrong == figure else wrong


def dates_in(reading: Reading) -> list[tuple[int, int]]:
    """Source spans of dates and ordinals in the body, none of which is a figure."""
    return [match.span() for match in _NO_FIGURE.finditer(reading.source, *reading.body)]


def phantom(span: tuple[int, int], proposed: Figure, around: Surroundings) -> Figure | None:
    """A date or ordinal as a figure with the proposed fields; None where it would not look plausible."""
    if not proposed.value or not proposed.subject or (proposed.start, proposed.end) != span:
        return None
    if any(one.start < span[1] and span[0] < one.end for one in around.figures):
        return None
    return replace(proposed, doubts=())


def _power(figure: Figure, around: Surroundings) -> Figure | None:
    value = Decimal(figure.value)
    if figure.kind not in _ADDABLE or figure.upper is not None or not value:
        return None
    large = "万" in figure.text or "亿" in figure.text
    return replace(figure, value=plain(value / _MYRIAD if large else value * _MYRIAD))


def _digit(figure: Figure, around: Surroundings) -> Figure | None:
    """Swap two neighbouring digits; drop the last one where all are equal."""
    value = figure.value
    if figure.upper is not None or not value.replace(".", "", 1).isdigit():
        return None
    for place in range(len(value) - 1, 0, -1):
        one, other = value[place - 1], value[place]
        leads = place == 1 and other == "0"
        if one.isdigit() and other.isdigit() and one != other and not leads:
            return replace(figure, value=value[: place - 1] + other + one + value[place + 1 :])
    return replace(figure, value=value[:-1]) if len(value) > 1 and value[-2:].isdigit() else None


def _unit(figure: Figure, around: Surroundings) -> Figure | None:
    other = around.nearest(
        figure, lambda one: one.kind == figure.kind and bool(one.unit) and one.unit != figure.unit
    )
    return None if other is None else replace(figure, unit=other.unit)


def _bound(figure: Figure, around: Surroundings) -> Figure | None:
    return replace(figure, bound="=")


def _subject(figure: Figure, around: Surroundings) -> Figure | None:
    told = "".join(figure.subject.split())
    other = around.nearest(
        figure, lambda one: bool(one.subject) and not _alike("".join(one.subject.split()), told)
    )
    return None if other is None else replace(figure, subject=other.subject)


def _alike(one: str, other: str) -> bool:
    return one in other or other in one


def _span(figure: Figure, around: Surroundings) -> Figure | None:
    """Lengthen the span by one character, else shorten it by one."""
    source = around.reading.source
    end = figure.end + 1
    longer = source[figure.end : end].isalpha() and around.is_free(figure.end, end, figure)
    if not longer:
        end = figure.end - 1
    if end <= figure.start + 1:
        return None
    begin, stop = around.reading.clean.clean_span(figure.start, end)
    text = "".join(around.reading.clean.text[begin:stop].split())
    if text == figure.text:
        return None
    return replace(figure, end=end, surface=source[figure.start : end], text=text)


_ERRORS: Final[Mapping[SeedKind, Callable[[Figure, Surroundings], Figure | None]]] = MappingProxyType(
    {
        "power": _power,
        "digit": _digit,
        "unit": _unit,
        "bound": _bound,
        "subject": _subject,
        "span": _span,
    }
)
