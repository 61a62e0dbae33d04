"""Excluded numerals, each with the rule that excludes it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fzreview.domain.extracting.rule import Rule
from fzreview.domain.reports.stored import StoredFigure
from fzreview.review.open_report.candidates import Span


@dataclass(frozen=True, slots=True)
class Excluded:
    """One such numeral."""

    span: Span
    """Source span."""
    rule: Rule


def excluded_in(source: str) -> tuple[Excluded, ...]:
    """Those of a decoded report, in order; reads the report once more, so it belongs into a thread."""
    from fzreview.reading.explain import explain
    from fzreview.reading.rulebook import rulebook

    _, why = explain(source)
    book = rulebook()
    by_span = {(one.start, one.end): one.rule for one in why.excluded if one.end > one.start}
    return tuple(Excluded(span, book[rule]) for span, rule in sorted(by_span.items()))


class ExcludedNumerals:
    """The excluded numerals of a report that no extracted or added figure covers."""

    def __init__(self, excluded: Iterable[Excluded] = ()) -> None:
        self._all = tuple(excluded)

    def open(self, figures: Sequence[StoredFigure]) -> tuple[Excluded, ...]:
        """In order of place."""
        starts = [stored.figure.start for stored in figures]

        def covered(span: Span) -> bool:
            index = bisect_right(starts, span[1] - 1) - 1
            return index >= 0 and figures[index].figure.end > span[0]

        return tuple(one for one in self._all if not covered(one.span))


def next_excluded(open_ones: Sequence[Excluded], offset: int) -> Excluded | None:
    """The first one after a source offset, wrapping around."""
    if not open_ones:
        return None
    index = bisect_right([one.span for one in open_ones], (offset, 1 << 62))
    return open_ones[index % len(open_ones)]
