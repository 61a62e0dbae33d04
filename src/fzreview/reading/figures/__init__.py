"""Figures of a report: the numbers that the annotation guide (docs/annotation.md) calls figures."""

from __future__ import annotations

from fzreview.reading.figures.find import FigureReading, find_figures

__all__ = ["FigureReading", "find_figures"]
