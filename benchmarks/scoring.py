"""``evaluate`` over two files of figures, against reading the same two files as JSON."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any, Final

from benchmarks.children import FZREVIEW, PYTHON, cost_of
from benchmarks.rounds import in_turn
from benchmarks.rows import Row, at_most
from benchmarks.workspace import WORK, Workspace

FIGURES_A_REPORT: Final = 60
FIGURES_TO_REPORTS: Final = 100
"""Figures that are scored, to each report of the desk's store: 100,000 at full size."""
ROUNDS: Final = 3

FLOOR: Final = """
import json, sys
for path in sys.argv[1:]:
    with open(path, "rb") as file:
        for line in file:
            json.loads(line)
"""


def measure(place: Workspace) -> Iterator[Row]:
    """CPU seconds of the whole command, and its memory."""
    figures = place.scale.reports * FIGURES_TO_REPORTS
    gold, predicted = WORK / "scored-gold.jsonl", WORK / "scored-predictions.jsonl"
    _write(gold, predicted, figures)
    command = [FZREVIEW, "evaluate", str(gold), str(predicted), "--json"]
    floor = [PYTHON, "-c", FLOOR, str(gold), str(predicted)]
    costs = in_turn(
        ROUNDS,
        {"floor": lambda: cost_of(floor), "program": lambda: cost_of(command, watch_memory=True)},
    )
    program, plain = (median(cost.cpu_seconds for cost in costs[name]) for name in ("program", "floor"))
    yield Row(
        "evaluate",
        f"{figures:,} figures ÷ json.loads of both files, CPU",
        program,
        "s",
        plain,
        must=at_most(10),
        goal=at_most(6),
        note=f"{median(cost.seconds for cost in costs['program']):.1f} s by the clock",
    )
    peaks = [cost.peak_mib for cost in costs["program"] if cost.peak_mib is not None]
    yield Row("evaluate", "peak memory", median(peaks) if peaks else None, "MiB")


def _write(gold: Path, predicted: Path, figures: int) -> None:
    """Rows as an export and as ``figures --json`` write them; a quarter of the predictions is wrong."""
    chance = random.Random(5)
    with gold.open("w", encoding="utf-8") as truths, predicted.open("w", encoding="utf-8") as guesses:
        for place in range(figures):
            row = _row(place, chance)
            truths.write(json.dumps(row | _decided(row), ensure_ascii=False) + "\n")
            guess = _guessed(row, chance)
            if guess is not None:
                guesses.write(json.dumps(guess, ensure_ascii=False) + "\n")


def _row(place: int, chance: random.Random) -> dict[str, Any]:
    report, order = divmod(place, FIGURES_A_REPORT)
    value = str(chance.randrange(1, 5000))
    start = 300 + 40 * order
    return {
        "doc": f"report-{report}.txt",
        "sha256": f"{report:064x}",
        "start": start,
        "end": start + len(value) + 1,
        "surface": f"{value}件",
        "text": f"{value}件",
        "value": value,
        "upper": None,
        "unit": "件",
        "kind": chance.choice(("count", "money", "percent")),
        "bound": "=",
        "subject": chance.choice(("受理行政复议案件", "办结各类案件", "制发检查建议书")),
        "section": ["一、工作情况", f"(一)第{order // 10}节"],
    }


def _decided(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "decision": "verified",
        "machine": None,
        "reason": None,
        "reviewer": "benchmark",
        "decided_at": "2026-01-01T00:00:00Z",
        "sentence": f"全年{row['subject']}{row['surface']},办结率明显提升。",
        "sentence_start": row["start"] - 2 - len(row["subject"]),
        "context_complete": True,
        "split": "train",
    }


def _guessed(row: dict[str, Any], chance: random.Random) -> dict[str, Any] | None:
    draw = chance.random()
    if draw < 0.05:
        return None
    if draw < 0.1:
        return row | {"value": "1"}
    if draw < 0.15:
        return row | {"kind": "rank"}
    if draw < 0.2:
        return row | {"subject": "案件"}
    if draw < 0.25:
        return row | {"start": row["start"] + 1}
    return row
