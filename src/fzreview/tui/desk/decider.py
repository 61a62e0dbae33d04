"""Verdicts on figures, classes of rejections, sign-off of sections."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Final

from textual.screen import Screen

from fzreview.domain.decisions.verdict import Reason, RejectionClass, Verdict
from fzreview.domain.dissent.overruled import Against, Ruled
from fzreview.review.open_report.news import action_of
from fzreview.review.session import Session
from fzreview.review.steps.step import MERE_VERDICTS, Step
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.tui.desk.candidates import CandidateController
from fzreview.tui.desk.display import Display
from fzreview.tui.desk.panes import Panes
from fzreview.tui.desk.status_line import StatusLine
from fzreview.tui.desk.step_recorder import StepRecorder
from fzreview.work.judging.reviewing import Review

ENDS_REJECTION: Final = frozenset({"corrected", "added", "ruled_out", *MERE_VERDICTS})
"""Actions on another figure after which a rejection can no longer be classified."""


class Decider:
    """Turns keys into steps of the session and has them recorded."""

    def __init__(
        self,
        screen: Screen[None],
        review: Review,
        panes: Panes,
        status_line: StatusLine,
        display: Display,
        recorder: StepRecorder,
        candidates: CandidateController,
    ) -> None:
        self._screen = screen
        self._review = review
        self._panes = panes
        self._status_line = status_line
        self._display = display
        self._confirmed: tuple[str, str, int] | None = None
        """Report (sha256), command and number of unaccounted numerals for which confirmation was asked."""
        self._recorder = recorder
        self._candidates = candidates
        self._rejected: tuple[str, str] | None = None
        """Report (sha256) and span key of the rejected figure that can still be classified."""
        self._rejection_top: int | None = None
        """Top offset of the viewport once the rejection was shown; None until then."""
        self.after_rejection: list[Callable[[bool], None]] = []
        """Called with whether a rejection can be classified now."""

    @property
    def session(self) -> Session:
        return self._review.session

    @property
    def rejected(self) -> str | None:
        """Span key of the rejected figure that can still be classified; None without one."""
        return self._rejected[1] if self._rejected else None

    @property
    def rejection_in_view(self) -> bool:
        """Whether the text has not been scrolled since the rejection was shown."""
        return self.rejected is not None and self._rejection_top in (None, self._panes.text.top_offset)

    def on_step(self, step: Step) -> None:
        """End classification when the rejection is undone, or another figure is decided."""
        if self.rejected is None:
            return
        taken_back = any(one.inverts is not None and one.figure == self.rejected for one in step.entries)
        elsewhere = step.entry.figure != self.rejected and step.entry.action in ENDS_REJECTION
        if taken_back or elsewhere:
            self._set_rejected(None)

    def on_report_shown(self) -> None:
        """End classification when another report is shown."""
        if self._rejected and self._rejected[0] != self.session.report.summary.sha256:
            self._set_rejected(None)

    async def contest(self) -> None:
        """Contest the ruling against the reviewer on the current figure, or say why that is impossible."""
        stored = self.session.current_figure
        step = self.session.figure_steps.contest()
        if step is not None:
            comment = step.entry.after.comment if step.entry.after else None
            if await self._recorder.record(step) and not comment:
                self._status_line.append("   " + say("desk.contest.why"))
        elif stored is not None:
            self._status_line.show(say(f"desk.contest.{_why_not_contested(stored.against)}"))

    async def decide(self, verdict: Verdict) -> None:
        """Record a verdict on the current figure."""
        if await self._recorder.record(self._step_or_tell(verdict)):
            self._set_rejected(None)

    async def reject(self) -> None:
        """Reject the candidate on the card, else the current figure."""
        if await self._candidates.rule_out():
            return
        stored = self.session.current_figure
        step = self._step_or_tell("wrong", "not_a_figure")
        if stored is not None and (step is None or await self._recorder.record(step)):
            self._set_rejected(stored.span_key)

    async def classify(self, reason_class: RejectionClass) -> None:
        """Record the class of the last rejection."""
        step = self.session.figure_steps.classify(self.rejected, reason_class) if self.rejected else None
        if step is None:
            self._status_line.show(say("desk.nothing_to_classify"))
        if await self._recorder.record(step):
            self._tell_rejected(False)

    def ask_class(self) -> None:
        """Open the dialog that chooses the class of the last rejection."""
        index = self.session.index_of(self.rejected) if self.rejected else None
        if index is None:
            self._status_line.show(say("desk.nothing_to_classify"))
            return
        from fzreview.tui.screens.classes import ClassScreen

        text = one_line(self.session.figure(index).shown.text)
        self._screen.app.push_screen(ClassScreen(text), self._class_chosen)

    async def _class_chosen(self, reason_class: RejectionClass | None) -> None:
        if reason_class is not None:
            await self.classify(reason_class)

    def _set_rejected(self, key: str | None) -> None:
        self._rejected = (self.session.report.summary.sha256, key) if key else None
        self._rejection_top = None
        if key:
            self._screen.call_after_refresh(self._note_top)
        self._tell_rejected(key is not None)

    def _note_top(self) -> None:
        self._rejection_top = self._panes.text.top_offset

    def _tell_rejected(self, open_class: bool) -> None:
        for listener in self.after_rejection:
            listener(open_class)

    async def sign_off(self) -> None:
        """Toggle the sign-off of the reviewer's section."""
        section = self._section_to_sign()
        if section is None:
            self._status_line.show(say("desk.no_section_here"))
            return
        step = self.session.section_steps.sign_off(section)
        kept = await self._recorder.record(step)
        if kept and step.entry.action == "reopened" and self.session.section_steps.signers(section):
            names = one_line(" ".join(self.session.section_steps.signers(section)))
            self._status_line.append("   " + say("desk.still_signed", names=names))

    async def sign_off_below(self) -> None:
        """Sign off the reviewer's section and its subsections."""
        section = self._section_to_sign()
        if section is None:
            self._status_line.show(say("desk.no_section_here"))
        else:
            await self._sign_all(self.session.section_steps.below(section), "sign_off_below")

    async def sign_off_report(self) -> None:
        """Sign off every section of the report."""
        await self._sign_all(range(len(self.session.report.reading.outline)), "sign_off_report")

    async def _sign_all(self, sections: Collection[int], command: str) -> None:
        """Sign off sections all of whose text was visible; asks for confirmation of unaccounted numerals."""
        unseen = self._first_unseen(sections)
        if unseen is not None:
            self._panes.text.scroll_offset_to_top(unseen)
            self._status_line.show(say("desk.unseen"))
            return
        outline = self.session.report.reading.outline
        open_ones = sum(
            any(outline[index].start <= start < outline[index].until for index in sections)
            for start, _ in self.session.section_steps.open_candidates
        )
        asked = self.session.report.summary.sha256, command, open_ones
        if open_ones and self._confirmed != asked:
            self._confirmed = asked
            self._status_line.show(say("desk.unaccounted", count=open_ones))
            return
        step = self.session.section_steps.sign_off_all(sections)
        if step is None:
            self._status_line.show(say("desk.all_signed"))
        await self._recorder.record(step)

    def _first_unseen(self, sections: Collection[int]) -> int | None:
        """Offset, in the shown text, of the first character that was never visible; None without one."""
        reading = self.session.report.reading
        for index in sections:
            section = reading.outline[index]
            span = self._display.shown_span(section.start, min(section.until, reading.body[1]))
            unseen = self._panes.text.unseen_in(span)
            if unseen is not None:
                return unseen
        return None

    def show_unchanged(self) -> None:
        """Report that nothing was recorded: the reviewer already holds this decision."""
        stored = self.session.current_figure
        held = stored.of(self.session.reviewer) if stored else None
        if held is not None:
            self._status_line.show(say("desk.same", what=say(f"desk.done.{action_of(held)}")))

    def _section_to_sign(self) -> int | None:
        """The section at the cursor of a focused outline, else the reviewer's section."""
        outline = self._panes.outline
        if outline.has_focus and outline.row_count:
            return outline.section(outline.cursor)
        return self.session.section

    def _step_or_tell(self, verdict: Verdict, reason: Reason | None = None) -> Step | None:
        stored = self.session.current_figure
        if verdict == "verified" and stored is not None and stored.hidden:
            self._status_line.show(say("desk.blind"))
            return None
        step = self.session.figure_steps.decide(verdict, reason)
        if step is None:
            self.show_unchanged()
        return step


def _why_not_contested(against: Against | None) -> str:
    if isinstance(against, Ruled):
        return "done"
    return "nothing" if against is None else "seeded"
