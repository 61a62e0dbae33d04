"""How many characters a second are read, against a plain regex pass.

In this process, whose CPU time is the clock: other work on the machine does not count.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from statistics import median
from typing import Any, Final
from unittest.mock import patch

from benchmarks.floor_load import FIGURE, HEADING, mended
from benchmarks.rows import Row, at_least
from benchmarks.workspace import Workspace

REPORTS_A_ROUND: Final = 40
STAGES: Final = (
    "clean_text",
    "find_layout",
    "find_outline",
    "read_metadata",
    "flag_repairs",
    "find_figures",
)
"""What ``read_report`` calls, in its order."""


def measure(place: Workspace) -> Iterator[Row]:
    """The whole reading and each of its stages. No text is read twice, so that no cache remembers it."""
    floor: list[float] = []
    whole: list[float] = []
    stages: dict[str, list[float]] = {stage: [] for stage in STAGES}
    for turn in range(place.scale.readings + 1):
        texts = list(place.corpus.reports(turn * REPORTS_A_ROUND, (turn + 1) * REPORTS_A_ROUND))
        chars = sum(map(len, texts))
        floor_seconds = _seconds(_regex_pass, texts)
        with _stage_clocks() as clocks:
            from fzreview.reading.read import read_report

            seconds = _seconds(read_report, texts)
        if turn == 0:  # it loaded the tables
            continue
        floor.append(chars / floor_seconds)
        whole.append(chars / seconds)
        for stage in STAGES:
            stages[stage].append(chars / clocks[stage])
    rate = median(whole)
    yield Row("reading", "read_report ÷ regex pass", rate, "chars/s", median(floor))
    yield Row("reading", "read_report", rate, "chars/s", must=at_least(600_000), goal=at_least(1_000_000))
    for stage in STAGES:
        share = rate / median(stages[stage])
        yield Row(
            "reading", f"{stage} by itself", median(stages[stage]), "chars/s", note=f"{share:.0%} of the time"
        )


def _regex_pass(text: str) -> int:
    text = mended(text)
    return sum(1 for _ in FIGURE.finditer(text)) + sum(1 for _ in HEADING.finditer(text))


def _seconds(read: Callable[[str], object], texts: Sequence[str]) -> float:
    begin = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - begin


@contextmanager
def _stage_clocks() -> Iterator[defaultdict[str, float]]:
    """Seconds spent in each stage while the block runs."""
    from fzreview.reading import read as door

    clocks: defaultdict[str, float] = defaultdict(float)

    def clocked(stage: str) -> Callable[..., Any]:
        function = getattr(door, stage)

        def call(*arguments: Any) -> Any:
            begin = time.process_time()
            try:
                return function(*arguments)
            finally:
                clocks[stage] += time.process_time() - begin

        return call

    with ExitStack() as patches:
        for stage in STAGES:
            patches.enter_context(patch.object(door, stage, clocked(stage)))
        yield clocks
