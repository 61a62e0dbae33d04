"""Look-alikes of a figure that was judged, and an indicator's panel, over ten thousand reports."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.grown_store import grow
from benchmarks.growth import FEW, small_store
from benchmarks.rows import Row, at_most
from benchmarks.workspace import Workspace
from fzreview.domain.figures.alike import Pattern
from fzreview.store.reader import StoreReader
from fzreview.work.listing.panel import panel_of

REPORTS: Final = 10_000
ROUNDS: Final = 9
LOOKED_AT: Final = 60
INDICATOR: Final = "行政复议"


def measure(place: Workspace) -> Iterator[Row]:
    """The time of each kind of look-alikes, nowhere found included, and of a panel."""
    store = place.copy(small_store(place))
    grow(store, REPORTS // FEW)
    for name, pattern in _patterns(store).items():
        yield _row(f"look-alikes by {name}, p50", 100, partial(_found, store, pattern))
    yield _row("panel, p50", 300, lambda: _told(store))


def _patterns(store: Path) -> dict[str, Pattern]:
    """One of each kind, of what is told most often, and one that is nowhere."""
    with closing(sqlite3.connect(store)) as connection:
        subject, unit, kind = connection.execute(
            "select subject, unit, kind from figures where status is null and length(subject) > 5"
            " group by subject_key, unit, kind order by count(*) desc limit 1"
        ).fetchone()
        (text,) = connection.execute(
            "select text from figures where status is null and text not glob '*[0-9０-９]*'"
            " group by text order by count(*) desc limit 1"
        ).fetchone()
    nowhere = "没有这样的一个主题"
    return {
        "text": Pattern("text", text, subject),
        "subject": Pattern("subject", "", subject, unit, kind),
        "begins": Pattern("begins", subject[:4], subject),
        "ends": Pattern("ends", subject[-4:], subject),
        "nowhere": Pattern("ends", nowhere, nowhere),
    }


def _told(store: Path) -> int:
    series = panel_of(store, INDICATOR, undecided=True)
    return sum(cell is not None for one in series for row in one.rows for cell in row.cells)


def _found(store: Path, pattern: Pattern) -> int:
    with StoreReader(store) as reader:
        return len(reader.across.alike(pattern, LOOKED_AT))


def _row(name: str, most: int, ask: Callable[[], int]) -> Row:
    times, found = [], 0
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        found = ask()
        times.append(time.perf_counter() - begin)
    note = f"{found} over {REPORTS:,} reports"
    return Row("alike", name, median(times) * 1000, "ms", must=at_most(most), note=note)
