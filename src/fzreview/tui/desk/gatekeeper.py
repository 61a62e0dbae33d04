"""Checks each deciding key against the gate: what it decides on must be visible on the screen."""

from __future__ import annotations

from time import monotonic

from textual.screen import Screen

from fzreview.review.keys.commands import Command
from fzreview.review.keys.gate import Gate, Visibility
from fzreview.review.open_report.candidates import Span
from fzreview.review.session import Session
from fzreview.strings import say
from fzreview.tui.desk.candidates import CandidateController
from fzreview.tui.desk.decider import Decider
from fzreview.tui.desk.display import Display
from fzreview.tui.desk.news_words import news_words
from fzreview.tui.desk.paint_wait import wait_until_painted
from fzreview.tui.desk.panes import Panes
from fzreview.tui.desk.status_line import StatusLine
from fzreview.work.judging.reviewing import Review


class Gatekeeper:
    """Determines what a key would decide on and whether that is visible, and reports refusals."""

    def __init__(
        self,
        screen: Screen[None],
        review: Review,
        panes: Panes,
        status_line: StatusLine,
        display: Display,
        candidates: CandidateController,
        decider: Decider,
        gate: Gate,
    ) -> None:
        self._screen = screen
        self._review = review
        self._panes = panes
        self._status_line = status_line
        self._display = display
        self._candidates = candidates
        self._decider = decider
        self._gate = gate

    @property
    def session(self) -> Session:
        return self._review.session

    async def allows(self, command: Command) -> bool:
        """Whether a command may run; otherwise what it decides on is scrolled into view."""
        if command.decides is None or not self.session.is_open:
            return True
        if self._gate.is_held(command, monotonic()):
            self._status_line.show(say("desk.gate.held"))
            return False
        subject = self._subject(command)
        refusal = self._gate.refusal(
            command,
            self.session,
            await self._visibility(subject, whole=command.decides != "section"),
            of_candidate=self._candidates.is_shown,
            rules_out=self._rules_out(command),
        )
        if refusal is None:
            return True
        self._display.flush_pending()
        if refusal == "news":
            self._show_news()
            return False
        if refusal == "left_candidate":
            self._display.show_place()
        if subject is not None and command.decides == "section":
            self._panes.text.scroll_offset_to_top(subject[0])
        elif subject is not None:
            self._panes.text.reveal(subject)
        self._status_line.show(say(f"desk.gate.{refusal}"))
        return False

    def _show_news(self) -> None:
        """Report decisions by others once; the next key is then allowed."""
        news = news_words(self.session.unacknowledged, self.session.reviewer)
        self.session.acknowledge()
        words = say("desk.news", news=news) + say("desk.news.again")
        self._status_line.show(words, urgent=True, announced=self._status_line.announced)

    def _rules_out(self, command: Command) -> bool:
        return command.id == "reject" and self._candidates.is_shown

    def _subject(self, command: Command) -> Span | None:
        """Span, in the shown text, of what a command decides on; None where that is not in the text."""
        index = self.session.current
        match command.decides:
            case "verdict" | "remark":
                if command.id == "mark" and self._candidates.anchor is not None:
                    return self._candidates.anchor
                if self._candidates.is_shown and (self._rules_out(command) or command.id == "mark"):
                    return self._candidates.shown_span
            case "rejection":
                rejected = self._decider.rejected
                if self._decider.rejection_in_view:
                    return None
                index = self.session.index_of(rejected) if rejected else None
            case "candidate":
                return self._candidates.shown_span
            case "section":
                return None if self._panes.outline.has_focus else self._section_shown()
            case _:
                return None
        return None if index is None else self._display.view.figures[index]

    def _section_shown(self) -> Span | None:
        if self.session.section is None:
            return None
        section = self.session.report.reading.outline[self.session.section]
        return self._display.shown_span(section.start, section.until)

    async def _visibility(self, subject: Span | None, whole: bool) -> Visibility:
        """Whether a span of the shown text is painted and visible; waits for the paint."""
        text = self._panes.text
        if subject is None:
            return "seen"
        if self._display.has_pending:
            if text.is_sentence_visible(subject):
                return "seen"
            self._display.update_text(ahead=True)
        if not text.is_painted:
            with self._display.painting_text():
                await wait_until_painted(self._screen, text)
        if text.is_span_visible(subject, whole):
            return "seen"
        return "hidden" if text.fits(subject) or not whole else "too_large"
