"""The state of the open report (figures, candidates, sign-offs), updated by each recorded entry."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from fzreview.domain.decisions.verdict import STATED, JournalEntry, Target
from fzreview.domain.dissent.overlap_groups import SpanPair
from fzreview.domain.figures.figure_state import state_of
from fzreview.domain.reports.report import Section
from fzreview.domain.reports.section_paths import SectionPaths
from fzreview.domain.reports.stored import HeldDecision, StoredFigure, StoredReport
from fzreview.review.open_report.candidates import Candidates, Span, span_key
from fzreview.review.open_report.decision_index import DecisionIndex
from fzreview.review.open_report.dispute_updates import reach_by_reviewer, updated_disputes
from fzreview.review.open_report.sections import SectionIndex
from fzreview.review.steps.step import apply_entry, with_decision


class ReportState:
    """A report after the accepted journal entries. The reviewer's position is kept elsewhere."""

    def __init__(self, report: StoredReport | None) -> None:
        """``None``: no report is open."""
        self._report = report
        self._outline: Sequence[Section] = report.reading.outline if report else ()
        self._heading_keys = [span_key((section.start, section.end)) for section in self._outline]
        self._signed = dict(report.signed) if report else {}
        self._unread: int | None = None
        """Cached number of sections without a sign-off; None until asked for."""
        self._statements = dict(report.statements) if report else {}
        self._index_figures(report.figures if report else ())
        candidates = report.reading.candidates if report else ()
        self.candidates = Candidates(candidates, self._figures, report.ruled if report else {})

    def refreshed(self, report: StoredReport) -> ReportState:
        """The state of the same report, read again from the store."""
        known = {stored.span_key: stored for stored in self.figures}
        figures = tuple(_as_known(known.get(one.span_key), one) for one in report.figures)
        return ReportState(replace(report, figures=figures))

    @property
    def report(self) -> StoredReport:
        """The open report as it was opened. Raises LookupError when none is open."""
        if self._report is None:
            raise LookupError("no report is open")
        return self._report

    @property
    def is_open(self) -> bool:
        return self._report is not None

    def _index_figures(self, figures: Sequence[StoredFigure]) -> None:
        """Set the figures, in order of ``start``, and rebuild what is derived from them."""
        self._figures = list(figures)
        self._indexes = {stored.span_key: index for index, stored in enumerate(figures)}
        self.sections = SectionIndex(self._outline, self._figures)
        readers = (held.reviewer for key in self._heading_keys for held in self.signed(key))
        self._decision_index = DecisionIndex(self._figures, readers)

    # Figures

    @property
    def figures(self) -> Sequence[StoredFigure]:
        """In order of ``start``; the same list object until a figure is added or removed."""
        return self._figures

    def __len__(self) -> int:
        return len(self._figures)

    def __getitem__(self, index: int) -> StoredFigure:
        return self._figures[index]

    def index_of(self, key: str | None) -> int | None:
        """Index of the figure with this span key."""
        return None if key is None else self._indexes.get(key)

    def index_or_preceding(self, key: str | None) -> int | None:
        """Index of the figure with this span key; where it is gone, of the figure before it in the text.

        0 where there is none before it; None without a key or without figures.
        """
        index = self.index_of(key)
        if index is not None or key is None or not self._figures:
            return index
        return max(bisect_left(self._figures, _span(key)[0], key=lambda one: one.figure.start) - 1, 0)

    # Sections and candidates

    def heading_key(self, section: int) -> str:
        """Span key of the heading of a section of the outline."""
        return self._heading_keys[section]

    def label_of(self, heading: str) -> str:
        """The label of the section whose heading has this span key; empty where there is none."""
        sections = zip(self._heading_keys, self._outline, strict=True)
        return next((one.label for key, one in sections if key == heading), "")

    def signed(self, heading: str) -> tuple[HeldDecision, ...]:
        """The sign-offs of the section with this heading (span key)."""
        return self._signed.get(heading, ())

    @property
    def unread(self) -> int:
        """Number of sections without a sign-off."""
        if self._unread is None:
            self._unread = sum(not self.signed(key) for key in self._heading_keys)
        return self._unread

    def unaccounted(self, section: int) -> int:
        """Open candidates of a section of the outline, its subsections included."""
        return self.candidates.inside(self._outline[section].start, self._outline[section].until)

    def statements(self, target: Target, span: str) -> tuple[HeldDecision, ...]:
        """Statements about the report or a heading, the latest last."""
        return self._statements.get((target, span), ())

    # Entries

    def decisions_on(self, entry: JournalEntry) -> tuple[HeldDecision, ...]:
        """The decisions that reviewers hold on the target of an entry."""
        if entry.target == "section":
            return self.signed(entry.figure)
        if entry.target in STATED:
            return self.statements(entry.target, entry.figure)
        index = self.index_of(entry.figure)
        # A candidate and the figure that was added in its place are one numeral.
        of_candidate = tuple(self.candidates.held(_span(entry.figure)))
        return of_candidate if index is None else (*of_candidate, *self._figures[index].held)

    def accept(self, entry: JournalEntry) -> bool:
        """Apply a recorded entry.

        True where a figure was added or removed, or changed because of a decision on another figure.
        """
        if entry.target == "figure":
            reached = self._reaches(entry)
            changed = self._accept_on_figure(entry)
            return self._resettle([*reached, *self._reaches(entry)]) or changed
        if entry.target == "candidate":
            span = _span(entry.figure)
            held = with_decision(tuple(self.candidates.held(span)), entry)
            self.candidates.hold(span, held, self._figures)
        elif entry.target in STATED:
            place = entry.target, entry.figure
            self._statements[place] = with_decision(self.statements(*place), entry)
        else:
            self._unread = None
            before, after = self.signed(entry.figure), with_decision(self.signed(entry.figure), entry)
            self._signed[entry.figure] = after
            self._decision_index.update_readers(before, after)
            # A sign-off contradicts figures that only others added to the section.
            added = (stored for stored in self._figures if stored.origin == "reviewer")
            return self._resettle([reach_by_reviewer(stored, entry.reviewer) for stored in added])
        return False

    def _reaches(self, entry: JournalEntry) -> list[SpanPair]:
        """The span of the entry's figure and that of its reviewer's decision; empty for an unknown figure."""
        index = self.index_of(entry.figure)
        return [] if index is None else [reach_by_reviewer(self._figures[index], entry.reviewer)]

    def _resettle(self, said: Sequence[SpanPair]) -> bool:
        """Update figures whose dispute status depends on decisions on others; True where one has changed."""
        if not self._decision_index.may_interact:
            return False
        signed = (
            (section, held)
            for section, key in zip(self._outline, self._heading_keys, strict=True)
            for held in self.signed(key)
        )
        changes = list(
            updated_disputes(
                self._figures, self._indexes, signed, said, self._decision_index.reaches_overlapping
            )
        )
        for index, stored in changes:
            self._replace_figure(index, stored)
        return bool(changes)

    def _replace_figure(self, index: int, stored: StoredFigure) -> None:
        """Replace a figure and update counts and index."""
        before, self._figures[index] = self._figures[index], stored
        self.sections.recount(index, state_of(before), state_of(stored))
        self._decision_index.update_figure(index, before, stored)

    def _accept_on_figure(self, entry: JournalEntry) -> bool:
        index = self.index_of(entry.figure)
        if index is None:
            new = self._added(entry)
            if new is None:
                return False
            at = bisect_left([*self._spans()], (new.figure.start, new.figure.end))
            self._rearrange([*self._figures[:at], new, *self._figures[at:]])
            return True
        after = apply_entry(self._figures[index], entry)
        if after is None:
            self._rearrange([*self._figures[:index], *self._figures[index + 1 :]])
            return True
        self._replace_figure(index, after)
        return False

    def _added(self, entry: JournalEntry) -> StoredFigure | None:
        added = entry.after.correction if entry.after else None
        if added is None:
            return None
        figure = replace(added, section=SectionPaths(self._outline).labels(added.start))
        return StoredFigure(figure, "reviewer", entry.extractor, with_decision((), entry))

    def _rearrange(self, figures: list[StoredFigure]) -> None:
        self._index_figures(figures)
        self.candidates.recount(figures)

    def _spans(self) -> Iterator[Span]:
        return ((stored.figure.start, stored.figure.end) for stored in self._figures)


def _span(key: str) -> Span:
    start, end = (int(part) for part in key.split("-"))
    return start, end


def _as_known(known: StoredFigure | None, now: StoredFigure) -> StoredFigure:
    """The figure as read ``now``; the known object where only contests of this session differ."""
    if known is None:
        return now
    told = replace(now, against=known.against, contested_ruling=known.contested_ruling)
    return known if told == known else now
