"""The ties of the open report, checked beside the reviewer."""

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
"""Who leafs through reports faster than this is not held up by comparing each with all others."""


class TieChecker:
    """Ties come once the report is on the screen, and again after what lets its figures stand otherwise."""

    def __init__(self, screen: Screen[None], review: Review, show: Callable[[], None]) -> None:
        """``show`` is called when the session has other ties."""
        self._screen = screen
        self._review = review
        self._show = show
        self._revision = 0
        """Counts the states of the open report's figures that matter for ties."""
        self._checked_revision = 0
        """The state that the session's ties are of."""
        self._worker: Worker[None] | None = None
        self._comparing: Worker[None] | None = None

    @property
    def session(self) -> Session:
        return self._review.session

    # What the desk tells

    def on_session_opening(self) -> None:
        """A report is about to be shown."""
        self._revision += 1

    def on_session_shown(self) -> None:
        """It is shown now."""
        if self.session.tie_index is not NO_TIES:
            self._checked_revision = self._revision
            self._screen.set_timer(COMPARE_DELAY_SECONDS, partial(self._begin_to_compare, self._revision))
        elif self.session.is_open:
            self._screen.call_after_refresh(self._check)

    def on_step(self, step: Step) -> None:
        """A step was taken."""
        if changes_ties(step):
            self.recheck()

    def recheck(self) -> None:
        """Its figures stand otherwise by what others decided."""
        self._revision += 1
        self._screen.call_after_refresh(self._check)

    async def wait_until_current(self) -> None:
        """Wait until the session's ties are those of its figures as they stand."""
        while self._checked_revision != self._revision:
            await self._check().wait()

    def _check(self) -> Worker[None]:
        """Have the report checked beside the reviewer, once at a time."""
        if self._worker is None or self._worker.is_finished:
            self._worker = self._screen.run_worker(self._check_until_done, group="ties", exit_on_error=False)
        return self._worker

    async def _check_until_done(self) -> None:
        """Check the figures as they stand, again as long as they change meanwhile; then show the ties."""
        while self._checked_revision != self._revision:
            revision, session = self._revision, self.session
            tie_index = await asyncio.to_thread(check_ties, session.report.reading, session.figures)
            if revision == self._revision:
                self._checked_revision = revision
                session.set_ties(tie_index)
                self._show()
                self._begin_to_compare(revision)

    def _begin_to_compare(self, revision: int) -> None:
        """Have the other reports asked, of a report whose own ties are known and that is still open."""
        if revision != self._revision:
            return
        # Made only when it runs: a desk that is left at once would leave it behind.
        comparing = partial(self._compare, revision)
        self._comparing = self._screen.run_worker(
            comparing, group="across", exclusive=True, exit_on_error=False
        )

    async def _compare(self, revision: int) -> None:
        """Ask the other reports of the store; the figures that jump against them get their alarms."""
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
