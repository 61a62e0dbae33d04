"""Stored layers as predictions: of the reports of gold about which they say all that they have to say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from fzreview.domain.extracting.layers import LayerReport
from fzreview.domain.figures.figure import Figure
from fzreview.domain.figures.figure_rows import FigureRow
from fzreview.errors import FzError
from fzreview.store.opening.connect import create_or_migrate
from fzreview.store.reader import StoreReader
from fzreview.work.layers.reading import LayerReader
from fzreview.work.scoring.figure_files import PredictedFile, Refused
from fzreview.work.scoring.report_names import ReportNames


@dataclass
class LayerPredictions:
    """Layers side by side, over the same reports."""

    names: list[str]
    """Labels of the layers, in the order asked for."""
    files: list[PredictedFile]
    left: set[str] = field(default_factory=set)
    """Gold's names of the reports about which nothing can be said; none of the files speaks of them."""


def layer_predictions(
    store: Path, names: Sequence[str], reports: ReportNames, refused: Refused
) -> LayerPredictions:
    """The figures of each layer under the names of gold's reports.

    A report is left out of all of them, and noted in ``refused``, where a row of it was refused in one or
    where one never looked at it. Raises StoreError where no layer, or more than one, has one of the names.
    """
    create_or_migrate(store)
    with StoreReader(store) as reader:
        layers = [LayerReader(reader, name) for name in names]
        found = LayerPredictions([one.label for one in layers], [PredictedFile() for _ in layers])
        there: set[str] = set()
        for summary in list(reader.summaries(aside=None)):
            name = reports.find(summary.doc, summary.sha256)
            if name is None:
                continue
            said = [layer.of(summary) for layer in layers]
            there.add(name)
            wrong = [_why_not(layer.label, one, name) for layer, one in zip(layers, said, strict=True)]
            if any(wrong):
                refused += [error for error in wrong if error is not None]
                found.left.add(name)
                continue
            for file, one in zip(found.files, said, strict=True):
                assert one is not None
                file.rows += [_row(name, each.figure) for each in one.figures]
        for file, layer in zip(found.files, layers, strict=True):
            file.fields = set(layer.told)
    for report in reports:
        if report.name not in there:
            refused.append(FzError("layer_without_report", layer=" ".join(found.names), doc=report.name))
            found.left.add(report.name)
    return found


def _why_not(label: str, said: LayerReport | None, doc: str) -> FzError | None:
    if said is None:
        return FzError("layer_without_report", layer=label, doc=doc)
    return None if said.whole else FzError("layer_incomplete", layer=label, doc=doc)


def _row(name: str, figure: Figure) -> FigureRow:
    # A layer tells no headings: that is not the same as standing under none.
    return replace(FigureRow.of_figure(name, figure), section=None)
