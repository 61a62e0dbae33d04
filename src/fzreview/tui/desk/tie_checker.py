"""Finding the ties and alarms of the open report in background workers."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Final

from textual.screen import Screen
from textual.worker import Worker

from fzreview.errors import FzError
from fzreview.review.session import Session
from fzreview.review.steps.step import Step
from fzreview.review.ties.tie_index import NO_TIES, changes_ties, check_ties
from fzreview.work.judging.reviewing import Review

COMPARE_DELAY_SECONDS: Final = 0.3
"""Reports left sooner than this are not compared with the others of the store."""


class TieChecker:
    """Finds ties once the report is shown, and again after each change that matters for ties."""

    def __init__(self, screen: Screen[None], review: Review, show: Callable[[], None]) -> None:
        """``show`` is called whenever the ties of the session have changed."""
        self._screen = screen
        self._review = review
        self._show = show
        self._revision = 0
        """Incremented by every change that matters for ties."""
        self._checked_revision = 0
        """The revision for which the session has its ties."""
        self._worker: Worker[None] | None = None
        self._comparing: Worker[None] | None = None

    @property
    def session(self) -> Session:
        return self._review.session

    # Notifications

    def on_session_opening(self) -> None:
        """Another report is about to be shown."""
        self._revision += 1

    def on_session_shown(self) -> None:
        """The report is shown: find its ties unless they are known already."""
        if self.session.tie_index is not NO_TIES:
            self._checked_revision = self._revision
            self._screen.set_timer(COMPARE_DELAY_SECONDS, partial(self._begin_to_compare, self._revision))
        elif self.session.is_open:
            self._screen.call_after_refresh(self._check)

    def on_step(self, step: Step) -> None:
        """A step was recorded and shown."""
        if changes_ties(step):
            self.recheck()

    def recheck(self) -> None:
        """The figures have changed: find the ties again."""
        self._revision += 1
        self._screen.call_after_refresh(self._check)

    async def wait_until_current(self) -> None:
        """Wait until the session has the ties of the latest revision."""
        while self._checked_revision != self._revision:
            await self._check().wait()

    def _check(self) -> Worker[None]:
        """The running worker, or a new one."""
        if self._worker is None or self._worker.is_finished:
            self._worker = self._screen.run_worker(self._check_until_done, group="ties", exit_on_error=False)
        return self._worker

    async def _check_until_done(self) -> None:
        """Find the ties of the current revision, again as long as it changes meanwhile."""
        while self._checked_revision != self._revision:
            revision, session = self._revision, self.session
            tie_index = await asyncio.to_thread(check_ties, session.report.reading, session.figures)
            if revision == self._revision:
                self._checked_revision = revision
                session.set_ties(tie_index)
                self._show()
                self._begin_to_compare(revision)

    def _begin_to_compare(self, revision: int) -> None:
        """Start comparing with other reports, unless the revision is outdated."""
        if revision != self._revision:
            return
        # A function, not a coroutine: one that is never started would warn at exit.
        comparing = partial(self._compare, revision)
        self._comparing = self._screen.run_worker(
            comparing, group="across", exclusive=True, exit_on_error=False
        )

    async def _compare(self, revision: int) -> None:
        """Find figures that jump against other reports of the store; they get alarms."""
        session = self.session
        report, figures = session.report, session.figures
        try:
            jumps = await asyncio.to_thread(self._review.jumps, report, figures)
        except FzError:
            return
        known = session.tie_index.alarms
        if revision == self._revision and any(jump not in known for jump in jumps):
            tie_index = await asyncio.to_thread(check_ties, report.reading, figures, jumps)
            if revision == self._revision:
                session.set_ties(tie_index)
                self._show()
