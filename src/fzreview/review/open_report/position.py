"""The reviewer's position in the open report, and where navigation leads from it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from fzreview.domain.decisions.verdict import JournalEntry
from fzreview.domain.reports.stored import HeldDecision, StoredFigure
from fzreview.review.open_report.agenda import Agenda, Route
from fzreview.review.open_report.figure_remarks import FigureRemarks
from fzreview.review.open_report.layered import Layered
from fzreview.review.open_report.report_state import ReportState

Doubts = Mapping[str, tuple[str, ...]]
"""Span key → reasons for doubt, the strongest first; the most doubtful figure first."""


class Position:
    """The current figure and section, and the agenda by which figures are visited."""

    def __init__(self, report_state: ReportState, agenda: Agenda, doubts: Doubts | None) -> None:
        self._report_state = report_state
        self.agenda = agenda
        self.doubts = doubts
        """Basis of the order by doubt; None until the report is checked."""
        self.current: int | None = None
        """Index of the current figure; None where the report has none."""
        self.arrived_by_navigation = False
        """Whether the reviewer navigated to the current figure, rather than being moved on by a verdict."""
        self.section: int | None = None
        """Index of the section that was navigated to last, whether it has figures or not."""
        self.unacknowledged: tuple[HeldDecision, ...] = ()
        """Decisions by others on the current figure that the reviewer has not been told of."""
        self.remarks = FigureRemarks()
        """Remarks on figures, for the filter of the agenda."""
        self.layered = Layered((), ())
        """The layers, aligned with the figures."""
        self.rebuild_route()

    @property
    def figure(self) -> StoredFigure | None:
        """The current figure."""
        return None if self.current is None else self._report_state[self.current]

    @property
    def key(self) -> str | None:
        """Its span key."""
        return self.figure.span_key if self.figure else None

    @property
    def section_of_figure(self) -> int | None:
        """Index of the innermost section around the current figure."""
        return None if self.current is None else self._report_state.sections.innermost(self.current)

    # Being moved

    def start_at(self, key: str | None) -> None:
        """Start at the figure with this span key, else at the first undecided one, else at the first."""
        self.current = self._report_state.index_of(key)
        if self.current is None and len(self._report_state):
            self.current = self._route.first
            following = self.next_undecided()
            if following is not None and not is_undecided(self._report_state[self.current or 0]):
                self.current = following
        self.arrived_by_navigation = False
        self.section = self.section_of_figure

    def follow_figures(self, key: str | None) -> None:
        """Figures were added or removed: stay at the figure with this key, or the one before it."""
        self.rebuild_route()
        self.current = self._report_state.index_or_preceding(key)

    def rebased_on(self, report_state: ReportState) -> Position:
        """The same position in another state of the same report."""
        position = Position(report_state, self.agenda, self.doubts)
        position.remarks = self.remarks
        position.layered = Layered(report_state.report.layers, report_state.figures)
        position.rebuild_route()
        position.current, position.arrived_by_navigation = self.current, self.arrived_by_navigation
        position.move_to(self.key)
        same = report_state.report.reading.outline == self._report_state.report.reading.outline
        position.section = self.section if same else position.section_of_figure
        return position

    def move_to(self, key: str | None) -> None:
        """Move to the figure with this key, or the one before it where it is gone."""
        if key != self.key:
            self.unacknowledged = ()
        index = self._report_state.index_or_preceding(key)
        if index is not None:
            self.current = index
        elif len(self._report_state) and self.current is not None:
            self.current = min(self.current, len(self._report_state) - 1)
        else:
            self.current = 0 if len(self._report_state) else None

    def rebuild_route(self) -> None:
        """Rebuild the route after a change of agenda, doubts or figures."""
        order = self.agenda.order
        ranked = self.doubts if order == "doubt" else self.layered.order(order)
        self._route = Route(self._report_state.figures, self.agenda, ranked, lambda: self.remarks)

    # Navigation

    def go(self, index: int) -> None:
        """Navigate to a figure; the index is clamped."""
        if len(self._report_state):
            self.current = min(max(index, 0), len(self._report_state) - 1)
            self.arrived_by_navigation = True
            self.unacknowledged = ()
            self.section = self.section_of_figure

    def go_to_section(self, section: int) -> None:
        """Navigate to a section and its first figure, if it has any."""
        index = self._report_state.sections.first_figure(section)
        if index is not None:
            self.go(index)
        self.section = section

    def note_arrival(self, entries: Sequence[JournalEntry], before: str | None) -> None:
        """Update ``arrived_by_navigation`` after entries made at the figure ``before`` (span key)."""
        decided = any(entry.figure == before for entry in entries if entry.target == "figure")
        if entries[0].inverts is not None:
            self.arrived_by_navigation = True
        elif self.key != before or (decided and entries[0].action != "commented"):
            self.arrived_by_navigation = False
        if self.key != before:
            self.section = self.section_of_figure

    # Targets of navigation

    def visited(self) -> list[int]:
        """Indexes of the figures that the agenda visits, in its order."""
        return self._route.visited()

    def neighbour(self, step: int) -> int | None:
        """Index of the next (``step`` 1) or previous (-1) figure of the agenda; None at its ends."""
        return None if self.current is None else self._route.neighbour(self.current, step)

    def next_undecided(self, after: int | None = None, but: Collection[str] = ()) -> int | None:
        """Index of the agenda's next undecided figure behind ``after``, round the end; None without one.

        ``but`` are span keys of figures that are about to be decided.
        """
        here = self.current if after is None else after
        if here is None:
            return None
        return self._route.next_matching(
            here, lambda stored: is_undecided(stored) and stored.span_key not in but
        )

    def first_undecided(self) -> int | None:
        """Index of the agenda's first undecided figure."""
        return next((index for index in self.visited() if is_undecided(self._report_state[index])), None)

    def next_to_fix(self) -> int | None:
        """Index of the next figure of the fix queue, the current one first, round the end."""
        if self.figure is None or waits_for_fix(self.figure):
            return self.current
        return None if self.current is None else self._route.next_matching(self.current, waits_for_fix)

    def section_step(self, step: int) -> int | None:
        """Index of the first figure of the next or previous section that holds any."""
        return None if self.current is None else self._report_state.sections.neighbour(self.current, step)

    def outline_step(self, step: int) -> int | None:
        """Index of the next or previous section of the outline, with figures or without; None at its ends."""
        offset = self.figure.figure.start if self.figure else -1
        return self._report_state.sections.beside(self.section, offset, step)


def is_undecided(stored: StoredFigure) -> bool:
    """Whether nobody holds a verdict on a figure."""
    return stored.status == "undecided"


def waits_for_fix(stored: StoredFigure) -> bool:
    """Whether a figure is in the fix queue."""
    latest = stored.latest
    return latest is not None and latest.decision.waits_for_fix(stored.origin)
