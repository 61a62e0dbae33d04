"""Candidates: numerals that may be missed figures. Open ones are neither in a figure nor ruled out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence

from fzreview.domain.reports.stored import HeldDecision, StoredFigure

Span = tuple[int, int]


class Candidates:
    """The candidates of a report, in text order."""

    def __init__(
        self,
        spans: Iterable[Span],
        figures: Sequence[StoredFigure],
        ruled: Mapping[str, Sequence[HeldDecision]],
    ) -> None:
        self._spans = sorted(spans)
        self._ruled = {span: tuple(held) for span, held in ruled.items() if held}
        self._open: list[Span] = []
        self.recount(figures)

    @property
    def open(self) -> Sequence[Span]:
        """Source spans that are still unaccounted for."""
        return self._open

    def held(self, span: Span) -> Sequence[HeldDecision]:
        """The decisions that rule this candidate out."""
        return self._ruled.get(span_key(span), ())

    def rules_out(self, span: Span) -> bool:
        """Whether a candidate within a span was ruled out."""
        keys = (tuple(map(int, key.split("-"))) for key in self._ruled)
        return any(span[0] <= start and end <= span[1] for start, end in keys)

    def hold(self, span: Span, held: Sequence[HeldDecision], figures: Sequence[StoredFigure]) -> None:
        """Set the decisions on a candidate."""
        if held:
            self._ruled[span_key(span)] = tuple(held)
        else:
            self._ruled.pop(span_key(span), None)
        self.recount(figures)

    def recount(self, figures: Sequence[StoredFigure]) -> None:
        """Recompute the open candidates after a change of figures or decisions."""
        starts = [stored.figure.start for stored in figures]
        ends = [stored.figure.end for stored in figures]

        def covered(span: Span) -> bool:
            index = bisect_left(ends, span[0] + 1)
            return index < len(starts) and starts[index] < span[1]

        self._open = [span for span in self._spans if span_key(span) not in self._ruled and not covered(span)]

    def after(self, offset: int) -> Span | None:
        """The first open candidate after a source offset, wrapping around; None without one."""
        if not self._open:
            return None
        index = bisect_right(self._open, (offset, 1 << 62))
        return self._open[index % len(self._open)]

    def inside(self, start: int, until: int) -> int:
        """How many open candidates begin in a span."""
        return bisect_left(self._open, (until, 0)) - bisect_left(self._open, (start, 0))


def span_key(span: Span) -> str:
    """``START-END``."""
    return f"{span[0]}-{span[1]}"
