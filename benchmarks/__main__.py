"""The command ``python -m benchmarks``."""

from __future__ import annotations

import argparse
import json
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from benchmarks import (
    alike,
    bulk,
    checking,
    documents,
    exporting,
    giant,
    growth,
    hub,
    keys,
    length,
    loading,
    merging,
    reading,
    scoring,
    start,
    storing,
    teams,
)
from benchmarks.history import record
from benchmarks.machine import compile_packages, conditions
from benchmarks.rows import Row, at_most, table
from benchmarks.workspace import Scale, Workspace

AREAS: Final[dict[str, Callable[[Workspace], Iterator[Row]]]] = {
    "start": start.measure,
    "keys": keys.measure,
    "reading": reading.measure,
    "ties": checking.measure,
    "documents": documents.measure,
    "loading": loading.measure,
    "bulk": bulk.measure,
    "store": storing.measure,
    "merge": merging.measure,
    "teams": teams.measure,
    "hub": hub.measure,
    "export": exporting.measure,
    "growth": growth.measure,
    "alike": alike.measure,
    "length": length.measure,
    "giant": giant.measure,
    "evaluate": scoring.measure,
}


def main() -> int:
    """Measure, print, write; 1 where ``--check`` finds a must that was missed."""
    options = _options()
    scale = _scale(options.quick, options.full)
    compile_packages()
    place = Workspace(scale)
    told = conditions()
    rows: list[Row] = []
    begin = time.perf_counter()
    try:
        for area in options.only or AREAS:
            print(f"{time.perf_counter() - begin:5.0f} s  {area} …", file=sys.stderr, flush=True)
            rows += _measured(area, place)
    finally:
        place.clean()
    told["seconds"] = round(time.perf_counter() - begin)
    print("  ".join(f"{name}: {value}" for name, value in told.items()) + "\n")
    print(table(rows))
    if options.json:
        data = {"conditions": told, "rows": [row.data() for row in rows]}
        options.json.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", "utf-8")
    if options.record:
        record(told, rows)
    return int(options.check and any(row.verdict == "MISSED" for row in rows))


def _measured(area: str, place: Workspace) -> Iterator[Row]:
    """The rows of an area; one that breaks down costs only its own rows, and is a must that was missed."""
    try:
        yield from AREAS[area](place)
    except Exception as error:
        traceback.print_exc()
        yield Row(
            area, "broke down", None, "", must=at_most(0), note=f"{type(error).__name__}: {error}"[:200]
        )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Speed and memory of fzreview.")
    size = parser.add_mutually_exclusive_group()
    size.add_argument("--quick", action="store_true", help="fewer rounds and reports, under a minute")
    size.add_argument("--full", action="store_true", help="also 10,000 and 100,000 reports, and a giant one")
    parser.add_argument("--only", action="append", choices=AREAS, help="measure this area only (repeatable)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the rows there too")
    parser.add_argument(
        "--record", action="store_true", help="add a line to benchmarks/history.jsonl (releases)"
    )
    parser.add_argument("--check", action="store_true", help="exit code 1 when a must is missed")
    return parser.parse_args()


def _scale(quick: bool, full: bool) -> Scale:
    if quick:
        return Scale(reports=200, starts=3, key_rounds=1, keys=30, readings=3, loads=1, grown=500, full=False)
    grown = 100_000 if full else 2_000
    return Scale(reports=1000, starts=9, key_rounds=3, keys=60, readings=7, loads=1, grown=grown, full=full)


if __name__ == "__main__":
    sys.exit(main())
