"""Journal entries for stores that are measured."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

from fzreview.domain.decisions.verdict import Decision, JournalEntry
from fzreview.domain.figures.figure import GUIDE_VERSION
from fzreview.store.reader import StoreReader


def verified(store: Path, reports: int = -1) -> Iterator[JournalEntry]:
    """An entry that verifies each figure of the store, or of its first reports."""
    with StoreReader(store) as reader:
        keys = [
            (summary.sha256, stored.span_key)
            for summary in list(reader.summaries(reports))
            for stored in reader.figures(summary.id)
        ]
    for report, figure in keys:
        yield JournalEntry(
            uuid=str(uuid4()),
            at="2026-01-01T00:00:00.000Z",
            reviewer="benchmark",
            session="benchmark",
            action="verified",
            report=report,
            figure=figure,
            before=None,
            after=Decision("verified"),
            elapsed_ms=1,
            extractor="benchmark",
            guide=GUIDE_VERSION,
        )
