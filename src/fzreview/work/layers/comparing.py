"""Two layers compared figure by figure, over the reports of which both say all that they have to say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal, get_args

from fzreview.domain.extracting.layers import Aspect, LayerFigure, LayerReport, aligned, differing
from fzreview.domain.reports.report_filter import EVERY_REPORT, ReportFilter
from fzreview.domain.reports.stored import ReportSummary
from fzreview.store.opening.connect import create_or_migrate
from fzreview.store.reader import StoreReader
from fzreview.work.layers.reading import LayerReader

Outcome = Literal["same", "differs", "only_first", "only_second"]
OUTCOMES: Final[tuple[Outcome, ...]] = get_args(Outcome)


@dataclass(frozen=True, slots=True)
class FigurePair:
    """A figure as both layers have it; never None on both sides."""

    report: ReportSummary
    first: LayerFigure | None
    second: LayerFigure | None
    fields: tuple[Aspect, ...] = ()
    """Where they differ, in what both of them tell."""

    @property
    def outcome(self) -> Outcome:
        if self.second is None:
            return "only_first"
        if self.first is None:
            return "only_second"
        return "differs" if self.fields else "same"

    @property
    def span_key(self) -> str:
        """Of the first, of the second where only that has it."""
        one = self.first or self.second
        assert one is not None
        return one.figure.span_key


@dataclass
class Tally:
    """The comparison in numbers, whole once its pairs were gone through."""

    first: str
    second: str
    """Labels of the layers."""
    reports: int = 0
    """Reports that were compared."""
    incomplete: int = 0
    """Reports left out because rows of one of the two were refused."""
    apart: int = 0
    """Reports left out because only one of the two looked at them."""
    outcomes: Counter[Outcome] = field(default_factory=Counter)
    fields: Counter[Aspect] = field(default_factory=Counter)


class LayerComparison:
    """Two layers of a store; ``tally`` is whole once ``pairs`` were gone through to their end."""

    def __init__(self, store: Path, first: str, second: str, reports: ReportFilter = EVERY_REPORT) -> None:
        """``base`` is the extraction that is reviewed.

        Raises StoreError where no layer, or more than one, has one of the names.
        """
        create_or_migrate(store)
        self._store = store
        self._reports = reports
        with StoreReader(store) as reader:
            self.tally = Tally(LayerReader(reader, first).label, LayerReader(reader, second).label)

    def pairs(self) -> Iterator[FigurePair]:
        """Every figure of either layer once, report by report in order of place."""
        tally = self.tally
        with StoreReader(self._store) as reader:
            first, second = (LayerReader(reader, label) for label in (tally.first, tally.second))
            for summary in filter(self._reports.fits, list(reader.summaries())):
                one, other = first.of(summary), second.of(summary)
                if one is None or other is None:
                    tally.apart += one is not other
                elif not (one.whole and other.whole):
                    tally.incomplete += 1
                else:
                    tally.reports += 1
                    for pair in _pairs(summary, one, other):
                        tally.outcomes[pair.outcome] += 1
                        tally.fields.update(pair.fields)
                        yield pair


def _pairs(summary: ReportSummary, one: LayerReport, other: LayerReport) -> Iterator[FigurePair]:
    sides = [[each.figure for each in side.figures] for side in (one, other)]
    for at, beside in aligned(*sides):
        first = None if at is None else one.figures[at]
        second = None if beside is None else other.figures[beside]
        fields = differing(first, second) if first is not None and second is not None else ()
        yield FigurePair(summary, first, second, fields)
