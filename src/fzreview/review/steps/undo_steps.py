"""Undo and redo: steps that revert or repeat the journal entries of a move."""

from __future__ import annotations

from collections.abc import Sequence

from fzreview.domain.decisions.verdict import Action, Decision, JournalEntry
from fzreview.review.open_report.open_report import OpenReportSteps
from fzreview.review.steps.elsewhere import NO_FIGURES_ELSEWHERE, FiguresElsewhere, step_elsewhere
from fzreview.review.steps.step import Step, merge_steps


class UndoSteps(OpenReportSteps):
    """Undo and redo steps on any reports, while a report is open."""

    def undo(self, *entries: JournalEntry, others: FiguresElsewhere = NO_FIGURES_ELSEWHERE) -> Step | None:
        """Revert the entries of one move; None where one of its figures no longer exists.

        ``others`` are the figures of reports that are not open.
        """
        turned = [
            self._turned(entry, "undo", entry.after, entry.before, others) for entry in reversed(entries)
        ]
        return self._all_turned(turned)

    def redo(self, *entries: JournalEntry, others: FiguresElsewhere = NO_FIGURES_ELSEWHERE) -> Step | None:
        """Repeat the entries of an undone move; None where one of its figures no longer exists."""
        return self._all_turned(
            [self._turned(entry, "redo", entry.before, entry.after, others) for entry in entries]
        )

    def _turned(
        self,
        entry: JournalEntry,
        action: Action,
        before: Decision | None,
        after: Decision | None,
        others: FiguresElsewhere,
    ) -> Step | None:
        next_key = self._position.key
        if entry.report != self._report_state.report.sha256:
            figure = others.get((entry.report, entry.figure))
            if figure is None:
                return None
            return step_elsewhere(self._factory, figure, action, before, after, entry.uuid)
        if entry.target == "figure":
            known = self._report_state.index_of(entry.figure) is not None
            if not known and (after is None or after.correction is None or before is not None):
                return None
            next_key = entry.figure
        return self._factory.step(
            self._report_state.report,
            entry.target,
            entry.figure,
            action,
            before,
            after,
            next_key,
            inverts=entry.uuid,
        )

    def _all_turned(self, steps: Sequence[Step | None]) -> Step | None:
        """The steps as one move, which ends at the figure of the last that is in the open report; None where
        one of them cannot be."""
        whole = [step for step in steps if step is not None]
        if not whole or len(whole) < len(steps):
            return None
        keys = [step.next_key for step in whole if step.entry.report == self._report_state.report.sha256]
        return merge_steps(whole, keys[-1] if keys else self._position.key)
