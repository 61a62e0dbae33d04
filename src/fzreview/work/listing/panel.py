"""An indicator over the years and places of a store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from fzreview.checking.panel import Series, panel
from fzreview.domain.reading_rows import Row
from fzreview.store.connect import prepare
from fzreview.store.reader import StoreReader


def panel_of(
    store: Path,
    words: str,
    region: str | None = None,
    years: tuple[int, int] | None = None,
    undecided: bool = False,
) -> tuple[Series, ...]:
    """The series whose subjects hold every word; gold alone unless ``undecided`` wants the rest as well."""
    prepare(store)
    with StoreReader(store) as reader:
        return panel(words, reader.panel_figures(words.split(), region, years, undecided))


def panel_rows(series: Iterable[Series]) -> Iterator[Row]:
    """A row for each figure, with its key and how like its wording is to the words asked for."""
    for one in series:
        for row in one.rows:
            for cell in row.cells:
                for figure in cell.figures if cell is not None else ():
                    assert cell is not None
                    yield {
                        "key": figure.key,
                        "doc": figure.doc,
                        "place": figure.place,
                        "year": figure.year,
                        "subject": one.subject,
                        "likeness": round(one.likeness, 3),
                        "value": figure.value,
                        "unit": one.unit,
                        "kind": one.kind,
                        "state": figure.state,
                        "marks": list(cell.marks),
                    }
