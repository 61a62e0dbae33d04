"""``fzreview read SHARD… -o DIR`` against a bare pool of processes that only reads."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.children import FZREVIEW, Cost, cost_of, floor_program
from benchmarks.rounds import in_turn
from benchmarks.rows import Row, at_least
from benchmarks.workspace import WORK, Workspace

SHARDS: Final = 8
REPORTS: Final = 50
"""Reports of a shard."""
JOBS: Final = 2
TURNS: Final = 3


def measure(place: Workspace) -> Iterator[Row]:
    """Reports a second of both, in turn."""
    shards = list(_shards(place, WORK / "shards"))
    out = WORK / "bulk"

    def program() -> Cost:
        shutil.rmtree(out, ignore_errors=True)
        return cost_of([FZREVIEW, "read", *map(str, shards), "-o", str(out), "--jobs", str(JOBS)])

    costs = in_turn(
        TURNS,
        {
            "floor": lambda: cost_of(floor_program("floor_bulk", str(JOBS), *map(str, shards))),
            "program": program,
        },
        warm_up=False,
    )
    rates = {name: median(SHARDS * REPORTS / cost.seconds for cost in own) for name, own in costs.items()}
    words = f"read {SHARDS * REPORTS} reports in {SHARDS} shards, --jobs {JOBS}"
    yield Row("bulk", words, rates["program"], "reports/s", rates["floor"], must=at_least(0.9))


def _shards(place: Workspace, folder: Path) -> Iterator[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(SHARDS):
        path = folder / f"{number}.jsonl"
        reports = place.corpus.reports(number * REPORTS, (number + 1) * REPORTS)
        lines = (json.dumps({"text": report}, ensure_ascii=False) for report in reports)
        path.write_text("\n".join(lines), encoding="utf-8")
        yield path
