"""Final words of reviewers on a report of one line, written as ``(span, verdict, …)``."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from fzreview.domain.decisions.decided import FigureVerdict
from fzreview.domain.figures.fields import FIGURE_NAMES
from fzreview.domain.figures.figure import Figure

AT = "2026-01-01T00:00:00.000Z"


def figure(start: int, end: int, **fields: Any) -> Figure:
    """A count of 195 cases at that span."""
    made = Figure(start, end, "x" * (end - start), "195件", "195", None, "件", "count", "=", "受理案件")
    return replace(made, **fields)


def word(start: int, end: int, verdict: str = "verified", **fields: Any) -> FigureVerdict:
    """A verdict on the figure at that span; fields are those of a FigureVerdict, ``reviewer`` a."""
    made = figure(start, end)
    ten = (getattr(made, name) for name in FIGURE_NAMES)
    said = FigureVerdict._make((*ten, (), "machine", "test", "a", AT, verdict, *(None,) * 5, 0, False))
    return said._replace(**fields)


def corrected(at: int, until: int, **fields: Any) -> FigureVerdict:
    """The figure at that span is wrong: ``fields`` are the right ones."""
    fixed = replace(figure(at, until), **fields)
    return word(at, until, "wrong", reason="value", correction=fixed)


def rejected(start: int, end: int, **fields: Any) -> FigureVerdict:
    """What stands at that span is no figure."""
    return word(start, end, "wrong", reason="not_a_figure", **fields)


def added(start: int, end: int, **fields: Any) -> FigureVerdict:
    """A figure that the machine missed; ``fields`` are its own."""
    made = figure(start, end, **fields)
    return word(start, end, origin="reviewer", correction=made)._replace(**fields)
