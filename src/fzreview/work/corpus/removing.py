"""Reports taken out of the store for good."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from uuid import uuid4

from fzreview.domain.reports.stored import ReportSummary
from fzreview.store.opening.connect import create_or_migrate
from fzreview.store.reader import StoreReader
from fzreview.store.reports.removing import Removal
from fzreview.store.writer import StoreWriter
from fzreview.work.clock import now
from fzreview.work.corpus.choosing import chosen


def reports_named(store: Path, names: Sequence[str]) -> list[ReportSummary]:
    """The named reports. Raises StoreError for an unknown name."""
    create_or_migrate(store)
    with StoreReader(store) as reader:
        return chosen(reader, names, None)


def is_decided(store: Path, report: ReportSummary) -> bool:
    """Whether anybody holds anything of a report."""
    with StoreReader(store) as reader:
        return reader.verdicts.decisions_on(report.id) > 0


def remove(
    store: Path, reviewer: str, reports: Sequence[ReportSummary], *, with_decisions: bool = False
) -> Iterator[ReportSummary]:
    """Take reports out, one a commit; their journal stays. There is no undo: load them again.

    Raises StoreError ``report_decided`` where people hold something of one and ``with_decisions`` is not set.
    """
    writer = StoreWriter(store)
    session = uuid4().hex[:12]
    try:
        for report in reports:
            removal = Removal(uuid4().hex, now(), reviewer, session, with_decisions)
            yield writer.remove(report.sha256, removal).result()
    finally:
        writer.close()
