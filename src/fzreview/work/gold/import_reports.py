"""The stored report that something read back stands in, and what is held of it so far."""

from __future__ import annotations

from collections import OrderedDict
from contextlib import suppress
from dataclasses import replace
from typing import Final

from fzreview.domain.decisions.verdict import STATED, Decision, JournalEntry, Target
from fzreview.domain.figures.figure import Figure
from fzreview.domain.gold.returned import ReturnedReport
from fzreview.domain.reports.stored import HeldDecision, StoredFigure, StoredReport
from fzreview.errors import InputRefused, StoreError
from fzreview.gold.making.settled import People
from fzreview.review.steps.step import with_decision
from fzreview.store.reader import StoreReader

_KEPT: Final = 8
"""Reports kept in memory: formats tell one report behind the other, reviewers may alternate."""


class HeldReport:
    """A report with everybody's decisions, which follows the entries that are about to be recorded."""

    def __init__(self, report: StoredReport, people: People) -> None:
        self.report = report
        self._people = people
        self._figures = {stored.span_key: stored for stored in report.figures}
        self._signed = dict(report.signed)
        self._ruled = dict(report.ruled)
        self._statements = dict(report.statements)

    @property
    def sha256(self) -> str:
        return self.report.summary.sha256

    @property
    def source(self) -> str:
        return self.report.reading.source

    def figure(self, span_key: str) -> StoredFigure | None:
        """The figure with this key."""
        return self._figures.get(span_key)

    def overlapping(self, start: int, end: int) -> list[StoredFigure]:
        """Figures that share a character with a span."""
        return [
            stored
            for stored in self._figures.values()
            if stored.figure.start < end and start < stored.figure.end
        ]

    def held(self, target: Target, span_key: str, reviewer: str) -> Decision | None:
        """What a reviewer holds of a figure, a candidate, a section, a heading or the report as a whole."""
        words = self.words(target, span_key)
        return next((one.decision for one in words if one.reviewer == reviewer), None)

    def person(self, target: Target, span_key: str, shown: str, at: str) -> str:
        """Who is called so in a row that was exported from here: told by whose word is of that time."""
        if shown in self._people.names:
            return shown
        return next(
            (
                one.reviewer
                for one in self.words(target, span_key)
                if one.decided_at == at and self._people.shown(one.reviewer) == shown
            ),
            shown,
        )

    def words(self, target: Target, span_key: str) -> tuple[HeldDecision, ...]:
        """What anybody holds of a figure, a candidate, a section, a heading or the report as a whole."""
        if target == "figure":
            stored = self._figures.get(span_key)
            return stored.held if stored else ()
        if target in STATED:
            return self._statements.get((target, span_key), ())
        return (self._signed if target == "section" else self._ruled).get(span_key, ())

    def last_statement(self, target: Target, span_key: str) -> HeldDecision | None:
        """What was said last of a heading or of the report as a whole, by whomever, before this import."""
        held = self.report.statements.get((target, span_key))
        return held[-1] if held else None

    def has_section(self, span_key: str) -> bool:
        """Whether a heading has this span."""
        return any(f"{one.start}-{one.end}" == span_key for one in self.report.reading.outline)

    def has_candidate(self, span_key: str) -> bool:
        """Whether the reading left a numeral with this span unaccounted for."""
        return any(f"{start}-{end}" == span_key for start, end in self.report.reading.candidates)

    def follow(self, entry: JournalEntry) -> None:
        """Hold what an entry says."""
        if entry.target == "section":
            self._signed[entry.figure] = with_decision(self._signed.get(entry.figure, ()), entry)
            return
        if entry.target in STATED:
            place = entry.target, entry.figure
            self._statements[place] = with_decision(self._statements.get(place, ()), entry)
            return
        if entry.target == "candidate":
            self._ruled[entry.figure] = with_decision(self._ruled.get(entry.figure, ()), entry)
            return
        stored = self._figures.get(entry.figure)
        if stored is None:
            added = entry.after.correction if entry.after else None
            assert added is not None
            stored = StoredFigure(added, "reviewer", entry.extractor)
        self._figures[entry.figure] = replace(stored, held=with_decision(stored.held, entry))


class ReportFinder:
    """Finds stored reports. One thread at a time may use it."""

    def __init__(self, reader: StoreReader) -> None:
        self._reader = reader
        self._people = People(reader.journal.people())
        self._held: OrderedDict[str, HeldReport] = OrderedDict()
        self._last: tuple[ReturnedReport, HeldReport] | None = None

    def find(self, name: str, told: ReturnedReport) -> HeldReport:
        """The report by its sha256, else by its name and text.

        Raises InputRefused where the store has none or its text is another one.
        """
        if self._last is not None and self._last[0] is told:
            return self._last[1]
        held = self._named(name, told)
        if told.text is not None:
            found = held.source[told.start : told.start + len(told.text)]
            if found != told.text:
                raise InputRefused("import_text", name=name, report=held.report.summary.doc)
        self._last = (told, held)
        return held

    def _named(self, name: str, told: ReturnedReport) -> HeldReport:
        known = told.sha256 or told.doc or ""
        summary = self._reader.summary(told.sha256) if told.sha256 else None
        if summary is None and told.doc and told.text is not None:
            # The text will show whether it is the same report in other bytes.
            with suppress(StoreError):
                summary = self._reader.find_report(told.doc)
        if summary is None:
            raise InputRefused("import_report", name=name, report=known)
        if summary.sha256 not in self._held:
            self._held[summary.sha256] = HeldReport(self._reader.report(summary), self._people)
            while len(self._held) > _KEPT:
                self._held.popitem(last=False)
        self._held.move_to_end(summary.sha256)
        return self._held[summary.sha256]


def plain(figure: Figure) -> Figure:
    """The fields that a decision holds, without headings and doubts."""
    return replace(figure, section=(), doubts=())
