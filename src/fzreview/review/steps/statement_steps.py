"""Steps that state something about a report as a whole, or about a heading."""

from __future__ import annotations

from fzreview.domain.decisions.verdict import Action, Decision, Target
from fzreview.domain.reports.corpus import WHOLE
from fzreview.domain.reports.stored import HeldDecision
from fzreview.review.open_report.open_report import OpenReportSteps
from fzreview.review.steps.step import Step


class StatementSteps(OpenReportSteps):
    """Steps of one reviewer that state something about the open report."""

    def statements(self, target: Target, span: str = WHOLE) -> tuple[HeldDecision, ...]:
        """What reviewers say of a target, the latest last."""
        return self._report_state.statements(target, span)

    def last_statement(self, target: Target, span: str = WHOLE) -> str | None:
        """What was said last, by whomever; None where nobody says anything."""
        held = self.statements(target, span)
        return held[-1].decision.said if held else None

    def state(self, target: Target, action: Action, said: str | None, span: str = WHOLE) -> Step | None:
        """Say something of a target, or with None take one's own word back; None where nothing changes.

        What follows from it (the report's fields, its outline) is read from the store again.
        """
        before = next(
            (one.decision for one in self.statements(target, span) if one.reviewer == self._reviewer),
            None,
        )
        after = None if said is None else Decision(None, said=said)
        if after == before:
            return None
        return self._factory.step(
            self._report_state.report, target, span, action, before, after, self._position.key
        )
