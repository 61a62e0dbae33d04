"""Another extraction over the reports of a store: shown first, then taken over in one commit."""

from __future__ import annotations

import pickle
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Self
from uuid import uuid4

from fzreview.domain.figure import GUIDE_VERSION
from fzreview.domain.reextraction import Fate, ReportChanges
from fzreview.domain.stored import NewReport, ReportSummary, StoredReport
from fzreview.errors import FzError
from fzreview.review.reextracting import compare
from fzreview.store.connect import prepare
from fzreview.store.reader import StoreReader
from fzreview.store.reextracting import Extraction
from fzreview.store.writer import StoreWriter
from fzreview.work.clock import now
from fzreview.work.extracting.extractors import Extractor, titled_as_before


@dataclass(frozen=True, slots=True)
class Plan:
    """What another extraction would change in one report."""

    report: ReportSummary
    previous: str
    """The extractor so far."""
    extractor: str
    counts: Counter[Fate]
    changes: ReportChanges
    """Without the figures that are just kept."""
    refused: tuple[FzError, ...]
    """Figures of the extractor that cannot be."""
    stored: bool
    """Whether anything is to be written; False where the reading is the same."""


class Reextraction:
    """One run: first :meth:`plans` to its end, then :meth:`carry_out`. A context manager.

    What was read waits in a temporary file, so that neither memory nor a second reading is needed.
    """

    def __init__(self, store: Path, extractor: Extractor, reports: Sequence[str] = ()) -> None:
        """All reports where none is named. Raises StoreError for an unfit store or an unknown report."""
        prepare(store)
        self._store = store
        self._extractor = extractor
        with StoreReader(store) as reader:
            named = [reader.find_report(name) for name in reports]
            self._ids: list[int] = [each.id for each in named] or reader.report_ids()
        self._waiting: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed by __exit__
        self.count = len(self._ids)
        self.refused: list[FzError] = []
        """Reports over which the extractor broke down."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._waiting.close()

    def plans(self) -> Iterator[Plan | None]:
        """Each report's changes in the order of loading; None for one that is not concerned or is refused."""
        with StoreReader(self._store) as reader:
            for report in self._ids:
                stored = reader.report(reader.summary_of(report))
                try:
                    yield self._plan(stored)
                except FzError as error:
                    self.refused.append(error)
                    yield None

    def _plan(self, stored: StoredReport) -> Plan | None:
        summary = stored.summary
        extracted = self._extractor(summary.doc, summary.sha256, stored.reading.source)
        if extracted is None:
            return None
        metadata = stored.reading.metadata
        reading = titled_as_before(extracted.reading, metadata.title, metadata.flags)
        same = extracted.extractor == stored.extractor and reading == stored.reading
        if not same:
            new = NewReport(
                summary.sha256,
                summary.doc,
                stored.encoding,
                stored.url,
                reading,
                extracted.extractor,
                GUIDE_VERSION,
            )
            pickle.dump(new, self._waiting)
        changes = compare(stored, reading)
        told = tuple(change for change in changes.figures if change.fate != "kept")
        return Plan(
            summary,
            stored.extractor,
            extracted.extractor,
            changes.counts,
            replace(changes, figures=told),
            extracted.refused,
            not same,
        )

    def carry_out(self, reviewer: str) -> Counter[Fate]:
        """Take over what was planned, all of it in one commit.

        The answer tells what was changed in the end: people may have decided meanwhile.
        Raises StoreError; then nothing was written.
        """
        run = Extraction(uuid4().hex, now(), reviewer, uuid4().hex[:12])
        writer = StoreWriter(self._store)
        try:
            return writer.reextract(self._planned(), run).result()
        finally:
            writer.close()

    def _planned(self) -> Iterable[NewReport]:
        self._waiting.seek(0)
        while True:
            try:
                yield pickle.load(self._waiting)
            except EOFError:
                return
