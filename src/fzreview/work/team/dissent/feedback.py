"""Feedback to a reviewer: the decisions that went against them, and contesting a ruling."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from uuid import uuid4

from fzreview.domain.decisions.verdict import JournalEntry
from fzreview.domain.figures.keys import figure_key, parse_figure_key
from fzreview.errors import StoreError, UsageError
from fzreview.store.reader import StoreReader
from fzreview.store.writer import StoreWriter
from fzreview.work.clock import now
from fzreview.work.keeping.safekeeping import require_undamaged
from fzreview.work.team.dissent.adverse_decisions import is_overruled
from fzreview.work.team.dissent.overruling import is_contested


@dataclass(frozen=True, slots=True)
class FeedbackItem:
    """One decision that went against the owner of a package of feedback."""

    report: str
    """sha256."""
    doc: str
    span: str
    text: str
    """The figure's text in the source."""
    said: dict[str, Any]
    """``why`` is ``adjudicated``, with ``held``, ``ruled`` and ``figure``, or ``seeded``, with ``kind``,
    ``shown`` and ``true``."""
    contested: str | None
    """The reason for which the owner contests it, may be empty; None where they do not."""

    @property
    def key(self) -> str:
        return figure_key(self.report, self.span)

    def row(self) -> dict[str, Any]:
        """The row of ``feedback --json``."""
        return {
            "key": self.key,
            "report": self.report,
            "doc": self.doc,
            "text": self.text,
            **self.said,
            "contested": self.contested,
        }


def feedback(store: Path) -> list[FeedbackItem]:
    """What a package of feedback contains, in order of report and place; empty for any other store."""
    require_undamaged(store, rows=False)
    with StoreReader(store) as reader:
        told = []
        for report, span, said in reader.team.feedback():
            summary = reader.summary(report)
            start, end = map(int, span.split("-"))
            text = "" if summary is None else reader.source(summary.id)[start:end]
            own = [one for one in reader.journal.history(report, span) if one.reviewer == reader.team.owner()]
            contest = own[-1] if is_contested(own) else None
            because = None if contest is None else (contest.after and contest.after.comment) or ""
            doc = report[:12] if summary is None else summary.doc
            told.append(FeedbackItem(report, doc, span, text, said, because))
    return told


def contest(store: Path, reviewer: str, key: str, because: str) -> bool:
    """Contest a ruling against the reviewer, so that the case is open again once it is merged.

    False where the reviewer contests it already for this reason; another reason takes its place.
    Raises UsageError for an unreadable key or without a reason, StoreError where nothing of the figure was
    ruled against the reviewer.
    """
    parsed = parse_figure_key(key)
    if parsed is None:
        raise UsageError("bad_key", key=key)
    if not because.strip():
        raise UsageError("contest_reason")
    require_undamaged(store, rows=False)
    with StoreReader(store) as reader:
        summary = reader.find_report_by_sha256(parsed.report)
        report = reader.report(summary)
        stored = next((one for one in report.figures if one.span_key == parsed.span), None)
        own = [one for one in reader.journal.history(summary.sha256, parsed.span) if one.reviewer == reviewer]
        ruled = {(of, span) for of, span, said in reader.team.feedback() if said["why"] == "adjudicated"}
    held = stored.of(reviewer) if stored is not None else None
    if stored is None or held is None or held.verdict is None:
        raise StoreError("contest_nothing", figure=key)
    contested = is_contested(own)
    if contested and held.comment == because.strip():
        return False
    is_ruled = is_overruled(stored, reviewer) or (summary.sha256, stored.span_key) in ruled
    if not is_ruled and not contested:
        raise StoreError("contest_nothing", figure=key)
    entry = JournalEntry(
        uuid=uuid4().hex,
        at=now(),
        reviewer=reviewer,
        session=uuid4().hex,
        action="commented" if contested else "contested",
        report=summary.sha256,
        figure=stored.span_key,
        before=held,
        after=replace(held, comment=because.strip()),
        elapsed_ms=0,
        extractor=report.extractor,
        guide=report.guide,
    )
    with closing(StoreWriter(store)) as writer:
        writer.record(entry).result()
    return True
