"""Reports that count and reports that are set aside, as rows for people and programs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fzreview.domain.reports.report_filter import ReportFilter
from fzreview.domain.reports.stored import ReportSummary
from fzreview.store.opening.connect import create_or_migrate
from fzreview.store.reader import StoreReader


@dataclass(frozen=True, slots=True)
class SetAside:
    """A report that is in no queue, no statistics and no gold."""

    report: ReportSummary
    original: ReportSummary | None
    """Of a near copy: the report that it repeats."""


def set_aside(store: Path, *, copies: bool, expression: str | None = None) -> Iterator[SetAside]:
    """The near copies, or the reports that somebody excluded, in the order of loading.

    Raises UsageError for an expression that means nothing.
    """
    wanted = ReportFilter.parsed(expression or "")
    create_or_migrate(store)
    with StoreReader(store) as reader:
        for summary in list(reader.summaries(aside=True)):
            if (summary.aside == "copy") == copies and wanted.fits(summary):
                yield SetAside(summary, reader.original_of(summary.id) if copies else None)
