"""The review desk: verdicts by one key, corrections, comments, and the way to the other screens."""

from __future__ import annotations

import asyncio
from time import monotonic

from textual import events

from fzreview.domain.figure import Figure
from fzreview.domain.stored import ReportSummary
from fzreview.domain.verdict import Reason, RejectionClass, Verdict
from fzreview.review.commands import CLASS_KEYS
from fzreview.review.correcting import Draft, draft_from, kept_draft
from fzreview.review.steps import Step
from fzreview.strings import say
from fzreview.tui.screens.desk_helping import DeskHelping
from fzreview.tui.screens.desk_loading import DeskLoading
from fzreview.tui.screens.desk_searching import DeskSearching
from fzreview.tui.screens.desk_tying import DeskTying

FIRST_IDEOGRAPHIC = "\u2e80"
"""Characters from here on come from an input method, not from a key."""


class DeskScreen(DeskTying, DeskSearching, DeskLoading, DeskHelping):
    """The screen that a reviewer works at."""

    def on_mount(self) -> None:
        self.call_after_refresh(self.resume_draft)

    # Deciding

    async def action_decide(self, verdict: Verdict) -> None:
        await self._keep(self._step_or_tell(verdict))

    async def action_reject(self) -> None:
        if await self.rule_out_candidate():
            return
        step = self._step_or_tell("wrong", "not_a_figure")
        if await self._keep(step) and step is not None:
            self._rejected = step.entry
            classes = " ".join(f"{key} {say(f'guide.{name}')}" for name, key in CLASS_KEYS.items())
            self._status.add(say("desk.classes", classes=classes))

    async def action_classify(self, reason_class: RejectionClass) -> None:
        step = self.session.classify(self._rejected, reason_class) if self._rejected else None
        if step is None:
            self._tell(say("desk.nothing_to_classify"))
        await self._keep(step)

    async def action_sign_off(self) -> None:
        section = self.session.section_of_current() if self.session.is_open else None
        if section is None:
            self._tell(say("desk.no_section_here"))
        else:
            await self._keep(self.session.sign_off(section))

    def _step_or_tell(self, verdict: Verdict, reason: Reason | None = None) -> Step | None:
        if self._held_keys.is_repeat(monotonic()):
            self._tell(say("desk.held"))
            return None
        step = self.session.decide(verdict, reason) if self.session.is_open else None
        if step is None and self.session.current_figure is not None:
            following = self.session.next_undecided()
            self._tell(say("desk.report_done" if following is None else "desk.same"))
            self._go(following)
        return step

    # Correcting and commenting

    def action_correct(self) -> None:
        stored = self.session.current_figure if self.session.is_open else None
        if stored is None or self.tour_has_just_ended:
            return
        from fzreview.tui.screens.correction import CorrectionScreen

        draft = draft_from(self._review.view.get("draft"), stored.span_key)
        reading = self.session.report.reading
        self.app.push_screen(CorrectionScreen(reading, stored.shown, draft, self.keep_draft), self._corrected)

    def keep_draft(self, draft: Draft) -> None:
        """Half a correction is on disk too, in case the program is killed."""
        stored = self.session.current_figure
        if stored is not None:
            self._review.view["draft"] = kept_draft(stored.span_key, draft)
            self._review.remember_place()

    async def _corrected(self, correction: Figure | None) -> None:
        self._review.view.pop("draft", None)
        if correction is not None:
            step = self.session.correct(correction)
            if step is None:
                self._tell(say("desk.same"))
            elif await self._keep(step) and step.entry.after and step.entry.after.reason:
                # One stray key may correct a field: what it did is said.
                field = say(f"desk.reason.{step.entry.after.reason}")
                self._status.add(say("desk.corrected", field=field))

    def action_fix(self) -> None:
        index = self.session.next_to_fix() if self.session.is_open else None
        if index is None:
            self._tell(say("desk.no_fix"))
            return
        self._go(index)
        self.action_correct()

    def action_comment(self) -> None:
        stored = self.session.current_figure if self.session.is_open else None
        if stored is None:
            return
        from fzreview.tui.screens.comment import CommentScreen

        held = stored.of(self.session.reviewer)
        self.app.push_screen(CommentScreen(held.comment or "" if held else ""), self._commented)

    async def _commented(self, comment: str | None) -> None:
        if comment is not None:
            await self._keep(self.session.comment(comment))

    def resume_draft(self) -> None:
        """Open the correction again that was half typed when the program ended."""
        stored = self.session.current_figure if self.session.is_open else None
        if stored is not None and draft_from(self._review.view.get("draft"), stored.span_key):
            self.action_correct()

    # Other screens, program

    def action_library(self) -> None:
        from fzreview.tui.screens.library import LibraryScreen

        here = self.session.report.summary.id if self.session.is_open else None
        self.app.push_screen(LibraryScreen(self._review, here), self._chosen)

    async def _chosen(self, summary: ReportSummary | None) -> None:
        if summary is not None:
            with self._asking_the_store():
                self._change_report(await asyncio.to_thread(self._review.read, summary))

    async def action_candidate(self) -> None:
        """The same key offers the example reports where the store is empty."""
        if self.session.is_open:
            await super().action_candidate()
        else:
            from fzreview.work.loading.examples import example_reports

            self._begin_load(example_reports())

    async def action_quit(self) -> None:
        await self.app.action_quit()

    def on_key(self, event: events.Key) -> None:
        """A committed character of an input method does nothing else than say so."""
        if event.character is not None and event.character >= FIRST_IDEOGRAPHIC and self.is_current:
            self._tell(say("desk.input_method"))
