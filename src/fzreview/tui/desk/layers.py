"""Adopting the reading of a layer as the correction of the current figure."""

from __future__ import annotations

from textual.screen import Screen

from fzreview.domain.extracting.layers import taken
from fzreview.domain.reports.stored import StoredFigure
from fzreview.review.open_report.layered import Dissent
from fzreview.review.session import Session
from fzreview.review.steps.step import mark_proposed_by
from fzreview.strings import say
from fzreview.text.displayable import one_line
from fzreview.tui.desk.decider import Decider
from fzreview.tui.desk.status_line import StatusLine
from fzreview.tui.desk.step_recorder import StepRecorder
from fzreview.work.judging.reviewing import Review


class LayerController:
    """Adopts the reading of the layer that differs; asks which one where several do."""

    def __init__(
        self,
        screen: Screen[None],
        review: Review,
        status_line: StatusLine,
        recorder: StepRecorder,
        decider: Decider,
    ) -> None:
        self._screen = screen
        self._review = review
        self._status_line = status_line
        self._recorder = recorder
        self._decider = decider

    @property
    def session(self) -> Session:
        return self._review.session

    async def take(self) -> None:
        """Correct the current figure by a layer."""
        stored = self.session.current_figure
        if stored is None:
            return
        dissents = self.session.layered.dissents(stored)
        offers = _offers(stored, dissents)
        if not offers:
            told = "desk.layers.only_lacks" if dissents else "desk.layers.none"
            self._status_line.show(say(told))
        elif len(offers) == 1:
            await self._take(offers[0])
        else:
            from fzreview.tui.screens.layers import LayerScreen

            self._screen.app.push_screen(LayerScreen(stored.shown, offers), self._take)

    async def _take(self, dissent: Dissent | None) -> None:
        stored = self.session.current_figure
        if dissent is None or dissent.found is None or stored is None:
            return
        step = self.session.figure_steps.correct(taken(stored.shown, dissent.found))
        if step is None:
            self._decider.show_unchanged()
        elif await self._recorder.record(mark_proposed_by(step, dissent.label)):
            self._status_line.append("   " + say("desk.layers.taken", layer=one_line(dissent.label)))


def _offers(stored: StoredFigure, dissents: tuple[Dissent, ...]) -> list[Dissent]:
    """The readings that can be adopted; the first of equal ones."""
    offers = {taken(stored.shown, one.found): one for one in reversed(dissents) if one.found is not None}
    return [one for one in dissents if one in offers.values()]
