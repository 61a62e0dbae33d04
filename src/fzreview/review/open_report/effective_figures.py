"""The figures of a report after all decisions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.stored import StoredFigure


def effective_figures(figures: Iterable[StoredFigure]) -> tuple[Figure, ...]:
    """Figures as corrected and added, without rejected ones; the input of ties and alarms.

    A figure whose span was corrected has its new span.
    """
    return tuple(_in_section(stored) for stored in figures if not is_rejected(stored))


def _in_section(stored: StoredFigure) -> Figure:
    """The figure with its correction. A correction has no section, so the extracted one is kept."""
    shown = stored.shown
    return shown if shown is stored.figure else replace(shown, section=stored.figure.section)


def is_rejected(stored: StoredFigure) -> bool:
    """Whether the latest verdict rejects the figure."""
    decision = stored.latest.decision if stored.latest else None
    return decision is not None and decision.verdict == "wrong" and decision.reason == "not_a_figure"
