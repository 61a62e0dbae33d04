"""Layers and their comparison as rows for programs."""

from __future__ import annotations

from fzreview.domain.extracting.layers import Layer, LayerFigure
from fzreview.domain.figures.keys import figure_key
from fzreview.domain.reports.reading_rows import Row, figure_fields
from fzreview.work.layers.comparing import OUTCOMES, FigurePair, Tally


def layer_row(layer: Layer) -> Row:
    """The row of ``layers --json``."""
    return {
        "layer": layer.label,
        "name": layer.name,
        "version": layer.version,
        "added_at": layer.added_at,
        "reports": layer.reports,
        "incomplete": layer.incomplete,
        "figures": layer.figures,
        "refused": layer.refused,
        "told": list(layer.told),
        "confident": layer.confident,
    }


def pair_row(pair: FigurePair) -> Row:
    """A row of ``compare --json``."""
    return {
        "key": figure_key(pair.report.sha256, pair.span_key),
        "doc": pair.report.doc,
        "sha256": pair.report.sha256,
        "outcome": pair.outcome,
        "fields": list(pair.fields),
        "first": _layer_figure_row(pair.first),
        "second": _layer_figure_row(pair.second),
    }


def tally_row(tally: Tally) -> Row:
    """The last row of ``compare --json``: the whole in numbers."""
    return {
        "first_layer": tally.first,
        "second_layer": tally.second,
        "reports": tally.reports,
        "incomplete": tally.incomplete,
        "apart": tally.apart,
        **{outcome: tally.outcomes[outcome] for outcome in OUTCOMES},
        "by_field": dict(sorted(tally.fields.items())),
    }


def _layer_figure_row(one: LayerFigure | None) -> Row | None:
    if one is None:
        return None
    return figure_fields(one.figure) | {"told": list(one.told), "confidence": one.confidence}
