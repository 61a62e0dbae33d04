"""A ruling that a team made for itself where the annotation guide leaves room: a sentence, what, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any, Final

from fzreview.domain.figures.keys import figure_key
from fzreview.domain.reports.stored import StoredFigure

MOST_CHARACTERS: Final = 500
"""Of a decision or a reason: what is longer is no ruling but a text."""


@dataclass(frozen=True, slots=True)
class TeamRuling:
    """Never changed once it is made: a later one on the same topic says what holds now."""

    uuid: str
    at: str
    """ISO 8601 in UTC, milliseconds."""
    reviewer: str
    topic: str
    """The rule of the guide that it stands beside, as one of :func:`topics_of`."""
    sentence: str
    """With the figure in it, in clean characters."""
    decision: str
    why: str
    report: str
    """sha256 of the report that gave rise to it."""
    figure: str
    """Span key of the figure in it."""

    def row(self) -> dict[str, Any]:
        """The row of ``rulings.jsonl``; ``key`` leads to the figure."""
        return {**asdict(self), "key": figure_key(self.report, self.figure)}


def topics_of(stored: StoredFigure) -> Iterator[str]:
    """What matters in the guide for a figure, the nearest first.

    ``class:NAME`` of its rejection, ``field:NAME`` that is wrong, ``doubt:NAME`` of its extractor, and
    ``kind:NAME``.
    """
    decision = stored.latest.decision if stored.latest else None
    if decision is not None and decision.reason_class is not None:
        yield f"class:{decision.reason_class}"
    if decision is not None and decision.reason not in (None, "not_a_figure"):
        yield f"field:{decision.reason}"
    for doubt in stored.figure.doubts:
        yield f"doubt:{doubt}"
    yield f"kind:{stored.shown.kind}"
