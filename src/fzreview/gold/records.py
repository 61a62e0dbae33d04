"""What people decided about a report → gold records, and what is no gold yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from fzreview.domain.gold import Exclusion, ExclusionReason, GoldDecision, GoldRecord
from fzreview.domain.report import section_path
from fzreview.domain.stored import HeldDecision, StoredFigure, StoredReport
from fzreview.gold.sentences import sentence_span
from fzreview.gold.splits import split_of

ReadSpans = Mapping[str, Sequence[tuple[int, int]]]
"""Reviewer → the source spans that they signed off as read completely."""


def gold_records(
    report: StoredReport, reviewer: str | None = None, read: ReadSpans | None = None
) -> Iterator[GoldRecord | Exclusion]:
    """The gold of one report in order of figures, each reviewer's decision a record of its own.

    With ``reviewer`` only theirs counts: what they left open is undecided, whatever others think.
    """
    read = read or {}
    for stored in report.figures:
        held = [
            one
            for one in stored.held
            if one.decision.verdict is not None and reviewer in (None, one.reviewer)
        ]
        if not held:
            yield Exclusion(report.summary.sha256, None, "undecided")
        for one in sorted(held, key=_by_reviewer):
            reason = _why_not(stored, one)
            if reason is not None:
                yield Exclusion(report.summary.sha256, one.reviewer, reason)
            else:
                yield _record(report, stored, one, read.get(one.reviewer, ()))


def _by_reviewer(held: HeldDecision) -> str:
    return held.reviewer


def _why_not(stored: StoredFigure, held: HeldDecision) -> ExclusionReason | None:
    """Why a decision is no gold; None where it is."""
    decision = held.decision
    if decision.verdict == "unsure":
        return "unsure"
    return "unfixed" if decision.waits_for_fix(stored.origin) else None


def _record(
    report: StoredReport, stored: StoredFigure, held: HeldDecision, read: Sequence[tuple[int, int]]
) -> GoldRecord:
    decision = held.decision
    kind: GoldDecision
    if decision.verdict == "wrong":
        kind = "rejected" if decision.reason == "not_a_figure" else "corrected"
    else:
        kind = "added" if stored.origin == "reviewer" else "verified"
    figure = stored.figure if decision.correction is None else decision.correction
    source = report.reading.source
    begin, end = sentence_span(source, figure.start, figure.end)
    return GoldRecord(
        doc=report.summary.doc,
        sha256=report.summary.sha256,
        figure=replace(figure, section=(), doubts=()),
        decision=kind,
        machine=stored.figure if stored.origin == "machine" else None,
        reason=decision.reason,
        reason_class=decision.reason_class,
        reviewer=held.reviewer,
        decided_at=held.decided_at,
        section=stored.figure.section or section_path(report.reading.outline, figure.start),
        sentence=source[begin:end],
        sentence_start=begin,
        context_complete=any(start <= figure.start and figure.end <= stop for start, stop in read),
        split=split_of(report.summary.sha256),
        guide=report.guide,
        extractor=stored.extractor,
    )
