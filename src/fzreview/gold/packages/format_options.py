"""What a user of an export chooses beside the formats."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Final, Literal, get_args

Units = Literal["utf16", "codepoints", "graphemes"]

UNITS: Final[tuple[Units, ...]] = get_args(Units)
"""What one step of an offset can be: a UTF-16 code unit, a code point, a grapheme cluster (UAX #29)."""


@dataclass(frozen=True, slots=True)
class FormatOptions:
    """Choices that some formats heed and the others pass over."""

    units: Units = "utf16"
    """Of doccano's offsets: its projects count UTF-16 code units, or grapheme clusters where that is set."""
    texts: bool = True
    """Whether the formats for a hub hold the texts of the reports."""

    incomplete: bool = False
    """Whether formats to train on hold sentences too in which something is not settled."""

    def row(self) -> dict[str, Any]:
        """As the manifest states them."""
        return asdict(self)
