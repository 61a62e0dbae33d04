"""What a measure says: a row of the table, judged against its limits."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Limit:
    """A bound on a row's figure."""

    sense: Literal["<=", ">="]
    value: float

    def holds(self, figure: float) -> bool:
        return figure <= self.value if self.sense == "<=" else figure >= self.value

    def __str__(self) -> str:
        return f"{'≤' if self.sense == '<=' else '≥'} {self.value:g}"


def at_most(value: float) -> Limit:
    return Limit("<=", value)


def at_least(value: float) -> Limit:
    return Limit(">=", value)


@dataclass(frozen=True, slots=True)
class Row:
    """One measured thing. Limits judge ``program ÷ floor``, or ``program`` itself where there is no floor."""

    area: str
    name: str
    program: float | None
    """None where it could not be measured; a must is then missed."""
    unit: str
    floor: float | None = None
    must: Limit | None = None
    goal: Limit | None = None
    note: str = ""

    @property
    def ratio(self) -> float | None:
        return self.program / self.floor if self.program is not None and self.floor else None

    @property
    def judged(self) -> float | None:
        """The figure that the limits are about."""
        return self.program if self.floor is None else self.ratio

    @property
    def verdict(self) -> str:
        """``MISSED`` for a must, ``below goal``, ``ok``, or nothing where there is no limit."""
        if self.judged is None:
            return "MISSED" if self.must else "not measured"
        if self.must and not self.must.holds(self.judged):
            return "MISSED"
        if self.goal and not self.goal.holds(self.judged):
            return "below goal"
        return "ok" if self.must or self.goal else ""

    def data(self) -> dict[str, Any]:
        """The row for a JSON file."""
        limits = {name: None if limit is None else str(limit) for name, limit in self._limits()}
        return asdict(self) | {"ratio": self.ratio, "verdict": self.verdict} | limits

    def cells(self) -> tuple[str, ...]:
        """The row of the printed table, in the order of HEADS."""
        return (
            self.area,
            self.name,
            _number(self.program),
            _number(self.floor),
            self.unit,
            "" if self.ratio is None else f"{self.ratio:.3g}",
            *("" if limit is None else str(limit) for _, limit in self._limits()),
            self.verdict,
            self.note,
        )

    def _limits(self) -> tuple[tuple[str, Limit | None], ...]:
        return ("must", self.must), ("goal", self.goal)


HEADS = ("area", "what", "program", "floor", "unit", "ratio", "must", "goal", "verdict", "note")
_RIGHT = {"program", "floor", "ratio"}


def table(rows: Iterable[Row]) -> str:
    """The rows as a Markdown table whose columns also line up on a terminal."""
    lines = [HEADS, *(row.cells() for row in rows)]
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    marks = [
        "-" * (width - 1) + (":" if head in _RIGHT else "-")
        for head, width in zip(HEADS, widths, strict=True)
    ]
    return "\n".join(_line(cells, widths) for cells in (lines[0], marks, *lines[1:]))


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = []
    for head, cell, width in zip(HEADS, cells, widths, strict=True):
        blanks = " " * (width - _width(cell))
        padded.append(blanks + cell if head in _RIGHT else cell + blanks)
    return "| " + " | ".join(padded) + " |"


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def _number(value: float | None) -> str:
    if value is None:
        return ""
    if value >= 1000:
        return f"{value:,.0f}"
    return f"{value:.3g}"
