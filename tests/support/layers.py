"""Predictions of other extractors, as files, and stores with layers of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from fzreview.domain.reports.report_filter import EVERY_REPORT
from fzreview.work.extracting.predictions import Predictions
from fzreview.work.layers.adding import LayerBuilder, named_layer, reports_that_fit


def predictions(path: Path, rows: Iterable[Mapping[str, Any]]) -> Path:
    """A JSONL of predictions."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def at(doc: str, source: str, surface: str, **told: Any) -> dict[str, Any]:
    """A row of predictions for the first place where the surface stands."""
    start = source.index(surface)
    return {"doc": doc, "start": start, "end": start + len(surface), **told}


def add_layer(
    store: Path, name: str, version: str, rows: Iterable[Mapping[str, Any]], replace: bool = False
) -> None:
    """A layer of these rows in a store."""
    path = predictions(store.with_name(f"{name}-{version}.jsonl"), rows)
    with Predictions(path) as source:
        reports = reports_that_fit(store, EVERY_REPORT, source.reports_in(store))
        with LayerBuilder(store, source, reports) as making:
            assert list(making.outcomes())
            making.store_layer(named_layer(name, version), replace=replace)
