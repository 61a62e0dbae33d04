"""The figures of a report as they stand after everybody's decisions."""

from __future__ import annotations

from collections.abc import Iterable

from fzreview.domain.figure import Figure
from fzreview.domain.stored import StoredFigure


def standing_figures(figures: Iterable[StoredFigure]) -> tuple[Figure, ...]:
    """As corrected and added, without those that are none; what ties and alarms are to be found among.

    A figure whose span was corrected stands there with its new span.
    """
    return tuple(stored.shown for stored in figures if not _is_rejected(stored))


def _is_rejected(stored: StoredFigure) -> bool:
    decision = stored.latest.decision if stored.latest else None
    return decision is not None and decision.verdict == "wrong" and decision.reason == "not_a_figure"
