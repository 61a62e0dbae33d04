"""Missed figures: visiting, adding and ruling out candidates, and marking any span as a figure."""

from __future__ import annotations

from dataclasses import replace

from textual.screen import Screen

from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.section_paths import SectionPaths
from fzreview.review.open_report.candidates import Span
from fzreview.review.session import Session
from fzreview.review.steps.correcting import Draft
from fzreview.review.steps.proposing import proposed
from fzreview.review.steps.step import mark_proposed_by
from fzreview.strings import language, say
from fzreview.tui.desk.display import Display
from fzreview.tui.desk.excluded_overlay import ExcludedOverlay
from fzreview.tui.desk.panes import Panes
from fzreview.tui.desk.status_line import StatusLine
from fzreview.tui.desk.step_recorder import StepRecorder
from fzreview.tui.widgets.card.layer_lines import layer_words
from fzreview.work.judging.reviewing import Review


class CandidateController:
    """Shows a candidate, a numeral nobody has accounted for, in place of the current figure's card."""

    def __init__(
        self,
        screen: Screen[None],
        review: Review,
        panes: Panes,
        status_line: StatusLine,
        display: Display,
        recorder: StepRecorder,
        excluded_overlay: ExcludedOverlay,
    ) -> None:
        self._excluded_overlay = excluded_overlay
        self._screen = screen
        self._review = review
        self._panes = panes
        self._status_line = status_line
        self._display = display
        self._recorder = recorder
        self._candidate: Span | None = None
        """Source span of the candidate on the card."""
        self._anchor: Span | None = None
        """Source span of a search match or click outside all figures; the next candidate is after it."""
        self._proposal: Figure | None = None
        """The candidate as the figure that would be added."""
        self._layer: str | None = None
        """The layer that found the candidate; None for an unaccounted numeral."""

    @property
    def session(self) -> Session:
        return self._review.session

    @property
    def is_shown(self) -> bool:
        """Whether the card shows a candidate."""
        return self._proposal is not None

    @property
    def shown_span(self) -> Span | None:
        """Span of the candidate in the shown text; None without one."""
        if self._proposal is None:
            return None
        return self._display.shown_span(self._proposal.start, self._proposal.end)

    @property
    def anchor(self) -> Span | None:
        """Span, in the shown text, of a search match or click outside all figures; None without one."""
        return None if self._anchor is None else self._display.shown_span(*self._anchor)

    async def next_or_add(self) -> None:
        """Show the next candidate, or add the one that is shown."""
        if self._candidate is not None and self._proposal is not None:
            await self._add(self._proposal, self._layer)
        else:
            self._show_next()

    def mark(self) -> None:
        """Open the marking dialog at the candidate, the anchor or the current figure."""
        clean = self.session.report.reading.clean
        self._mark(clean.clean_span(*(self._candidate or self._start_span())))

    def mark_from(self, span: Span) -> None:
        """Open the marking dialog with a span of the shown text."""
        clean = self.session.report.reading.clean
        self._mark(span if self._display.side == "clean" else clean.clean_span(*span))

    def _mark(self, span: Span) -> None:
        from fzreview.tui.screens.marking import MarkScreen

        clean = self.session.report.reading.clean
        screen = MarkScreen(clean.text, span, self._show_marked, self._display.clean_offset_at)
        self._screen.app.push_screen(screen, self._marked)

    async def rule_out(self) -> bool:
        """Rule out the candidate and show the next; False where no candidate is shown."""
        candidate = self._candidate
        if candidate is None:
            return False
        ruled = self._to_rule_out(candidate)
        self.clear()
        # A numeral that the extractor excluded itself needs no ruling.
        if ruled is None or await self._recorder.record(self.session.section_steps.rule_out(ruled)):
            self._show_next(candidate[0])
        return True

    def _to_rule_out(self, candidate: Span) -> Span | None:
        """The unaccounted numeral to rule out; None for one that the extractor excluded itself."""
        open_ones = self.session.section_steps.open_candidates
        if self._layer is not None:
            return next((one for one in open_ones if candidate[0] <= one[0] and one[1] <= candidate[1]), None)
        return None if self._excluded_overlay.of(candidate) is not None else candidate

    def clear(self) -> None:
        """Drop candidate and anchor, e.g. because the reviewer moved or decided."""
        self._anchor = None
        if self._candidate is not None:
            self._candidate = self._proposal = self._layer = None
            self._panes.text.show_match(None)

    def dismiss(self) -> bool:
        """Return from the candidate to the current figure; False where no candidate is shown."""
        if not self.is_shown:
            return False
        self._panes.text.show_current(self.session.current)
        self._display.show_place()
        return True

    def set_anchor(self, shown: Span) -> None:
        """Set the anchor to a span of the shown text: a search match or a click."""
        clean = self.session.report.reading.clean
        self._anchor = shown if self._display.side == "source" else clean.source_span(*shown)

    def _show_next(self, offset: int | None = None) -> None:
        """Show the next open candidate after a source offset, else after the anchor or current figure."""
        self._display.flush_pending()
        # A candidate at the anchor itself comes first.
        behind = self._start_span()[0] - (self._anchor is not None) if offset is None else offset
        candidate, rule = self.session.section_steps.next_candidate(behind), None
        found = self.session.next_missed(behind)
        if found is not None and _is_nearer(found.span, candidate, behind):
            told = say("desk.layers.found", layer=layer_words(found.label, found.found.confidence))
            self._show_proposal(found.span, self._whole(found.found.figure), told, found.label)
            self._status_line.show("")
            return
        if candidate is None and (excluded := self._excluded_overlay.next(behind)) is not None:
            candidate, rule = excluded.span, excluded
        if candidate is None:
            # The excluded numerals may still be being read.
            looking = self._excluded_overlay.is_loading
            self._status_line.show(say("desk.excluded.looking" if looking else "desk.no_candidate"))
            return
        left = len(self.session.section_steps.open_candidates)
        told, why = say("desk.candidate", left=left), ""
        if rule is not None:
            told, reason = say("desk.excluded.head"), rule.rule.reason_in(language())
            why = say("desk.excluded.why", rule=rule.rule.id, reason=reason)
        self._show_proposal(candidate, proposed(self.session.report.reading, candidate), told, why=why)
        # The previous message was about another numeral.
        self._status_line.show("")

    def _show_proposal(
        self, span: Span, figure: Figure, told: str, layer: str | None = None, why: str = ""
    ) -> None:
        self._candidate, self._proposal, self._layer = span, figure, layer
        self._panes.text.show_match(self.shown_span)
        self._panes.card.show_proposal(figure, told, why)

    def _whole(self, figure: Figure) -> Figure:
        """A figure of a layer under the headings of this report."""
        outline = self.session.report.reading.outline
        return replace(figure, section=SectionPaths(outline).labels(figure.start))

    async def _add(self, figure: Figure, layer: str | None = None) -> bool:
        self.clear()
        if not figure.value:
            self.ask_fields(figure)
            return True
        step = self.session.figure_steps.add(figure)
        if layer is not None:
            step = mark_proposed_by(step, layer)
        if step is None:
            self._recorder.refuse(say("desk.overlaps"))
        return await self._recorder.record(step)

    def ask_fields(self, figure: Figure, notice: str = "") -> None:
        """Ask for the fields of a figure to be added; ``notice`` says why they are asked for again."""
        from fzreview.tui.screens.correction import CorrectionScreen

        def keep_nothing(_draft: Draft) -> None:
            """A figure that is not there yet has no place to keep its draft."""

        screen = CorrectionScreen(
            self.session.report.reading, figure, None, keep_nothing, notice, title="add"
        )
        self._screen.app.push_screen(screen, self._filled_in)

    async def _filled_in(self, figure: Figure | None) -> None:
        if figure is not None and not await self._add(figure):
            self.ask_fields(figure, self._recorder.retry_notice)

    def _show_marked(self, span: Span) -> None:
        reading = self.session.report.reading
        shown = span if self._display.side == "clean" else reading.clean.source_span(*span)
        self._panes.text.show_match(shown)

    def _marked(self, span: Span | None) -> None:
        self.clear()
        if span is not None:
            reading = self.session.report.reading
            self.ask_fields(proposed(reading, reading.clean.source_span(*span)))

    def _start_span(self) -> Span:
        if self._anchor is not None:
            return self._anchor
        stored = self.session.current_figure
        if stored is None:
            start = self.session.report.reading.body[0]
            return start, start + 1
        return stored.figure.start, stored.figure.end


def _is_nearer(found: Span, candidate: Span | None, offset: int) -> bool:
    """Whether what a layer found comes before a candidate on the way from an offset round the end.

    Where the one holds the other, what was found has the fields.
    """
    if candidate is None or (found[0] < candidate[1] and candidate[0] < found[1]):
        return True
    return (found[0] <= offset, found[0]) < (candidate[0] <= offset, candidate[0])
