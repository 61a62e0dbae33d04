"""An index of the decisions on the open report: by reviewer, and by the spans that they concern."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from fzreview.domain.dissent.contradictions import Span
from fzreview.domain.dissent.overlap_groups import SpanPair, hull
from fzreview.domain.reports.stored import HeldDecision, StoredFigure


class DecisionIndex:
    """Kept up to date by :meth:`update_figure` and :meth:`update_readers`; figures in order of ``start``."""

    def __init__(self, figures: Sequence[StoredFigure], readers: Iterable[str] = ()) -> None:
        """``readers``: the reviewer of each sign-off."""
        self._figures = figures
        self._decisions_by_reviewer = Counter(readers)
        """Reviewer → number of figures and sections that they have decided on."""
        self._interacting_figures = 0
        """Number of figures whose status depends on decisions on other figures."""
        self._span_corrections: set[int] = set()
        """Indexes of figures that a correction has given another span."""
        for index, stored in enumerate(figures):
            self._count(index, stored, 1)

    def update_figure(self, index: int, before: StoredFigure, after: StoredFigure) -> None:
        """A figure has changed from ``before`` to ``after``."""
        self._count(index, before, -1)
        self._count(index, after, 1)

    def update_readers(self, before: Iterable[HeldDecision], after: Iterable[HeldDecision]) -> None:
        """The sign-offs of a section have changed from ``before`` to ``after``."""
        self._decisions_by_reviewer.subtract(held.reviewer for held in before)
        self._decisions_by_reviewer.update(held.reviewer for held in after)

    @property
    def may_interact(self) -> bool:
        """Whether decisions on one figure may affect another: only where several reviewers have decided."""
        return (
            self._interacting_figures > 0
            or sum(count > 0 for count in self._decisions_by_reviewer.values()) > 1
        )

    def reaches_overlapping(self, start: int, end: int) -> Iterator[SpanPair]:
        """Pairs of figure span and decided span that overlap ``[start, end)`` of the source text."""
        first = bisect_left(self._figures, start - self._longest, key=_start)
        last = bisect_left(self._figures, end, key=_start)
        for index in sorted({*range(first, last), *self._span_corrections}):
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
            self._decisions_by_reviewer[held.reviewer] += by
        self._interacting_figures += by * (stored.crossed or stored.replaced)
        if by > 0:
            moved = any(span != final for span, final in reaches(stored))
            (self._span_corrections.add if moved else self._span_corrections.discard)(index)


def words(stored: StoredFigure) -> Iterator[HeldDecision]:
    """The decisions on a figure that have a verdict; comments alone are left out."""
    return (one for one in stored.held if one.decision.verdict is not None)


def span_of(stored: StoredFigure) -> Span:
    """The span of a figure as extracted or added."""
    return stored.figure.start, stored.figure.end


def reaches(stored: StoredFigure) -> Iterator[SpanPair]:
    """The span of a figure, paired with the span that each decision gives it."""
    span = span_of(stored)
    for one in words(stored):
        correction = one.decision.correction
        yield span, span if correction is None else (correction.start, correction.end)


def _start(stored: StoredFigure) -> int:
    return stored.figure.start
