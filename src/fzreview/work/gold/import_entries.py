"""Decisions that come back from a file → entries of the journal."""

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
from fzreview.work.gold.import_decisions import Wish
from fzreview.work.gold.import_reports import HeldReport, plain


class Speech(NamedTuple):
    """Who says something in the file, of what, and when."""

    held: HeldReport
    target: Target
    span_key: str
    reviewer: str
    at: str


class ImportEntries:
    """Makes the entries of one import: of one session, those of a reviewer and report undone as one."""

    def __init__(self) -> None:
        self._session = f"import-{uuid4().hex[:12]}"
        self._batches: dict[str, str] = {}

    def begin_report(self) -> None:
        """What follows is undone by itself."""
        self._batches = {}

    def of_wish(
        self, wished: Wish, held: HeldReport, stored: StoredFigure | None, before: Decision | None
    ) -> Iterator[JournalEntry]:
        """The entries by which a figure comes to hold what was wished; it is added first where it must be."""
        speech = Speech(held, "figure", wished.span_key, wished.reviewer, possible_time(wished.at))
        decision = wished.decision
        if decision.comment is None and before is not None and before.verdict is None:
            decision = replace(decision, comment=before.comment)
        if stored is None and decision.correction is None:
            # Rejected although only a reviewer ever held it: it is added first, by the same one.
            adding = Decision("verified", correction=wished.figure)
            yield self.entry(speech, "added", adding, wished.extractor)
            decision = replace(decision, correction=wished.figure)
            stored = held.figure(wished.span_key)
        action = _action(stored, decision)
        yield self.entry(speech, action, decision, wished.extractor, wished.circumstances, wished.elapsed_ms)

    def entry(
        self,
        speech: Speech,
        action: Action,
        after: Decision,
        extractor: str | None = None,
        circumstances: Circumstances = ORDINARY,
        elapsed_ms: int = 0,
    ) -> JournalEntry:
        """One entry of this import; the report follows it. Without ``extractor`` it is that of the report."""
        held, target, span_key, reviewer, at = speech
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
    """Whether two decisions say the same of a figure."""

    def said(decision: Decision) -> tuple[object, ...]:
        rejected = decision.reason == "not_a_figure"
        figure = None if rejected else plain(decision.correction or stored.figure)
        return decision.verdict, decision.reason, decision.reason_class, decision.comment, figure

    return said(one) == said(other)


def possible_time(at: str | None) -> str:
    """The time that a row tells; now where it tells none at which anybody can have decided."""
    return at if at and is_possible(at, latest()) else now()
