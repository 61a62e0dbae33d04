"""Missed figures: going through the candidates, adding one, ruling one out, marking any span."""

from __future__ import annotations

from fzreview.domain.figure import Figure
from fzreview.review.candidates import Span
from fzreview.review.correcting import Draft
from fzreview.review.proposing import proposed
from fzreview.review.steps import Step
from fzreview.strings import say
from fzreview.tui.screens.desk_keeping import DeskKeeping


class DeskAccounting(DeskKeeping):
    """A numeral that nobody accounted for is looked at beside the current figure until it is decided on."""

    _candidate: Span | None = None
    """The candidate that is looked at."""
    _proposal: Figure | None = None
    """What it would be as a figure."""

    async def action_candidate(self) -> None:
        """The next candidate; once more adds the one that is looked at."""
        if self._candidate is not None and self._proposal is not None:
            await self._add(self._proposal)
        elif self.session.is_open:
            self._look_at_candidate()

    def action_mark(self) -> None:
        """Mark any span as a figure, beginning behind the current one."""
        if self.session.is_open:
            from fzreview.tui.screens.marking import MarkScreen

            clean = self.session.report.reading.clean
            start = self._candidate or self._behind_current()
            screen = MarkScreen(clean.text, clean.clean_span(*start), self._show_marked)
            self.app.push_screen(screen, self._marked)

    async def rule_out_candidate(self) -> bool:
        """Rule out the candidate that is looked at and go to the next; False where none is."""
        candidate = self._candidate
        if candidate is None:
            return False
        self._forget_candidate()
        if await self._keep(self.session.rule_out(candidate)):
            self._look_at_candidate(candidate[0])
        return True

    @property
    def candidate_shown(self) -> Span | None:
        """Where the candidate that is looked at stands in the text that is shown."""
        if self._proposal is None:
            return None
        shown = (self._proposal.start, self._proposal.end)
        return self.session.report.reading.clean.clean_span(*shown) if self._side == "clean" else shown

    def _look_at_candidate(self, offset: int | None = None) -> None:
        """Show the next open candidate behind a source offset, else behind the current figure."""
        self._catch_up()
        behind = self._behind_current()[0] if offset is None else offset
        candidate = self.session.next_candidate(behind)
        if candidate is None:
            self._tell(say("desk.no_candidate"))
            return
        reading = self.session.report.reading
        self._candidate, self._proposal = candidate, proposed(reading, candidate)
        self._text.show_found(self.candidate_shown)
        self._card.show_proposal(self._proposal, len(self.session.open_candidates))

    async def _add(self, figure: Figure) -> bool:
        self._forget_candidate()
        if not figure.value:
            self._correct_proposal(figure)
            return True
        step = self.session.add(figure)
        if step is None:
            self._why_not = say("desk.overlaps")
            self._tell(self._why_not)
        return await self._keep(step)

    def _correct_proposal(self, figure: Figure, notice: str = "") -> None:
        from fzreview.tui.screens.correction import CorrectionScreen

        def keep_nothing(_draft: Draft) -> None:
            """A figure that is not there yet has no place to keep its draft."""

        screen = CorrectionScreen(self.session.report.reading, figure, None, keep_nothing, notice)
        self.app.push_screen(screen, self._proposal_corrected)

    async def _proposal_corrected(self, figure: Figure | None) -> None:
        if figure is not None and not await self._add(figure):
            self._correct_proposal(figure, self._typed_stays())

    def _show_marked(self, span: Span) -> None:
        reading = self.session.report.reading
        self._text.show_found(span if self._side == "clean" else reading.clean.source_span(*span))

    def _marked(self, span: Span | None) -> None:
        self._forget_candidate()
        if span is not None:
            reading = self.session.report.reading
            self._correct_proposal(proposed(reading, reading.clean.source_span(*span)))

    def _behind_current(self) -> Span:
        stored = self.session.current_figure
        if stored is None:
            start = self.session.report.reading.body[0]
            return start, start + 1
        return stored.figure.start, stored.figure.end

    def _forget_candidate(self) -> None:
        if self._candidate is not None:
            self._candidate = self._proposal = None
            self._text.show_found(None)

    def _show_step(self, step: Step, figures_changed: bool) -> None:
        # Before keys that wait may look at the next one.
        self._forget_candidate()
        super()._show_step(step, figures_changed)

    def _show_place(self) -> None:
        # Whatever moves or decides leaves the candidate that was looked at.
        self._forget_candidate()
        super()._show_place()
