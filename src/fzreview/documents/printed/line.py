"""A line of a printed page."""

from __future__ import annotations

from typing import NamedTuple


class Line(NamedTuple):
    """Its text and where it stands, in points along the direction in which the page is read.

    Places are None where the file does not tell them or the line runs in another direction than its page.
    """

    text: str
    left: float | None = None
    """Where it begins."""
    right: float | None = None
    """Where it ends."""
    level: float | None = None
    """How far up the page it stands: each line is read before those of lower levels."""
    is_row: bool = False
    """Whether gaps part it into cells, as a row of a table."""
