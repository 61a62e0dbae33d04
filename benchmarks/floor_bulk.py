"""The floor of reading in bulk: a bare pool of processes that reads shards and keeps a count.

python floor_bulk.py JOBS SHARD…
"""

from __future__ import annotations

import json
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path


def figures_of(shard: str) -> int:
    """How many figures the reports of a file of JSON lines hold."""
    from fzreview.reading.read import read_report

    with Path(shard).open(encoding="utf-8") as lines:
        return sum(len(read_report(json.loads(line)["text"]).figures) for line in lines)


def main() -> None:
    with ProcessPoolExecutor(int(sys.argv[1])) as pool:
        print(sum(pool.map(figures_of, sys.argv[2:])))


if __name__ == "__main__":
    main()
