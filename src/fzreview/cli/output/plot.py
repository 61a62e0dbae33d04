"""A row of numbers as a row of blocks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

BLOCKS: Final = " ▁▂▃▄▅▆▇█"


def plot(counts: Sequence[int]) -> str:
    """Counts as a row of blocks, the highest full."""
    most = max(counts) or 1
    return "".join(BLOCKS[round(count * (len(BLOCKS) - 1) / most)] for count in counts)
