"""Steps put on disk before they are shown; undo and redo."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from concurrent.futures import Future
from contextlib import ExitStack, suppress
from typing import Literal

from fzreview.domain.verdict import JournalEntry
from fzreview.errors import Conflict, FzError
from fzreview.review.steps import Step
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.tui.screens.desk_view import DeskView

COMMIT_SECONDS = 0.005
"""How long a key waits for its commit before the screen may be painted."""

SAVING_SECONDS = 0.2
"""A write that takes longer is told on the status line."""


HELD_BACK_SECONDS = 0.2
"""How long keys that were typed ahead may keep the screen as it is."""


class DeskKeeping(DeskView):
    """What the screen shows is what the store holds."""

    _held_back: ExitStack | None = None
    """Open while keys wait and nothing is painted."""

    async def _keep(self, step: Step | None) -> bool:
        """Have a step recorded, then show it; what the screen shows is what the store holds."""
        if step is None:
            return False
        try:
            await self._recorded(self._review.record(step))
        except Conflict as conflict:
            with self._asking_the_store():
                await self._read_again()
                extracted = conflict.code == "conflict_extraction"
                self._tell(say("desk.extracted" if extracted else "desk.conflict"), loud=True)
            return False
        except FzError as error:
            self._tell(say("desk.not_saved", reason=one_line(str(error))), loud=True)
            return False
        figures_changed = self.session.accept(step)
        self._show_step(step, figures_changed)
        return True

    async def _recorded(self, written: Future[None]) -> None:
        # A commit takes less than a frame: waiting for it here saves painting a screen that is about to
        # change. A store that somebody else holds is waited for without stopping the screen.
        with suppress(TimeoutError):
            return written.result(COMMIT_SECONDS)
        writing = asyncio.wrap_future(written)
        done, _ = await asyncio.wait({writing}, timeout=SAVING_SECONDS)
        if not done:
            self._tell(say("desk.saving"), loud=True)
            await asyncio.wait({writing})
        return writing.result()

    async def _read_again(self) -> None:
        summary = self.session.report.summary
        figure = self.session.current_figure
        report = await asyncio.to_thread(self._review.read, summary)
        self.session.ledger = self._review.ledger(self.session.reviewer)
        self._open(report, figure.span_key if figure else None)

    def _show_step(self, step: Step, figures_changed: bool) -> None:
        entry = step.entry
        sections: Iterable[int] = range(len(self.session.report.reading.outline))
        if figures_changed:
            self._show_text(keep_place=True)
        elif entry.target == "figure":
            sections = {section for one in step.entries for section in self._show_decided(one)}
        self._text.show_current(self.session.current)
        self._behind = (self._behind or set()).union(sections)
        if self.app.message_queue_size:
            self._hold_back()
        else:
            self._catch_up()
        words = say("desk.saved", what=say(f"desk.done.{entry.action}"), figure=self._wording(entry))
        if self.session.decided == self.session.figure_count:
            words += "   " + say("desk.report_done")
        self._tell(words)
        if self.session.told_hasty:
            self._status.add("   " + say("desk.hasty"))

    def _show_decided(self, entry: JournalEntry) -> Iterable[int]:
        """Show a figure's status; the sections whose counts it changes."""
        index = self.session.index_of(entry.figure)
        if index is None:
            return ()
        stored = self.session.figure(index)
        self._text.show_status(index, stored.status)
        self._figures.show_figure(index, stored)
        return self.session.sections_around(index)

    def _hold_back(self) -> None:
        """Paint nothing while keys wait: what they change is shown once, behind the last of them."""
        if self._held_back is None:
            self._held_back = ExitStack()
            self._held_back.enter_context(self.app.batch_update())
            self.set_timer(HELD_BACK_SECONDS, self._catch_up)

    def _catch_up(self) -> None:
        """Show around the text what steps have changed since it was shown last."""
        if self._behind is not None:
            self._show_progress(self._behind)
            self._behind = None
            self._show_place()
        if self._held_back is not None:
            self._held_back.close()
            self._held_back = None
            self.check_idle()

    def _wording(self, entry: JournalEntry) -> str:
        """What an entry is about, in the report's words."""
        index = self.session.index_of(entry.figure) if entry.target == "figure" else None
        if index is not None:
            shown = self.session.figure(index).shown
            return f"{one_line(shown.subject)} {one_line(shown.text)}"
        start, end = (int(part) for part in entry.figure.split("-"))
        return one_line(self.session.report.reading.source[start:end])

    # Undo and redo

    async def action_undo(self) -> None:
        with self._asking_the_store():
            await self._turn(await asyncio.to_thread(self._review.entries_to_undo), "undo")

    async def action_redo(self) -> None:
        with self._asking_the_store():
            await self._turn(await asyncio.to_thread(self._review.entries_to_redo), "redo")

    async def _turn(self, entries: Sequence[JournalEntry], direction: Literal["undo", "redo"]) -> None:
        if not entries:
            self._tell(say(f"desk.nothing_to_{direction}"))
            return
        entry = entries[0]
        if not self.session.is_open or entry.report != self.session.report.summary.sha256:
            report = await asyncio.to_thread(self._review.read_by_sha256, entry.report)
            if report is None:
                self._tell(say("desk.undo_gone"), loud=True)
                return
            self._open(report, entry.figure)
        step = self.session.undo(*entries) if direction == "undo" else self.session.redo(*entries)
        if step is None:
            # Another extraction took it away, which the ledger of the store knows.
            self.session.ledger = self._review.ledger(self.session.reviewer)
            self._tell(say("desk.undo_gone"), loud=True)
        elif await self._keep(step):
            told = "desk.undone" if direction == "undo" else "desk.redone"
            self._tell(say(told, what=say(f"desk.done.{entry.action}"), figure=self._wording(entry)))
