"""The rows of ``assign --json``."""

from __future__ import annotations

from fzreview.domain.reports.stored import ReportSummary
from fzreview.work.team.assigning import Plan


def assignment_row(plan: Plan, summary: ReportSummary) -> dict[str, object]:
    """A report and its reviewers, those named apart who have decided in it."""
    reviewers = plan.assignment.reviewers.get(summary.sha256, ())
    return {
        "report": summary.sha256,
        "doc": summary.doc,
        "figures": summary.figures,
        "reviewers": list(reviewers),
        "begun": [name for name in reviewers if summary.sha256 in plan.begun[name]],
    }
