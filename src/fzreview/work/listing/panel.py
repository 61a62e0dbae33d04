"""An indicator over the years and places of a store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from fzreview.checking.panel import Series, panel
from fzreview.domain.reports.reading_rows import Row
from fzreview.store.opening.connect import create_or_migrate
from fzreview.store.reader import StoreReader

CUT: Final = 2
"""Characters that are left out at the beginning of a subject, again and again: most often a verb."""
LEAST_WORDS: Final = 4
MOST_TRIES: Final = 4


def panel_of(
    store: Path,
    words: str,
    region: str | None = None,
    years: tuple[int, int] | None = None,
    undecided: bool = False,
) -> tuple[Series, ...]:
    """The series whose subjects hold every word; gold alone unless ``undecided`` wants the rest as well."""
    create_or_migrate(store)
    with StoreReader(store) as reader:
        return panel(words, reader.across.panel(words.split(), region, years, undecided))


def panel_near(store: Path, subject: str) -> tuple[str, tuple[Series, ...]]:
    """The words of a subject under which more than one report tells something, with their series.

    Undecided figures are in them; the whole subject where no part of it does better.
    """
    whole: tuple[Series, ...] | None = None
    words = subject
    for _ in range(MOST_TRIES):
        found = panel_of(store, words, undecided=True)
        if len(_reports(found)) > 1:
            return words, found
        whole = found if whole is None else whole
        if len(words) - CUT < LEAST_WORDS:
            break
        words = words[CUT:]
    return subject, whole or ()


def _reports(series: Iterable[Series]) -> set[str]:
    cells = (cell for one in series for row in one.rows for cell in row.cells if cell is not None)
    return {figure.doc for cell in cells for figure in cell.figures}


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
