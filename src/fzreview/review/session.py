"""A reviewer's session: the open report, the current figure, decisions turned into journal entries.

The session never writes. It hands out a :class:`Step`; the shell has its entry recorded and then calls
:meth:`Session.accept`, so that what the screen shows is always what the store holds.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from fzreview.domain.circumstances import UNKNOWN_TIE, Circumstances, circumstances_of
from fzreview.domain.figure import Figure
from fzreview.domain.report import section_path
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
from fzreview.review.agenda import Agenda, Route
from fzreview.review.candidates import Candidates, Span, span_key
from fzreview.review.ledger import Ledger
from fzreview.review.pace import JUDGED, Pace
from fzreview.review.sections import SectionCounts, SectionIndex
from fzreview.review.steps import (
    Stamp,
    Step,
    StepMaker,
    after_entry,
    one_move,
    with_decision,
)
from fzreview.review.today import Today
from fzreview.review.tying import NOTHING_TIED, Tying

READ = Decision("verified")
"""What a reviewer holds of a section that was read completely."""


class Session:
    """One reviewer over one report at a time."""

    def __init__(self, reviewer: str, session: str, stamp: Callable[[], Stamp], ledger: Ledger) -> None:
        self.reviewer = reviewer
        self.ledger = ledger
        self.agenda = Agenda()
        self.current: int | None = None
        """Index of the current figure; None where the report has none."""
        self.came = False
        """Whether the reviewer came to the current figure by a move of their own, not by a verdict."""
        self.section: int | None = None
        """Index of the section that the reviewer is at: that of the last move, with figures or without."""
        self.pace = Pace()
        self.today = Today(_utc_day, "")
        """Figures decided today; whoever opens a store sets one that knows what was decided before."""
        self.told_hasty = False
        """Whether the last accepted step is the one at which haste is to be told."""
        self.tying = NOTHING_TIED
        """The ties of the open report, over its figures as they stood when :meth:`tie` was called last."""
        self._doubts: Mapping[str, tuple[str, ...]] | None = None
        self._maker = StepMaker(reviewer, session, stamp, self.pace)
        self._report: StoredReport | None = None
        self._signed: dict[str, tuple[HeldDecision, ...]] = {}
        self._lay_out((), None)

    # What is open

    def open(self, report: StoredReport, figure: str | None = None, tying: Tying | None = None) -> None:
        """Show this report; at the figure with this span key, else at its first undecided figure.

        ``tying`` is what is known of its ties already; :meth:`tie` may tell it later.
        """
        self._report = report
        self.tying, self._doubts = tying or NOTHING_TIED, tying.doubts if tying else None
        self._signed = dict(report.signed)
        self.agenda = replace(self.agenda, section=None)
        self._lay_out(report.figures, figure)
        self._candidates = Candidates(report.reading.candidates, self._figures, report.ruled)
        if self.current is None and self._figures:
            self.current = self._route.first
            following = self.next_undecided()
            if following is not None and not _is_undecided(self._figures[self.current or 0]):
                self.current = following
        self.came = False
        self.section = self.section_of_current()

    def _lay_out(self, figures: Sequence[StoredFigure], current: str | None) -> None:
        """Take these figures, in order of ``start``."""
        self._figures = list(figures)
        self._indexes = {stored.span_key: index for index, stored in enumerate(figures)}
        outline = self._report.reading.outline if self._report else ()
        self._sections = SectionIndex(outline, self._figures)
        self._candidates = Candidates((), (), {})
        self._route = Route(self._figures, self.agenda, self._doubts)
        self.current = self._indexes.get(current) if current is not None else None

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

    def index_of(self, key: str) -> int | None:
        """Index of the figure with this span key."""
        return self._indexes.get(key)

    @property
    def current_figure(self) -> StoredFigure | None:
        return None if self.current is None else self._figures[self.current]

    @property
    def decided(self) -> int:
        """How many figures of the open report carry a verdict."""
        return self._sections.total.decided

    @property
    def figure_count(self) -> int:
        return len(self._figures)

    def section_counts(self) -> tuple[SectionCounts, ...]:
        """Counts for each section of the outline, its subsections included."""
        return self._sections.counts

    def counts_of(self, section: int) -> SectionCounts:
        """The counts of one section."""
        return self._sections.of(section)

    def sections_around(self, figure: int) -> tuple[int, ...]:
        """Indexes of the sections whose counts hold a figure."""
        return self._sections.around(figure)

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

    def set_agenda(self, agenda: Agenda) -> None:
        """Visit figures in another order or selection; the order by doubt is made anew where it begins."""
        if agenda.order == "doubt" != self.agenda.order and self.tying is not NOTHING_TIED:
            self._doubts = self.tying.doubts
        self.agenda = agenda
        self._route = Route(self._figures, agenda, self._doubts)

    def tie(self, tying: Tying) -> None:
        """Hold the report's ties as they are now; an order by doubt that is in use stays as it is."""
        self.tying = tying
        if self._doubts is None:
            self._doubts = tying.doubts
            self._route = Route(self._figures, self.agenda, self._doubts)

    @property
    def doubts(self) -> Mapping[str, tuple[str, ...]] | None:
        """The order by doubt: span key → why the figure stands there, the strongest reason first.

        Empty for an ordinary figure; None while the report was not checked yet.
        """
        return self._doubts

    def visited(self) -> list[int]:
        """Indexes of the figures that the agenda visits, in its order."""
        return self._route.visited()

    def go(self, index: int) -> None:
        """Make a figure the current one; indexes outside are held at the ends."""
        if self._figures:
            self.current = min(max(index, 0), len(self._figures) - 1)
            self.came = True
            self.section = self.section_of_current()

    def go_to_section(self, section: int) -> None:
        """Be at a section; at its first figure where it governs any."""
        index = self._sections.first_figure(section)
        if index is not None:
            self.go(index)
        self.section = section

    def neighbour(self, step: int) -> int | None:
        """Index of the next (``step`` 1) or previous (-1) figure of the agenda; None at its ends."""
        return None if self.current is None else self._route.neighbour(self.current, step)

    def next_undecided(self, after: int | None = None) -> int | None:
        """Index of the agenda's next undecided figure behind ``after``, round the end; None without one."""
        here = self.current if after is None else after
        return None if here is None else self._route.next_such(here, _is_undecided)

    def first_undecided(self) -> int | None:
        """Index of the agenda's first undecided figure."""
        return next((index for index in self._route.visited() if _is_undecided(self._figures[index])), None)

    def next_to_fix(self) -> int | None:
        """Index of the next figure of the fix queue, the current one first, round the end."""
        if self.current is None or _waits_for_fix(self._figures[self.current]):
            return self.current
        return self._route.next_such(self.current, _waits_for_fix)

    def section_step(self, step: int) -> int | None:
        """Index of the first figure of the next or previous section that holds any."""
        return None if self.current is None else self._sections.neighbour(self.current, step)

    def outline_step(self, step: int) -> int | None:
        """Index of the next or previous section of the outline, with figures or without; None at its ends."""
        stored = self.current_figure
        offset = stored.figure.start if stored else -1
        return self._sections.beside(self.section, offset, step)

    # Deciding on figures

    @property
    def stands_unsought(self) -> bool:
        """Whether the current figure is decided and the reviewer was left there, not gone there."""
        stored = self.current_figure
        return stored is not None and not _is_undecided(stored) and not self.came

    def decide(
        self, verdict: Verdict, reason: Reason | None = None, reason_class: RejectionClass | None = None
    ) -> Step | None:
        """A verdict on the current figure; None when there is none or it holds just this verdict already.

        A class of rejection and a correction are no other verdict: they stay.
        """
        stored = self.current_figure
        if stored is None:
            return None
        before = stored.of(self.reviewer)
        if reason_class is None and reason in (None, "not_a_figure") and _is_same(before, verdict, reason):
            return None
        after = Decision(verdict, reason, reason_class, comment=before.comment if before else None)
        if stored.origin == "reviewer" and before is not None:
            # The correction of an added figure is the figure itself.
            after = replace(after, correction=before.correction)
        action: Action = "not_a_figure" if reason == "not_a_figure" else verdict
        return self._on_figure(stored, action, before, after, onward=True)

    def classify(self, key: str, reason_class: RejectionClass) -> Step | None:
        """The guide's class for the rejected figure with this span key; the current figure stays current."""
        index = self._indexes.get(key)
        if index is None:
            return None
        before = self._figures[index].of(self.reviewer)
        if before is None or before.reason != "not_a_figure":
            return None
        after = replace(before, reason_class=reason_class)
        return self._on_figure(self._figures[index], "not_a_figure", before, after, onward=False)

    def correct(self, correction: Figure) -> Step | None:
        """The current figure as it should be. A correction equal to the extraction verifies it."""
        stored = self.current_figure
        if stored is None:
            return None
        before = stored.of(self.reviewer)
        comment = before.comment if before else None
        correction = _fields_alone(correction)
        reason = reason_of_correction(stored.figure, correction)
        if stored.origin == "reviewer":
            after = Decision("verified", correction=correction, comment=comment)
        elif reason is None:
            after = Decision("verified", comment=comment)
        else:
            after = Decision("wrong", reason, correction=correction, comment=comment)
        action: Action = "corrected" if after.correction is not None else "verified"
        return self._on_figure(stored, action, before, after, onward=True)

    def comment(self, text: str | None) -> Step | None:
        """A comment on the current figure; None or blanks take it away."""
        stored = self.current_figure
        if stored is None:
            return None
        before = stored.of(self.reviewer)
        wording = text.strip() or None if text else None
        after: Decision | None = (
            replace(before, comment=wording) if before else Decision(None, comment=wording)
        )
        if after == Decision(None):
            after = None
        return self._on_figure(stored, "commented", before, after, onward=False)

    def verify_all(self, keys: Iterable[str], tie: str = UNKNOWN_TIE) -> Step | None:
        """The figures with these span keys verified as one move; what anybody decided before stays as it is.

        ``tie`` names what was verified with what, see ``Circumstances.bulk``. None where nothing of it is
        undecided. Ends at the next undecided figure where the current one is among those that were verified.
        """
        steps: list[Step] = []
        for key in dict.fromkeys(keys):
            index = self._indexes.get(key)
            if index is not None and _is_undecided(self._figures[index]):
                before = self._figures[index].of(self.reviewer)
                after = Decision("verified", comment=before.comment if before else None)
                steps.append(self._step("verified", key, before, after))
        if not steps:
            return None
        note = Circumstances(bulk=tie).note
        return one_move(steps, self._behind({step.entry.figure for step in steps}), note)

    def _behind(self, decided: Collection[str]) -> str | None:
        """Span key of the figure to go to once these are decided."""
        here = self._current_key()
        if here not in decided or self.current is None:
            return here
        following = self._route.next_such(
            self.current, lambda stored: _is_undecided(stored) and stored.span_key not in decided
        )
        return here if following is None else self._figures[following].span_key

    def add(self, figure: Figure) -> Step | None:
        """A missed figure; None where one with this span is there already."""
        if figure.span_key in self._indexes:
            return None
        correction = _fields_alone(figure)
        return self._step("added", figure.span_key, None, Decision("verified", correction=correction))

    # Deciding on candidates and sections

    @property
    def open_candidates(self) -> Sequence[Span]:
        """Source spans of numerals that nobody has accounted for."""
        return self._candidates.open

    def next_candidate(self, offset: int) -> Span | None:
        """The first open candidate behind a source offset, round the end."""
        return self._candidates.after(offset)

    def unaccounted(self, section: int) -> int:
        """Open candidates of a section of the outline, its subsections included."""
        heading = self.report.reading.outline[section]
        return self._candidates.inside(heading.start, heading.until)

    def rule_out(self, candidate: Span, reason_class: RejectionClass | None = None) -> Step:
        """A candidate is no figure."""
        before = _own(self._candidates.held(candidate), self.reviewer)
        after = Decision("wrong", "not_a_figure", reason_class)
        return self._maker.step(
            self.report, "candidate", span_key(candidate), "ruled_out", before, after, self._current_key()
        )

    def is_signed_off(self, section: int) -> bool:
        """Whether anybody read this section completely."""
        return bool(self.signers(section))

    def signers(self, section: int) -> tuple[str, ...]:
        """The reviewers who read this section completely."""
        heading = self.report.reading.outline[section]
        return tuple(held.reviewer for held in self._signed.get(span_key((heading.start, heading.end)), ()))

    def sign_off(self, section: int) -> Step:
        """The section was read completely; once more takes it back."""
        heading = self.report.reading.outline[section]
        key = span_key((heading.start, heading.end))
        before = _own(self._signed.get(key, ()), self.reviewer)
        after = None if before else READ
        action: Action = "reopened" if before else "signed_off"
        return self._maker.step(self.report, "section", key, action, before, after, self._current_key())

    # Undo, redo, and what becomes of a step

    def undo(self, *entries: JournalEntry) -> Step | None:
        """Take back the entries of one move in the open report; None when it holds no such figure."""
        turned = [self._turned(entry, "undo", entry.after, entry.before) for entry in reversed(entries)]
        return _all_turned(turned)

    def redo(self, *entries: JournalEntry) -> Step | None:
        """Make the entries of an undone move again; None when the open report holds no such figure."""
        return _all_turned([self._turned(entry, "redo", entry.before, entry.after) for entry in entries])

    def accept(self, step: Step) -> bool:
        """The step is recorded: hold it, count it, move on. True where figures came or went."""
        changed = False
        here = self._current_key()
        for entry in step.entries:
            changed = self._accept_entry(entry) or changed
            self.ledger.note(entry)
            self.today.note(entry)
        # Who verifies many at once reads no slower for it.
        timed = step.entry.action in JUDGED and circumstances_of(step.entry.note).bulk is None
        self.told_hasty = timed and self.pace.note(step.entry.elapsed_ms)
        if step.next_key in self._indexes:
            self.current = self._indexes[step.next_key]
        elif self._figures and self.current is not None:
            self.current = min(self.current, len(self._figures) - 1)
        else:
            self.current = 0 if self._figures else None
        self._arrive(step, here)
        return changed

    def _arrive(self, step: Step, before: str | None) -> None:
        """After a step from the figure with the span key ``before``: what counts as a move of one's own."""
        decided = any(entry.figure == before for entry in step.entries if entry.target == "figure")
        if step.entry.inverts is not None:
            self.came = True
        elif self._current_key() != before or (decided and step.entry.action != "commented"):
            self.came = False
        if self._current_key() != before:
            self.section = self.section_of_current()

    def held(self, entry: JournalEntry) -> tuple[HeldDecision, ...]:
        """What reviewers hold, as far as this session knows, of what an entry is about."""
        if entry.target == "section":
            return self._signed.get(entry.figure, ())
        index = self._indexes.get(entry.figure)
        start, end = (int(part) for part in entry.figure.split("-"))
        # A candidate and the figure that was added in its place are one numeral.
        of_candidate = tuple(self._candidates.held((start, end)))
        return of_candidate if index is None else (*of_candidate, *self._figures[index].held)

    def _accept_entry(self, entry: JournalEntry) -> bool:
        if entry.target == "figure":
            return self._accept_on_figure(entry)
        if entry.target == "candidate":
            start, end = (int(part) for part in entry.figure.split("-"))
            held = with_decision(tuple(self._candidates.held((start, end))), entry)
            self._candidates.hold((start, end), held, self._figures)
        else:
            self._signed[entry.figure] = with_decision(self._signed.get(entry.figure, ()), entry)
        return False

    def _accept_on_figure(self, entry: JournalEntry) -> bool:
        index = self._indexes.get(entry.figure)
        if index is None:
            added = entry.after.correction if entry.after else None
            if added is None:
                return False
            section = section_path(self.report.reading.outline, added.start)
            figure = replace(added, section=section)
            new = StoredFigure(figure, "reviewer", entry.extractor, with_decision((), entry))
            at = bisect_left([(one.figure.start, one.figure.end) for one in self._figures], _span(added))
            self._rearrange([*self._figures[:at], new, *self._figures[at:]])
            return True
        before = self._figures[index]
        after = after_entry(before, entry)
        if after is None:
            self._rearrange([*self._figures[:index], *self._figures[index + 1 :]])
            return True
        self._figures[index] = after
        self._sections.recount(index, before.status, after.status)
        return False

    def _rearrange(self, figures: list[StoredFigure]) -> None:
        """Take another set of figures, everything else as it was."""
        candidates, key = self._candidates, self._current_key()
        self._lay_out(figures, key)
        self._candidates = candidates
        candidates.recount(figures)

    def _turned(
        self, entry: JournalEntry, action: Action, before: Decision | None, after: Decision | None
    ) -> Step | None:
        next_key = self._current_key()
        if entry.target == "figure":
            known = entry.figure in self._indexes
            if not known and (after is None or after.correction is None or before is not None):
                return None
            next_key = entry.figure
        return self._maker.step(
            self.report, entry.target, entry.figure, action, before, after, next_key, inverts=entry.uuid
        )

    def _on_figure(
        self,
        stored: StoredFigure,
        action: Action,
        before: Decision | None,
        after: Decision | None,
        *,
        onward: bool,
    ) -> Step | None:
        if after == before:
            return None
        step = self._step(action, stored.span_key, before, after)
        if not onward:
            return replace(step, next_key=self._current_key())
        following = self.next_undecided(self._indexes[stored.span_key])
        if following is None or following == self.current:
            return step
        return replace(step, next_key=self._figures[following].span_key)

    def _step(self, action: Action, key: str, before: Decision | None, after: Decision | None) -> Step:
        """A step on a figure, which is then the current one."""
        return self._maker.step(self.report, "figure", key, action, before, after, key)

    def _current_key(self) -> str | None:
        stored = self.current_figure
        return stored.span_key if stored else None


def _all_turned(steps: Sequence[Step | None]) -> Step | None:
    """The steps as one move, which ends at the figure of the last; None where one of them cannot be."""
    whole = [step for step in steps if step is not None]
    if not whole or len(whole) < len(steps):
        return None
    return one_move(whole, whole[-1].next_key)


def _fields_alone(figure: Figure) -> Figure:
    """What a decision holds of a figure: the fields of the guide; the section follows from the place."""
    return replace(figure, section=(), doubts=())


def _own(held: Sequence[HeldDecision], reviewer: str) -> Decision | None:
    return next((one.decision for one in held if one.reviewer == reviewer), None)


def _is_same(before: Decision | None, verdict: Verdict, reason: Reason | None) -> bool:
    """Whether the verdict is the one that is held: wrong is not the same as no figure at all."""
    if before is None or before.verdict != verdict:
        return False
    return (before.reason == "not_a_figure") == (reason == "not_a_figure")


def _span(figure: Figure) -> Span:
    return figure.start, figure.end


def _utc_day(at: str) -> str:
    return at[:10]


def _is_undecided(stored: StoredFigure) -> bool:
    return stored.status == "undecided"


def _waits_for_fix(stored: StoredFigure) -> bool:
    latest = stored.latest
    return latest is not None and latest.decision.waits_for_fix(stored.origin)
