"""The reports that a command line means."""

from __future__ import annotations

from collections.abc import Sequence

from fzreview.domain.reports.report_filter import ReportFilter
from fzreview.domain.reports.stored import ReportSummary
from fzreview.store.reader import StoreReader


def chosen(
    reader: StoreReader, names: Sequence[str], expression: str | None, *, aside: bool | None = False
) -> list[ReportSummary]:
    """The named reports, then those that fit ``expression``, each once, in this order.

    ``aside`` is as for ``StoreReader.summaries`` and says among which the expression chooses.
    Raises StoreError for an unknown name, UsageError for an expression that means nothing.
    """
    found = [reader.find_report(name) for name in names]
    if expression is not None:
        wanted = ReportFilter.parsed(expression)
        found += [one for one in reader.summaries(aside=aside) if wanted.fits(one)]
    return list({one.id: one for one in found}.values())
