"""Reports of a store found by their titles."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from fzreview.domain.reports.stored import ReportSummary
from fzreview.review.view_models.fuzzy_match import FuzzyQuery
from fzreview.store.reader import StoreReader


def reports_titled(
    store: Path, wanted: FuzzyQuery, most: int, is_over: Callable[[], bool] = lambda: False
) -> list[ReportSummary]:
    """The first ``most`` reports whose title or name fits, in the order of loading.

    ``is_over`` is asked between reports and ends the search early. Raises StoreError when the store
    cannot be read.
    """
    found: list[ReportSummary] = []
    with StoreReader(store) as reader:
        for summary in reader.summaries():
            if is_over() or len(found) >= most:
                break
            if wanted.rank(f"{summary.title or ''} {summary.doc}") is not None:
                found.append(summary)
    return found
