"""A gold record: one figure as one reviewer confirmed it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Literal, get_args

from fzreview.domain.figure import Figure
from fzreview.domain.reading_rows import figure_fields
from fzreview.domain.verdict import Reason, RejectionClass

GoldDecision = Literal["verified", "corrected", "rejected", "added"]
ExclusionReason = Literal["undecided", "unsure", "unfixed"]
Split = Literal["train", "dev", "test"]

GOLD_DECISIONS: Final[tuple[GoldDecision, ...]] = get_args(GoldDecision)
EXCLUSION_REASONS: Final[tuple[ExclusionReason, ...]] = get_args(ExclusionReason)

GOLD_SCHEMA: Final = 1
"""Version of the row that :func:`gold_row` makes; a field removed or given another meaning raises it."""


@dataclass(frozen=True, slots=True)
class GoldRecord:
    """One figure with one reviewer's final decision. Offsets are code points of the source text."""

    doc: str
    sha256: str
    """Of the report's bytes."""
    figure: Figure
    """As finally decided; of a rejected figure, as it was extracted."""
    decision: GoldDecision
    machine: Figure | None
    """As extracted; None for a figure that a reviewer added."""
    reason: Reason | None
    reason_class: RejectionClass | None
    """The guide's class of what is not a figure."""
    reviewer: str
    decided_at: str
    """ISO 8601 in UTC."""
    section: tuple[str, ...]
    """Headings above the figure, outermost first."""
    sentence: str
    """The sentence of the source around the figure, untouched."""
    sentence_start: int
    context_complete: bool
    """The reviewer read the section completely: no figure beside it was missed."""
    split: Split
    guide: str
    extractor: str


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A figure that is no gold yet, and why: it is counted, not exported."""

    sha256: str
    reviewer: str | None
    """None where nobody decided."""
    reason: ExclusionReason


def gold_row(record: GoldRecord) -> dict[str, Any]:
    """The row of ``figures.jsonl``."""
    return {
        "doc": record.doc,
        "sha256": record.sha256,
        **figure_fields(record.figure),
        "decision": record.decision,
        "machine": None if record.machine is None else figure_fields(record.machine),
        "reason": record.reason,
        "reason_class": record.reason_class,
        "reviewer": record.reviewer,
        "decided_at": record.decided_at,
        "section": list(record.section),
        "sentence": record.sentence,
        "sentence_start": record.sentence_start,
        "context_complete": record.context_complete,
        "split": record.split,
        "guide": record.guide,
        "extractor": record.extractor,
    }
