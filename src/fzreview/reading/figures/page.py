"""The text that the rules look at, and where its quotations lie."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from fzreview.language.words import words
from fzreview.reading.figures.tables.columns import Cell, cells_by_start
from fzreview.text.numerals import fold
from fzreview.text.sentences.hard_wraps import unwrapped
from fzreview.text.sentences.quoted import Spans, quotations, titles

RANKINGS: Final = words("排位 位次 名次 排名 位序 座次")
"""What heads a column or a row whose numbers are ranks."""


@dataclass(frozen=True)
class Page:
    """A clean text, folded character by character: same offsets, plain digits and signs, half-width marks.

    A line break inside a figure or inside a sentence is a blank here.
    """

    text: str

    @classmethod
    def of(cls, clean: str) -> Page:
        return cls(unwrapped(fold(clean)))

    @cached_property
    def quoted(self) -> Spans:
        """Quotations, marks included."""
        return quotations(self.text)

    @cached_property
    def titled(self) -> Spans:
        """Titles of documents, marks included."""
        return titles(self.text)

    @cached_property
    def tells_rankings(self) -> bool:
        """Whether a word that could head a column of ranks stands anywhere."""
        return any(word in self.text for word in RANKINGS)

    def cell_at(self, start: int) -> Cell | None:
        """The cell of a table without bars that the number at ``start`` begins; None where it begins none."""
        return self._cells.get(start) if self.text[start - 1 : start] in ("", "\n", " ") else None

    @cached_property
    def _cells(self) -> dict[int, Cell]:
        return cells_by_start(self.text)
