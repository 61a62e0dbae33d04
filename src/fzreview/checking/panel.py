"""Figures of one indicator laid out by place and year. Wordings stay apart, each with how like it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final, Literal

from fzreview.checking.ties.across import jump_of
from fzreview.domain.figures.panel import PanelFigure

Mark = Literal["jump", "break", "several"]
"""
jump     about ten or ten thousand times that of the year before it that is told
break    more than twice or less than half of it, otherwise
several  more than one figure is told for this place and year
"""

MARK_SIGNS: Final[Mapping[Mark, str]] = {"jump": "!", "break": "/", "several": "&"}
"""Behind the value of a cell."""
BREAK: Final = 2
LEAST_BREAKING: Final = 20
"""Where the larger value is below this, it doubles in a year by itself."""

BLOCKS: Final = "▁▂▃▄▅▆▇█"
MISSING: Final = "·"


@dataclass(frozen=True, slots=True)
class Cell:
    """What one place tells of one year."""

    figures: tuple[PanelFigure, ...]
    marks: tuple[Mark, ...] = ()

    @property
    def figure(self) -> PanelFigure:
        """The one that stands for all: one that was judged before one that was not."""
        return self.figures[0]


@dataclass(frozen=True, slots=True)
class PanelRow:
    """One place over the years."""

    place: str
    """Its name; that of the file where a report does not tell its place."""
    cells: tuple[Cell | None, ...]
    """One for each year of the series; None where nothing is told."""


@dataclass(frozen=True, slots=True)
class Series:
    """One wording with one unit."""

    subject: str
    unit: str
    kind: str
    likeness: float
    """Share of the pairs of characters that the words asked for and this wording have in common, 0 to 1."""
    years: tuple[int | None, ...]
    rows: tuple[PanelRow, ...]


def panel(words: str, figures: Iterable[PanelFigure]) -> tuple[Series, ...]:
    """The series of these figures, the likest wording first, else the one that is told most often."""
    groups: dict[tuple[str, str, str], list[PanelFigure]] = defaultdict(list)
    for figure in figures:
        groups[figure.subject, figure.unit, figure.kind].append(figure)
    series = [_series(words, *group, found) for group, found in groups.items()]
    counts = {id(one): sum(cell is not None for row in one.rows for cell in row.cells) for one in series}
    return tuple(sorted(series, key=lambda one: (-one.likeness, -counts[id(one)], one.subject, one.unit)))


def likeness(one: str, other: str) -> float:
    """Share of common pairs of neighbouring characters; blanks do not count."""
    pairs, others = _pairs(one), _pairs(other)
    both = pairs | others
    return len(pairs & others) / len(both) if both else float(one == other)


def line_of(row: PanelRow) -> str:
    """The values of a place as a row of blocks, missing years as dots."""
    values = [None if cell is None else _number(cell.figure.value) for cell in row.cells]
    most = max((value for value in values if value is not None), default=Decimal(0))
    return "".join(
        MISSING if value is None else BLOCKS[int(value * (len(BLOCKS) - 1) / most) if most > 0 else 0]
        for value in values
    )


def _series(words: str, subject: str, unit: str, kind: str, figures: Sequence[PanelFigure]) -> Series:
    told = {figure.year for figure in figures if figure.year is not None}
    # Years between are columns too, so that a missing one is seen.
    years: list[int | None] = [*range(min(told), max(told) + 1)] if told else []
    if any(figure.year is None for figure in figures):
        years.append(None)
    by_place: dict[str, list[PanelFigure]] = defaultdict(list)
    for figure in figures:
        by_place[figure.place or figure.doc].append(figure)
    rows = tuple(_row(place, by_place[place], years) for place in sorted(by_place))
    return Series(subject, unit, kind, likeness(words, subject), tuple(years), rows)


def _row(place: str, figures: Sequence[PanelFigure], years: Sequence[int | None]) -> PanelRow:
    cells: list[Cell | None] = []
    before: Decimal | None = None
    for year in years:
        found = sorted((one for one in figures if one.year == year), key=_rank)
        if not found:
            cells.append(None)
            continue
        marks: list[Mark] = ["several"] if len(found) > 1 else []
        value = _number(found[0].value)
        if year is not None and before and value:
            marks += _marks_against(value, before)
        cells.append(Cell(tuple(found), tuple(marks)))
        before = value or before
    return PanelRow(place, tuple(cells))


def _marks_against(value: Decimal, before: Decimal) -> Iterator[Mark]:
    if jump_of(float(value / before)) is not None:
        yield "jump"
    elif max(value, before) >= LEAST_BREAKING and not before / BREAK <= value <= before * BREAK:
        yield "break"


def _rank(figure: PanelFigure) -> tuple[bool, str]:
    return figure.state not in ("verified", "corrected"), figure.key


def _number(value: str) -> Decimal:
    try:
        return Decimal(value)
    except InvalidOperation:
        return Decimal(0)


def _pairs(text: str) -> frozenset[str]:
    whole = "".join(text.split())
    return frozenset(whole[at : at + 2] for at in range(len(whole) - 1))
