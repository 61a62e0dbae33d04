"""Which figures of a stored report are disputed: one answer for the export, audits and the certificate."""

from __future__ import annotations

from fzreview.domain.contradictions import Span
from fzreview.domain.open_cases import disputed_spans
from fzreview.domain.stored import ReportSummary
from fzreview.store.reader import StoreReader


def disputed_in(reader: StoreReader, summary: ReportSummary) -> frozenset[Span]:
    """Spans of its figures that are in no gold until somebody settles them."""
    if not reader.is_touched(summary.id):
        return frozenset()
    return disputed_spans(reader.decided_report(summary))
