"""Editing the open report's metadata, tags and headings, excluding it, and marking it as no copy."""

from __future__ import annotations

from typing import cast

from textual.screen import Screen

from fzreview.domain.reports.corpus import REPORT_FIELDS, ExclusionOfReport
from fzreview.domain.reports.outline_correction import StatedHeading
from fzreview.errors import StoreError, UsageError
from fzreview.review.open_report.candidates import Span
from fzreview.review.session import Session
from fzreview.review.steps import statements
from fzreview.review.steps.step import Step
from fzreview.strings import say
from fzreview.tui.desk.display import Display
from fzreview.tui.desk.panes import Panes
from fzreview.tui.desk.status_line import StatusLine
from fzreview.tui.desk.step_recorder import StepRecorder
from fzreview.work.corpus.outlining import likely_heading, missed_heading
from fzreview.work.judging.reviewing import Review

TAGS = "tags"


class ReportEditor:
    """Opens the dialogs and records each change as a step of its own."""

    def __init__(
        self,
        screen: Screen[None],
        review: Review,
        panes: Panes,
        status_line: StatusLine,
        display: Display,
        recorder: StepRecorder,
    ) -> None:
        self._screen = screen
        self._review = review
        self._panes = panes
        self._status_line = status_line
        self._display = display
        self._recorder = recorder

    @property
    def session(self) -> Session:
        return self._review.session

    # The report as a whole

    def about(self) -> None:
        """Open the dialog of the report's fields, tags and exclusion."""
        self._ask(self._values(), self._exclusion)

    async def tell_apart(self) -> None:
        """State that a near copy is a separate report."""
        if self.session.report.summary.aside != "copy":
            self._status_line.show(say("desk.no_copy"))
        else:
            await self._recorder.record(statements.tell_apart(self.session))

    @property
    def _exclusion(self) -> str:
        return self.session.statement_steps.last_statement("exclusion") or ""

    def _values(self) -> dict[str, str]:
        metadata = self.session.report.reading.metadata
        values = {name: getattr(metadata, name) for name in REPORT_FIELDS}
        told = {name: "" if value is None else str(value) for name, value in values.items()}
        return told | {TAGS: self.session.report.summary.tags}

    def _ask(self, values: dict[str, str], exclusion: str, notice: str = "") -> None:
        from fzreview.tui.screens.about_report import AboutScreen

        self._screen.app.push_screen(AboutScreen(values, exclusion, notice), self._told)

    async def _told(self, typed: dict[str, str] | None) -> None:
        if typed is None:
            return
        exclusion = typed.pop("exclusion")
        try:
            steps = self._steps(typed, exclusion)
        except UsageError as error:
            self._ask(typed, exclusion, str(error))
            return
        for step in steps:
            if not await self._recorder.record(step):
                self._ask(typed, exclusion, self._recorder.retry_notice)
                return

    def _steps(self, typed: dict[str, str], exclusion: str) -> list[Step]:
        """One step for each changed field. Raises UsageError for an invalid value."""
        session, shown = self.session, self._values()
        changed = [name for name in REPORT_FIELDS if typed[name] != shown[name]]
        steps = [statements.describe(session, name, typed[name]) for name in changed]
        tags = typed[TAGS].split()
        steps.append(statements.tag(session, add=tags, remove=set(shown[TAGS].split()) - set(tags)))
        if exclusion != self._exclusion:
            steps.append(
                statements.exclude(session, cast(ExclusionOfReport, exclusion))
                if exclusion
                else statements.include(session)
            )
        return [step for step in steps if step is not None]

    # Headings

    def heading(self) -> None:
        """Open the dialog of the level of the current section's heading."""
        section = self.session.section
        if section is None:
            self._status_line.show(say("desk.no_heading"))
            return
        one = self.session.report.reading.outline[section]
        stated = StatedHeading(one.level, one.marker, one.title)
        self._ask_level((one.start, one.end), stated)

    def mark_heading(self) -> None:
        """Mark a heading that is missing from the outline, then ask for its level."""
        from fzreview.tui.screens.marking import MarkScreen

        reading, stored = self.session.report.reading, self.session.current_figure
        clean = reading.clean
        at = reading.body[0] if stored is None else stored.figure.start
        span = clean.clean_span(*likely_heading(reading, at))
        screen = MarkScreen(clean.text, span, self._show_marked, self._display.clean_offset_at)
        self._screen.app.push_screen(screen, self._marked)

    def _show_marked(self, span: Span) -> None:
        clean = self.session.report.reading.clean
        self._panes.text.show_match(span if self._display.side == "clean" else clean.source_span(*span))

    def _marked(self, span: Span | None) -> None:
        self._panes.text.show_match(None)
        if span is None:
            return
        reading = self.session.report.reading
        start, end = reading.clean.source_span(*span)
        try:
            heading, stated = missed_heading(reading, f"{start}-{end}", 1)
        except StoreError:
            self._status_line.show(say("desk.heading.one_line"))
            return
        self._ask_level(heading, stated)

    def _ask_level(self, heading: Span, stated: StatedHeading) -> None:
        from fzreview.tui.screens.heading import HeadingScreen

        async def told(level: int | None) -> None:
            if level is None:
                return
            said = None if level == 0 else StatedHeading(level, stated.marker, stated.title)
            await self._recorder.record(statements.outline(self.session, heading, said))

        self._screen.app.push_screen(HeadingScreen(stated.marker + stated.title, stated.level), told)
