"""Errors planted into the held reports, most of whose wordings no rule was written for."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import NamedTuple

from fzreview.checking.ties import find_alarms, find_ties
from fzreview.domain.figures.figure import Figure
from fzreview.domain.ties.tie import Tie
from fzreview.reading.read import read_report
from support.held_reports import held_names, held_report
from support.planted_errors import KINDS, SEED, altered_surface


class HeldError(NamedTuple):
    """What the check says of one error."""

    kind: str
    found: bool
    tied: bool
    """Whether the figure stood in a told tie of high confidence before."""


def held_errors(count: int, seed: int = SEED) -> Iterator[HeldError]:
    """So many errors, spread evenly over the figures of the held reports."""
    draw = random.Random(seed)
    sources = {name: held_report(name).source for name in held_names()}
    ties = {name: find_ties(read_report(source)) for name, source in sources.items()}
    figures = [(name, figure) for name, source in sources.items() for figure in read_report(source).figures]
    while count:
        name, figure = draw.choice(figures)
        kind = draw.choice(KINDS)
        row = {"surface": figure.surface, "unit": figure.unit, "kind": figure.kind}
        altered = altered_surface(draw, row, kind)
        if altered is not None:
            count -= 1
            span = (figure.start, figure.end)
            tied = any(tie.told and tie.confidence == "high" and span in tie.spans for tie in ties[name])
            yield HeldError(kind, _is_found(sources[name], figure, altered, ties[name]), tied)


def _is_found(source: str, figure: Figure, altered: str, before: tuple[Tie, ...]) -> bool:
    end = figure.start + len(altered)
    shift = end - figure.end
    reading = read_report(source[: figure.start] + altered + source[figure.end :])
    if any(
        alarm.level == "alarm" and alarm.start < end and figure.start < alarm.end
        for alarm in find_alarms(reading)
    ):
        return True
    rough = {frozenset(start for start, _ in tie.spans) for tie in before if tie.holds != "true"}
    for tie in find_ties(reading):
        fails = tie.holds == "false" or (tie.holds == "approx" and tie.type != "subset")
        starts = frozenset(start - (shift if start > figure.start else 0) for start, _ in tie.spans)
        if (
            fails
            and starts not in rough
            and any(start < end and figure.start < to for start, to in tie.spans)
        ):
            return True
    return False
