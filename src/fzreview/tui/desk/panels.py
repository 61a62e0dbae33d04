"""The panel of an indicator: opened from a figure, left for the sentence of a cell, and reopened."""

from __future__ import annotations

import asyncio

from textual.screen import Screen

from fzreview.domain.decisions.verdict import Reason, Verdict
from fzreview.domain.figures.alike import FigureInReport
from fzreview.domain.figures.keys import figure_key
from fzreview.review.keys.gate import Gate
from fzreview.review.view_models.panel_lines import PanelPlace
from fzreview.strings import say
from fzreview.tui.desk.navigation_history import NavigationHistory
from fzreview.tui.desk.navigator import Navigator
from fzreview.tui.desk.status_line import StatusLine
from fzreview.tui.desk.step_recorder import StepRecorder
from fzreview.tui.desk.undo import UndoController
from fzreview.work.judging.reviewing import Review


class PanelController:
    """Opens the panel of the current figure's subject; reopens it at the cell from which it was left."""

    def __init__(
        self,
        screen: Screen[None],
        review: Review,
        status_line: StatusLine,
        navigator: Navigator,
        history: NavigationHistory,
        recorder: StepRecorder,
        undo: UndoController,
        gate: Gate,
    ) -> None:
        self._screen = screen
        self._review = review
        self._status_line = status_line
        self._navigator = navigator
        self._history = history
        self._recorder = recorder
        self._undo = undo
        self._gate = gate
        self._left: PanelPlace | None = None
        """The cell whose sentence was opened last."""

    def show(self) -> None:
        """Open the panel of the current figure."""
        session = self._review.session
        stored = session.current_figure
        if stored is None or not stored.shown.subject.strip():
            self._status_line.show(say("panel.no_subject"))
            return
        from fzreview.tui.screens.panel import PanelScreen

        place = PanelPlace(stored.shown.subject, figure_key(session.report.sha256, stored.span_key))
        if self._left is not None and self._left.figure == place.figure:
            place = self._left
        self._screen.app.push_screen(PanelScreen(self._review, place, self._gate, self), self._go)

    async def _go(self, place: PanelPlace | None) -> None:
        """Go to the sentence of a cell."""
        if place is None or place.figure is None:
            return
        with self._status_line.reporting_store_errors():
            found = await asyncio.to_thread(self._review.figure_with, place.figure)
            report = None
            if found is not None:
                report = await asyncio.to_thread(self._review.read_by_sha256, found.sha256)
            if found is None or report is None:
                self._status_line.show(say("desk.across.gone"), urgent=True)
                return
            self._history.push_current()
            self._navigator.open(report, found.stored.span_key, navigated=True)
            self._review.remember_place()
            self._left = place
            self._status_line.show(say("panel.went"))

    # Decisions in the panel

    async def judge(self, figure: FigureInReport, verdict: Verdict, reason: Reason | None) -> str:
        """Record a verdict on the figure of a cell; returns the message of the status line."""
        if verdict == "verified" and figure.stored.hidden:
            self._status_line.show(say("desk.blind"))
            return self._status_line.message
        step = self._review.session.figure_steps.judge_elsewhere(figure, verdict, reason)
        if step is None:
            done = "not_a_figure" if reason == "not_a_figure" else verdict
            self._status_line.show(say("desk.same", what=say(f"desk.done.{done}")))
        else:
            await self._recorder.record(step)
        return self._status_line.message

    async def undo(self) -> str:
        """Undo or announce the last move; returns the message. The desk stays at its report."""
        here = self._review.session.report.sha256
        await self._undo.apply("undo")
        words, announced = self._status_line.message, self._status_line.announced
        if self._review.session.report.sha256 != here:
            await self._history.back()
            self._status_line.show(words, announced=announced, persistent=True)
        return words
