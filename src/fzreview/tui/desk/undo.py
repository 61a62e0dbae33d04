"""Undo and redo across reports and restarts; each move is announced before it is undone or redone."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from fzreview.domain.decisions.verdict import JournalEntry
from fzreview.review.session import Session
from fzreview.review.wording.entry_description import describe_entries
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.tui.desk.navigation_history import NavigationHistory
from fzreview.tui.desk.navigator import Navigator
from fzreview.tui.desk.status_line import Direction, StatusLine
from fzreview.tui.desk.step_recorder import StepRecorder, move_id
from fzreview.work.judging.reviewing import Review


class UndoController:
    """Undoes or redoes the move that the status line announces; else announces it first."""

    def __init__(
        self,
        review: Review,
        status_line: StatusLine,
        recorder: StepRecorder,
        navigator: Navigator,
        history: NavigationHistory,
    ) -> None:
        self._review = review
        self._status_line = status_line
        self._recorder = recorder
        self._navigator = navigator
        self._history = history

    @property
    def session(self) -> Session:
        return self._review.session

    async def apply(self, direction: Direction) -> None:
        """Undo or redo the announced move, or announce the next one."""
        with self._status_line.reporting_store_errors():
            entries = await self._next_move(direction)
            if not entries:
                self._status_line.show(say(f"desk.nothing_to_{direction}"))
            elif self._status_line.announced.get(direction) != move_id(entries):
                what = await self._description(entries)
                told = say(f"desk.{direction}_next", what=what)
                self._status_line.show(told, announced={direction: move_id(entries)})
            else:
                await self._apply_step(entries, direction)

    async def _next_move(self, direction: Direction) -> tuple[JournalEntry, ...]:
        review = self._review
        ask = review.entries_to_undo if direction == "undo" else review.entries_to_redo
        return await asyncio.to_thread(ask)

    async def _apply_step(self, entries: Sequence[JournalEntry], direction: Direction) -> None:
        entry = entries[0]
        here = self.session.report.sha256 if self.session.is_open else None
        elsewhere = here not in {one.report for one in entries}
        if elsewhere:
            report = await asyncio.to_thread(self._review.read_by_sha256, entry.report)
            if report is None:
                self._status_line.show(say("desk.undo_gone"), urgent=True)
                return
            if here is not None:
                self._history.push_current()
            self._navigator.open(report, entry.figure, navigated=True)
        others = await asyncio.to_thread(self._review.others_of, entries)
        turn = self.session.undo_steps.undo if direction == "undo" else self.session.undo_steps.redo
        step = turn(*entries, others=others)
        if step is None:
            # Another extraction removed the figure; the undo history of the store knows that.
            self.session.undo_history = self._review.undo_history()
            self._status_line.show(say("desk.undo_gone"), urgent=True)
        elif await self._recorder.record(step):
            await self._show_undone(entries, direction, left=elsewhere and here is not None)

    async def _show_undone(
        self, entries: Sequence[JournalEntry], direction: Direction, *, left: bool
    ) -> None:
        """Report what was undone or redone and announce the next move; ``left``: in another report."""
        what, wording = say(f"desk.done.{entries[0].action}"), describe_entries(self.session, *entries)
        turned = "desk.undone" if direction == "undo" else "desk.redone"
        behind = "   " + say("desk.undone.left") if left else ""

        def told(figure: str) -> str:
            return say(turned, what=what, figure=figure) + behind

        other: Direction = "redo" if direction == "undo" else "undo"
        announced: dict[Direction, str] = {other: move_id(entries)}
        # Before the next move is known: reading it may take longer than a frame.
        self._status_line.show_elided(told, wording, announced=announced, persistent=True)
        next_move = await self._next_move(direction)
        if next_move:
            described = await self._description(next_move)
            words = f"{told(wording)}   {say(f'desk.{direction}_again', what=described)}"
            if self._status_line.fits(words):
                # A move is only announced where its description is not cut off.
                self._status_line.show(
                    words, announced={**announced, direction: move_id(next_move)}, persistent=True
                )

    async def _description(self, entries: Sequence[JournalEntry]) -> str:
        """What a move did and where, displayable; in the words of its report where that is open."""
        what = say(f"desk.done.{entries[0].action}")
        report = entries[0].report
        is_here = self.session.is_open and report == self.session.report.sha256
        if is_here or len({entry.report for entry in entries}) > 1:
            return f"{what} {describe_entries(self.session, *entries)}"
        doc = await asyncio.to_thread(self._review.doc_of, report)
        return say("desk.in_report", what=what, doc=one_line(doc or report[:12]))
