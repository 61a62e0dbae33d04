"""Figures that are alike in what was read wrong, and a figure with what judging it needs of its report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from fzreview.domain.reports.stored import StoredFigure

PatternKind = Literal["text", "subject", "begins", "ends"]
"""
text     the same words; they hold no digits
subject  the same subject, fillers apart
begins   the subject begins with these words
ends     the subject ends with these words
"""


@dataclass(frozen=True, slots=True)
class Pattern:
    """What alike figures have in common, as far as an index of the store can tell."""

    kind: PatternKind
    words: str
    subject: str
    """Of the figure that was judged; it is looked for where the words are fillers alone."""
    unit: str | None = None
    figure_kind: str | None = None
    """Unit and kind that they must have as well; None for any."""


@dataclass(frozen=True, slots=True)
class FigureInReport:
    """A figure of any report of a store, with its sentence."""

    sha256: str
    """Of its report."""
    doc: str
    place: str
    """Region, else issuer; empty where the report tells neither."""
    year: int | None
    extractor: str
    """The one whose reading of the report the store holds."""
    stored: StoredFigure
    before: str
    """What stands before it in its sentence, in clean characters."""
    words: str
    """The figure itself, in clean characters."""
    behind: str

    @property
    def key(self) -> tuple[str, str]:
        """Report and span key."""
        return self.sha256, self.stored.span_key
