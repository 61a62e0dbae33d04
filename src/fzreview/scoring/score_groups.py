"""Scores by sort of figure and by place, and what was taken for what."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args

from fzreview.domain.figures.figure_rows import FigureRow
from fzreview.scoring.figure_scores import FigureScores, Judged, scores_of
from fzreview.scoring.section_types import section_type

Grouping = Literal["kind", "bound", "unit", "section", "report"]
GROUPINGS: Final[tuple[Grouping, ...]] = get_args(Grouping)

Confusable = Literal["kind", "bound", "unit"]
CONFUSABLE: Final[tuple[Confusable, ...]] = get_args(Confusable)

_GROUP: Final[Mapping[Grouping, Callable[[FigureRow], str]]] = {
    "kind": lambda row: row.kind,
    "bound": lambda row: row.bound,
    "unit": lambda row: row.unit,
    "section": lambda row: section_type(row.section),
    "report": lambda row: row.doc,
}


@dataclass(frozen=True, slots=True)
class Confusion:
    """How often gold's word of a field was answered with another, over matched figures."""

    gold: str
    predicted: str
    count: int


def groupings_of(scores: FigureScores) -> tuple[Grouping, ...]:
    """The groupings that the rows can be put into."""
    return tuple(name for name in GROUPINGS if name in ("section", "report") or name in scores.fields)


def grouped(scores: FigureScores, grouping: Grouping) -> dict[str, FigureScores]:
    """The scores of each group, the largest first.

    A gold figure belongs to its own group whatever was predicted of it, a spurious prediction to the group
    that it claims: so the counts of the groups add up to those of the whole.
    """
    name_of = _GROUP[grouping]
    groups: defaultdict[str, list[Judged]] = defaultdict(list)
    for one in scores.judged:
        groups[name_of(one.row)].append(one)
    ordered = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
    return {name: scores_of(judged, scores.fields) for name, judged in ordered}


def confusion(scores: FigureScores, field: Confusable) -> tuple[Confusion, ...]:
    """Every pair of words of a field in matched figures, the most frequent first; right ones too."""
    if field not in scores.fields:
        return ()
    pairs = Counter(_words(scores.judged, field))
    ordered = sorted(pairs.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Confusion(*words, count) for words, count in ordered)


def _words(judged: Iterable[Judged], field: Confusable) -> Iterable[tuple[str, str]]:
    for one in judged:
        if one.gold is not None and one.predicted is not None:
            yield getattr(one.gold, field), getattr(one.predicted, field)
