"""Layers out of the store; the extraction that is reviewed is one of them, called ``base``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from fzreview.domain.extracting.layers import BASE, Layer, LayerReport, as_layer_figure
from fzreview.domain.figures.fields import STATED
from fzreview.domain.reports.stored import ReportSummary, found_figures
from fzreview.store.opening.connect import create_or_migrate
from fzreview.store.reader import StoreReader


def layers_of(store: Path) -> list[Layer]:
    """Every layer of a store, in order of name and version. Raises StoreError."""
    create_or_migrate(store)
    with StoreReader(store) as reader:
        return reader.layers()


class LayerReader:
    """One layer of an open store, read report by report."""

    def __init__(self, reader: StoreReader, name: str) -> None:
        """Raises StoreError where no layer, or more than one, is called that."""
        self._reader = reader
        self.layer: Layer | None = None if name == BASE else reader.layer(name)
        self.label = BASE if self.layer is None else self.layer.label

    @property
    def told(self) -> Sequence[str]:
        """Fields that it tells itself, of ``fields.STATED``."""
        return STATED if self.layer is None else self.layer.told

    def of(self, report: ReportSummary) -> LayerReport | None:
        """What it says of a report; None where it never looked at it."""
        if self.layer is None:
            figures = found_figures(self._reader.figures(report.id))
            return LayerReport(BASE, tuple(as_layer_figure(figure) for figure in figures))
        found = self._reader.report_layers(report.id, self.layer)
        return found[0] if found else None
