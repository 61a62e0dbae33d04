"""One figure's subject in the other reports of the store."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from fzreview.domain.figure import Figure
from fzreview.domain.stored import ReportSummary
from fzreview.domain.tie import Alarm
from fzreview.reading.ties.across import Elsewhere, jump_across, told_elsewhere
from fzreview.store.across import place_of
from fzreview.store.reader import StoreReader

MOST_TOLD = 200
"""Places that are listed."""


@dataclass(frozen=True, slots=True)
class Across:
    """What other reports tell of the subject."""

    elsewhere: tuple[Elsewhere, ...]
    """This place first, then the nearest years and wordings."""
    alarm: Alarm | None
    """Of this figure against the others."""


def tell_across(store: Path, report: ReportSummary, figure: Figure) -> Across:
    """Where else the subject of a figure is told, corrected figures as corrected, rejected ones left out."""
    place = place_of(report)
    with StoreReader(store) as reader:
        alike = told_elsewhere(figure, place, report.year, reader.candidates_across(report, figure))
        others = list(reader.standing(one.other for one in alike[:MOST_TOLD]))
    elsewhere = told_elsewhere(figure, place, report.year, others)
    return Across(elsewhere, jump_across(figure, place, elsewhere))
