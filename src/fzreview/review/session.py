"""A reviewer's session: the open report, the current figure, decisions turned into journal entries.

The session never writes. It hands out a :class:`Step`; the shell has its entry recorded and then calls
:meth:`Session.accept`, so that what the screen shows is always what the store holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from fzreview.domain.alike import FigureInReport
from fzreview.domain.circumstances import UNKNOWN_TIE, Circumstances, circumstances_of
from fzreview.domain.corpus import WHOLE
from fzreview.domain.figure import Figure
from fzreview.domain.stored import HeldDecision, Place, StoredFigure, StoredReport
from fzreview.domain.verdict import (
    Action,
    Decision,
    JournalEntry,
    Reason,
    RejectionClass,
    Target,
    Verdict,
)
from fzreview.review.agenda import ORDERS, USUAL_ORDERS, Agenda, Order
from fzreview.review.candidates import Span, span_key
from fzreview.review.care import Care
from fzreview.review.decisions import after_comment, after_correction, after_verdict, fields_alone
from fzreview.review.elsewhere import NOWHERE, Decided, Elsewhere, step_elsewhere
from fzreview.review.holdings import Holdings
from fzreview.review.layered import Layered, Missed
from fzreview.review.ledger import Ledger
from fzreview.review.pace import JUDGED, Pace
from fzreview.review.position import Position, is_undecided
from fzreview.review.remarked import Remarked
from fzreview.review.sections import SectionCounts
from fzreview.review.steps import Stamp, Step, StepMaker, keyed, one_move
from fzreview.review.today import Today
from fzreview.review.tying import NOTHING_TIED, Tying

READ = Decision("verified")
"""What a reviewer holds of a section that was read completely."""


class Session:
    """One reviewer over one report at a time."""

    def __init__(self, reviewer: str, session: str, stamp: Callable[[], Stamp], ledger: Ledger) -> None:
        self.reviewer = reviewer
        self.ledger = ledger
        self.pace = Pace()
        self.care = Care()
        self.today = Today(_utc_day, "")
        """Figures decided today; whoever opens a store sets one that knows what was decided before."""
        self.told_hasty = False
        """Whether the last accepted step is the one at which haste is to be told."""
        self.tying = NOTHING_TIED
        """The ties of the open report, over its figures as they stood when :meth:`tie` was called last."""
        self._maker = StepMaker(reviewer, session, stamp, self.pace)
        self._report: StoredReport | None = None
        self._holdings = Holdings(None)
        self._position = Position(self._holdings, Agenda(), None)

    # What is open

    def open(self, report: StoredReport, figure: str | None = None, tying: Tying | None = None) -> None:
        """Show this report; at the figure with this span key, else at its first undecided figure.

        ``tying`` is what is known of its ties already; :meth:`tie` may tell it later.
        """
        self._report = report
        self.tying = tying or NOTHING_TIED
        self._holdings = Holdings(report)
        agenda = replace(self.agenda, section=None)
        self._position = Position(self._holdings, agenda, tying.doubts if tying else None)
        if tying is not None:
            self._position.remarked = Remarked().with_ties(tying)
        if report.layers:
            self._position.layered = Layered(report.layers, self._holdings.figures)
            self._position.lay_route()
        self._position.begin(figure)

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
        return tuple(self._holdings.figures)

    def figure(self, index: int) -> StoredFigure:
        return self._holdings[index]

    def index_of(self, key: str) -> int | None:
        """Index of the figure with this span key."""
        return self._holdings.index_of(key)

    @property
    def decided(self) -> int:
        """How many figures of the open report carry a verdict."""
        return self.total.decided

    @property
    def figure_count(self) -> int:
        return len(self._holdings)

    def section_counts(self) -> tuple[SectionCounts, ...]:
        """Counts for each section of the outline, its subsections included."""
        return self._holdings.sections.counts

    @property
    def total(self) -> SectionCounts:
        """Counts of the whole report."""
        return self._holdings.sections.total

    def counts_of(self, section: int) -> SectionCounts:
        """The counts of one section."""
        return self._holdings.sections.of(section)

    def sections_around(self, figure: int) -> tuple[int, ...]:
        """Indexes of the sections whose counts hold a figure."""
        return self._holdings.sections.around(figure)

    def held(self, entry: JournalEntry) -> tuple[HeldDecision, ...]:
        """What reviewers hold, as far as this session knows, of what an entry is about."""
        return self._holdings.of(entry)

    # Where the reviewer stands

    @property
    def current(self) -> int | None:
        """Index of the current figure; None where the report has none."""
        return self._position.current

    @property
    def current_figure(self) -> StoredFigure | None:
        return self._position.figure

    @property
    def came(self) -> bool:
        """Whether the reviewer came to the current figure by a move of their own, not by a verdict."""
        return self._position.came

    @property
    def section(self) -> int | None:
        """Index of the section that the reviewer is at: that of the last move, with figures or without."""
        return self._position.section

    def section_of_current(self) -> int | None:
        """Index of the innermost section around the current figure."""
        return self._position.section_of_figure

    @property
    def stands_unsought(self) -> bool:
        """Whether the current figure is decided and the reviewer was left there, not gone there."""
        stored = self.current_figure
        return stored is not None and not is_undecided(stored) and not self.came

    @property
    def place(self) -> Place | None:
        """Where the reviewer stands, to be resumed."""
        if self._report is None:
            return None
        return Place(self._report.summary.sha256, self._position.key)

    # Moving

    @property
    def agenda(self) -> Agenda:
        """In which order figures are visited, and which."""
        return self._position.agenda

    def set_agenda(self, agenda: Agenda) -> None:
        """Visit figures in another order or selection; the order by doubt is made anew where it begins."""
        position = self._position
        if agenda.order == "doubt" != position.agenda.order and self.tying is not NOTHING_TIED:
            position.doubts = self.tying.doubts
        position.agenda = agenda
        position.lay_route()

    def tie(self, tying: Tying) -> None:
        """Hold the report's ties as they are now; an order by doubt that is in use stays as it is."""
        self.tying = tying
        self._position.remarked = self._position.remarked.with_ties(tying)
        if self._position.doubts is None:
            self._position.doubts = tying.doubts
            self._position.lay_route()

    @property
    def doubts(self) -> Mapping[str, tuple[str, ...]] | None:
        """The order by doubt: span key → why the figure stands there, the strongest reason first.

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
        """The first figure behind a source offset, round the end, that only layers found."""
        open_ones = [one for one in self.layered.missed if not self._holdings.candidates.rules_out(one.span)]
        behind = (one for one in open_ones if one.span[0] > offset)
        return next(behind, open_ones[0] if open_ones else None)

    def know_bulk(self, keys: Iterable[str]) -> None:
        """The figures with these span keys were decided together with others, as the journal tells."""
        self._position.remarked = replace(self._position.remarked, bulk=frozenset(keys))

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
        """Make a figure the current one; indexes outside are held at the ends."""
        self._position.go(index)

    def go_to_section(self, section: int) -> None:
        """Be at a section; at its first figure where it governs any."""
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

    # Deciding on figures

    def decide(
        self, verdict: Verdict, reason: Reason | None = None, reason_class: RejectionClass | None = None
    ) -> Step | None:
        """A verdict on the current figure; None when there is none or it holds just this verdict already.

        A class of rejection and a correction are no other verdict: they stay. Nobody verifies what is hidden.
        """
        stored = self.current_figure
        if stored is None or (verdict == "verified" and stored.hidden):
            return None
        before = stored.of(self.reviewer)
        action, after = after_verdict(stored, before, verdict, reason, reason_class)
        return self._onward(self._on_figure(stored, action, before, after))

    def classify(self, key: str, reason_class: RejectionClass) -> Step | None:
        """The guide's class for the rejected figure with this span key; the current figure stays current."""
        index = self._holdings.index_of(key)
        if index is None:
            return None
        stored = self._holdings[index]
        before = stored.of(self.reviewer)
        if before is None or before.reason != "not_a_figure":
            return None
        after = replace(before, reason_class=reason_class)
        return self._on_figure(stored, "not_a_figure", before, after)

    def correct(self, correction: Figure) -> Step | None:
        """The current figure as it should be. A correction equal to the extraction verifies it.

        Raises ValueError where the value is hidden and was not keyed.
        """
        stored = self.current_figure
        if stored is None:
            return None
        if stored.hidden and not correction.value:
            raise ValueError("a hidden value must be keyed")
        before = stored.of(self.reviewer)
        action, after = after_correction(stored, before, correction)
        return self._onward(self._on_figure(stored, action, before, after))

    def comment(self, text: str | None) -> Step | None:
        """A comment on the current figure; None or blanks take it away."""
        stored = self.current_figure
        if stored is None:
            return None
        before = stored.of(self.reviewer)
        return self._on_figure(stored, "commented", before, after_comment(before, text))

    def verify_all(self, keys: Iterable[str], tie: str = UNKNOWN_TIE) -> Step | None:
        """The figures with these span keys verified as one move; what anybody decided before stays as it is.

        ``tie`` names what was verified with what, see ``Circumstances.bulk``. None where nothing of it is
        undecided. Ends at the next undecided figure where the current one is among those that were verified.
        """
        steps: list[Step] = []
        for key in dict.fromkeys(keys):
            index = self._holdings.index_of(key)
            stored = None if index is None else self._holdings[index]
            if stored is not None and is_undecided(stored) and not stored.hidden:
                before = stored.of(self.reviewer)
                after = Decision("verified", comment=before.comment if before else None)
                steps.append(self._step("verified", key, before, after))
        if not steps:
            return None
        return one_move(steps, self._key_behind(steps), Circumstances(bulk=tie).note)

    def _key_behind(self, steps: Sequence[Step]) -> str | None:
        """Span key of the figure that is current behind steps taken at once: the next undecided one where the
        current one is among those that were decided."""
        here = self._position.key
        decided = {step.entry.figure for step in steps if step.entry.report == self.report.sha256}
        if here not in decided:
            return here
        following = self._position.next_undecided(but=decided)
        return here if following is None else self._holdings[following].span_key

    def decide_elsewhere(self, decided: Sequence[Decided], named: str | None = None) -> Step | None:
        """Decisions on figures of any reports as one move; the current figure stays current unless decided.

        ``named`` is what they follow from, see ``Circumstances.bulk``; None for a decision by itself.
        """
        steps = [
            step_elsewhere(self._maker, figure, one.action, figure.stored.of(self.reviewer), one.after)
            for one in decided
            for figure in [one.figure]
        ]
        note = None if named is None else Circumstances(bulk=named).note
        return one_move(steps, self._key_behind(steps), note) if steps else None

    def judge_elsewhere(
        self, figure: FigureInReport, verdict: Verdict, reason: Reason | None = None
    ) -> Step | None:
        """A verdict on a figure of any report; None where this reviewer holds just that already."""
        before = figure.stored.of(self.reviewer)
        action, after = after_verdict(figure.stored, before, verdict, reason, None)
        if after is None or after == before:
            return None
        return self.decide_elsewhere([Decided(figure, action, after)])

    def add(self, figure: Figure) -> Step | None:
        """A missed figure; None where one with this span is there already."""
        if self._holdings.index_of(figure.span_key) is not None:
            return None
        added = Decision("verified", correction=fields_alone(figure))
        return self._step("added", figure.span_key, None, added)

    def _on_figure(
        self, stored: StoredFigure, action: Action, before: Decision | None, after: Decision | None
    ) -> Step | None:
        """A step behind which the current figure stays current; None where nothing changes."""
        if after == before:
            return None
        step = replace(self._step(action, stored.span_key, before, after), next_key=self._position.key)
        return keyed(step) if stored.hidden else step

    def _onward(self, step: Step | None) -> Step | None:
        """The step, behind which the next undecided figure is current."""
        following = None if step is None else self._position.next_undecided()
        if step is None or following is None or following == self.current:
            return step
        return replace(step, next_key=self._holdings[following].span_key)

    def _step(self, action: Action, key: str, before: Decision | None, after: Decision | None) -> Step:
        """A step on a figure, which is then the current one."""
        return self._maker.step(self.report, "figure", key, action, before, after, key)

    # Deciding on candidates and sections

    @property
    def open_candidates(self) -> Sequence[Span]:
        """Source spans of numerals that nobody has accounted for."""
        return self._holdings.candidates.open

    def next_candidate(self, offset: int) -> Span | None:
        """The first open candidate behind a source offset, round the end."""
        return self._holdings.candidates.after(offset)

    def unaccounted(self, section: int) -> int:
        """Open candidates of a section of the outline, its subsections included."""
        return self._holdings.unaccounted(section)

    def rule_out(self, candidate: Span, reason_class: RejectionClass | None = None) -> Step:
        """A candidate is no figure."""
        before = _own(self._holdings.candidates.held(candidate), self.reviewer)
        after = Decision("wrong", "not_a_figure", reason_class)
        key = span_key(candidate)
        return self._maker.step(self.report, "candidate", key, "ruled_out", before, after, self._position.key)

    def label_of(self, heading: str) -> str:
        """The label of the section whose heading has this span key; empty where there is none."""
        return self._holdings.label_of(heading)

    def is_signed_off(self, section: int) -> bool:
        """Whether anybody read this section completely."""
        return bool(self.signers(section))

    def signers(self, section: int) -> tuple[str, ...]:
        """The reviewers who read this section completely."""
        signed = self._holdings.signed(self._holdings.heading_key(section))
        return tuple(held.reviewer for held in signed)

    def sign_off(self, section: int) -> Step:
        """The section was read completely; once more takes it back."""
        key = self._holdings.heading_key(section)
        before = _own(self._holdings.signed(key), self.reviewer)
        after = None if before else READ
        action: Action = "reopened" if before else "signed_off"
        return self._maker.step(self.report, "section", key, action, before, after, self._position.key)

    # What is said of the report as a whole, and of headings

    def statements(self, target: Target, span: str = WHOLE) -> tuple[HeldDecision, ...]:
        """What reviewers say of a target, the latest last."""
        return self._holdings.statements(target, span)

    def last_statement(self, target: Target, span: str = WHOLE) -> str | None:
        """What was said last, by whomever; None where nobody says anything."""
        held = self.statements(target, span)
        return held[-1].decision.said if held else None

    def state(self, target: Target, action: Action, said: str | None, span: str = WHOLE) -> Step | None:
        """Say something of a target, or with None take one's own word back; None where nothing changes.

        What follows from it (the report's fields, its outline) is read from the store again.
        """
        before = _own(self.statements(target, span), self.reviewer)
        after = None if said is None else Decision(None, said=said)
        if after == before:
            return None
        return self._maker.step(self.report, target, span, action, before, after, self._position.key)

    def unread(self) -> int:
        """How many sections nobody has read completely yet."""
        return sum(not self.is_signed_off(section) for section in range(len(self.report.reading.outline)))

    def below(self, section: int) -> tuple[int, ...]:
        """A section and all below it, as indexes of the outline."""
        outline = self.report.reading.outline
        place = outline[section]
        return tuple(
            index
            for index, one in enumerate(outline)
            if index == section or (place.start <= one.start < place.until and one.level > place.level)
        )

    def sign_off_all(self, sections: Iterable[int]) -> Step | None:
        """These sections were read completely, as one move; None where this reviewer has said so of each."""
        unsigned = [
            section
            for section in sections
            if _own(self._holdings.signed(self._holdings.heading_key(section)), self.reviewer) is None
        ]
        steps = [self.sign_off(section) for section in unsigned]
        return one_move(steps, self._position.key) if steps else None

    # Undo, redo, and what becomes of a step

    def undo(self, *entries: JournalEntry, others: Elsewhere = NOWHERE) -> Step | None:
        """Take back the entries of one move; None when one of the figures is not there any more.

        ``others`` are the figures of the reports that are not open.
        """
        turned = [
            self._turned(entry, "undo", entry.after, entry.before, others) for entry in reversed(entries)
        ]
        return self._all_turned(turned)

    def redo(self, *entries: JournalEntry, others: Elsewhere = NOWHERE) -> Step | None:
        """Make the entries of an undone move again; None when one of the figures is not there any more."""
        return self._all_turned(
            [self._turned(entry, "redo", entry.before, entry.after, others) for entry in entries]
        )

    def _turned(
        self,
        entry: JournalEntry,
        action: Action,
        before: Decision | None,
        after: Decision | None,
        others: Elsewhere,
    ) -> Step | None:
        next_key = self._position.key
        if entry.report != self.report.sha256:
            figure = others.get((entry.report, entry.figure))
            if figure is None:
                return None
            return step_elsewhere(self._maker, figure, action, before, after, entry.uuid)
        if entry.target == "figure":
            known = self._holdings.index_of(entry.figure) is not None
            if not known and (after is None or after.correction is None or before is not None):
                return None
            next_key = entry.figure
        return self._maker.step(
            self.report, entry.target, entry.figure, action, before, after, next_key, inverts=entry.uuid
        )

    def _all_turned(self, steps: Sequence[Step | None]) -> Step | None:
        """The steps as one move, which ends at the figure of the last that is in the open report; None where
        one of them cannot be."""
        whole = [step for step in steps if step is not None]
        if not whole or len(whole) < len(steps):
            return None
        keys = [step.next_key for step in whole if step.entry.report == self.report.sha256]
        return one_move(whole, keys[-1] if keys else self._position.key)

    def accept(self, step: Step) -> bool:
        """The step is recorded: hold it, count it, move on. True where figures came or went."""
        changed = False
        here, own = self._position.key, step.entries_in(self.report.sha256)
        for entry in step.entries:
            is_own = entry.report == self.report.sha256
            changed = (is_own and self._holdings.accept(entry)) or changed
            self.ledger.note(entry)
            self.today.note(entry)
            self.care.note(entry, is_own and self._is_doubted(entry.figure))
        self._position.remarked = self._position.remarked.with_entries(own)
        # Who verifies many at once reads no slower for it.
        timed = step.entry.action in JUDGED and circumstances_of(step.entry.note).bulk is None
        self.told_hasty = timed and self.pace.note(step.entry.elapsed_ms)
        if changed:
            self.layered.align(self._holdings.figures)
            self._position.follow_figures(here)
        self._position.carry(step.next_key)
        if own:
            self._arrive(own, here)
        return changed

    def _is_doubted(self, key: str) -> bool:
        """Whether the program doubts a figure: its own reading of it, or what checking the report says."""
        index = self._holdings.index_of(key)
        if index is None:
            return False
        tying = self.tying
        failed = any(tie.failed for tie in tying.of(key))
        return failed or bool(self._holdings[index].figure.doubts or tying.alarms_of(key))

    def _arrive(self, entries: Sequence[JournalEntry], before: str | None) -> None:
        """After entries from the figure with the span key ``before``: what counts as a move of one's own."""
        position = self._position
        decided = any(entry.figure == before for entry in entries if entry.target == "figure")
        if entries[0].inverts is not None:
            position.came = True
        elif position.key != before or (decided and entries[0].action != "commented"):
            position.came = False
        if position.key != before:
            position.section = position.section_of_figure


def _own(held: Sequence[HeldDecision], reviewer: str) -> Decision | None:
    return next((one.decision for one in held if one.reviewer == reviewer), None)


def _utc_day(at: str) -> str:
    return at[:10]
