"""A reviewer's session: the open report, the current figure, decisions turned into journal entries.

The session does no IO. Its ``figure_steps``, ``section_steps`` (with candidates), ``statement_steps`` (the
report as a whole) and ``undo_steps`` return a :class:`Step`. The shell records its entries in the store and
then calls :meth:`Session.accept`: the screen never shows more than the store holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from fzreview.domain.decisions.verdict import JournalEntry
from fzreview.domain.reports.stored import HeldDecision, Place, StoredFigure, StoredReport
from fzreview.review.open_report.agenda import ORDERS, USUAL_ORDERS, Agenda, Order
from fzreview.review.open_report.figure_remarks import FigureRemarks
from fzreview.review.open_report.layered import Layered, Missed
from fzreview.review.open_report.news import news_of
from fzreview.review.open_report.open_report import OpenReport
from fzreview.review.open_report.position import Position, is_undecided
from fzreview.review.open_report.report_state import ReportState
from fzreview.review.open_report.sections import SectionCounts
from fzreview.review.session_stats.pace import Pace
from fzreview.review.session_stats.stats import SessionStats
from fzreview.review.steps.figure_steps import FigureSteps
from fzreview.review.steps.section_steps import SectionSteps
from fzreview.review.steps.statement_steps import StatementSteps
from fzreview.review.steps.step import EntryStamp, Step, StepFactory
from fzreview.review.steps.undo_steps import UndoSteps
from fzreview.review.ties.tie_index import NO_TIES, TieIndex
from fzreview.review.undo_history import UndoHistory


class Session:
    """One reviewer over one report at a time."""

    def __init__(
        self, reviewer: str, session: str, stamp: Callable[[], EntryStamp], undo_history: UndoHistory
    ) -> None:
        self.reviewer = reviewer
        self.undo_history = undo_history
        pace = Pace()
        self.stats = SessionStats(pace)
        self.tie_index = NO_TIES
        """The ties of the open report, for its figures as of the last :meth:`set_ties`."""
        nothing = ReportState(None)
        self._open_report = OpenReport(nothing, Position(nothing, Agenda(), None))
        factory = StepFactory(reviewer, session, stamp, pace)
        self.figure_steps = FigureSteps(factory, self._open_report)
        self.section_steps = SectionSteps(factory, self._open_report)
        self.statement_steps = StatementSteps(factory, self._open_report)
        self.undo_steps = UndoSteps(factory, self._open_report)

    @property
    def _report_state(self) -> ReportState:
        return self._open_report.report_state

    @property
    def _position(self) -> Position:
        return self._open_report.position

    # What is open

    def open(
        self, report: StoredReport, figure: str | None = None, tie_index: TieIndex | None = None
    ) -> None:
        """Show this report; at the figure with this span key, else at its first undecided figure.

        ``tie_index`` holds its ties where they are known already; else :meth:`set_ties` follows later.
        """
        self.tie_index = tie_index or NO_TIES
        agenda, report_state = replace(self.agenda, section=None), ReportState(report)
        self._open_report.report_state = report_state
        self._open_report.position = Position(report_state, agenda, tie_index.doubts if tie_index else None)
        if tie_index is not None:
            self._position.remarks = FigureRemarks().with_ties(tie_index)
        if report.layers:
            self._position.layered = Layered(report.layers, self._report_state.figures)
            self._position.rebuild_route()
        self._position.start_at(figure)

    def refresh(self, report: StoredReport) -> Mapping[str, tuple[HeldDecision, ...]]:
        """Hold the open report as its store holds it now; the reviewer stays where they are.

        Span key → what others, or oneself elsewhere, decided of that figure meanwhile. Its ties are to be
        told anew.
        """
        before = self._report_state
        report_state = before.refreshed(report)
        news = news_of(before.figures, report_state.figures)
        unacknowledged = self._position.unacknowledged
        self._open_report.report_state = report_state
        self._open_report.position = position = self._position.rebased_on(report_state)
        own = news.get(position.key, ()) if position.key is not None else ()
        position.unacknowledged = (*unacknowledged, *own)
        # The reviewer is told of it at once, which counts as navigating to the figure.
        position.arrived_by_navigation = position.arrived_by_navigation or bool(own)
        return news

    @property
    def unacknowledged(self) -> tuple[HeldDecision, ...]:
        """What others decided of the current figure while the reviewer was at it, not answered yet."""
        return self._position.unacknowledged

    def acknowledge(self) -> None:
        """The reviewer was told of these decisions."""
        self._position.unacknowledged = ()

    @property
    def report(self) -> StoredReport:
        """The open report. Raises LookupError when none is open."""
        return self._report_state.report

    @property
    def is_open(self) -> bool:
        return self._report_state.is_open

    @property
    def figures(self) -> tuple[StoredFigure, ...]:
        return tuple(self._report_state.figures)

    def figure(self, index: int) -> StoredFigure:
        return self._report_state[index]

    def index_of(self, key: str) -> int | None:
        """Index of the figure with this span key."""
        return self._report_state.index_of(key)

    @property
    def decided(self) -> int:
        """How many figures of the open report carry a verdict."""
        return self.total.decided

    @property
    def figure_count(self) -> int:
        return len(self._report_state)

    def section_counts(self) -> tuple[SectionCounts, ...]:
        """Counts for each section of the outline, its subsections included."""
        return self._report_state.sections.counts

    @property
    def total(self) -> SectionCounts:
        """Counts of the whole report."""
        return self._report_state.sections.total

    def counts_of(self, section: int) -> SectionCounts:
        """The counts of one section."""
        return self._report_state.sections.of(section)

    def sections_around(self, figure: int) -> tuple[int, ...]:
        """Indexes of the sections whose counts hold a figure."""
        return self._report_state.sections.around(figure)

    def held(self, entry: JournalEntry) -> tuple[HeldDecision, ...]:
        """What reviewers hold, as far as this session knows, of what an entry is about."""
        return self._report_state.decisions_on(entry)

    # Position

    @property
    def current(self) -> int | None:
        """Index of the current figure; None where the report has none."""
        return self._position.current

    @property
    def current_figure(self) -> StoredFigure | None:
        return self._position.figure

    @property
    def arrived_by_navigation(self) -> bool:
        """Whether the reviewer came to the current figure by a move of their own, not by a verdict."""
        return self._position.arrived_by_navigation

    @property
    def section(self) -> int | None:
        """Index of the section that the reviewer is at: that of the last move, with figures or without."""
        return self._position.section

    def section_of_current(self) -> int | None:
        """Index of the innermost section around the current figure."""
        return self._position.section_of_figure

    @property
    def is_decided_unvisited(self) -> bool:
        """Whether the current figure is decided and the reviewer was left there, not gone there."""
        stored = self.current_figure
        return stored is not None and not is_undecided(stored) and not self.arrived_by_navigation

    @property
    def place(self) -> Place | None:
        """The reviewer's place, for resuming; None without an open report."""
        if not self.is_open:
            return None
        return Place(self.report.summary.sha256, self._position.key)

    # Moving

    @property
    def agenda(self) -> Agenda:
        """In which order figures are visited, and which."""
        return self._position.agenda

    def set_agenda(self, agenda: Agenda) -> None:
        """Set order and filter; switching to the order by doubt recomputes it."""
        position = self._position
        if agenda.order == "doubt" != position.agenda.order and self.tie_index is not NO_TIES:
            position.doubts = self.tie_index.doubts
        position.agenda = agenda
        position.rebuild_route()

    def set_ties(self, tie_index: TieIndex) -> None:
        """Set the ties of the report; an order by doubt in use is not recomputed."""
        self.tie_index = tie_index
        self._position.remarks = self._position.remarks.with_ties(tie_index)
        if self._position.doubts is None:
            self._position.doubts = tie_index.doubts
            self._position.rebuild_route()

    @property
    def doubts(self) -> Mapping[str, tuple[str, ...]] | None:
        """The order by doubt: span key → reasons, the strongest first.

        Empty for an ordinary figure; None while the report was not checked yet.
        """
        return self._position.doubts

    @property
    def layered(self) -> Layered:
        """What layers say of the open report's figures."""
        return self._position.layered

    @property
    def orders(self) -> tuple[Order, ...]:
        """The orders that mean something in the open report."""
        return tuple(one for one in ORDERS if one in USUAL_ORDERS or self.layered.order(one))

    def next_missed(self, offset: int) -> Missed | None:
        """The first figure after a source offset, wrapping around, that only layers found."""
        return self.layered.next_missed(offset, but=self._report_state.candidates.rules_out)

    def know_bulk(self, keys: Iterable[str]) -> None:
        """The figures with these span keys were decided together with others, as the journal tells."""
        self._position.remarks = replace(self._position.remarks, bulk=frozenset(keys))

    def reviewers(self) -> tuple[str, ...]:
        """Who holds decisions on figures of the open report, in order of their names."""
        return tuple(sorted({held.reviewer for stored in self.figures for held in stored.held}))

    def waiting(self) -> int:
        """How many figures of the open report wait for their fix."""
        return self.total.of("to_fix")

    def visited(self) -> list[int]:
        """Indexes of the figures that the agenda visits, in its order."""
        return self._position.visited()

    def go(self, index: int) -> None:
        """Navigate to a figure; the index is clamped."""
        self._position.go(index)

    def go_to_section(self, section: int) -> None:
        """Navigate to a section and its first figure, if it has any."""
        self._position.go_to_section(section)

    def neighbour(self, step: int) -> int | None:
        """Index of the next (``step`` 1) or previous (-1) figure of the agenda; None at its ends."""
        return self._position.neighbour(step)

    def next_undecided(self) -> int | None:
        """Index of the agenda's next undecided figure, round the end; None without one."""
        return self._position.next_undecided()

    def first_undecided(self) -> int | None:
        """Index of the agenda's first undecided figure."""
        return self._position.first_undecided()

    def next_to_fix(self) -> int | None:
        """Index of the next figure of the fix queue, the current one first, round the end."""
        return self._position.next_to_fix()

    def section_step(self, step: int) -> int | None:
        """Index of the first figure of the next or previous section that holds any."""
        return self._position.section_step(step)

    def outline_step(self, step: int) -> int | None:
        """Index of the next or previous section of the outline, with figures or without; None at its ends."""
        return self._position.outline_step(step)

    # What becomes of a step

    def accept(self, step: Step) -> bool:
        """The step is recorded: hold it, count it, move on. True where figures came or went."""
        here, own = self._position.key, step.entries_in(self.report.sha256)
        changed = False
        for entry in own:
            changed = self._report_state.accept(entry) or changed
        for entry in step.entries:
            self.undo_history.note(entry)
        self.stats.note(step, self._is_doubted)
        self._position.remarks = self._position.remarks.with_entries(own)
        if changed:
            self.layered.align(self._report_state.figures)
            self._position.follow_figures(here)
        self._position.move_to(step.next_key)
        if own:
            self._position.note_arrival(own, here)
        return changed

    def _is_doubted(self, entry: JournalEntry) -> bool:
        at = self._report_state.index_of(entry.figure) if entry.report == self.report.sha256 else None
        return at is not None and self.tie_index.doubts_about(self._report_state[at])
