"""Reports in the order of what verifying them would teach, each with the reasons for its place.

The choice is greedy: whatever a chosen report brings is no longer new in the next one, so that fifty reports
of one year, or with one rare wording, never come in a row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from heapq import heapify, heappop, heapreplace
from math import log1p
from typing import Final, Literal, get_args

from fzreview.domain.reports.learnable import Learnable, Learnt

Reason = Literal["doubts", "layers", "confidence", "wordings", "year", "region"]
REASONS: Final[tuple[Reason, ...]] = get_args(Reason)

_WEIGHTS: Final[dict[Reason, float]] = {
    "doubts": 3.0,
    "layers": 3.0,
    "confidence": 2.0,
    "wordings": 2.0,
    "year": 1.0,
    "region": 1.0,
}
_TELLING: Final = 0.25
"""Share of a reason's weight from which on it is told."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A report that would teach something."""

    learnable: Learnable
    score: float
    reasons: tuple[Reason, ...]
    """The strongest first."""
    new_wordings: tuple[str, ...]
    """Wordings that nothing decided, and no report before it, has."""


def suggested(reports: Iterable[Learnable], learnt: Learnt, most: int) -> list[Suggestion]:
    """At most ``most`` reports, what teaches most first; among equals in the order given."""
    seen = _Seen(learnt)
    # What a report teaches only falls as others are chosen: who is still first when asked again is first.
    waiting = [(-sum(seen.gains(one).values()), place, one) for place, one in enumerate(reports)]
    heapify(waiting)
    chosen: list[Suggestion] = []
    while waiting and len(chosen) < most:
        told, place, one = waiting[0]
        gains = seen.gains(one)
        score = sum(gains.values())
        if -score > told:
            heapreplace(waiting, (-score, place, one))
            continue
        heappop(waiting)
        strong = [name for name in REASONS if gains[name] >= _TELLING * _WEIGHTS[name]]
        strong.sort(key=lambda name: -gains[name])
        new = tuple(sorted(one.wordings - seen.wordings))
        chosen.append(Suggestion(one, round(score, 4), tuple(strong), new))
        seen.add(one)
    return chosen


class _Seen:
    """What is known once the reports so far are verified."""

    def __init__(self, learnt: Learnt) -> None:
        self.wordings = set(learnt.wordings)
        self._years = Counter(one.year for one in learnt.reports)
        self._regions = Counter(one.region for one in learnt.reports)

    def gains(self, one: Learnable) -> dict[Reason, float]:
        report = one.report
        open_figures = max(report.undecided, 1)
        new = len(one.wordings - self.wordings)
        return {
            "doubts": _WEIGHTS["doubts"] * min(one.doubted / open_figures, 1.0),
            "layers": _WEIGHTS["layers"] * min(one.apart / open_figures, 1.0),
            "confidence": _WEIGHTS["confidence"] * min(one.unsure / open_figures, 1.0),
            "wordings": _WEIGHTS["wordings"] * log1p(new) / (1 + log1p(new)),
            "year": _WEIGHTS["year"] / (1 + self._years[report.year]),
            "region": _WEIGHTS["region"] / (1 + self._regions[report.region]),
        }

    def add(self, one: Learnable) -> None:
        self.wordings |= one.wordings
        self._years[one.report.year] += 1
        self._regions[one.report.region] += 1
