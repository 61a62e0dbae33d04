"""A reviewer who decides a whole store by a rule, many reports a commit."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import uuid4

from fzreview.domain.decisions.circumstances import Circumstances
from fzreview.domain.decisions.verdict import Action, Decision, JournalEntry, Target, reason_of_correction
from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.report import Section
from fzreview.domain.reports.stored import StoredFigure, StoredReport
from fzreview.store.reader import StoreReader
from fzreview.store.writer import StoreWriter

VERIFIED = Decision("verified")
UNSURE = Decision("unsure")
NO_FIGURE = Decision("wrong", "not_a_figure")

MOST = 2_000
"""Entries of a commit."""

Rule = Callable[[StoredReport, StoredFigure], Decision | None]
"""What the reviewer decides about a figure; None leaves it undecided."""


def corrected(figure: Figure, **fields: Any) -> Decision:
    """That these fields should be others."""
    fixed = replace(figure, section=(), doubts=(), **fields)
    return Decision("wrong", reason_of_correction(figure, fixed), correction=fixed)


def decide(
    store: Path,
    reviewer: str,
    rule: Rule = lambda report, figure: VERIFIED,
    *,
    added: Callable[[StoredReport], Iterable[Figure]] = lambda report: (),
    read: Callable[[StoredReport], Iterable[Section]] = lambda report: (),
    circumstances: Circumstances | None = None,
    elapsed_ms: int = 4_000,
    at: str = "2026-03-02T09:00:00.000Z",
) -> None:
    """Decide by the rule about what the reviewer has not decided, then add figures and sign sections off.

    What is hidden counts as keyed.
    """
    writer = StoreWriter(store)
    note = None if circumstances is None else circumstances.note

    def entry(
        report: StoredReport, span: str, action: Action, after: Decision, target: Target = "figure"
    ) -> JournalEntry:
        return JournalEntry(
            uuid=uuid4().hex,
            at=at,
            reviewer=reviewer,
            session="scripted",
            action=action,
            report=report.summary.sha256,
            figure=span,
            before=None,
            after=after,
            elapsed_ms=elapsed_ms,
            extractor=report.extractor,
            guide=report.guide,
            target=target,
            note=note,
        )

    with StoreReader(store) as reader:
        reports = [reader.report(summary) for summary in reader.summaries()]
    entries: list[JournalEntry] = []
    for report in reports:
        for figure in report.figures:
            decision = None if figure.of(reviewer) is not None else rule(report, figure)
            if decision is not None:
                made = entry(report, figure.span_key, _action(decision), decision)
                entries.append(replace(made, note="keyed") if figure.hidden else made)
        for new in added(report):
            held = Decision("verified", correction=replace(new, section=(), doubts=()))
            entries.append(entry(report, new.span_key, "added", held))
        for section in read(report):
            span = f"{section.start}-{section.end}"
            entries.append(entry(report, span, "signed_off", VERIFIED, "section"))
    for begin in range(0, len(entries), MOST):
        writer.record_all(entries[begin : begin + MOST]).result()
    writer.close()


def whole(report: StoredReport) -> list[Section]:
    """Every section of the report."""
    return list(report.reading.outline)


def _action(decision: Decision) -> Action:
    if decision.correction is not None:
        return "corrected"
    if decision.reason == "not_a_figure":
        return "not_a_figure"
    assert decision.verdict is not None
    return decision.verdict
