"""``fzreview load`` of a folder, against a bare load of the same files into SQLite."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from benchmarks.children import Cost, cost_of
from benchmarks.rounds import in_turn
from benchmarks.rows import Row, at_least, at_most
from benchmarks.workspace import Workspace


def measure(place: Workspace) -> Iterator[Row]:
    """Characters a second with one and two reading processes; peak memory and how it grows."""
    reports = place.scale.reports
    folder, chars = place.folder(reports), place.chars(reports)
    floors: list[Cost] = []

    def floor() -> Cost:
        floors.append(cost_of(place.floor_command(folder), watch_memory=True))
        return floors[-1]

    loads = in_turn(
        place.scale.loads,
        {
            "floor": floor,
            "one": lambda: cost_of(place.load_command(folder, "--jobs", "1"), watch_memory=True),
            "floor again": floor,
            "two": lambda: cost_of(place.load_command(folder, "--jobs", "2"), watch_memory=True),
        },
        warm_up=False,
    )
    floor_rate = median(chars / cost.seconds for cost in floors)
    for words, name in (("--jobs 1", "one"), ("--jobs 2", "two")):
        yield Row(
            "loading",
            f"load {reports:,} reports, {words}",
            median(chars / cost.seconds for cost in loads[name]),
            "chars/s",
            floor_rate,
            must=at_least(1 / 20),
            goal=at_least(1 / 10),
        )
    peak = _peak(loads["one"])
    if peak is None:
        return
    yield Row(
        "loading", f"load memory, {reports:,} reports", peak, "MiB", must=at_most(200), goal=at_most(100)
    )
    fewer, more = (reports, reports * 10) if place.scale.full else (reports // 5, reports)
    other = _peak(
        [cost_of(place.load_command(place.folder(fewer + more - reports), "--jobs", "1"), watch_memory=True)]
    )
    least, most = (peak, other) if place.scale.full else (other, peak)
    yield Row(
        "loading",
        f"load memory, {more:,} reports ÷ {fewer:,}",
        most,
        "MiB",
        least,
        must=at_most(1.2),
        goal=at_most(1.1),
    )


def _peak(costs: list[Cost]) -> float | None:
    known = [cost.peak_mib for cost in costs if cost.peak_mib is not None]
    return median(known) if known else None
