"""Who says something of the open report, and which of its figures words reach: kept, not counted again."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from fzreview.domain.dissent.contradictions import Span
from fzreview.domain.dissent.entangled import Reach, hull
from fzreview.domain.reports.stored import HeldDecision, StoredFigure


class DecisionIndex:
    """Over figures in order of ``start``; whoever changes one of them tells it here."""

    def __init__(self, figures: Sequence[StoredFigure], readers: Iterable[str] = ()) -> None:
        """``readers`` are the reviewers who read a section completely, once for each."""
        self._figures = figures
        self._people = Counter(readers)
        """Reviewer → of how many figures and sections they say something."""
        self._answered = 0
        """Figures that stand as words about others leave them."""
        self._moved: set[int] = set()
        """Indexes of figures of which a word speaks for another span than theirs."""
        for index, stored in enumerate(figures):
            self._count(index, stored, 1)

    def turn(self, index: int, before: StoredFigure, after: StoredFigure) -> None:
        """A figure is held otherwise than before."""
        self._count(index, before, -1)
        self._count(index, after, 1)

    def read(self, before: Iterable[HeldDecision], after: Iterable[HeldDecision]) -> None:
        """Others than before have read a section completely."""
        self._people.subtract(held.reviewer for held in before)
        self._people.update(held.reviewer for held in after)

    @property
    def may_interact(self) -> bool:
        """Whether a word about one figure may leave another otherwise: several speak, or did."""
        return self._answered > 0 or sum(count > 0 for count in self._people.values()) > 1

    def reaches_overlapping(self, start: int, end: int) -> Iterator[Reach]:
        """What words reach into a stretch of the source text, each with the figure that it is about."""
        first = bisect_left(self._figures, start - self._longest, key=_start)
        last = bisect_left(self._figures, end, key=_start)
        for index in sorted({*range(first, last), *self._moved}):
            for reach in reaches(self._figures[index]):
                low, high = hull(reach)
                if low < end and start < high:
                    yield reach

    @property
    def _longest(self) -> int:
        if self._longest_known is None:
            spans = (span_of(stored) for stored in self._figures)
            self._longest_known = max((end - start for start, end in spans), default=0)
        return self._longest_known

    _longest_known: int | None = None

    def _count(self, index: int, stored: StoredFigure, by: int) -> None:
        for held in words(stored):
            self._people[held.reviewer] += by
        self._answered += by * (stored.crossed or stored.replaced)
        if by > 0:
            moved = any(span != final for span, final in reaches(stored))
            (self._moved.add if moved else self._moved.discard)(index)


def words(stored: StoredFigure) -> Iterator[HeldDecision]:
    """What reviewers say of a figure; a mere comment says nothing."""
    return (one for one in stored.held if one.decision.verdict is not None)


def span_of(stored: StoredFigure) -> Span:
    """As it was extracted or added."""
    return stored.figure.start, stored.figure.end


def reaches(stored: StoredFigure) -> Iterator[Reach]:
    """The span of a figure with each that a word about it speaks for."""
    span = span_of(stored)
    for one in words(stored):
        correction = one.decision.correction
        yield span, span if correction is None else (correction.start, correction.end)


def _start(stored: StoredFigure) -> int:
    return stored.figure.start
