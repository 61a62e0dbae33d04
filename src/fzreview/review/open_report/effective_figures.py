"""The figures of a report as they stand after everybody's decisions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.stored import StoredFigure


def effective_figures(figures: Iterable[StoredFigure]) -> tuple[Figure, ...]:
    """As corrected and added, without those that are none; what ties and alarms are to be found among.

    A figure whose span was corrected stands there with its new span.
    """
    return tuple(_in_section(stored) for stored in figures if not is_rejected(stored))


def _in_section(stored: StoredFigure) -> Figure:
    """The figure as it stands; a correction holds the fields of the guide alone, and no section."""
    shown = stored.shown
    return shown if shown is stored.figure else replace(shown, section=stored.figure.section)


def is_rejected(stored: StoredFigure) -> bool:
    """Whether the latest verdict is that it is no figure."""
    decision = stored.latest.decision if stored.latest else None
    return decision is not None and decision.verdict == "wrong" and decision.reason == "not_a_figure"
