"""Offsets as a program counts them that takes what a reader sees as one character for one (UAX #29)."""

from __future__ import annotations

from bisect import bisect_left

from fzreview.errors import LibraryMissing
from fzreview.gold.labels.offsets import PointOffsets, Utf16Offsets
from fzreview.gold.packages.format_options import Units


class GraphemeOffsets:
    """Code points of one text ↔ its grapheme clusters; CR and LF of a line break are one."""

    def __init__(self, text: str) -> None:
        """Raises LibraryMissing where the library that knows clusters is not installed."""
        try:
            import regex
        except ImportError as error:
            raise LibraryMissing("format_needs_extra", format="graphemes", extra="graphemes") from error
        self._bounds: list[int] = [0, *(cluster.end() for cluster in regex.finditer(r"\X", text))]

    @property
    def same(self) -> bool:
        """The count is that of code points everywhere."""
        return self._bounds[-1] == len(self._bounds) - 1

    def units(self, offset: int) -> int:
        """Clusters before the code point ``offset``; ValueError outside the text and within a cluster."""
        at = bisect_left(self._bounds, offset)
        if at == len(self._bounds) or self._bounds[at] != offset:
            raise ValueError(f"{offset} is within a character")
        return at

    def points(self, units: int) -> int:
        """Code points before the cluster ``units``. Raises ValueError outside the text."""
        if not 0 <= units < len(self._bounds):
            raise ValueError(f"{units} is outside the text")
        return self._bounds[units]


Offsets = PointOffsets | Utf16Offsets | GraphemeOffsets


def offsets_in(units: Units, text: str) -> Offsets:
    """The offsets of a text in these units."""
    if units == "graphemes":
        return GraphemeOffsets(text)
    return Utf16Offsets(text) if units == "utf16" else PointOffsets(text)
