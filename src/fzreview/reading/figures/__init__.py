"""Figures of a report: the numbers that the annotation guide (docs/annotation.md) calls figures."""

from __future__ import annotations

from fzreview.reading.figures.find import FigureReading, find_figures
from fzreview.reading.figures.propose import propose_figure, snap
from fzreview.reading.figures.tables.subjects import heads_of_cell

__all__ = ["FigureReading", "find_figures", "heads_of_cell", "propose_figure", "snap"]
