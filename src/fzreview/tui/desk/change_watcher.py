"""Polling the store for changes by other reviewers or other desks, while this desk is idle."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from textual.screen import Screen
from textual.worker import Worker

from fzreview.domain.reports.stored import HeldDecision, StoredFigure, StoredReport
from fzreview.errors import FzError
from fzreview.review.session import Session
from fzreview.review.steps.step import Step
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.tui.desk.candidates import CandidateController
from fzreview.tui.desk.display import Display
from fzreview.tui.desk.news_words import news_words
from fzreview.tui.desk.status_line import StatusLine
from fzreview.work.judging.reviewing import Review

POLL_SECONDS: Final = 1.0
"""Polling interval. Polling runs in a thread and delays no key."""


class ChangeWatcher:
    """Reloads the open report when others have changed it; position and scrolling stay."""

    def __init__(
        self,
        screen: Screen[None],
        review: Review,
        status_line: StatusLine,
        display: Display,
        candidates: CandidateController,
    ) -> None:
        self._screen = screen
        self._review = review
        self._status_line = status_line
        self._display = display
        self._candidates = candidates
        self._poll_worker: Worker[None] | None = None
        self._has_unread_changes = False
        """Whether the store has changed since the report was last reloaded."""
        self._steps = 0
        """Number of steps taken here: a report that was read before the last one is outdated."""
        self.after_changes: list[Callable[[], None]] = []
        """Called once changes by others are shown."""

    @property
    def session(self) -> Session:
        return self._review.session

    def start(self) -> None:
        """Start polling."""
        self._screen.set_interval(POLL_SECONDS, self.poll)

    def on_step(self, _step: Step) -> None:
        """A step was taken here."""
        self._steps += 1

    def poll(self) -> None:
        """Poll once, if the desk is idle."""
        if self._is_idle and (self._poll_worker is None or self._poll_worker.is_finished):
            self._poll_worker = self._screen.run_worker(self._poll_store, group="news", exit_on_error=False)

    @property
    def _is_idle(self) -> bool:
        """Whether no dialog, queued key or candidate would be disturbed by an update of the screen."""
        screen = self._screen
        busy = screen.app.message_queue_size or self._display.has_pending or self._candidates.is_shown
        return screen.is_active and self.session.is_open and not busy

    async def _poll_store(self) -> None:
        try:
            self._has_unread_changes = (
                await asyncio.to_thread(self._review.is_written_elsewhere) or self._has_unread_changes
            )
            if not self._has_unread_changes:
                return
            known, steps = self.session.report, self._steps
            report = await asyncio.to_thread(self._review.renewed, known)
            rulings = await asyncio.to_thread(self._review.untold_rulings)
        except FzError:
            return  # whatever needs the store reports that it cannot be read
        if (known, steps) != (self.session.report, self._steps) or not self._is_idle:
            return  # polled again once the desk is idle
        self._has_unread_changes = False
        if report is not None:
            self._show(known, report)
        if rulings:
            self._review.know_rulings(rulings)
            who = "、".join(dict.fromkeys(one_line(ruling.reviewer) for ruling in rulings))
            self._status_line.show_prominently(
                say("ruling.news", who=who, decision=one_line(rulings[-1].decision))
            )

    def _show(self, known: StoredReport, report: StoredReport) -> None:
        before = self.session.figures
        news = self.session.refresh(report)
        self.session.undo_history = self._review.undo_history()
        now = self.session.figures
        if known.reading == report.reading and _places(before) == _places(now):
            pairs = enumerate(zip(before, now, strict=True))
            self._display.show_reloaded([index for index, (was, is_now) in pairs if is_now is not was])
        else:
            self._display.show_reloaded(None)
        for listener in self.after_changes:
            listener()
        self._tell(news)

    def _tell(self, news: Mapping[str, tuple[HeldDecision, ...]]) -> None:
        session = self.session
        if session.unacknowledged:
            words = say("desk.news.now", news=news_words(session.unacknowledged, session.reviewer))
            self._status_line.show(words, urgent=True, announced=self._status_line.announced)
        elif news:
            self._status_line.show_if_idle(say("desk.news.elsewhere", who=self._who(news), count=len(news)))
        else:
            self._status_line.show_if_idle(say("desk.news.shown"))

    def _who(self, news: Mapping[str, Iterable[HeldDecision]]) -> str:
        names = dict.fromkeys(held.reviewer for words in news.values() for held in words)
        own = self.session.reviewer
        return "、".join(say("desk.news.you") if name == own else one_line(name) for name in names)


def _places(figures: Iterable[StoredFigure]) -> list[str]:
    return [stored.span_key for stored in figures]
