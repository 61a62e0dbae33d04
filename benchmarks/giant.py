"""One report of twenty megabytes: it must load, open and be decided in, whatever it costs."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median
from typing import Final

from benchmarks.children import FZREVIEW, cost_of
from benchmarks.pty_meter import Terminal
from benchmarks.rows import Row
from benchmarks.start import PROGRAM_READY, desk_command
from benchmarks.workspace import WORK, Workspace

CHARS: Final = 7_000_000
"""About 20 MB of UTF-8, with some 70,000 figures."""
KEYS: Final = 12
PATIENCE: Final = 120.0


def measure(place: Workspace) -> Iterator[Row]:
    """Load, start, verdicts and memory; only in a full run."""
    if not place.scale.full:
        return
    path, store = WORK / "giant.txt", WORK / "giant.db"
    path.write_text(place.corpus.report(0, CHARS), "utf-8")
    load = cost_of([FZREVIEW, "--db", str(store), "load", "--json", str(path)], watch_memory=True)
    yield Row("giant", "load of 20 MB in one report", load.seconds, "s")
    yield Row("giant", "load, peak RSS", load.peak_mib, "MiB")
    with Terminal(desk_command(store, path.name)) as terminal:
        yield Row("giant", "desk to first figure's card", terminal.wait_for(PROGRAM_READY, PATIENCE), "ms")
        terminal.settle(1.0, PATIENCE)
        verdicts = [terminal.press(b"v", PATIENCE).last for _ in range(KEYS)]
        yield Row("giant", "v, p50", median(verdicts), "ms")
        yield Row("giant", "v, slowest: the counters grow, all of the row is written", max(verdicts), "ms")
        yield Row("giant", "desk, peak RSS", terminal.peak_mib(), "MiB")
