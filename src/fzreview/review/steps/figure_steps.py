"""Steps on figures: the current one, several at once, those of other reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from fzreview.domain.decisions.circumstances import UNKNOWN_TIE, Circumstances
from fzreview.domain.decisions.verdict import Action, Decision, Reason, RejectionClass, Verdict
from fzreview.domain.dissent.overruled import Ruled
from fzreview.domain.figures.alike import FigureInReport
from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.stored import StoredFigure
from fzreview.review.open_report.open_report import OpenReportSteps
from fzreview.review.open_report.position import is_undecided
from fzreview.review.steps.decisions import after_comment, after_correction, after_verdict, fields_alone
from fzreview.review.steps.elsewhere import PlannedDecision, step_elsewhere
from fzreview.review.steps.step import Step, mark_keyed, merge_steps


class FigureSteps(OpenReportSteps):
    """Steps of one reviewer on the figures of the open report."""

    def decide(
        self, verdict: Verdict, reason: Reason | None = None, reason_class: RejectionClass | None = None
    ) -> Step | None:
        """A verdict on the current figure; None without one, or where the reviewer already holds it.

        The same verdict keeps an existing class or correction. A hidden value cannot be verified (None).
        """
        stored = self._position.figure
        if stored is None or (verdict == "verified" and stored.hidden):
            return None
        before = stored.of(self._reviewer)
        action, after = after_verdict(stored, before, verdict, reason, reason_class)
        return self._on_figure(stored, action, before, after, onward=True)

    def classify(self, key: str, reason_class: RejectionClass) -> Step | None:
        """The guide's class for the rejected figure with this span key; the current figure stays current."""
        index = self._report_state.index_of(key)
        if index is None:
            return None
        stored = self._report_state[index]
        before = stored.of(self._reviewer)
        if before is None or before.reason != "not_a_figure":
            return None
        after = replace(before, reason_class=reason_class)
        return self._on_figure(stored, "not_a_figure", before, after)

    def correct(self, correction: Figure) -> Step | None:
        """The current figure as it should be. A correction equal to the extraction verifies it.

        Raises ValueError where the value is hidden and was not keyed.
        """
        stored = self._position.figure
        if stored is None:
            return None
        if stored.hidden and not correction.value:
            raise ValueError("a hidden value must be keyed")
        before = stored.of(self._reviewer)
        action, after = after_correction(stored, before, correction)
        return self._on_figure(stored, action, before, after, onward=True)

    def comment(self, text: str | None) -> Step | None:
        """A comment on the current figure; None or white space removes it."""
        stored = self._position.figure
        if stored is None:
            return None
        before = stored.of(self._reviewer)
        return self._on_figure(stored, "commented", before, after_comment(before, text))

    def contest(self) -> Step | None:
        """Contest the ruling against the reviewer's decision on the current figure; the decision stays.

        None where there is no such ruling, or it is contested already.
        """
        stored = self._position.figure
        if stored is None or not isinstance(stored.against, Ruled) or stored.against.contested:
            return None
        before = stored.of(self._reviewer)
        if before is None or before.verdict is None:
            return None
        return self._step("contested", stored.span_key, before, before, stored.span_key)

    def verify_all(self, keys: Iterable[str], tie: str = UNKNOWN_TIE) -> Step | None:
        """Verify the undecided figures among these (span keys) as one move; None where none is undecided.

        ``tie`` is the note of the entries, see ``Circumstances.bulk``. The current figure stays, unless it is
        among them: then the next undecided one becomes current.
        """
        steps: list[Step] = []
        for key in dict.fromkeys(keys):
            index = self._report_state.index_of(key)
            stored = None if index is None else self._report_state[index]
            if stored is not None and is_undecided(stored) and not stored.hidden:
                before = stored.of(self._reviewer)
                after = Decision("verified", comment=before.comment if before else None)
                steps.append(self._step("verified", key, before, after, key))
        if not steps:
            return None
        return merge_steps(steps, self._key_behind(steps), Circumstances(bulk=tie).note)

    def _key_behind(self, steps: Sequence[Step]) -> str | None:
        """Span key of the figure that is current behind steps taken at once: the next undecided one where the
        current one is among those that were decided."""
        here = self._position.key
        decided = {
            step.entry.figure for step in steps if step.entry.report == self._report_state.report.sha256
        }
        if here not in decided:
            return here
        following = self._position.next_undecided(but=decided)
        return here if following is None else self._report_state[following].span_key

    def decide_elsewhere(self, decided: Sequence[PlannedDecision], named: str | None = None) -> Step | None:
        """Decisions on figures of any reports as one move; the current figure stays current unless decided.

        ``named`` is what they follow from, see ``Circumstances.bulk``; None for a decision by itself.
        """
        steps = [
            step_elsewhere(self._factory, figure, one.action, figure.stored.of(self._reviewer), one.after)
            for one in decided
            for figure in [one.figure]
        ]
        note = None if named is None else Circumstances(bulk=named).note
        return merge_steps(steps, self._key_behind(steps), note) if steps else None

    def judge_elsewhere(
        self, figure: FigureInReport, verdict: Verdict, reason: Reason | None = None
    ) -> Step | None:
        """A verdict on a figure of any report; None where this reviewer holds just that already."""
        before = figure.stored.of(self._reviewer)
        action, after = after_verdict(figure.stored, before, verdict, reason, None)
        if after is None or after == before:
            return None
        return self.decide_elsewhere([PlannedDecision(figure, action, after)])

    def add(self, figure: Figure) -> Step | None:
        """Add a missed figure; None where one with this span exists."""
        if self._report_state.index_of(figure.span_key) is not None:
            return None
        added = Decision("verified", correction=fields_alone(figure))
        return self._step("added", figure.span_key, None, added, figure.span_key)

    def _on_figure(
        self,
        stored: StoredFigure,
        action: Action,
        before: Decision | None,
        after: Decision | None,
        onward: bool = False,
    ) -> Step | None:
        """A step behind which the current figure stays current; None where nothing changes.

        ``onward``: behind which the next undecided figure is, where there is one.
        Who says otherwise on another machine says it anew by the very same word.
        """
        if after == before and self._reviewer not in stored.torn:
            return None
        following = self._position.next_undecided() if onward else None
        behind = self._position.key if following is None else self._report_state[following].span_key
        step = self._step(action, stored.span_key, before, after, behind)
        return mark_keyed(step) if stored.hidden else step

    def _step(
        self, action: Action, key: str, before: Decision | None, after: Decision | None, behind: str | None
    ) -> Step:
        """A step on a figure; ``behind`` is the span key of the one that is current then."""
        return self._factory.step(self._report_state.report, "figure", key, action, before, after, behind)
