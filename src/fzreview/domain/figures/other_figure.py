"""A figure of another report: what a report is compared with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OtherFigure:
    """A figure of another report, as a store answers."""

    report: str
    """sha256."""
    start: int
    end: int
    year: int | None
    place: str
    """Issuer or region."""
    subject: str
    unit: str
    kind: str
    value: str
    issuer: str = ""

    @property
    def span_key(self) -> str:
        return f"{self.start}-{self.end}"
