"""Judge one, settle many: finds figures alike to one that was corrected or rejected, and offers them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual.screen import Screen
from textual.worker import Worker

from fzreview.domain.decisions.circumstances import circumstances_of
from fzreview.domain.decisions.verdict import JournalEntry
from fzreview.errors import FzError
from fzreview.review.keys.held_keys import HeldKeys
from fzreview.review.lookalikes.alike_figures import can_have_alikes
from fzreview.review.steps.step import Step
from fzreview.strings import say
from fzreview.tui.desk.status_line import StatusLine
from fzreview.tui.desk.step_recorder import StepRecorder, move_id
from fzreview.work.judging.reviewing import Review

if TYPE_CHECKING:
    from fzreview.review.lookalikes.alike_figures import AlikeOffer
    from fzreview.review.steps.elsewhere import PlannedDecision


class AlikeFinder:
    """Searches in a background worker; the status line names the key once something is found."""

    def __init__(
        self,
        screen: Screen[None],
        review: Review,
        status_line: StatusLine,
        recorder: StepRecorder,
        held_keys: HeldKeys,
    ) -> None:
        self._screen = screen
        self._review = review
        self._status_line = status_line
        self._recorder = recorder
        self._held_keys = held_keys
        self._origin: JournalEntry | None = None
        """The last correction or rejection."""
        self._worker: Worker[None] | None = None

    def on_step(self, step: Step) -> None:
        """Start a search after a correction or rejection; forget it when that is undone."""
        entry = step.entry
        if len(step.entries) == 1 and can_have_alikes(entry) and circumstances_of(entry.note).bulk is None:
            self._origin = entry
            self._look()
        elif self._origin is not None and entry.inverts == self._origin.uuid:
            self._origin = None

    def _look(self) -> None:
        """Start the worker unless it is running; it takes up the latest origin."""
        if self._worker is None or self._worker.is_finished:
            self._worker = self._screen.run_worker(
                self._look_until_done(), group="alike", exit_on_error=False
            )

    async def _look_until_done(self) -> None:
        looked_at: JournalEntry | None = None
        while (origin := self._origin) is not None and origin is not looked_at:
            looked_at = origin
            try:
                offer = await asyncio.to_thread(self._review.alike_to, origin)
            except FzError:
                return
            # Only while the status line still announces this step: later messages are about others.
            if offer is not None and self._status_line.announced.get("undo") == move_id([origin]):
                self._status_line.show_prominently(say("alike.offer", count=len(offer.alikes)))

    async def show(self) -> None:
        """Open the dialog that lists the alike figures."""
        with self._status_line.reporting_store_errors():
            offer = None
            if self._origin is not None:
                offer = await asyncio.to_thread(self._review.alike_to, self._origin)
            if offer is None:
                self._status_line.show(say("alike.none"))
                return
            from fzreview.tui.screens.alike import AlikeScreen

            screen = AlikeScreen(offer, self._held_keys)
            self._screen.app.push_screen(screen, lambda kept: self._chosen(offer, kept))

    async def _chosen(self, offer: AlikeOffer, kept: tuple[PlannedDecision, ...] | None) -> None:
        if kept:
            await self._recorder.record(
                self._review.session.figure_steps.decide_elsewhere(kept, offer.bulk_note)
            )
