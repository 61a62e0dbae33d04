"""One line a release, so that what became slower is seen: ``benchmarks/history.jsonl``."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from benchmarks.rows import Row

HISTORY: Final = Path(__file__).with_name("history.jsonl")


def record(conditions: Mapping[str, object], rows: Sequence[Row], path: Path = HISTORY) -> None:
    """Add a run's ratios (``program ÷ floor``; the figure itself without a floor), rounded to three digits.

    A run of the same release and day takes the place of the one before.
    """
    ratios = {f"{row.area}: {row.name}": float(f"{row.judged:.3g}") for row in rows if row.judged is not None}
    line = {
        "fzreview": conditions["fzreview"],
        "date": date.today().isoformat(),
        "conditions": dict(conditions),
    }
    key = (line["fzreview"], line["date"])
    before = [json.loads(text) for text in path.read_text("utf-8").splitlines()] if path.exists() else []
    kept = [one for one in before if (one["fzreview"], one["date"]) != key]
    lines = [json.dumps(one, ensure_ascii=False) for one in [*kept, line | {"ratios": ratios}]]
    path.write_text("\n".join(lines) + "\n", "utf-8")
