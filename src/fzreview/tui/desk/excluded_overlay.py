"""An overlay of the numerals that the extractor excluded: marked in the text, visited as candidates."""

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
    """Runs the extractor again in a thread to learn which numerals its rules exclude, and why."""

    def __init__(
        self,
        screen: Screen[None],
        review: Review,
        panes: Panes,
        status_line: StatusLine,
        display: Display,
        shown: bool,
    ) -> None:
        """``shown``: whether the overlay is on from the start (a setting)."""
        self._screen = screen
        self._review = review
        self._panes = panes
        self._status_line = status_line
        self._display = display
        self._shown = shown
        self._numerals: tuple[str, ExcludedNumerals] | None = None
        """Report (sha256) and its excluded numerals."""

    @property
    def session(self) -> Session:
        return self._review.session

    def toggle(self) -> None:
        """Turn the overlay on or off."""
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
        """Whether the overlay is on and its numerals are still being read."""
        return self._shown and self.session.is_open and not self._is_known

    @property
    def _is_known(self) -> bool:
        """Whether the excluded numerals of the open report are known."""
        return self._numerals is not None and self._numerals[0] == self.session.report.summary.sha256

    def on_report_shown(self) -> None:
        """Read the excluded numerals of a newly shown report, if the overlay is on."""
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
        """Mark the excluded numerals in the shown text."""
        spans = [self._display.shown_span(*one.span) for one in self._open()]
        self._panes.text.show_excluded(spans)

    def next(self, offset: int) -> Excluded | None:
        """The next excluded numeral after a source offset; None where the overlay is off."""
        return next_excluded(self._open(), offset)

    def of(self, span: Span) -> Excluded | None:
        """The excluded numeral with exactly this source span; None without one."""
        return next((one for one in self._open() if one.span == span), None)

    def _open(self) -> tuple[Excluded, ...]:
        if not self._shown or not self.session.is_open or self._numerals is None or not self._is_known:
            return ()
        return self._numerals[1].open(self.session.figures)
