"""Journal entries for the decisions that an import brings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple
from uuid import uuid4

from fzreview.domain.decisions.circumstances import ORDINARY, Circumstances
from fzreview.domain.decisions.times import is_possible
from fzreview.domain.decisions.verdict import Action, Decision, JournalEntry, Target
from fzreview.domain.figures.figure import GUIDE_VERSION
from fzreview.domain.reports.stored import StoredFigure
from fzreview.work.clock import latest, now
from fzreview.work.gold.import_decisions import IntendedDecision
from fzreview.work.gold.import_reports import HeldReport, plain


class Attribution(NamedTuple):
    """Who decided something about what, and when."""

    held: HeldReport
    target: Target
    span_key: str
    reviewer: str
    at: str


class ImportEntries:
    """Makes the journal entries of one import; a reviewer's entries about one report are one undo batch."""

    def __init__(self) -> None:
        self._session = f"import-{uuid4().hex[:12]}"
        self._batches: dict[str, str] = {}

    def begin_report(self) -> None:
        """Begin new undo batches."""
        self._batches = {}

    def of_decision(
        self,
        intended: IntendedDecision,
        held: HeldReport,
        stored: StoredFigure | None,
        before: Decision | None,
    ) -> Iterator[JournalEntry]:
        """The entries that bring about the intended decision; first the addition of a missing figure."""
        attribution = Attribution(
            held, "figure", intended.span_key, intended.reviewer, possible_time(intended.at)
        )
        decision = intended.decision
        if decision.comment is None and before is not None and before.verdict is None:
            decision = replace(decision, comment=before.comment)
        if stored is None and decision.correction is None:
            # Rejected although only a reviewer ever held it: it is added first, by the same one.
            adding = Decision("verified", correction=intended.figure)
            yield self.entry(attribution, "added", adding, intended.extractor)
            decision = replace(decision, correction=intended.figure)
            stored = held.figure(intended.span_key)
        action = _action(stored, decision)
        yield self.entry(
            attribution, action, decision, intended.extractor, intended.circumstances, intended.elapsed_ms
        )

    def entry(
        self,
        attribution: Attribution,
        action: Action,
        after: Decision,
        extractor: str | None = None,
        circumstances: Circumstances = ORDINARY,
        elapsed_ms: int = 0,
    ) -> JournalEntry:
        """One entry of this import, which ``attribution.held`` follows; the extractor may be given."""
        held, target, span_key, reviewer, at = attribution
        entry = JournalEntry(
            uuid=uuid4().hex,
            at=at,
            reviewer=reviewer,
            session=self._session,
            action=action,
            report=held.sha256,
            figure=span_key,
            before=held.held(target, span_key, reviewer),
            after=after,
            elapsed_ms=elapsed_ms,
            extractor=extractor or held.report.extractor,
            guide=GUIDE_VERSION,
            target=target,
            note=replace(circumstances, imported=True).note,
            batch=self._batches.setdefault(reviewer, uuid4().hex),
        )
        held.follow(entry)
        return entry


def unsettled_action(target: Target, decision: Decision) -> Action:
    if target == "candidate":
        return "ruled_out"
    if decision.verdict is None:
        return "commented"
    return "unsure" if decision.verdict == "unsure" else "wrong"


def _action(stored: StoredFigure | None, decision: Decision) -> Action:
    if stored is None:
        return "added"
    if decision.reason == "not_a_figure":
        return "not_a_figure"
    return "corrected" if decision.verdict == "wrong" else "verified"


def same_decision(stored: StoredFigure, one: Decision, other: Decision) -> bool:
    """Whether two decisions claim the same of a figure, see ``claims``."""

    def said(decision: Decision) -> tuple[object, ...]:
        rejected = decision.reason == "not_a_figure"
        figure = None if rejected else plain(decision.correction or stored.figure)
        return decision.verdict, decision.reason, decision.reason_class, decision.comment, figure

    return said(one) == said(other)


def possible_time(at: str | None) -> str:
    """A row's time; now where it has none or an impossible one."""
    return at if at and is_possible(at, latest()) else now()
