"""What another extraction changes as rows for programs."""

from __future__ import annotations

from fzreview.domain.decisions.decision_rows import decision_row
from fzreview.domain.extracting.reextraction import FATES, FigureChange, LostSection
from fzreview.domain.figures.keys import figure_key
from fzreview.domain.reports.reading_rows import Row, figure_fields
from fzreview.domain.reports.stored import HeldDecision
from fzreview.errors import error_fields
from fzreview.work.extracting.reextracting import Plan


def plan_row(plan: Plan, *, done: bool, whole: bool = False) -> Row:
    """The row of ``reextract --json``; with ``whole`` also each figure that is not just kept."""
    row: Row = {
        "doc": plan.report.doc,
        "sha256": plan.report.sha256,
        "previous": plan.previous,
        "extractor": plan.extractor,
        **{fate: plan.counts[fate] for fate in FATES},
        "ceasing": plan.changes.ceasing,
        "lost_sections": [_lost_row(lost) for lost in plan.changes.lost_sections],
        "refused": [error_fields(error) for error in plan.refused],
        "left": plan.left,
        "done": done,
    }
    if whole:
        row["figures"] = [_change_row(plan.report.sha256, change) for change in plan.changes.figures]
    return row


def _change_row(sha256: str, change: FigureChange) -> Row:
    return {
        "key": figure_key(sha256, change.span_key),
        "fate": change.fate,
        "before": None if change.before is None else figure_fields(change.before.figure),
        "after": None if change.after is None else figure_fields(change.after),
        "held": [] if change.before is None else [_held_row(held) for held in change.before.held],
    }


def _lost_row(lost: LostSection) -> Row:
    return {
        "start": lost.section.start,
        "end": lost.section.end,
        "label": lost.section.label,
        "held": [_held_row(held) for held in lost.held],
    }


def _held_row(held: HeldDecision) -> Row:
    decision = decision_row(held.decision) or {}
    return {"reviewer": held.reviewer, "decided_at": held.decided_at, **decision}
