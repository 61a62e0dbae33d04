"""The use case of the adjudication desk: open disputes, their current state, recording rulings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from uuid import uuid4

from fzreview.domain.decisions.circumstances import Circumstances
from fzreview.domain.decisions.verdict import Decision, JournalEntry
from fzreview.domain.dissent.dispute import Dispute, DisputeRef
from fzreview.domain.figures.keys import span_of
from fzreview.domain.reports.stored import ReportSummary, StoredReport
from fzreview.measuring.disputes import disputes_of
from fzreview.review.adjudicating import Ruling
from fzreview.store.reader import StoreReader
from fzreview.store.writer import StoreWriter
from fzreview.work.keeping.safekeeping import require_undamaged
from fzreview.work.team.dissent.rulings import Rulings
from fzreview.work.team.packages.handed_cases import handed_cases, rests_of


@dataclass(frozen=True, slots=True)
class OpenDispute:
    """A dispute with the state of its figures in the store."""

    dispute: Dispute
    report: StoredReport
    rests: Mapping[str, tuple[str, ...]]
    """Span key → uuids of the journal rows that a ruling on that figure settles."""
    standing: Mapping[str, Decision | None]
    """Span key → this adjudicator's earlier ruling, whether it is in force or not."""


def waiting(store: Path, adjudicator: str, reports: Iterable[str] = ()) -> list[DisputeRef]:
    """The open disputes of the named reports or of all; those about the subject alone come last.

    Raises StoreError for an unknown report.
    """
    require_undamaged(store, rows=False)
    with StoreReader(store) as reader:
        wanted = {reader.find_report(name).sha256 for name in reports}
        handed = {report for report, _ in handed_cases(reader)}
        found = [
            dispute
            for summary in list(reader.summaries())
            if not wanted or summary.sha256 in wanted
            if summary.sha256 in handed or reader.verdicts.is_touched(summary.id)
            for dispute in _disputes(reader, summary, adjudicator)
        ]
    return [one.ref for one in sorted(found, key=lambda one: one.kinds == ("subject",))]


class Adjudicator:
    """One adjudicator's work on a store. Reading is thread-safe; writes go through the writer's queue."""

    def __init__(self, store: Path, name: str, writer: StoreWriter) -> None:
        self._store = store
        self.name = name
        self._writer = writer
        self._rulings = Rulings(name, uuid4().hex)
        self._read = monotonic()
        self._moves: list[tuple[JournalEntry, ...]] = []

    def read(self, ref: DisputeRef) -> OpenDispute | None:
        """The dispute that now covers these figures; None where there is none any more."""
        with StoreReader(self._store) as reader:
            summary = reader.summary(ref.report)
            if summary is None:
                return None
            # Read before the words themselves: what is said in between makes the ruling a Conflict.
            rests = reader.verdicts.uuids_to_settle(summary.id, self.name)
            found = _disputes(reader, summary, self.name)
            dispute = next((one for one in found if set(one.ref.spans) & set(ref.spans)), None)
            if dispute is None:
                return None
            spans = dispute.ref.spans
            standing = {
                span: reader.verdicts.adjudication(summary.id, *span_of(span), self.name) for span in spans
            }
            report = reader.report(summary)
            settles = {span: rests_of(reader, summary.sha256, span) or rests.get(span, ()) for span in spans}
        self._read = monotonic()
        return OpenDispute(dispute, report, settles, standing)

    def record(self, found: OpenDispute, ruling: Ruling) -> Future[None]:
        """Record a ruling on all figures of a dispute in one commit.

        The Future raises Conflict where somebody's word has changed since it was read, or StoreError; then
        nothing was written.
        """
        batch = uuid4().hex if len(ruling.words) > 1 else None
        elapsed = round((monotonic() - self._read) * 1000)
        entries = tuple(
            self._rulings.entry(
                found.report,
                span,
                found.standing[span],
                after,
                found.rests[span],
                circumstances=Circumstances(gap=ruling.gap),
                elapsed_ms=elapsed,
                batch=batch,
            )
            for span, after in ruling.words.items()
        )
        written = self._writer.record_all(entries)
        written.add_done_callback(lambda done: None if done.exception() else self._moves.append(entries))
        return written

    def take_back(self) -> Future[None]:
        """Undo the last ruling of this session. The Future raises as for :meth:`record`."""
        entries = self._moves[-1]
        batch = uuid4().hex if len(entries) > 1 else None
        written = self._writer.record_all([self._rulings.inverse(one, batch) for one in entries])
        written.add_done_callback(lambda done: None if done.exception() else self._moves.remove(entries))
        return written


def _disputes(reader: StoreReader, summary: ReportSummary, adjudicator: str) -> list[Dispute]:
    """Disputes between the store's own reviewers, and those handed out in a package."""
    handed = [case for report, case in handed_cases(reader) if report == summary.sha256]
    # Who is A in one case need not be A in another.
    named = [((f"A{number}", f"B{number}"), case) for number, case in enumerate(handed)]
    return disputes_of(reader.decided_report(summary), adjudicator, named)
