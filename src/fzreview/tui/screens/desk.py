"""The review desk: verdicts by one key, corrections, comments, and the way to the other screens."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, Final

from textual import events

from fzreview.domain.figure import Figure
from fzreview.domain.stored import ReportSummary, StoredFigure
from fzreview.domain.verdict import Reason, RejectionClass, Verdict
from fzreview.review.candidates import Span
from fzreview.review.commands import BY_ID, CLASS_KEYS, Command
from fzreview.review.correcting import Draft, draft_from, draft_of, kept_draft
from fzreview.review.gate import Gate, Sight
from fzreview.review.news import deed
from fzreview.review.steps import Step
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.tui.screens.desk_helping import DeskHelping
from fzreview.tui.screens.desk_loading import DeskLoading
from fzreview.tui.screens.desk_searching import DeskSearching
from fzreview.tui.screens.desk_tying import DeskTying

if TYPE_CHECKING:
    from fzreview.work.judging.reviewing import Review

PAINT_SECONDS: Final = 1.0
"""A screen that is not painted by then shows nothing that a key could decide on."""

FIRST_IDEOGRAPHIC = "\u2e80"
"""Characters from here on come from an input method, not from a key."""


class DeskScreen(DeskTying, DeskSearching, DeskLoading, DeskHelping):
    """The screen that a reviewer works at."""

    def __init__(self, review: Review, repeat_ms: int = 0) -> None:
        super().__init__(review, repeat_ms)
        self._gate = Gate(self._held_keys)

    def on_mount(self) -> None:
        self.call_after_refresh(self.resume_draft)

    # The way of a key

    async def action_do(self, name: str) -> None:
        """A command of the registry: past the gate, then to its action."""
        command = BY_ID[name]
        if await self._passes(command):
            await self.app.run_action(command.action, self)

    async def _passes(self, command: Command) -> bool:
        """Whether a command may act; what it would decide on is brought into sight where it may not."""
        if command.decides is None or not self.session.is_open:
            return True
        if self._gate.is_held(command, monotonic()):
            self._tell(say("desk.gate.held"))
            return False
        looked_at = self.candidate_shown
        rules_out = command.id == "reject" and looked_at is not None
        subject = self._subject(command, looked_at if rules_out or command.id == "mark" else None)
        refusal = self._gate.refusal(
            command,
            self.session,
            await self._sight(subject, whole=command.decides != "section"),
            of_candidate=looked_at is not None,
            rules_out=rules_out,
        )
        if refusal is None:
            return True
        if refusal == "left_candidate":
            self._show_place()
        if subject is not None and command.decides == "section":
            self._text.reveal_offset(subject[0])
        elif subject is not None:
            self._text.reveal(subject)
        self._tell(say(f"desk.gate.{refusal}", **self._keys_onward()))
        return False

    def _subject(self, command: Command, candidate: Span | None) -> Span | None:
        """Where in the text that is shown stands what a command would decide on; None for nothing there."""
        session, index = self.session, self.session.current
        if candidate is not None:
            return candidate
        match command.decides:
            case "verdict" | "remark":
                pass
            case "rejection":
                index = session.index_of(self._rejected) if self._rejected else None
            case "candidate":
                return self.candidate_shown
            case "section":
                return None if self._outline.has_focus else self._section_shown()
            case _:
                return None
        return None if index is None else self._view.figures[index]

    def _section_shown(self) -> Span | None:
        section = self.session.section
        if section is None:
            return None
        reading = self.session.report.reading
        start, until = reading.outline[section].start, reading.outline[section].until
        return reading.clean.clean_span(start, until) if self._side == "clean" else (start, until)

    async def _sight(self, subject: Span | None, whole: bool) -> Sight:
        """Whether a span of the text stands on the screen, painted."""
        if subject is None:
            return "seen"
        if not self._text.is_painted:
            await self._painted()
        if self._text.sees(subject, whole):
            return "seen"
        return "hidden" if self._text.has_room_for(subject) or not whole else "too_large"

    async def _painted(self) -> None:
        """Let the screen be painted as it is: keys that were typed ahead decide on nothing before that."""
        self._catch_up()
        end = monotonic() + PAINT_SECONDS
        while not self._text.is_painted and (left := end - monotonic()) > 0:
            done = asyncio.Event()
            self.call_after_refresh(done.set)
            with suppress(TimeoutError):
                await asyncio.wait_for(done.wait(), left)
            # A pane that has no size yet is painted behind a layout or two.
            await asyncio.sleep(0)

    def _keys_onward(self) -> dict[str, str]:
        return {name: self._key(name) for name in ("next_undecided", "fix", "sign_off", "next", "previous")}

    # Deciding

    async def action_decide(self, verdict: Verdict) -> None:
        if await self._keep(self._step_or_tell(verdict)):
            self._rejected = None

    async def action_reject(self) -> None:
        if await self.rule_out_candidate():
            return
        stored = self.session.current_figure if self.session.is_open else None
        step = self._step_or_tell("wrong", "not_a_figure")
        if stored is not None and (step is None or await self._keep(step)):
            self._rejected = stored.span_key
            classes = " ".join(f"{key} {say(f'guide.{name}')}" for name, key in CLASS_KEYS.items())
            self._status.add(say("desk.classes", classes=classes))

    async def action_classify(self, reason_class: RejectionClass) -> None:
        step = self.session.classify(self._rejected, reason_class) if self._rejected else None
        if step is None:
            self._tell(say("desk.nothing_to_classify"))
        await self._keep(step)

    async def action_sign_off(self) -> None:
        section = self._section_to_sign() if self.session.is_open else None
        if section is None:
            self._tell(say("desk.no_section_here"))
            return
        step = self.session.sign_off(section)
        if await self._keep(step) and step.entry.action == "reopened" and self.session.signers(section):
            names = one_line(" ".join(self.session.signers(section)))
            self._status.add("   " + say("desk.still_signed", names=names))

    def _section_to_sign(self) -> int | None:
        """The section at the outline's cursor where that is in use, else the one that was gone to last."""
        if self._outline.has_focus and self._outline.row_count:
            return self._outline.section(self._outline.cursor)
        return self.session.section

    def _step_or_tell(self, verdict: Verdict, reason: Reason | None = None) -> Step | None:
        step = self.session.decide(verdict, reason) if self.session.is_open else None
        if step is None and self.session.is_open:
            self._tell_same()
        return step

    def _tell_same(self) -> None:
        """Nothing was written, because the current figure is held to be just that already."""
        stored = self.session.current_figure
        held = stored.of(self.session.reviewer) if stored else None
        if held is not None:
            self._tell(say("desk.same", what=say(f"desk.done.{deed(held)}")))

    # Correcting and commenting

    def action_correct(self) -> None:
        stored = self.session.current_figure if self.session.is_open else None
        if stored is not None and not self.tour_has_just_ended:
            self._ask_correction(stored, draft_from(self._review.view.get("draft"), stored.span_key))

    def _ask_correction(self, stored: StoredFigure, draft: Draft | None, notice: str = "") -> None:
        from fzreview.tui.screens.correction import CorrectionScreen

        reading = self.session.report.reading
        screen = CorrectionScreen(reading, stored.shown, draft, self.keep_draft, notice)
        self.app.push_screen(screen, self._corrected)

    def keep_draft(self, draft: Draft) -> None:
        """Half a correction is on disk too, in case the program is killed."""
        stored = self.session.current_figure
        if stored is not None:
            self._review.view["draft"] = kept_draft(stored.span_key, draft)
            self._review.remember_place()

    async def _corrected(self, correction: Figure | None) -> None:
        typed = self._review.view.pop("draft", None)
        if correction is None:
            return
        step = self.session.correct(correction)
        if step is None:
            self._tell_same()
        elif not await self._keep(step):
            self._correct_again(step.entry.figure, correction, typed)
        elif step.entry.after and step.entry.after.reason:
            # One stray key may correct a field: what it did is said.
            field = say(f"desk.reason.{step.entry.after.reason}")
            self._status.add(say("desk.corrected", field=field))

    def _correct_again(self, figure: str, correction: Figure, typed: object) -> None:
        """What could not be kept is kept in the dialog, which says why and asks."""
        stored = self.session.current_figure
        if stored is None or stored.span_key != figure:
            return
        draft = draft_from(typed, figure)
        if draft is None:
            span = self.session.report.reading.clean.clean_span(correction.start, correction.end)
            draft = draft_of(correction, *span)
        self.keep_draft(draft)
        self._ask_correction(stored, draft, self._typed_stays())

    def action_fix(self) -> None:
        index = self.session.next_to_fix() if self.session.is_open else None
        if index is None:
            self._tell(say("desk.no_fix"))
            return
        self._go(index)
        self.action_correct()

    def action_comment(self) -> None:
        stored = self.session.current_figure if self.session.is_open else None
        if stored is not None:
            held = stored.of(self.session.reviewer)
            self._ask_comment(held.comment or "" if held else "")

    def _ask_comment(self, comment: str, notice: str = "") -> None:
        from fzreview.tui.screens.comment import CommentScreen

        self.app.push_screen(CommentScreen(comment, notice), self._commented)

    async def _commented(self, comment: str | None) -> None:
        step = self.session.comment(comment) if comment is not None else None
        if comment is not None and step is not None and not await self._keep(step):
            self._ask_comment(comment, self._typed_stays())

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
