"""A reviewer's session: the open report, the current figure, decisions turned into journal entries.

The session never writes. It hands out a :class:`Step`; the shell has its entry recorded and then calls
:meth:`Session.accept`, so that what the screen shows is always what the store holds.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from fzreview.domain.figure import GUIDE_VERSION, Figure
from fzreview.domain.stored import HeldDecision, Place, StoredFigure, StoredReport
from fzreview.domain.verdict import (
    Action,
    Decision,
    JournalEntry,
    Reason,
    RejectionClass,
    Verdict,
    reason_of_correction,
)
from fzreview.review.ledger import Ledger
from fzreview.review.sections import SectionCounts, SectionIndex


@dataclass(frozen=True, slots=True)
class Stamp:
    """What only the outside knows about a decision."""

    uuid: str
    at: str
    """ISO 8601 in UTC, milliseconds."""
    elapsed_ms: int


@dataclass(frozen=True, slots=True)
class Step:
    """A decision that waits to be recorded."""

    entry: JournalEntry
    index: int
    """Index of the figure that it concerns."""
    next_index: int
    """Index of the figure that is current once it is recorded."""


class Session:
    """One reviewer over one report at a time."""

    def __init__(self, reviewer: str, session: str, stamp: Callable[[], Stamp], ledger: Ledger) -> None:
        self.reviewer = reviewer
        self.ledger = ledger
        self._session = session
        self._stamp = stamp
        self._report: StoredReport | None = None
        self._figures: list[StoredFigure] = []
        self._sections = SectionIndex((), ())
        self.current: int | None = None
        """Index of the current figure; None where the report has none."""

    # What is open

    def open(self, report: StoredReport, figure: str | None = None) -> None:
        """Show this report; at the figure with this span key, else at its first undecided figure."""
        self._report = report
        self._figures = list(report.figures)
        self._sections = SectionIndex(report.reading.outline, report.figures)
        self.current = self._index_of(figure)
        if self.current is None and self._figures:
            self.current = 0
            if self._figures[0].status != "undecided":
                self.current = self.next_undecided() or 0

    @property
    def report(self) -> StoredReport:
        """The open report. Raises LookupError when none is open."""
        if self._report is None:
            raise LookupError("no report is open")
        return self._report

    @property
    def is_open(self) -> bool:
        return self._report is not None

    @property
    def figures(self) -> tuple[StoredFigure, ...]:
        return tuple(self._figures)

    def figure(self, index: int) -> StoredFigure:
        return self._figures[index]

    @property
    def current_figure(self) -> StoredFigure | None:
        return None if self.current is None else self._figures[self.current]

    @property
    def decided(self) -> int:
        """How many figures of the open report carry a verdict."""
        return self._sections.total.decided

    def section_counts(self) -> tuple[SectionCounts, ...]:
        """Counts for each section of the outline, its subsections included."""
        return self._sections.counts

    def section_of_current(self) -> int | None:
        """Index of the innermost section around the current figure."""
        return None if self.current is None else self._sections.innermost(self.current)

    @property
    def place(self) -> Place | None:
        """Where the reviewer stands."""
        if self._report is None:
            return None
        figure = self.current_figure
        return Place(self._report.summary.sha256, figure.span_key if figure else None)

    # Moving

    def go(self, index: int) -> None:
        """Make a figure the current one; indexes outside are held at the ends."""
        if self._figures:
            self.current = min(max(index, 0), len(self._figures) - 1)

    def next_undecided(self, after: int | None = None) -> int | None:
        """Index of the next undecided figure behind ``after``, round the end; None when all are decided."""
        count = len(self._figures)
        start = self.current if after is None else after
        if start is None:
            return None
        for distance in range(1, count + 1):
            index = (start + distance) % count
            if self._figures[index].status == "undecided":
                return index
        return None

    def next_to_fix(self) -> int | None:
        """Index of the next figure of the fix queue, the current one included, round the end."""
        if self.current is None:
            return None
        count = len(self._figures)
        for distance in range(count):
            index = (self.current + distance) % count
            latest = self._figures[index].latest
            if latest is not None and latest.decision.waits_for_fix:
                return index
        return None

    def section_step(self, step: int) -> int | None:
        """Index of the first figure of the next or previous section that holds any."""
        return None if self.current is None else self._sections.neighbour(self.current, step)

    def first_figure_of_section(self, section: int) -> int | None:
        """Index of the first figure that the section governs."""
        return self._sections.first_figure(section)

    # Deciding

    def decide(
        self, verdict: Verdict, reason: Reason | None = None, reason_class: RejectionClass | None = None
    ) -> Step | None:
        """A verdict on the current figure; None when there is none or it holds just this verdict already."""
        if self.current is None:
            return None
        stored = self._figures[self.current]
        before = stored.of(self.reviewer)
        after = Decision(verdict, reason, reason_class, comment=before.comment if before else None)
        if stored.origin == "reviewer" and before is not None:
            # The correction of an added figure is the figure itself.
            after = replace(after, correction=before.correction)
        if after == before:
            return None
        action: Action = "not_a_figure" if reason == "not_a_figure" else verdict
        return self._step(self.current, action, before, after, self._onward(self.current))

    def correct(self, correction: Figure) -> Step | None:
        """The current figure as it should be. A correction equal to the extraction verifies it."""
        if self.current is None:
            return None
        stored = self._figures[self.current]
        before = stored.of(self.reviewer)
        comment = before.comment if before else None
        reason = reason_of_correction(stored.figure, correction)
        if stored.origin == "reviewer":
            after = Decision("verified", correction=correction, comment=comment)
        elif reason is None:
            after = Decision("verified", comment=comment)
        else:
            after = Decision("wrong", reason, correction=correction, comment=comment)
        if after == before:
            return None
        action: Action = "corrected" if after.correction is not None else "verified"
        return self._step(self.current, action, before, after, self._onward(self.current))

    def comment(self, text: str | None) -> Step | None:
        """A comment on the current figure; None or blanks take it away."""
        if self.current is None:
            return None
        before = self._figures[self.current].of(self.reviewer)
        wording = text.strip() or None if text else None
        after = replace(before, comment=wording) if before else Decision(None, comment=wording)
        if after.verdict is None and after.comment is None and after.correction is None:
            after_or_none: Decision | None = None
        else:
            after_or_none = after
        if after_or_none == before:
            return None
        return self._step(self.current, "commented", before, after_or_none, self.current)

    def undo(self, entry: JournalEntry) -> Step | None:
        """Take back an entry of the open report; None when the report holds no such figure."""
        return self._turn(entry, "undo", entry.after, entry.before)

    def redo(self, entry: JournalEntry) -> Step | None:
        """Make an undone entry of the open report again; None when the report holds no such figure."""
        return self._turn(entry, "redo", entry.before, entry.after)

    def accept(self, step: Step) -> None:
        """The step is recorded: hold it, count it, move on."""
        stored = self._figures[step.index]
        self._figures[step.index] = with_decision(stored, step.entry)
        self._sections.recount(step.index, stored.status, self._figures[step.index].status)
        self.ledger.note(step.entry)
        self.current = step.next_index

    # Inside

    def _onward(self, index: int) -> int:
        following = self.next_undecided(index)
        return index if following is None else following

    def _turn(
        self, entry: JournalEntry, action: Action, before: Decision | None, after: Decision | None
    ) -> Step | None:
        index = self._index_of(entry.figure)
        if index is None:
            return None
        return self._step(index, action, before, after, index, inverts=entry.uuid)

    def _step(
        self,
        index: int,
        action: Action,
        before: Decision | None,
        after: Decision | None,
        next_index: int,
        inverts: str | None = None,
    ) -> Step:
        stamp = self._stamp()
        entry = JournalEntry(
            uuid=stamp.uuid,
            at=stamp.at,
            reviewer=self.reviewer,
            session=self._session,
            action=action,
            report=self.report.summary.sha256,
            figure=self._figures[index].span_key,
            before=before,
            after=after,
            elapsed_ms=stamp.elapsed_ms,
            extractor=self.report.extractor,
            guide=GUIDE_VERSION,
            inverts=inverts,
        )
        return Step(entry, index, next_index)

    def _index_of(self, span_key: str | None) -> int | None:
        if span_key is None:
            return None
        for index, stored in enumerate(self._figures):
            if stored.span_key == span_key:
                return index
        return None


def with_decision(stored: StoredFigure, entry: JournalEntry) -> StoredFigure:
    """The figure after an entry: the reviewer's decision replaced, and now the latest."""
    others = tuple(held for held in stored.held if held.reviewer != entry.reviewer)
    if entry.after is None:
        return replace(stored, held=others)
    return replace(stored, held=(*others, HeldDecision(entry.reviewer, entry.at, entry.after)))
