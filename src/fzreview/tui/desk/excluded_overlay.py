"""Numerals that the program excluded: marked faintly and visited, where the reviewer asks for them."""

from __future__ import annotations

import asyncio

from textual.screen import Screen

from fzreview.review.open_report.candidates import Span
from fzreview.review.open_report.excluded import Excluded, ExcludedNumerals, excluded_in, next_excluded
from fzreview.review.session import Session
from fzreview.strings import say
from fzreview.tui.desk.display import Display
from fzreview.tui.desk.panes import Panes
from fzreview.tui.desk.status_line import StatusLine
from fzreview.work.judging.reviewing import Review


class ExcludedOverlay:
    """Reads the open report once more beside the reviewer, for what its rules left out."""

    def __init__(
        self,
        screen: Screen[None],
        review: Review,
        panes: Panes,
        status_line: StatusLine,
        display: Display,
        shown: bool,
    ) -> None:
        """``shown``: from the beginning, as a setting wants it."""
        self._screen = screen
        self._review = review
        self._panes = panes
        self._status_line = status_line
        self._display = display
        self._shown = shown
        self._numerals: tuple[str, ExcludedNumerals] | None = None
        """Report (sha256) and what was found in it."""

    @property
    def session(self) -> Session:
        return self._review.session

    def toggle(self) -> None:
        """Show them, or no longer."""
        self._shown = not self._shown
        if self._shown:
            if not self._is_known:
                self._status_line.show(say("desk.excluded.looking"))
            self.on_report_shown()
        else:
            self._panes.text.show_excluded(())
            self._status_line.show(say("desk.excluded.off"))

    @property
    def is_loading(self) -> bool:
        """Whether they were asked for and are not found yet."""
        return self._shown and self.session.is_open and not self._is_known

    @property
    def _is_known(self) -> bool:
        """Whether those of the open report were found."""
        return self._numerals is not None and self._numerals[0] == self.session.report.summary.sha256

    def on_report_shown(self) -> None:
        """A report is shown."""
        if self._shown and self.session.is_open:
            self._screen.run_worker(self._find(), group="excluded", exclusive=True, exit_on_error=False)

    async def _find(self) -> None:
        report = self.session.report
        if not self._is_known:
            found = await asyncio.to_thread(excluded_in, report.reading.source)
            if self.session.report.summary.sha256 != report.summary.sha256:
                return
            self._numerals = report.summary.sha256, ExcludedNumerals(found)
        self.apply_marks()
        self._status_line.show(say("desk.excluded.on", count=len(self._open())))

    def apply_marks(self) -> None:
        """Mark them in the text as it is shown."""
        spans = [self._display.shown_span(*one.span) for one in self._open()]
        self._panes.text.show_excluded(spans)

    def next(self, offset: int) -> Excluded | None:
        """The next one behind a source offset; None where they are not asked for."""
        return next_excluded(self._open(), offset)

    def of(self, span: Span) -> Excluded | None:
        """The one at exactly this source span."""
        return next((one for one in self._open() if one.span == span), None)

    def _open(self) -> tuple[Excluded, ...]:
        if not self._shown or not self.session.is_open or self._numerals is None or not self._is_known:
            return ()
        return self._numerals[1].open(self.session.figures)
