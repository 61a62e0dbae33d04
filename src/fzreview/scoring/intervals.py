"""How far scores would move on other reports like these: bootstrap intervals, also of differences.

Reports are drawn, not figures: figures of one report share its wording and its damage, and taken as
independent they would make the intervals too narrow. Where there are fewer than five reports, chapters are
drawn, and single figures where there are fewer than five of those.

Where hardly anything is wrong, no draw holds more of it than there was. So each score has the wider of two
intervals: that of the draws, and the exact one of so many right figures among so many.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from typing import Final, Literal

from fzreview.scoring.bootstrap import draws, interval_of
from fzreview.scoring.figure_scores import Agreement, FigureScores, Judged
from fzreview.scoring.rates import Interval, clopper_pearson

Unit = Literal["report", "section", "figure"]
Scores = dict[str, float]

LEAST_UNITS: Final = 5
"""Units below which a smaller sort of unit is drawn."""
MOST_UNITS: Final = 1000
"""More are drawn in that many blocks of neighbours, so that the work is bounded."""

_UNITS: Final[Mapping[Unit, Callable[[Judged], Hashable]]] = {
    "report": lambda one: one.row.doc,
    "section": lambda one: (one.row.doc, (one.row.section or ("",))[0]),
    "figure": lambda one: (one.row.doc, one.row.start, one.row.end),
}

Counts = list[float]
"""What ``_add`` adds up: the columns from which every score follows."""
_COLUMNS: Final = 8


@dataclass(frozen=True, slots=True)
class Intervals:
    """95 % intervals over one or two comparisons with the same gold."""

    unit: Unit
    """What was drawn."""
    units: int
    sides: tuple[dict[str, Interval], ...]
    """For each comparison ``strict.precision`` … ``detect.f1``, ``kind``, ``bound``, ``subject`` → an
    interval that holds the score itself; what is not scored is left out."""
    difference: dict[str, Interval]
    """The same of the second comparison's scores minus the first's; empty for one comparison."""


def intervals(*sides: FigureScores) -> Intervals | None:
    """The intervals of one comparison, or of two on the same draws; None where nothing was judged."""
    unit, names = _unit(sides)
    if not names:
        return None
    columns = [_columns(side, unit, names) for side in sides]
    points = [_scores([sum(column) for column in side]) for side in columns]
    scores: list[list[Scores]] = [[] for _ in sides]
    drawn_of = len(columns[0][0])
    for drawn in draws(drawn_of):
        for side, kept in zip(columns, scores, strict=True):
            kept.append(_scores([sum(map(column.__getitem__, drawn)) for column in side]))
    scored = [name for name in points[0] if "." in name or all(name in side.fields for side in sides)]
    return Intervals(
        unit,
        len(names),
        tuple(
            {
                name: _wider(interval_of((draw[name] for draw in kept), point[name], drawn_of), exact[name])
                for name in scored
            }
            for kept, point, exact in zip(scores, points, map(_exact, columns), strict=True)
        ),
        _differences(scores, points, scored, drawn_of) if len(sides) > 1 else {},
    )


def _exact(columns: Sequence[Counts]) -> dict[str, Interval]:
    """The exact interval of each score, as if figures were independent."""
    *hits, gold, predicted, kinds, bounds, likeness = map(sum, columns)
    exact: dict[str, Interval] = {}
    for name, hit in zip(("strict", "value", "detect"), hits, strict=True):
        exact[f"{name}.precision"] = clopper_pearson(int(hit), int(predicted))
        exact[f"{name}.recall"] = clopper_pearson(int(hit), int(gold))
        exact[f"{name}.f1"] = clopper_pearson(int(hit), ceil((gold + predicted) / 2))
    matched = int(hits[-1])
    for name, right in (("kind", kinds), ("bound", bounds), ("subject", likeness)):
        # What is right in part varies less than what is right or wrong.
        exact[name] = clopper_pearson(int(right), matched)[0], clopper_pearson(ceil(right), matched)[1]
    return exact


def _wider(one: Interval, other: Interval) -> Interval:
    return min(one[0], other[0]), max(one[1], other[1])


def _differences(
    scores: Sequence[Sequence[Scores]], points: Sequence[Scores], scored: Sequence[str], units: int
) -> dict[str, Interval]:
    return {
        name: interval_of(
            (second[name] - first[name] for first, second in zip(*scores, strict=True)),
            points[1][name] - points[0][name],
            units,
        )
        for name in scored
    }


def _unit(sides: Sequence[FigureScores]) -> tuple[Unit, list[Hashable]]:
    """The largest sort of unit of which there are enough, and the units in order."""
    names: list[Hashable] = []
    for unit, name_of in _UNITS.items():
        names = list(dict.fromkeys(name_of(one) for side in sides for one in side.judged))
        if len(names) >= LEAST_UNITS:
            return unit, names
    return "figure", names


def _columns(scores: FigureScores, unit: Unit, names: Sequence[Hashable]) -> list[Counts]:
    """The counts of each unit or block of units, column by column."""
    name_of = _UNITS[unit]
    counts: defaultdict[Hashable, Counts] = defaultdict(lambda: [0.0] * _COLUMNS)
    for one in scores.judged:
        _add(one, counts[name_of(one)])
    rows = [counts[name] for name in names]
    blocks = min(len(rows), MOST_UNITS)
    edges = [block * len(rows) // blocks for block in range(blocks + 1)]
    summed = [
        [sum(column) for column in zip(*rows[begin:end], strict=True)] for begin, end in pairwise(edges)
    ]
    return [list(column) for column in zip(*summed, strict=True)]


def _add(one: Judged, counts: Counts) -> None:
    if one.gold is not None:
        counts[3] += 1
    if one.predicted is not None:
        counts[4] += 1
    if one.matched:
        wrong = one.wrong
        counts[0] += not wrong or one.strict
        counts[1] += not wrong or one.value
        counts[2] += 1
        counts[5] += "kind" not in wrong
        counts[6] += "bound" not in wrong
        counts[7] += one.likeness


def _scores(counts: Counts) -> Scores:
    *hits, gold, predicted, kinds, bounds, likeness = counts
    scores: Scores = {}
    for name, hit in zip(("strict", "value", "detect"), hits, strict=True):
        agreement = Agreement(int(hit), int(gold), int(predicted))
        scores[f"{name}.precision"] = agreement.precision
        scores[f"{name}.recall"] = agreement.recall
        scores[f"{name}.f1"] = agreement.f1
    matched = hits[-1]
    for name, right in (("kind", kinds), ("bound", bounds), ("subject", likeness)):
        scores[name] = right / matched if matched else 1.0
    return scores
