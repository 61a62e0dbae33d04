"""How far a line must be sent again: lines are always sent from their beginning."""

from __future__ import annotations

from itertools import takewhile

from rich.text import Span, Text

from fzreview.text import cells as widths


def changed_cells(before: Text, after: Text, width: int) -> int:
    """Cells, from the beginning of a line of ``width``, that hold all that differs; 0 where nothing does."""
    if before == after and before.style == after.style:
        return 0
    cells = widths.cells(before.plain), widths.cells(after.plain)
    if before.style != after.style or max(cells) > width:
        return width
    pairs = zip(reversed(before.plain), reversed(after.plain), strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    looks = set(_from_the_end(before)) ^ set(_from_the_end(after))
    same = min((same, *(span.start for span in looks)))
    changed = before.plain[: len(before.plain) - same] + after.plain[: len(after.plain) - same]
    # Characters that some terminals draw wider shift what stands behind them, so that it moves with them.
    if widths.has_uncertain_width(changed):
        return width
    if cells[0] != cells[1]:
        return max(cells)
    return cells[1] - widths.cells(after.plain[len(after.plain) - same :])


def _from_the_end(text: Text) -> list[Span]:
    length = len(text.plain)
    return [Span(length - span.end, length - span.start, span.style) for span in text.spans]
