"""Look-alikes of a figure that was judged, and an indicator's panel, over ten thousand reports."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.grown_store import grow
from benchmarks.growth import FEW, small_store
from benchmarks.rows import Row, at_most
from benchmarks.workspace import Workspace
from fzreview.domain.alike import Pattern, PatternKind
from fzreview.store.reader import StoreReader
from fzreview.work.listing.panel import panel_of

REPORTS: Final = 10_000
ROUNDS: Final = 9
LOOKED_AT: Final = 100
PATTERNS: Final[dict[PatternKind, Pattern]] = {
    "text": Pattern("text", "三个", "方面"),
    "subject": Pattern("subject", "", "行政复议案件", "件", "count"),
    "begins": Pattern("begins", "受理", "受理行政复议案件"),
    "ends": Pattern("ends", "复议案件", "受理行政复议案件"),
}
INDICATOR: Final = "行政复议"


def measure(place: Workspace) -> Iterator[Row]:
    """The time of each kind of look-alikes, nowhere found included, and of a panel."""
    store = small_store(place)
    grow(store, REPORTS // FEW)
    nowhere = Pattern("ends", "没有这样的一个主题", "没有这样的一个主题")
    for name, pattern in (*PATTERNS.items(), ("nowhere", nowhere)):
        yield _row(f"look-alikes by {name}, p50", 100, lambda pattern=pattern: _found(store, pattern))  # type: ignore[misc]  # bound in the loop
    yield _row("panel, p50", 300, lambda: len(panel_of(store, INDICATOR, undecided=True)))


def _found(store: Path, pattern: Pattern) -> int:
    with StoreReader(store) as reader:
        return len(reader.alike_figures(pattern, LOOKED_AT))


def _row(name: str, most: int, ask: Callable[[], int]) -> Row:
    times, found = [], 0
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        found = ask()
        times.append(time.perf_counter() - begin)
    note = f"{found} over {REPORTS:,} reports"
    return Row("alike", name, median(times) * 1000, "ms", must=at_most(most), note=note)
