"""A store, read: its reports, figures, decisions and gold, one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import Self

from fzreview.domain.decisions.verdict import JournalEntry, Origin, Status
from fzreview.domain.extracting.layers import Layer
from fzreview.domain.figures.figure import Figure
from fzreview.domain.figures.keys import figure_key
from fzreview.domain.gold.records import GoldRecord
from fzreview.domain.reports.stored import ReportSummary, StoredFigure
from fzreview.store.opening.connect import create_or_migrate
from fzreview.store.reader import StoreReader


@dataclass(frozen=True, slots=True)
class StoredRow:
    """A figure of a store with the latest word on it."""

    key: str
    """``REPORTKEY:START-END``, as ``judge`` takes it."""
    doc: str
    sha256: str
    figure: Figure
    """As it should be: the latest correction, else as extracted."""
    machine: Figure | None
    """As extracted; None for a figure that a reviewer added."""
    origin: Origin
    extractor: str
    status: Status
    reviewer: str | None
    decided_at: str | None
    comment: str | None


@dataclass(frozen=True, slots=True)
class LayerRow:
    """A figure as one layer has it."""

    layer: str
    """``NAME@VERSION``, or ``NAME`` where it has no version."""
    doc: str
    sha256: str
    figure: Figure
    """Whole: what the extractor does not tell is read at its span."""
    told: tuple[str, ...]
    """Fields that the extractor tells itself."""
    confidence: float | None
    """Between 0 and 1; None where it tells none."""
    whole: bool
    """False where rows of its report were refused: what the layer lacks there says nothing."""


class Store:
    """A store that was opened for reading; a context manager. One thread at a time may use it.

    Every iterator sees the store as it was when it began.
    """

    def __init__(self, path: Path) -> None:
        """An older store is brought up to date. Raises StoreError, or StoreTooNew, where that cannot be."""
        create_or_migrate(path)
        self.path = path
        self._reader = StoreReader(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._reader.close()

    def reports(self) -> Iterator[ReportSummary]:
        """Every report with its progress, in the order of loading."""
        return iter(list(self._reader.summaries()))

    def text(self, report: ReportSummary) -> str:
        """The untouched source text, of whose code points all offsets are."""
        return self._reader.source(report.id)

    def figures(self, report: str | None = None, status: Status | None = None) -> Iterator[StoredRow]:
        """Figures of one report (its name, a part of it, or its sha256) or of all, in order of place.

        Raises StoreError where no report, or more than one, is called that.
        """
        reports = list(self._reader.summaries()) if report is None else [self._reader.find_report(report)]
        for summary in reports:
            for stored in self._reader.figures(summary.id):
                if status is None or stored.status == status:
                    yield _row(summary, stored)

    def layers(self) -> Iterator[Layer]:
        """What other extractors say of the reports, in numbers, in order of name and version."""
        return iter(self._reader.layers())

    def layer_figures(self, layer: str, report: str | None = None) -> Iterator[LayerRow]:
        """The figures of a layer, of one report or of all, in order of place.

        Raises StoreError where no layer or report, or more than one, is called that.
        """
        reports = (
            list(self._reader.summaries(aside=None)) if report is None else [self._reader.find_report(report)]
        )
        found = self._reader.layer(layer)
        for summary in reports:
            for said in self._reader.report_layers(summary.id, found):
                for one in said.figures:
                    yield LayerRow(
                        found.label,
                        summary.doc,
                        summary.sha256,
                        one.figure,
                        one.told,
                        one.confidence,
                        said.whole,
                    )

    def decisions(self, report: str | None = None) -> Iterator[JournalEntry]:
        """The journal, or what it holds of one report, in the order of writing."""
        name = None if report is None else self._reader.find_report(report).sha256
        return (entry for _, entry in self._reader.journal.entries(sha256=name))

    def gold(
        self, reviewer: str | None = None, *, each_reviewer: bool = False, names: bool = False
    ) -> Iterator[GoldRecord]:
        """Gold records as ``export`` writes them, report by report: settled, one a figure.

        Those of one ``reviewer``, or of each, where that is asked for; ``names`` as they are, not r1, r2.
        """
        from fzreview.work.gold.exporting import ExportRequest, gold

        wanted = ExportRequest(reviewer, each_reviewer=each_reviewer, names=names)
        for document in gold(self.path, wanted):
            yield from document.records


def open_store(path: str | PathLike[str]) -> Store:
    """A store, opened for reading. Raises StoreError where there is none."""
    from fzreview.errors import StoreError

    place = Path(path)
    if not place.is_file():
        raise StoreError("store_missing", path=place)
    return Store(place)


def _row(summary: ReportSummary, stored: StoredFigure) -> StoredRow:
    latest = stored.latest
    return StoredRow(
        figure_key(summary.sha256, stored.span_key),
        summary.doc,
        summary.sha256,
        stored.shown,
        stored.figure if stored.origin == "machine" else None,
        stored.origin,
        stored.extractor,
        stored.status,
        latest.reviewer if latest else None,
        latest.decided_at if latest else None,
        latest.decision.comment if latest else None,
    )
