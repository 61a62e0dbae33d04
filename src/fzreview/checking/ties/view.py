"""A report as the rules of ties see it: figures with the words around them, clause by clause."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter
from typing import Final

from fzreview.checking.quantity import Quantity, quantity_of, range_of
from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.report import Reading
from fzreview.text.numerals import fold
from fzreview.text.sentences.clauses import AT_EVERY_MARK, Clauses
from fzreview.text.sentences.hard_wraps import unwrapped
from fzreview.text.sentences.quoted import brackets

_DIFFERENCE: Final = re.compile(
    "(?:(?:同比|环比|[较比](?!例|重|率)[^,。;]{0,10})[^,。;]{0,4}(?:增|减|多|少|降|升|扩|缩|涨|跌)|净[增减]|超过计划|超计划|超额)"
    "[^,。;至到为]{0,4}\\Z"
)
_FARTHEST: Final = 60
"""Characters around a figure that rules may look at."""


@dataclass(frozen=True, eq=False)
class Spot:
    """A figure in its place; no two are equal. Offsets are those of the clean text."""

    place: int
    """Its place among the spots; that of the next one for a range."""
    figure: Figure
    start: int
    end: int
    quantity: Quantity
    clause: int
    """Where its clause begins."""
    clause_end: int
    sentence: int
    """Number of its sentence."""
    paragraph: int
    """Number of its line."""
    lead: str
    """The words of its clause between the figure before and this one."""
    tail: str
    """The words of its clause between this figure and the next one."""
    bracket: int
    """Offset of the bracket that it stands in; -1 outside brackets."""
    opens: int
    """Where the words before it begin: at its clause or behind the figure before."""

    @cached_property
    def value(self) -> float:
        return self.quantity.value

    @cached_property
    def unit(self) -> str:
        return self.figure.unit

    @cached_property
    def is_percent(self) -> bool:
        return self.figure.unit == "%"

    @cached_property
    def is_amount(self) -> bool:
        """A count, an amount of money or a physical quantity: what can be added."""
        return self.figure.kind in ("count", "money", "measure") and not self.figure.unit.startswith("个百分")

    @cached_property
    def is_difference(self) -> bool:
        """Whether it tells by how much something rose or fell, and no amount of its own."""
        return _DIFFERENCE.search(self.lead) is not None

    @cached_property
    def words(self) -> str:
        """What is said of it inside its clause."""
        return self.lead + self.tail


@dataclass(frozen=True)
class View:
    """The figures of a report in order, by sentence."""

    text: str
    """The clean text, folded; same offsets."""
    spots: tuple[Spot, ...]
    sentences: tuple[tuple[Spot, ...], ...] = field(default=())
    """Only sentences that hold figures, in order."""
    ranges: tuple[Spot, ...] = field(default=())
    """Figures that are ranges, which are in no sentence; from ``quantity.low`` to ``quantity.high``."""

    @classmethod
    def of(cls, reading: Reading, figures: Iterable[Figure]) -> View:
        """Figures that are ranges stand apart, those outside the text take no part."""
        text = unwrapped(fold(reading.clean.text))
        placed = list(_spots(text, reading, sorted(figures, key=lambda figure: figure.start)))
        spots = tuple(spot for spot in placed if spot.figure.upper is None)
        ranges = tuple(spot for spot in placed if spot.figure.upper is not None)
        return cls(text, spots, tuple(_by_sentence(spots)), ranges)

    def around(self, spot: Spot, reach: int) -> Sequence[Spot]:
        """The figures of the text that lie within ``reach`` characters of ``spot``."""
        first = bisect_left(self.spots, spot.start - reach, key=_end)
        last = bisect_right(self.spots, spot.end + reach, key=_start)
        return self.spots[first:last]

    def between(self, one: Spot, other: Spot) -> str:
        """The text between two figures, the near part of it."""
        return self.text[one.end : min(other.start, one.end + 4 * _FARTHEST)]


def _spots(text: str, reading: Reading, figures: Sequence[Figure]) -> Iterable[Spot]:
    clauses = Clauses(text, 0, len(text), AT_EVERY_MARK)
    lines = [at for at in clauses.marks if text[at] == "\n"]
    bracketed = brackets(text, clauses.marks)
    placed = [(figure, *reading.clean.clean_span(figure.start, figure.end)) for figure in figures]
    place = 0
    for order, (figure, start, end) in enumerate(placed):
        quantity = quantity_of(figure) or range_of(figure)
        if quantity is None or end <= start:
            continue
        clause, clause_end = clauses.of(start, end)
        earlier = placed[order - 1][2] if order else 0
        later = placed[order + 1][1] if order + 1 < len(placed) else len(text)
        yield Spot(
            place=place,
            figure=figure,
            start=start,
            end=end,
            quantity=quantity,
            clause=clause,
            clause_end=clause_end,
            sentence=clauses.sentence_number(start),
            paragraph=bisect_right(lines, start),
            lead=text[max(clause, earlier, start - _FARTHEST) : start].strip(),
            tail=text[end : min(clause_end, later, end + _FARTHEST)].strip(),
            bracket=(bracketed.holding(start) or (-1,))[0],
            opens=max(clause, earlier),
        )
        place += figure.upper is None


_start = attrgetter("start")
_end = attrgetter("end")


def _by_sentence(spots: Sequence[Spot]) -> Iterable[tuple[Spot, ...]]:
    group: list[Spot] = []
    for spot in spots:
        if group and group[-1].sentence != spot.sentence:
            yield tuple(group)
            group = []
        group.append(spot)
    if group:
        yield tuple(group)
