"""The decision that a reviewer holds on a figure after a verdict, a correction or a comment."""

from __future__ import annotations

from dataclasses import replace

from fzreview.domain.decisions.verdict import (
    Action,
    Decision,
    Reason,
    RejectionClass,
    Verdict,
    reason_of_correction,
)
from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.stored import StoredFigure


def after_verdict(
    stored: StoredFigure,
    before: Decision | None,
    verdict: Verdict,
    reason: Reason | None,
    reason_class: RejectionClass | None,
) -> tuple[Action, Decision | None]:
    """The action and what is held after it; ``before`` itself where it is that verdict already.

    A class of rejection and a correction are no other verdict: they stay.
    """
    action: Action = "not_a_figure" if reason == "not_a_figure" else verdict
    if reason_class is None and reason in (None, "not_a_figure") and _is_same(before, verdict, reason):
        return action, before
    after = Decision(verdict, reason, reason_class, comment=before.comment if before else None)
    if stored.origin == "reviewer" and before is not None:
        # The correction of an added figure is the figure itself.
        after = replace(after, correction=before.correction)
    return action, after


def after_correction(
    stored: StoredFigure, before: Decision | None, correction: Figure
) -> tuple[Action, Decision]:
    """The figure as it should be. A correction equal to the extraction verifies it."""
    comment = before.comment if before else None
    correction = fields_alone(correction)
    reason = reason_of_correction(stored.figure, correction)
    if stored.origin == "reviewer":
        after = Decision("verified", correction=correction, comment=comment)
    elif reason is None:
        after = Decision("verified", comment=comment)
    else:
        after = Decision("wrong", reason, correction=correction, comment=comment)
    return "corrected" if after.correction is not None else "verified", after


def after_comment(before: Decision | None, text: str | None) -> Decision | None:
    """The decision with another comment; None or white space removes it. None for an empty decision."""
    wording = text.strip() or None if text else None
    after = replace(before, comment=wording) if before else Decision(None, comment=wording)
    return None if after == Decision(None) else after


def fields_alone(figure: Figure) -> Figure:
    """What a decision holds of a figure: the fields of the guide; the section follows from the place."""
    return replace(figure, section=(), doubts=())


def _is_same(before: Decision | None, verdict: Verdict, reason: Reason | None) -> bool:
    """Whether the reviewer holds this verdict already; a rejection differs from other wrong figures."""
    if before is None or before.verdict != verdict:
        return False
    return (before.reason == "not_a_figure") == (reason == "not_a_figure")
