"""Steps put on disk before they are shown; undo and redo."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from concurrent.futures import Future
from contextlib import ExitStack, suppress

from fzreview.domain.stored import HeldDecision
from fzreview.domain.verdict import JournalEntry
from fzreview.errors import Conflict, FzError
from fzreview.review.news import decided_since, deed
from fzreview.review.steps import Step
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.tui.screens.desk_view import DeskView, Direction

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
    _why_not = ""
    """Why the last step was not kept."""

    async def _keep(self, step: Step | None) -> bool:
        """Have a step recorded, then show it; what the screen shows is what the store holds."""
        if step is None:
            return False
        try:
            await self._recorded(self._review.record(step))
        except Conflict as conflict:
            self._why_not = one_line(str(conflict))
            with self._asking_the_store():
                await self._hear(step, conflict)
            return False
        except FzError as error:
            self._why_not = say("desk.not_saved", reason=one_line(str(error)))
            self._tell(self._why_not, loud=True)
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

    async def _hear(self, step: Step, conflict: Conflict) -> None:
        """Read the report again and tell who decided what since it was read; the next key counts."""
        before = [self.session.held(entry) for entry in step.entries]
        named = dict(self._named)
        await self._read_again()
        if conflict.code == "conflict_extraction":
            self._why_not = say("desk.extracted")
            self._tell(self._why_not, loud=True, named=named)
            return
        news = [
            held
            for entry, known in zip(step.entries, before, strict=True)
            for held in decided_since(known, self.session.held(entry))
        ]
        told = say("desk.news.and").join(dict.fromkeys(map(self._word_of, news)))
        self._why_not = say("desk.news", news=told) if told else say("desk.conflict")
        self._tell(self._why_not + say("desk.news.again"), loud=True, named=named)

    def _word_of(self, held: HeldDecision) -> str:
        key = "desk.news.own" if held.reviewer == self.session.reviewer else "desk.news.other"
        return say(key, reviewer=one_line(held.reviewer), what=say(f"desk.done.{deed(held.decision)}"))

    def _typed_stays(self) -> str:
        """Why what was typed is asked for again."""
        return say("desk.typed_stays", why=self._why_not)

    async def _read_again(self) -> None:
        summary, rejected = self.session.report.summary, self._rejected
        figure = self.session.current_figure
        report = await asyncio.to_thread(self._review.read, summary)
        self.session.ledger = self._review.ledger()
        # Who was told what has changed meanwhile has seen the figure anew.
        self._open(report, figure.span_key if figure else None, sought=True)
        self._rejected = rejected

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
        words = say("desk.saved", what=say(f"desk.done.{entry.action}"), figure=self._wording(*step.entries))
        if self.session.decided == self.session.figure_count:
            words += "   " + say("desk.report_done")
        self._tell(words, named={"undo": _move_of(step.entries)})
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

    def _wording(self, *entries: JournalEntry) -> str:
        """What the entries of a move are about, in the report's words."""
        first = self._wording_of(entries[0])
        return say("desk.and_others", first=first, count=len(entries)) if len(entries) > 1 else first

    def _wording_of(self, entry: JournalEntry) -> str:
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

    async def _turn(self, entries: Sequence[JournalEntry], direction: Direction) -> None:
        if not entries:
            self._tell(say(f"desk.nothing_to_{direction}"))
            return
        entry = entries[0]
        if self._named.get(direction) != _move_of(entries):
            what = await self._described(entries)
            told = say(f"desk.{direction}_next", key=self._key(direction), what=what)
            self._tell(told, named={direction: _move_of(entries)})
            return
        if not self.session.is_open or entry.report != self.session.report.summary.sha256:
            report = await asyncio.to_thread(self._review.read_by_sha256, entry.report)
            if report is None:
                self._tell(say("desk.undo_gone"), loud=True)
                return
            self._open(report, entry.figure, sought=True)
        step = self.session.undo(*entries) if direction == "undo" else self.session.redo(*entries)
        if step is None:
            # Another extraction took it away, which the ledger of the store knows.
            self.session.ledger = self._review.ledger()
            self._tell(say("desk.undo_gone"), loud=True)
        elif await self._keep(step):
            await self._tell_turned(entries, direction)

    async def _tell_turned(self, entries: Sequence[JournalEntry], direction: Direction) -> None:
        """Say what was turned, and what the same key would turn next."""
        words = say(
            "desk.undone" if direction == "undo" else "desk.redone",
            what=say(f"desk.done.{entries[0].action}"),
            figure=self._wording(*entries),
        )
        other: Direction = "redo" if direction == "undo" else "undo"
        named: dict[Direction, str] = {other: _move_of(entries)}
        # At once: a frame may be painted before it is known what comes next.
        self._tell(words, named=named)
        review = self._review
        ask = review.entries_to_undo if direction == "undo" else review.entries_to_redo
        following = await asyncio.to_thread(ask)
        if following:
            named[direction] = _move_of(following)
            what = await self._described(following)
            words += "   " + say(f"desk.{direction}_again", key=self._key(direction), what=what)
            self._tell(words, named=named)

    async def _described(self, entries: Sequence[JournalEntry]) -> str:
        """What a move did and where, in the words of its report where that is open."""
        what = say(f"desk.done.{entries[0].action}")
        report = entries[0].report
        if self.session.is_open and report == self.session.report.summary.sha256:
            return f"{what} {self._wording(*entries)}"
        doc = await asyncio.to_thread(self._review.doc_of, report)
        return say("desk.in_report", what=what, doc=one_line(doc or report[:12]))


def _move_of(entries: Sequence[JournalEntry]) -> str:
    """The name of a move in the ledger."""
    return entries[0].batch or entries[0].uuid
