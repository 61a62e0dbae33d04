"""Queries of the desk to the whole store, whichever report is open. Thread-safe."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from fzreview.domain.decisions.verdict import JournalEntry
from fzreview.domain.figures.alike import FigureInReport
from fzreview.domain.figures.keys import parse_figure_key
from fzreview.domain.reports.found import Hits
from fzreview.domain.reports.library import LibraryQuery, Listing
from fzreview.domain.reports.stored import ReportSummary
from fzreview.domain.team.ruling import TeamRuling
from fzreview.store.reader import StoreReader

if TYPE_CHECKING:
    from fzreview.checking.panel import Series
    from fzreview.review.lookalikes.alike_figures import AlikeOffer


class StoreQueries:
    """One reviewer's queries to one store, each over a connection of its own."""

    def __init__(self, path: Path, reviewer: str) -> None:
        self.path = path
        self._reviewer = reviewer

    def reports_to_fix(self) -> int:
        """Number of reports with figures that wait for a correction."""
        return len(self.listing(LibraryQuery(state="to_fix")).reports)

    def doc_of(self, sha256: str) -> str | None:
        """Name of a report's file; None where the store does not have it."""
        with StoreReader(self.path) as reader:
            summary = reader.summary(sha256)
            return summary.doc if summary else None

    def listing(self, query: LibraryQuery) -> Listing:
        """The reports that match a library query, in its order."""
        with StoreReader(self.path) as reader:
            return reader.listing(query)

    def summaries_of(self, reports: Sequence[int]) -> list[ReportSummary]:
        """The reports with these ids, in this order, with their progress."""
        with StoreReader(self.path) as reader:
            return reader.summaries_of(reports)

    def regions(self, query: LibraryQuery) -> list[tuple[str, int]]:
        """``(region, number of matching reports)``, most first, ignoring the query's own region."""
        with StoreReader(self.path) as reader:
            return reader.regions(query)

    def search(self, typed: str, after: int = 0) -> Hits:
        """The first reports with an id above ``after`` that contain every typed word."""
        with StoreReader(self.path) as reader:
            return reader.search(typed, after=after)

    def newest_report(self) -> int:
        """Id of the report that was loaded last, 0 for an empty store; cheap enough for polling."""
        with StoreReader(self.path) as reader:
            return reader.newest_report()

    def alike_to(self, entry: JournalEntry) -> AlikeOffer | None:
        """Undecided figures that can be decided like a corrected or rejected one; None without any."""
        from fzreview.work.judging.looking_alike import look_for_alike

        return look_for_alike(self.path, entry, self._reviewer)

    def panel(self, words: str) -> tuple[Series, ...]:
        """An indicator over years and regions, undecided figures included."""
        from fzreview.work.listing.panel import panel_of

        return panel_of(self.path, words, undecided=True)

    def panel_near(self, subject: str) -> tuple[str, tuple[Series, ...]]:
        """The series of a subject, and those words of it that were searched for."""
        from fzreview.work.listing.panel import panel_near

        return panel_near(self.path, subject)

    def figure_with(self, key: str) -> FigureInReport | None:
        """The figure with a key of the store; None where it is gone."""
        parsed = parse_figure_key(key)
        if parsed is None:
            return None
        with StoreReader(self.path) as reader:
            place = reader.find_report_by_sha256(parsed.report).sha256, parsed.span
            return reader.across.at([place]).get(place)

    def rulings(self) -> list[TeamRuling]:
        """The team's rulings, oldest first."""
        with StoreReader(self.path) as reader:
            return reader.team.rulings()
