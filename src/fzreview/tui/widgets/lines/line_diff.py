"""How much of a line differs from what is on the screen. Repaints always start at the first cell."""

from __future__ import annotations

from itertools import takewhile

from rich.text import Span, Text

from fzreview.text import cells as widths


def differing_prefix_cells(before: Text, after: Text, width: int) -> int:
    """Length in cells of the shortest prefix outside which two lines look alike; 0 where they are equal.

    ``width`` is that of the widget in cells; it is returned where a line is cut at it or cannot be measured.
    """
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
    # Terminals disagree about the width of some characters, which shift everything to their right.
    if widths.has_uncertain_width(changed):
        return width
    if cells[0] != cells[1]:
        return max(cells)
    return cells[1] - widths.cells(after.plain[len(after.plain) - same :])


def _from_the_end(text: Text) -> list[Span]:
    length = len(text.plain)
    return [Span(length - span.end, length - span.start, span.style) for span in text.spans]
