"""Records steps in the store before they are shown: the screen never shows more than the store holds."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

from fzreview.domain.decisions.verdict import STATED, JournalEntry
from fzreview.errors import Conflict, FzError
from fzreview.review.open_report.news import decided_since
from fzreview.review.session import Session
from fzreview.review.steps.step import Step
from fzreview.review.wording.entry_description import describe_entries
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.tui.desk.commit_wait import wait_for_commit
from fzreview.tui.desk.display import Display
from fzreview.tui.desk.navigator import Navigator
from fzreview.tui.desk.news_words import news_words
from fzreview.tui.desk.status_line import StatusLine
from fzreview.work.judging.reviewing import Review

StepListener = Callable[[Step], None]


class StepRecorder:
    """Records steps, shows them, and reports conflicts and failed writes."""

    def __init__(
        self, review: Review, status_line: StatusLine, display: Display, navigator: Navigator
    ) -> None:
        self._review = review
        self._status_line = status_line
        self._display = display
        self._navigator = navigator
        self._refusal = ""
        self._unreported: Step | None = None
        """The last step, if the status line has not reported it yet."""
        self._hasty_warning_due = False
        """Whether the next report includes the warning about haste."""
        self.on_recorded: list[StepListener] = []
        """Called with each recorded step before it is shown."""
        self.on_shown: list[StepListener] = []
        """Called with each recorded step once it is shown."""

    @property
    def session(self) -> Session:
        return self._review.session

    @property
    def retry_notice(self) -> str:
        """Why the last step was not recorded, for the dialog that is opened again."""
        return say("desk.typed_stays", why=self._refusal)

    def refuse(self, why: str) -> None:
        """Report why there is no step to record."""
        self._refusal = why
        self._status_line.show(why)

    async def record(self, step: Step | None) -> bool:
        """Record a step, then show it; False where there is none or it was not recorded."""
        if step is None:
            return False
        try:
            await wait_for_commit(self._review.record(step), self._show_slow_write)
        except Conflict as conflict:
            self._refusal = one_line(str(conflict))
            with self._status_line.reporting_store_errors():
                await self._resolve_conflict(step, conflict)
            return False
        except FzError as error:
            self._refusal = say("desk.not_saved", reason=one_line(str(error)))
            self._status_line.show(self._refusal, urgent=True, persistent=True)
            return False
        figures_changed = self.session.accept(step)
        if step.entry.target in STATED:
            # The store derives fields and outline from statements.
            await self._reload()
        for listener in self.on_recorded:
            listener(step)
        self._unreported = step
        self._hasty_warning_due = self._hasty_warning_due or self.session.stats.hasty_warning_due
        self._display.show_step(step, figures_changed)
        if not step.is_mere_verdict:
            self.show_saved()
        for listener in self.on_shown:
            listener(step)
        return True

    def _show_slow_write(self) -> None:
        self._status_line.show(say("desk.saving"), urgent=True)

    def show_saved(self) -> None:
        """Report the last step on the status line, if it was not reported yet."""
        step, self._unreported = self._unreported, None
        if step is None:
            return
        session = self.session
        done = action_words(step.entry)
        behind = ""
        if session.waiting() and session.decided == session.figure_count:
            behind = "   " + say("desk.fixes_wait", count=session.waiting())
        elif session.decided == session.figure_count:
            behind = "   " + say("desk.report_done")
        self._status_line.show_elided(
            lambda figure: say("desk.saved", what=done, figure=figure) + behind,
            describe_entries(session, *step.entries),
            announced={"undo": move_id(step.entries)},
            persistent=True,
        )
        if self._hasty_warning_due:
            self._hasty_warning_due = False
            self._status_line.append("   " + say("desk.hasty"))

    # Conflicts

    async def _resolve_conflict(self, step: Step, conflict: Conflict) -> None:
        """Reload the report and report who decided what since; the next key is then allowed."""
        own = step.entries_in(self.session.report.sha256)
        before = [self.session.held(entry) for entry in own]
        announced = dict(self._status_line.announced)
        await self._reload()
        if conflict.code == "conflict_extraction":
            self._refusal = say("desk.extracted")
            self._status_line.show(self._refusal, urgent=True, announced=announced)
            return
        news = [
            held
            for entry, known in zip(own, before, strict=True)
            for held in decided_since(known, self.session.held(entry))
        ]
        told = news_words(news, self.session.reviewer)
        self._refusal = say("desk.news", news=told) if told else say("desk.conflict")
        self._status_line.show(self._refusal + say("desk.news.again"), urgent=True, announced=announced)

    async def _reload(self) -> None:
        summary = self.session.report.summary
        figure = self.session.current_figure
        report = await asyncio.to_thread(self._review.read, summary)
        self.session.undo_history = self._review.undo_history()
        # The reviewer has been told of the changes: that counts as navigating to the figure.
        self._navigator.open(report, figure.span_key if figure else None, navigated=True)


def action_words(entry: JournalEntry) -> str:
    """The action of an entry in words, with the class of a rejection."""
    done = say(f"desk.done.{entry.action}")
    reason_class = entry.after.reason_class if entry.after else None
    if reason_class is None or entry.action != "not_a_figure":
        return done
    return say("desk.with_class", what=done, name=say(f"guide.{reason_class}"))


def move_id(entries: Sequence[JournalEntry]) -> str:
    """The id of a move in the undo history: the batch, or the uuid of its only entry."""
    return entries[0].batch or entries[0].uuid
