"""What people said about a report that is no gold, or none yet: it travels beside the gold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Literal, get_args

from fzreview.domain.decisions.verdict import Decision
from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.reading_rows import figure_fields

Place = Literal["figure", "candidate"]
PLACES: Final[tuple[Place, ...]] = get_args(Place)


@dataclass(frozen=True, slots=True)
class Unsettled:
    """One reviewer's word about a figure or a candidate.

    Of a figure: unsure, wrong without a fix, or a comment alone; of a candidate: that it is no figure.

    Offsets are code points of the source.
    """

    target: Place
    start: int
    end: int
    surface: str
    """What the span cuts out of the source."""
    decision: Decision
    reviewer: str
    decided_at: str
    """ISO 8601 in UTC."""
    extractor: str
    """The one whose figure it was; of a candidate, the report's."""
    added: Figure | None = None
    """The figure as a reviewer, this one or another, added it; None where the extractor finds it."""


def unsettled_row(one: Unsettled, doc: str, sha256: str) -> dict[str, Any]:
    """The row of ``unsettled.jsonl``."""
    decision = one.decision
    return {
        "doc": doc,
        "sha256": sha256,
        "target": one.target,
        "start": one.start,
        "end": one.end,
        "surface": one.surface,
        "verdict": decision.verdict,
        "reason": decision.reason,
        "reason_class": decision.reason_class,
        "correction": None if decision.correction is None else figure_fields(decision.correction),
        "added": None if one.added is None else figure_fields(one.added),
        "comment": decision.comment,
        "reviewer": one.reviewer,
        "decided_at": one.decided_at,
        "extractor": one.extractor,
    }
