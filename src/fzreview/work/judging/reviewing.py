"""A store opened for a reviewer: resume, read reports, record decisions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import Future
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

from fzreview.domain.decisions.verdict import JournalEntry
from fzreview.domain.figures.alike import FigureInReport
from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.stored import Place, ReportSummary, StoredFigure, StoredReport
from fzreview.domain.team.ruling import TeamRuling
from fzreview.domain.ties.tie import Alarm
from fzreview.review.open_report.agenda import Agenda
from fzreview.review.open_report.effective_figures import effective_figures
from fzreview.review.session import Session
from fzreview.review.session_stats.today import Today
from fzreview.review.steps.step import Step
from fzreview.review.ties.tie_index import TieIndex, check_ties
from fzreview.review.undo_history import UndoHistory
from fzreview.store.opening.connect import create_or_migrate, refuse_unwritable
from fzreview.store.opening.watching import StoreWatch
from fzreview.store.reader import StoreReader
from fzreview.store.writer import StoreWriter
from fzreview.work.clock import EntryStamper, just_now, latest, local_day, midnight, now
from fzreview.work.judging.known_rulings import KnownRulings
from fzreview.work.judging.past_moves import PastMoves
from fzreview.work.judging.store_queries import StoreQueries
from fzreview.work.team.dissent.overruling import with_overruled

if TYPE_CHECKING:
    from fzreview.work.listing.across import Across
    from fzreview.work.loading.background_load import BackgroundLoad


FEW_FIGURES: Final = 100
"""Figures of a report whose ties are found within a few milliseconds."""


class Review(StoreQueries):
    """One reviewer's work on one store. Reading may happen in any thread; writing goes through one."""

    def __init__(self, path: Path, reviewer: str) -> None:
        """Makes the store when there is none. Raises StoreError when it cannot be opened or written."""
        create_or_migrate(path)
        refuse_unwritable(path)
        super().__init__(path, reviewer)
        self.writer = StoreWriter(path)
        with StoreReader(path) as reader:
            self._place = reader.place(reviewer)
            at = now()
            today = Today(
                local_day,
                local_day(at),
                reader.journal.decision_events_since(reviewer, midnight(at), latest()),
            )
        self._sitting = uuid4().hex[:12]
        """The session's id in the journal."""
        self._moves = PastMoves(path, reviewer)
        self.session = Session(reviewer, self._sitting, EntryStamper(), self.undo_history())
        self.session.stats.today = today
        self._tied: tuple[StoredReport, TieIndex] | None = None
        """The report that was read last with its ties, where they are needed to open it."""
        self._known_rulings = KnownRulings()
        self.view: dict[str, Any] = dict(self._place.view) if self._place else {}
        """How the desk looks; kept with the place, given back when the reviewer resumes."""

    @cached_property
    def load(self) -> BackgroundLoad:
        """The load that goes on beside the reviewer."""
        from fzreview.work.loading.background_load import BackgroundLoad

        return BackgroundLoad(self.path)

    @classmethod
    def opened(cls, path: Path, reviewer: str, name: str | None = None) -> Review:
        """A review that has resumed where it was left off, or at the named report."""
        review = cls(path, reviewer)
        review.resume(name)
        return review

    # Reading

    def undo_history(self) -> UndoHistory:
        """What can be undone by the journal as it is when that is first asked for."""
        return self._moves.undo_history()

    def resume(self, name: str | None = None) -> bool:
        """Open the named report, else the one left off at, else one with work; False for an empty store.

        Raises StoreError when no report has that name.
        """
        with StoreReader(self.path) as reader:
            place = self._place
            if name is not None:
                summary: ReportSummary | None = reader.find_report(name)
            else:
                summary = reader.summary(place.report) if place else None
                summary = summary or reader.first_undecided() or next(reader.summaries(1), None)
            if summary is None:
                return False
            same = place is not None and place.report == summary.sha256
            if not same:
                self.view.pop("top", None)  # where another report was scrolled to
            self.open(self._whole(reader, summary), place.figure if place and same else None)
        return True

    def open(self, report: StoredReport, figure: str | None = None) -> None:
        """Go to a report that was read, at the figure with this span key, else at its first with work."""
        tied, tying = self._tied or (None, None)
        self.session.open(report, figure, tying if tied is report else None)
        self._know_remarks()

    def set_agenda(self, agenda: Agenda) -> None:
        """Visit figures in another order or selection."""
        self.session.set_agenda(agenda)
        self._know_remarks()

    def _know_remarks(self) -> None:
        """Let the session know what a filter that is set asks of the journal of the open report."""
        if self.session.is_open and self.session.agenda.remark == "bulk":
            with StoreReader(self.path) as reader:
                self.session.know_bulk(reader.verdicts.decided_in_bulk(self.session.report.summary.sha256))

    def _whole(self, reader: StoreReader, summary: ReportSummary) -> StoredReport:
        report = reader.report(summary)
        beside = (one for one in reader.reviewers_at(summary.sha256, just_now()) if one != self._reviewer)
        report = replace(report, beside=tuple(beside), layers=reader.report_layers(summary.id))
        report = with_overruled(reader, report, self._reviewer)
        if self.session.agenda.order == "doubt":
            # The first figure to go to follows from the ties; they are found here, beside the screen.
            self._tied = (
                report,
                check_ties(report.reading, report.figures, self.jumps(report, report.figures)),
            )
        return report

    def _whole_with_ties(self, reader: StoreReader, summary: ReportSummary) -> StoredReport:
        """A whole report; its ties too, where they are found before a frame is over: it is painted once then.

        Not of the first report, whose ties wait until it is painted: the rules are to be imported for them.
        """
        report = self._whole(reader, summary)
        known, _ = self._tied or (None, None)
        if known is not report and len(report.figures) <= FEW_FIGURES:
            self._tied = report, check_ties(report.reading, report.figures)
        return report

    @cached_property
    def _watch(self) -> StoreWatch:
        return StoreWatch(self.path)

    def is_written_elsewhere(self) -> bool:
        """Whether anybody wrote to the store since this was asked last; next to nothing where nobody did."""
        return self._watch.has_changed()

    def renewed(self, known: StoredReport) -> StoredReport | None:
        """A report as it is held now; None where nobody but this session wrote about it since it was read.

        Raises StoreError where it is gone.
        """
        if not self._watch.has_report_changed(known, self._sitting):
            return None
        return self.read(known.summary)

    def untold_rulings(self) -> list[TeamRuling]:
        """Rulings that others added while the desk was open, until they are known."""
        return self._known_rulings.untold(self.rulings())

    def know_rulings(self, rulings: Iterable[TeamRuling]) -> None:
        """The reviewer was told of these, or made them."""
        self._known_rulings.know(rulings)

    def read(self, summary: ReportSummary) -> StoredReport:
        """A whole report."""
        with StoreReader(self.path) as reader:
            return self._whole(reader, summary)

    def read_by_sha256(self, sha256: str) -> StoredReport | None:
        """A whole report, None when the store does not hold it."""
        with StoreReader(self.path) as reader:
            summary = reader.summary(sha256)
            return self._whole(reader, summary) if summary else None

    def neighbour(self, step: int) -> StoredReport | None:
        """The report before or behind the open one; None at the ends."""
        with StoreReader(self.path) as reader:
            summary = reader.neighbour(self.session.report.summary.id, step)
            return self._whole_with_ties(reader, summary) if summary else None

    def next_with_work(self) -> StoredReport | None:
        """The next report with undecided figures behind the open one, round the end; None without one."""
        here = self.session.report.summary.id
        with StoreReader(self.path) as reader:
            summary = reader.first_undecided(here) or reader.first_undecided()
            return self._whole_with_ties(reader, summary) if summary and summary.id != here else None

    def across(self, figure: Figure) -> Across:
        """Where other reports tell the subject of a figure of the open one."""
        from fzreview.work.listing.across import tell_across

        return tell_across(self.path, self.session.report.summary, figure)

    def jumps(self, report: StoredReport, figures: Sequence[StoredFigure]) -> tuple[Alarm, ...]:
        """The alarms of a report's figures against the other reports, over the figures as they stand."""
        from fzreview.work.listing.across import jumps

        with StoreReader(self.path) as reader:
            return jumps(reader, report.summary, effective_figures(figures))

    def entries_to_undo(self) -> tuple[JournalEntry, ...]:
        """The entries of the move that the next undo takes back; none where there is nothing to undo."""
        history = self.session.undo_history
        return self._moves.entries(history.undoable, history)

    def entries_to_redo(self) -> tuple[JournalEntry, ...]:
        """The entries of the move that the next redo makes again."""
        history = self.session.undo_history
        return self._moves.entries(history.redoable, history)

    def others_of(self, entries: Iterable[JournalEntry]) -> dict[tuple[str, str], FigureInReport]:
        """The figures of other reports than the open one that these entries are about."""
        here = self.session.report.sha256 if self.session.is_open else None
        with StoreReader(self.path) as reader:
            return reader.across.at((one.report, one.figure) for one in entries if one.report != here)

    # Writing

    def record(self, step: Step) -> Future[None]:
        """Put a step on disk, with the place where the reviewer stands after it.

        The Future raises Conflict when somebody has decided what the session has not seen, or StoreError;
        then nothing was written.
        """
        here = self.session.report.sha256
        seen = [
            self.session.held(one) if one.report == here else step.known_decisions[one.report, one.figure]
            for one in step.entries
        ]
        self._moves.note(step)
        self._place = Place(here, step.next_key, dict(self.view))
        return self.writer.record_all(step.entries, self._place, seen)

    def rule(
        self, topic: str, sentence: str, decision: str, why: str, report: str, figure: str
    ) -> Future[None]:
        """Put a ruling of the team on record; the Future raises StoreError, then nothing was written."""
        ruling = TeamRuling(
            uuid4().hex, now(), self._reviewer, topic, sentence, decision, why, report, figure
        )
        self.know_rulings([ruling])
        return self.writer.record_ruling(ruling)

    def remember_place(self) -> None:
        """Note where the reviewer stands, in the background, where that has changed."""
        place = self.session.place
        if place is None:
            return
        place = replace(place, view=dict(self.view))
        if place != self._place:
            self._place = place
            self.writer.remember(self.session.reviewer, place, now())

    def close(self) -> None:
        """Note the place, finish every write."""
        self.remember_place()
        if "_watch" in self.__dict__:
            # Before the writer: the last to close takes the log into the file, which a reader cannot.
            self._watch.close()
        self.writer.close()
