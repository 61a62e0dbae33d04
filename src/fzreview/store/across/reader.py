"""Questions about figures of many reports at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from fzreview.domain.figures.alike import FigureInReport, Pattern
from fzreview.domain.figures.figure import Figure
from fzreview.domain.figures.other_figure import OtherFigure
from fzreview.domain.figures.panel import PanelFigure
from fzreview.domain.reports.stored import ReportSummary
from fzreview.store.across import other_figures
from fzreview.store.across.alike import alike_figures, figures_in_reports
from fzreview.store.across.panel import panel_figures
from fzreview.store.opening.store_errors import raises_store_errors
from fzreview.store.reports import finding


@raises_store_errors
class AcrossReader:
    """Figures of one store, whichever report states them."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def candidates(self, report: ReportSummary, figure: Figure) -> Iterator[OtherFigure]:
        """Figures of other reports that may tell the same subject; see ``candidates_across``."""
        return other_figures.candidates_across(self._connection, report, figure)

    def of_place(self, report: ReportSummary) -> Iterator[OtherFigure]:
        """Figures of other reports of the same place; see ``figures_of_place``."""
        return other_figures.figures_of_place(self._connection, report)

    def of_subject(self, report: ReportSummary, figure: Figure) -> Iterator[OtherFigure]:
        """Figures of other reports with the very same subject; see ``figures_of_subject``."""
        return other_figures.figures_of_subject(self._connection, report, figure)

    def standing(self, others: Iterable[OtherFigure]) -> Iterator[OtherFigure]:
        """Figures of other reports as the latest verdicts leave them."""
        return other_figures.standing(self._connection, others)

    def panel(
        self, words: Sequence[str], region: str | None, years: tuple[int, int] | None, undecided: bool
    ) -> Iterator[PanelFigure]:
        """Figures that stand and whose subjects hold these words, see :mod:`fzreview.store.across.panel`."""
        return panel_figures(self._connection, words, region, years, undecided)

    def alike(self, pattern: Pattern, limit: int) -> list[FigureInReport]:
        """Undecided figures that fit a pattern, at most ``limit``, see :mod:`fzreview.store.across.alike`."""
        found = alike_figures(self._connection, pattern, limit)
        return list(figures_in_reports(self._connection, found))

    def at(self, places: Iterable[tuple[str, str]]) -> dict[tuple[str, str], FigureInReport]:
        """The figures with these reports (sha256) and span keys; what is gone is left out."""
        wanted = [
            (summary.id, span)
            for sha256, span in places
            if (summary := finding.summary(self._connection, sha256)) is not None
        ]
        return {one.key: one for one in figures_in_reports(self._connection, wanted)}
