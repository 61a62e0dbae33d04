"""Corrections and comments. What was typed survives a killed process and a failed write."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from textual.screen import Screen

from fzreview.domain.decisions.verdict import Decision, Reason
from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.stored import StoredFigure
from fzreview.review.session import Session
from fzreview.review.steps.correcting import Draft, deserialize_draft, draft_of, serialize_draft
from fzreview.review.wording.change_words import change_description
from fzreview.strings import say
from fzreview.tui.desk.candidates import CandidateController
from fzreview.tui.desk.decider import Decider
from fzreview.tui.desk.navigator import Navigator
from fzreview.tui.desk.status_line import StatusLine
from fzreview.tui.desk.step_recorder import StepRecorder
from fzreview.work.judging.reviewing import Review

DRAFT_VIEW_KEY = "draft"
"""Key in the stored view state: the unfinished correction."""


class Corrector:
    """Opens the dialogs for corrections and comments and records their results."""

    def __init__(
        self,
        screen: Screen[None],
        review: Review,
        status_line: StatusLine,
        recorder: StepRecorder,
        navigator: Navigator,
        decider: Decider,
        candidates: CandidateController,
    ) -> None:
        self._candidates = candidates
        self._screen = screen
        self._review = review
        self._status_line = status_line
        self._recorder = recorder
        self._navigator = navigator
        self._decider = decider

    @property
    def session(self) -> Session:
        return self._review.session

    def correct(self) -> None:
        """Open the correction dialog for the current figure, with its unfinished draft if there is one."""
        stored = self.session.current_figure
        if stored is not None:
            self._ask_fields(
                stored, deserialize_draft(self._review.view.get(DRAFT_VIEW_KEY), stored.span_key)
            )

    def pick_subject(self) -> None:
        """Open the dialog that picks the subject of the current figure."""
        stored = self.session.current_figure
        if stored is None:
            return
        if stored.hidden and not stored.shown.value:
            self._status_line.show(say("desk.blind"))
            return
        from fzreview.tui.screens.subject import SubjectScreen

        reading, shown = self.session.report.reading, stored.shown
        span = reading.clean.clean_span(shown.start, shown.end)
        screen = SubjectScreen(reading, span, shown.subject)
        self._screen.app.push_screen(screen, partial(self._subject_picked, shown))

    async def _subject_picked(self, figure: Figure, subject: str | None) -> None:
        if subject is not None:
            await self._corrected(replace(figure, subject=subject))

    def fix(self) -> None:
        """Go to the next figure of the fix queue and correct it."""
        index = self.session.next_to_fix()
        if index is None:
            self._status_line.show(say("desk.no_fix"))
            return
        self._navigator.go(index)
        self.correct()

    def resume(self) -> None:
        """Reopen the correction that was unfinished when the program ended, unless a dialog is open."""
        stored = self.session.current_figure if self.session.is_open and self._screen.is_active else None
        if stored is not None and deserialize_draft(self._review.view.get(DRAFT_VIEW_KEY), stored.span_key):
            self.correct()

    def _ask_fields(self, stored: StoredFigure, draft: Draft | None, notice: str = "") -> None:
        from fzreview.tui.screens.correction import CorrectionScreen

        reading = self.session.report.reading
        screen = CorrectionScreen(reading, stored.shown, draft, self._keep_draft, notice)
        self._screen.app.push_screen(screen, self._corrected)

    def _keep_draft(self, draft: Draft) -> None:
        """Store the unfinished correction, so that it survives a killed process."""
        stored = self.session.current_figure
        if stored is not None:
            self._review.view[DRAFT_VIEW_KEY] = serialize_draft(stored.span_key, draft)
            self._review.remember_place()

    async def _corrected(self, correction: Figure | None) -> None:
        typed = self._review.view.pop(DRAFT_VIEW_KEY, None)
        if correction is None:
            return
        step = self.session.figure_steps.correct(correction)
        if step is None:
            self._decider.show_unchanged()
        elif not await self._recorder.record(step):
            self._ask_again(step.entry.figure, correction, typed)
        elif step.entry.after and step.entry.after.reason:
            self._tell_change(step.entry.figure, step.entry.after, step.entry.after.reason)

    def _tell_change(self, figure: str, after: Decision, reason: Reason) -> None:
        """Report the changed fields, since one stray key may correct a field."""
        index = self.session.index_of(figure)
        change = change_description(self.session.figure(index).figure, after) if index is not None else ""
        words = say("desk.corrected", change=change)
        if not change or not self._status_line.fits(f"{self._status_line.message}   {words}"):
            words = say("desk.corrected.field", field=say(f"desk.reason.{reason}"))
        self._status_line.show_prominently(words)

    def _ask_again(self, figure: str, correction: Figure, typed: object) -> None:
        """Reopen the dialog with a correction that was not recorded, and the reason."""
        index = self.session.index_of(figure)
        if index is None:
            # Another extraction removed the figure; the correction can still be added as a new one.
            self._candidates.ask_fields(correction, self._recorder.retry_notice)
            return
        stored = self.session.figure(index)
        self._navigator.go(index)
        draft = deserialize_draft(typed, figure)
        if draft is None:
            span = self.session.report.reading.clean.clean_span(correction.start, correction.end)
            draft = draft_of(correction, *span)
        self._keep_draft(draft)
        self._ask_fields(stored, draft, self._recorder.retry_notice)

    def comment(self) -> None:
        """Open the comment dialog for the current figure."""
        stored = self.session.current_figure
        if stored is not None:
            held = stored.of(self.session.reviewer)
            self._ask_comment(held.comment or "" if held else "")

    def _ask_comment(self, comment: str, notice: str = "") -> None:
        from fzreview.tui.screens.comment import CommentScreen

        self._screen.app.push_screen(CommentScreen(comment, notice), self._commented)

    async def _commented(self, comment: str | None) -> None:
        step = self.session.figure_steps.comment(comment) if comment is not None else None
        if comment is not None and step is not None and not await self._recorder.record(step):
            self._ask_comment(comment, self._recorder.retry_notice)
