"""What is left to do in a package when its reviewer leaves it."""

from __future__ import annotations

from pathlib import Path

from fzreview.store.reader import StoreReader


def left_in_package(store: Path) -> int | None:
    """How many figures of a package are undecided; None of any other store."""
    with StoreReader(store) as reader:
        if reader.team.owner() is None:
            return None
        return sum(summary.undecided for summary in reader.summaries())
