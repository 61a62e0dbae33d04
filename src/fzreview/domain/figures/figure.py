"""A figure: a quantity that a report states, as the annotation guide defines it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

Kind = Literal["count", "money", "percent", "ratio", "rank", "score", "duration", "measure"]
Bound = Literal["=", "~", ">", ">=", "<", "<="]

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
BOUNDS: Final[tuple[Bound, ...]] = get_args(Bound)

GUIDE_VERSION: Final = "1.4"
"""Version of the annotation guide (docs/annotation.md) that the fields follow."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a report. Offsets are code points of the source text, ``end`` exclusive."""

    start: int
    end: int
    surface: str
    """``source[start:end]``, untouched."""
    text: str
    """The surface repaired: simplified, without glosses and blanks."""
    value: str
    """Plain decimal string, 万 and 亿 multiplied out; percent stays percent."""
    upper: str | None
    """Upper value of a range, else None."""
    unit: str
    """Simplified characters; empty where none is written."""
    kind: Kind
    bound: Bound
    subject: str
    section: tuple[str, ...] = ()
    """Headings above the figure, outermost first, marker included."""
    doubts: tuple[str, ...] = ()
    """Ids of the extractor's reasons to doubt this figure; empty where it has none."""

    @property
    def span_key(self) -> str:
        """``START-END``, the part of a figure's key after its report."""
        return f"{self.start}-{self.end}"
