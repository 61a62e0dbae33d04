"""Layers: what other extractors say of a report, beside the extraction that is reviewed.

A layer is known by its name and version. It says something of a report only where it looked at the whole of
it: where a row of it was refused, that nothing stands somewhere means nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from typing import Any, Final, Literal, get_args

from fzreview.domain.figures.fields import STATED
from fzreview.domain.figures.figure import Figure

BASE: Final = "base"
"""What the extraction that is reviewed is called among layers."""

Aspect = Literal["span", "value", "unit", "kind", "bound", "subject"]
ASPECTS: Final[tuple[Aspect, ...]] = get_args(Aspect)

_NAME: Final = re.compile(r"[^\s@\x00-\x1f\x7f]{1,60}")
_VERSION: Final = re.compile(r"[^\s@\x00-\x1f\x7f]{0,60}")


def is_layer_name(name: str, version: str) -> bool:
    """Whether a layer may be called so: no blanks, no ``@``, and it is not the base."""
    named = _NAME.fullmatch(name) and _VERSION.fullmatch(version)
    return bool(named) and name.isprintable() and version.isprintable() and name != BASE


def label_of(name: str, version: str) -> str:
    """What a layer is called in one word: ``NAME@VERSION``, or ``NAME`` where it has no version."""
    return f"{name}@{version}" if version else name


@dataclass(frozen=True, slots=True)
class Layer:
    """What one extractor says of the reports of a store, in numbers."""

    name: str
    version: str
    """Empty where nobody told one."""
    added_at: str
    """ISO 8601 in UTC."""
    reports: int = 0
    """Reports that it looked at."""
    incomplete: int = 0
    """Those of them of which rows were refused, or may have been."""
    figures: int = 0
    refused: int = 0
    """Rows that could be no figures."""
    told: tuple[str, ...] = ()
    """Fields that it tells itself, of ``fields.STATED``; the others are read at its spans."""
    confident: int = 0
    """Figures that have a confidence."""

    @property
    def label(self) -> str:
        return label_of(self.name, self.version)


@dataclass(frozen=True, slots=True)
class LayerFigure:
    """A figure as a layer has it."""

    figure: Figure
    """Whole: what the extractor does not tell is read at its span."""
    told: tuple[str, ...] = STATED
    """Fields that the extractor tells itself, of ``fields.STATED``."""
    confidence: float | None = None
    """Between 0 and 1; None where it tells none."""


@dataclass(frozen=True, slots=True)
class LayerReport:
    """What a layer says of one report, figures in order of ``start``, none over another."""

    label: str
    figures: tuple[LayerFigure, ...]
    whole: bool = True
    """False where a refused row was, or may have been, of this report."""
    refused: int = 0
    read_at: str = field(default="", compare=False)
    """When the layer looked at it, where a store tells."""


def as_layer_figure(figure: Figure) -> LayerFigure:
    """A figure of which every field was decided on purpose."""
    return LayerFigure(figure)


def differing(one: LayerFigure, other: LayerFigure) -> tuple[Aspect, ...]:
    """Where two figures differ, in what both of them tell."""
    first, second = one.figure, other.figure
    both = [name for name in STATED if name in one.told and name in other.told]
    aspects: list[Aspect] = []
    if (first.start, first.end) != (second.start, second.end):
        aspects.append("span")
    if "value" in both and not _equal(first, second):
        aspects.append("value")
    names: tuple[Literal["unit", "kind", "bound", "subject"], ...] = ("unit", "kind", "bound", "subject")
    return (
        *aspects,
        *(name for name in names if name in both and getattr(first, name) != getattr(second, name)),
    )


def _equal(one: Figure, other: Figure) -> bool:
    """Whether two figures have the same numbers: 195 is 195.0."""
    if (one.value, one.upper) == (other.value, other.upper):
        return True
    return _number(one.value) == _number(other.value) and _number(one.upper) == _number(other.upper)


def _number(value: str | None) -> Decimal | str | None:
    try:
        return None if value is None else Decimal(value)
    except InvalidOperation:
        return value


def taken(standing: Figure, proposed: LayerFigure) -> Figure:
    """A figure with what a layer tells of it in its place; what it does not tell stays.

    Over another span it is what our reading finds there, but for the subject.
    """
    found = proposed.figure
    whole = (found.start, found.end) != (standing.start, standing.end)
    kept = replace(found, subject=standing.subject) if whole else standing
    told: dict[str, Any] = {name: getattr(found, name) for name in proposed.told}
    if "value" in told:
        told["upper"] = found.upper
    return replace(kept, **told, section=standing.section, doubts=standing.doubts)


Pair = tuple[int | None, int | None]
"""Places of two figures that speak of the same numeral; None where one side has none."""


def aligned(ones: Sequence[Figure], others: Sequence[Figure]) -> list[Pair]:
    """Every figure of both sides once, in order of place: with the one of the same span, else with one that
    it overlaps, else alone. Both are in order of ``start``; ``others`` do not overlap each other.
    """
    spans = {(figure.start, figure.end): place for place, figure in enumerate(others)}
    partner = {
        place: spans[figure.start, figure.end]
        for place, figure in enumerate(ones)
        if (figure.start, figure.end) in spans
    }
    taken = set(partner.values())
    first = 0
    for place, figure in enumerate(ones):
        while first < len(others) and others[first].end <= figure.start:
            first += 1
        if place not in partner:
            found = next(_free(others, first, figure.end, taken), None)
            if found is not None:
                partner[place] = found
                taken.add(found)
    pairs: list[Pair] = [(place, partner.get(place)) for place in range(len(ones))]
    pairs += [(None, place) for place in range(len(others)) if place not in taken]
    return sorted(pairs, key=lambda pair: _start(ones, others, pair))


def _free(others: Sequence[Figure], first: int, end: int, taken: Collection[int]) -> Iterator[int]:
    """Places of figures from ``first`` on that begin before ``end`` and have no partner."""
    for place in range(first, len(others)):
        if others[place].start >= end:
            return
        if place not in taken:
            yield place


def _start(ones: Sequence[Figure], others: Sequence[Figure], pair: Pair) -> tuple[int, int]:
    one, other = pair
    if one is not None:
        return ones[one].start, 0
    assert other is not None
    return others[other].start, 1
