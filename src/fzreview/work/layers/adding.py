"""Adds a layer: runs its source over every report first, then stores all results in one commit."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol, Self

from fzreview.domain.extracting.extraction import Document
from fzreview.domain.extracting.layers import Layer, LayerReport, is_layer_name, label_of
from fzreview.domain.reports.report import Reading
from fzreview.domain.reports.report_filter import ReportFilter
from fzreview.domain.reports.stored import StoredReport
from fzreview.errors import FzError, StoreError, UsageError
from fzreview.reading.version import EXTRACTOR_VERSION
from fzreview.store.opening.connect import create_or_migrate
from fzreview.store.reader import StoreReader
from fzreview.store.writer import StoreWriter
from fzreview.work.clock import now
from fzreview.work.extracting.batching import document_of, prepared_reports
from fzreview.work.extracting.foreign_figures import NamedRow, checked_layer


class LayerSource(Protocol):
    """Where the figures of a layer come from: an extractor, or a file of predictions."""

    def rows_of(self, document: Document) -> Iterable[NamedRow] | None:
        """Its rows for one report; None where it does not cover the report.

        Raises FzError where it breaks down over the report.
        """

    def may_lack(self, sha256: str) -> bool:
        """Whether rows that may belong to the report were refused before their report was known."""


@dataclass(frozen=True, slots=True)
class ReportOutcome:
    """The result for one report."""

    doc: str
    refused: tuple[FzError, ...]
    incomplete: bool


def named_layer(name: str, version: str) -> Layer:
    """A layer with the current time. Raises UsageError for an invalid name or version."""
    if not is_layer_name(name, version):
        raise UsageError("bad_layer_name", name=label_of(name, version))
    return Layer(name, version, now())


def refuse_taken(store: Path, layer: Layer) -> None:
    """Raise StoreError where the store has a layer of that name and version."""
    create_or_migrate(store)
    with StoreReader(store) as reader:
        if any(one.label == layer.label for one in reader.layers()):
            raise StoreError("layer_there", layer=layer.label)


def remove_layer(store: Path, name: str) -> Layer:
    """Delete a layer and return it. Raises StoreError where no layer, or more than one, has that name."""
    create_or_migrate(store)
    with StoreReader(store) as reader:
        layer = reader.layer(name)
    with closing(StoreWriter(store)) as writer:
        writer.remove_layer(layer).result()
    return layer


def reports_that_fit(store: Path, wanted: ReportFilter, named: Collection[str] | None = None) -> list[int]:
    """Ids of the matching reports in loading order; with ``named`` (sha256) of these alone."""
    create_or_migrate(store)
    with StoreReader(store) as reader:
        return [
            one.id
            for one in reader.summaries(aside=None)
            if wanted.fits(one) and (named is None or one.sha256 in named)
        ]


class LayerBuilder:
    """Builds one layer: exhaust :meth:`outcomes`, then call :meth:`store_layer`. A context manager.

    Results are buffered in a temporary file, so that memory is bounded by a batch of reports and the store is
    locked for one short transaction only.
    """

    def __init__(self, store: Path, source: LayerSource, reports: Sequence[int]) -> None:
        """``reports`` are ids. Raises StoreError for a store that cannot be opened."""
        create_or_migrate(store)
        self._store = store
        self._source = source
        self._reports = reports
        self._waiting: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed by __exit__

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._waiting.close()

    def outcomes(self) -> Iterator[ReportOutcome | None]:
        """The result for each report in turn; None for one that the source does not cover."""
        with StoreReader(self._store) as reader:
            for stored in prepared_reports(reader, self._reports, self._source):
                found = self._found(stored)
                if found is None:
                    yield None
                    continue
                layer, refused = found
                pickle.dump((stored.summary.sha256, layer), self._waiting)
                yield ReportOutcome(stored.summary.doc, refused, not layer.whole)

    def _found(self, stored: StoredReport) -> tuple[LayerReport, tuple[FzError, ...]] | None:
        try:
            rows = self._source.rows_of(document_of(stored))
        except FzError as error:
            return LayerReport("", (), False, 1), (error,)
        if rows is None:
            return None
        figures, refused = checked_layer(rows, _own_reading(stored))
        whole = not refused and not self._source.may_lack(stored.summary.sha256)
        return LayerReport("", figures, whole, len(refused)), refused

    def store_layer(self, layer: Layer, *, replace: bool = False) -> int:
        """Store the layer; returns its number of reports. Raises StoreError, with nothing written."""
        self._waiting.seek(0)
        with closing(StoreWriter(self._store)) as writer:
            return writer.add_layer(layer, self._found_reports(), replace=replace).result()

    def _found_reports(self) -> Iterator[tuple[str, LayerReport]]:
        while True:
            try:
                one: tuple[str, LayerReport] = pickle.load(self._waiting)
            except EOFError:
                return
            yield one


def _own_reading(stored: StoredReport) -> Reading:
    """The built-in reading of a report: the stored one where this version made it, else a new one."""
    if stored.extractor == EXTRACTOR_VERSION:
        return stored.reading
    from fzreview.reading.read import read_report

    return read_report(stored.reading.source)
