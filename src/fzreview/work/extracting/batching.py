"""Stored reports, shown to an extractor of many texts a batch at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Protocol, runtime_checkable

from fzreview.domain.extracting.extraction import Document
from fzreview.domain.reports.stored import StoredReport
from fzreview.store.reader import StoreReader

BATCH: Final = 16
"""Reports that an extractor of many texts is given at once; they are in memory together."""


@runtime_checkable
class Preparing(Protocol):
    """What looks at documents together before it is asked for each."""

    def prepare(self, documents: Sequence[Document]) -> None:
        """Look at them."""


def document_of(stored: StoredReport) -> Document:
    """A stored report as an extractor is given it."""
    return Document(stored.summary.doc, stored.summary.sha256, stored.reading.source, stored.url)


def prepared_reports(
    reader: StoreReader, reports: Sequence[int], extractor: object
) -> Iterator[StoredReport]:
    """The reports with these ids, those of one batch shown to the extractor where it looks at many."""
    size = BATCH if isinstance(extractor, Preparing) else 1
    for first in range(0, len(reports), size):
        batch = [reader.report(reader.summary_of(one)) for one in reports[first : first + size]]
        if isinstance(extractor, Preparing):
            extractor.prepare([document_of(stored) for stored in batch])
        yield from batch
