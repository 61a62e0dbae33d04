"""How long ties and alarms of one long report take, and whether they grow no faster than its figures."""

from __future__ import annotations

import time
from collections.abc import Iterator
from statistics import median
from typing import Final

from benchmarks.rows import Row, at_most
from benchmarks.workspace import Workspace

FIGURES: Final = 5000
TURNS: Final = 5


def measure(place: Workspace) -> Iterator[Row]:
    """One report of so many figures and one twice as long; against reading the same report."""
    from fzreview.checking.ties import find_alarms, find_ties
    from fzreview.domain.reports.report import Reading
    from fzreview.reading.read import read_report

    def long_report(figures: int) -> tuple[Reading, float]:
        text, count = "", 0
        for report in place.corpus.reports(0, 2000):
            if count >= figures:
                break
            text += report + "\n"
            count += len(read_report(report).figures)
        begin = time.process_time()
        reading = read_report(text)
        return reading, time.process_time() - begin

    def seconds(reading: Reading) -> float:
        spent = []
        for _ in range(TURNS):
            begin = time.process_time()
            find_ties(reading)
            find_alarms(reading)
            spent.append(time.process_time() - begin)
        return median(spent)

    reading, read_seconds = long_report(FIGURES)
    double, _ = long_report(2 * FIGURES)
    once, twice = seconds(reading), seconds(double)
    count = len(reading.figures)
    yield Row("ties", f"ties and alarms of {count} figures", once * FIGURES / count, "s", must=at_most(1))
    yield Row("ties", "ties and alarms ÷ reading", once, "s", read_seconds)
    growth = (twice / len(double.figures)) / (once / count)
    yield Row("ties", "a figure's share in a report twice as long", growth, "times", must=at_most(1.5))
