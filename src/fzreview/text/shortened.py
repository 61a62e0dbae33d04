"""Words of the program for a line that is too short for them."""

from __future__ import annotations

from fzreview.text.cells import cells
from fzreview.text.wrap import wrap_prose


def shortened(text: str, width: int) -> str:
    """``text`` in at most ``width`` terminal cells, 2 or more; what is cut is cut at a word and told by …."""
    if cells(text) <= width:
        return text
    return text[: wrap_prose(text, width - 1)[0][1]].rstrip() + "…"
