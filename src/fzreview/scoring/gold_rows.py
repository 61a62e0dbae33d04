"""Rows of gold as files hold them: figures with their decisions, and what was read completely."""

from __future__ import annotations

from dataclasses import dataclass

from fzreview.domain.figures.figure_rows import FigureRow

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class GoldRow:
    """A row of a gold file."""

    figure: FigureRow
    line: int
    rejected: bool = False
    """Decided to be no figure."""
    machine: Span | None = None
    """Where the machine had put the figure: one figure for all who decided about it."""
    reviewer: str = ""
    decided_at: str = ""
    complete: bool | None = None
    """Whether the context was read completely; None where the file does not say, which is taken for yes."""
    sentence: tuple[int, str] | None = None
    """Where the sentence around the figure begins, and the sentence."""


@dataclass(frozen=True, slots=True)
class ReadSpan:
    """A part of a report that a reviewer read completely."""

    doc: str
    start: int
    end: int
    open: tuple[Span, ...] = ()
    """Figures in it that the reviewer has not settled: nothing is known of their places."""
