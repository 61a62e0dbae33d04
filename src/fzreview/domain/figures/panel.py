"""The same indicator over years and places."""

from __future__ import annotations

from dataclasses import dataclass

from fzreview.domain.figures.figure_state import FigureState


@dataclass(frozen=True, slots=True)
class PanelFigure:
    """A figure of some report as it stands: corrected where somebody corrected it."""

    key: str
    """Its key in the store, by which it is traced to its sentence."""
    doc: str
    place: str
    """Region, else issuer; empty where the report tells neither."""
    year: int | None
    value: str
    unit: str
    kind: str
    subject: str
    state: FigureState
    """Verified or corrected; else undecided, to fix, unsure or disputed, told as it was extracted."""
