"""The seeds as an imperfect extractor would read them: a drawn share of every sort of mistake."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import islice
from random import Random
from typing import Any

from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.stored import NewReport
from fzreview.reading.read import read_report
from fzreview.review.steps.correcting import BOUND_KEYS, KIND_KEYS, UNIT_KEYS
from fzreview.review.steps.proposing import proposed
from support.gold_reports import gold_report

FIELDS = ("start", "end", "text", "value", "upper", "unit", "kind", "bound", "subject")
"""The fields of the guide, without what follows from the place."""


@dataclass(frozen=True, slots=True)
class Mistaken:
    """A report with mistakes, and what is right."""

    report: NewReport
    truth: Mapping[str, Figure]
    """Span key → the figure as it should be; what is not here is no figure."""


@dataclass(frozen=True, slots=True)
class Mix:
    """Shares of the figures that a mistake was made with."""

    not_a_figure: float = 0.0
    """As many again that are none."""
    wrong_value: float = 0.0
    wrong_list_field: float = 0.0
    missed: float = 0.0


def fields(figure: Figure) -> tuple[object, ...]:
    """The values of FIELDS."""
    return tuple(getattr(figure, name) for name in FIELDS)


def mistaken(doc: str, mix: Mix) -> Mistaken:
    """One seed's gold with a mix of mistakes, always the same."""
    draw = Random(f"mistakes in {doc}")
    report = gold_report(doc)
    reading = report.reading
    truth = {figure.span_key: figure for figure in reading.figures}
    count = len(truth)
    # A missed figure costs two keys where its fields are proposed right; others would need a correction.
    addable = (
        key
        for key in draw.sample(list(truth), count)
        if fields(_proposed(report, truth[key])) == fields(truth[key])
    )
    missed = set(islice(addable, round(mix.missed * count)))
    rest = draw.sample([key for key in truth if key not in missed], count - len(missed))
    values, lists = round(mix.wrong_value * count), round(mix.wrong_list_field * count)
    changed = {key: _wrong_value(truth[key], draw) for key in rest[:values]}
    changed |= {key: _wrong_list_field(truth[key], draw) for key in rest[values : values + lists]}
    none = _no_figures(report, round(mix.not_a_figure * count), draw)
    figures = [changed.get(key, figure) for key, figure in truth.items() if key not in missed]
    figures = sorted([*figures, *none], key=lambda figure: figure.start)
    candidates = [(truth[key].start, truth[key].end) for key in missed]
    candidates += [span for span in read_report(reading.source).candidates if not _covered(span, figures)]
    wrong = replace(reading, figures=tuple(figures), candidates=tuple(sorted(candidates)))
    return Mistaken(replace(report, reading=wrong), truth)


def _proposed(report: NewReport, figure: Figure) -> Figure:
    return proposed(report.reading, (figure.start, figure.end))


def _wrong_value(figure: Figure, draw: Random) -> Figure:
    digits = "123456789".replace(figure.value[-1], "")
    return replace(figure, value=figure.value[:-1] + draw.choice(digits))


def _wrong_list_field(figure: Figure, draw: Random) -> Figure:
    """Wrong in kind, bound or unit; in the unit only where one key gives the right one."""
    names = ["kind", "bound"] + (["unit"] if figure.unit in UNIT_KEYS.values() else [])
    name = draw.choice(names)
    choices = {"kind": KIND_KEYS, "bound": BOUND_KEYS, "unit": UNIT_KEYS}[name].values()
    changed: dict[str, Any] = {name: draw.choice([one for one in choices if one != getattr(figure, name)])}
    return replace(figure, **changed)


def _no_figures(report: NewReport, count: int, draw: Random) -> list[Figure]:
    """Some numbers of the body that are none by the gold: years, marks, names."""
    reading = report.reading
    numbers = (found.span() for found in re.finditer(r"\d+", reading.source[: reading.body[1]]))
    spans = [span for span in numbers if span[0] >= reading.body[0] and not _covered(span, reading.figures)]
    return [replace(proposed(reading, span), section=(), doubts=()) for span in draw.sample(spans, count)]


def _covered(span: tuple[int, int], figures: tuple[Figure, ...] | list[Figure]) -> bool:
    return any(figure.start < span[1] and figure.end > span[0] for figure in figures)
