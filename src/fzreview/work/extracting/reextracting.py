"""Another extraction over the reports of a store: shown first, then taken over in one commit."""

from __future__ import annotations

import pickle
import tempfile
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import IO, Final, Literal, Self
from uuid import uuid4

from fzreview.domain.extracting.comparing import compare
from fzreview.domain.extracting.reextraction import Fate, ReportChanges
from fzreview.domain.figures.figure import GUIDE_VERSION, Figure
from fzreview.domain.reports.corrected_reading import corrected_reading
from fzreview.domain.reports.report import Reading
from fzreview.domain.reports.source_metadata import completed_as_before
from fzreview.domain.reports.stored import NewReport, ReportSummary, StoredReport
from fzreview.errors import FzError
from fzreview.store.opening.connect import create_or_migrate
from fzreview.store.reader import StoreReader
from fzreview.store.reports.reextracting import ReextractionRun
from fzreview.store.team.packages import refuse_package
from fzreview.store.writer import StoreWriter
from fzreview.work.clock import now
from fzreview.work.extracting.batching import prepared_reports
from fzreview.work.extracting.extractors import Extracted, Extractor
from fzreview.work.extracting.foreign_figures import with_figures

SkipReason = Literal["refused", "removals"]
"""Why a report stays as it is: rows of it were refused, or more figures would go than was allowed."""

USUAL_REMOVALS: Final = Decimal(20)
"""Percent of a report's figures that may no longer be found without anybody being asked once more."""


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
    """Whether anything is to be written; False where the reading is the same, or the report is left."""
    found: int
    """Figures that the extractor so far finds."""
    removed: int
    """Those of them that would no longer be found, decided or not."""
    left: SkipReason | None = None

    @property
    def removals(self) -> Decimal:
        """Percent of the figures found so far that would no longer be."""
        return Decimal(100 * self.removed) / self.found if self.found else Decimal(0)


class Reextraction:
    """One run: first :meth:`plans` to its end, then :meth:`carry_out`. A context manager.

    What was read waits in a temporary file, so that neither memory nor a second reading is needed.
    """

    def __init__(
        self, store: Path, extractor: Extractor, reports: Sequence[str] = (), *, partial: bool = False
    ) -> None:
        """All reports where none is named. A report of which the extractor had rows refused is left as it is,
        or, where ``partial``, gets the other rows and loses nothing.

        Raises StoreError for an unfit store, a package or an unknown report.
        """
        create_or_migrate(store)
        refuse_package(store, "reextract")
        self._store = store
        self._extractor = extractor
        self._partial = partial
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
            for stored in prepared_reports(reader, self._ids, self._extractor):
                try:
                    yield self._plan(stored, reader.extracted(stored))
                except FzError as error:
                    self.refused.append(error)
                    yield None

    def _plan(self, stored: StoredReport, before: Reading) -> Plan | None:
        """``before`` is the reading so far without what people corrected of fields and headings."""
        summary = stored.summary
        extracted = self._extractor(summary.doc, summary.sha256, stored.reading.source)
        if extracted is None:
            return None
        new = self._reading(stored, before, extracted)
        takes = extracted.whole or (self._partial and extracted.reading.figures)
        left: SkipReason | None = None if takes else "refused"
        same = extracted.extractor == stored.extractor and new.reading == before
        if left is None and not same:
            pickle.dump(new, self._waiting)
        after = corrected_reading(new.reading, stored.statements)
        changes = compare(stored, after if left is None else stored.reading)
        told = tuple(change for change in changes.figures if change.fate != "kept")
        removed = [
            change
            for change in told
            if change.fate in ("gone", "vanished") and change.before and change.before.vanished is None
        ]
        return Plan(
            summary,
            stored.extractor,
            extracted.extractor,
            changes.counts,
            replace(changes, figures=told),
            extracted.refused,
            left is None and not same,
            len(stored.reading.figures),
            len(removed),
            left,
        )

    def _reading(self, stored: StoredReport, before: Reading, extracted: Extracted) -> NewReport:
        """What is to be stored; where rows were refused, with the figures so far that no row overlaps."""
        summary, metadata = stored.summary, before.metadata
        reading = replace(
            extracted.reading, metadata=completed_as_before(extracted.reading.metadata, metadata)
        )
        kept = () if extracted.whole else _apart(before.figures, reading.figures)
        if kept:
            figures = sorted((*reading.figures, *kept), key=lambda figure: (figure.start, figure.end))
            reading = with_figures(reading, figures)
        return NewReport(
            summary.sha256,
            summary.doc,
            stored.encoding,
            stored.url,
            reading,
            extracted.extractor,
            GUIDE_VERSION,
            carried=frozenset(figure.span_key for figure in kept),
        )

    def carry_out(self, reviewer: str, without: Collection[str] = ()) -> Counter[Fate]:
        """Take over what was planned, but of the reports ``without`` (sha256), all of it in one commit.

        The answer tells what was changed in the end: people may have decided meanwhile.
        Raises StoreError; then nothing was written.
        """
        run = ReextractionRun(uuid4().hex, now(), reviewer, uuid4().hex[:12])
        writer = StoreWriter(self._store)
        try:
            return writer.reextract(self._planned(without), run).result()
        finally:
            writer.close()

    def _planned(self, without: Collection[str]) -> Iterable[NewReport]:
        self._waiting.seek(0)
        while True:
            try:
                report: NewReport = pickle.load(self._waiting)
            except EOFError:
                return
            if report.sha256 not in without:
                yield report


def _apart(figures: Iterable[Figure], others: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures that share no character with any other; both in order of ``start``."""
    apart, at = [], 0
    for figure in figures:
        while at < len(others) and others[at].end <= figure.start:
            at += 1
        if at == len(others) or others[at].start >= figure.end:
            apart.append(figure)
    return tuple(apart)
