"""What people decided about a report → its gold, and what is no gold yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from fzreview.domain.figure import Figure
from fzreview.domain.gold import (
    EmptySentence,
    Exclusion,
    ExclusionReason,
    GoldDecision,
    GoldDocument,
    GoldRecord,
    PendingFigure,
    ReadSection,
    Refusal,
)
from fzreview.domain.keys import figure_key
from fzreview.domain.report import section_path
from fzreview.domain.stored import HeldDecision, StoredFigure, StoredReport
from fzreview.gold.sentence_owners import SentenceOwners
from fzreview.gold.sentences import sentence_span, sentences_between


def gold_document(
    report: StoredReport,
    reviewer: str | None = None,
    split: str | None = None,
    owners: SentenceOwners | None = None,
) -> GoldDocument:
    """The gold of one report, each reviewer's decision a record of its own.

    With ``reviewer`` only theirs counts: what they left open is undecided, whatever others think. With
    ``owners`` a sentence that another split has already is left out.
    """
    read = tuple(_read_sections(report, reviewer))
    records: list[GoldRecord] = []
    refused: list[Refusal] = []
    excluded: Counter[tuple[str | None, ExclusionReason]] = Counter()
    for stored in report.figures:
        held = [
            one
            for one in stored.held
            if one.decision.verdict is not None and reviewer in (None, one.reviewer)
        ]
        if not held:
            excluded[None, "undecided"] += 1
        for one in sorted(held, key=_by_reviewer):
            figure = stored.figure if one.decision.correction is None else one.decision.correction
            reason = _why_not(stored, one)
            if reason is not None:
                excluded[one.reviewer, reason] += 1
            elif refusal := _refusal(report, stored, one, figure):
                refused.append(refusal)
            else:
                record = _record(report, stored, one, figure, read, split)
                if owners is None or split is None or owners.claim(record.sentence, split):
                    records.append(record)
                else:
                    excluded[one.reviewer, "leak"] += 1
    reviewers = {one.reviewer for one in records} | {one.reviewer for one in read}
    empty = _empty_sentences(report, read)
    if owners is not None and split is not None:
        source = report.reading.source
        empty = (one for one in empty if owners.claim(source[one.start : one.end], split))
    metadata = report.reading.metadata
    return GoldDocument(
        doc=report.summary.doc,
        sha256=report.summary.sha256,
        text=report.reading.source,
        title=metadata.title,
        year=metadata.year,
        region=metadata.region,
        issuer=metadata.issuer,
        url=report.url,
        split=split,
        guide=report.guide,
        extractor=report.extractor,
        records=tuple(records),
        read=read,
        empty=tuple(empty),
        pending=tuple(_pending(report, records, sorted(reviewers))),
        excluded=tuple(Exclusion(who, why, count) for (who, why), count in excluded.items()),
        refused=tuple(refused),
    )


def _by_reviewer(held: HeldDecision) -> str:
    return held.reviewer


def _read_sections(report: StoredReport, reviewer: str | None) -> Iterator[ReadSection]:
    for section in report.reading.outline:
        for held in report.signed.get(f"{section.start}-{section.end}", ()):
            if reviewer in (None, held.reviewer):
                yield ReadSection(
                    section.start,
                    section.end,
                    section.until,
                    section.level,
                    section.label,
                    held.reviewer,
                    held.decided_at,
                )


def _refusal(
    report: StoredReport, stored: StoredFigure, held: HeldDecision, figure: Figure
) -> Refusal | None:
    """None where the spans still cut out of the source what they cut when they were decided on."""
    for one in (figure, stored.figure):
        found = report.reading.source[one.start : one.end]
        if found != one.surface:
            key = figure_key(report.summary.sha256, stored.span_key)
            return Refusal(key, held.reviewer, one.surface, found)
    return None


def _why_not(stored: StoredFigure, held: HeldDecision) -> ExclusionReason | None:
    """Why a decision is no gold; None where it is."""
    decision = held.decision
    if decision.verdict == "unsure":
        return "unsure"
    return "unfixed" if decision.waits_for_fix(stored.origin) else None


def _record(
    report: StoredReport,
    stored: StoredFigure,
    held: HeldDecision,
    figure: Figure,
    read: Sequence[ReadSection],
    split: str | None,
) -> GoldRecord:
    decision = held.decision
    kind: GoldDecision
    if decision.verdict == "wrong":
        kind = "rejected" if decision.reason == "not_a_figure" else "corrected"
    else:
        kind = "added" if stored.origin == "reviewer" else "verified"
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
        context_complete=any(
            one.reviewer == held.reviewer and one.start <= figure.start and figure.end <= one.until
            for one in read
        ),
        split=split,
        guide=report.guide,
        extractor=stored.extractor,
        comment=decision.comment,
    )


def _empty_sentences(report: StoredReport, read: Sequence[ReadSection]) -> Iterator[EmptySentence]:
    """Sentences of sections read completely in which no figure stands, each once for each reviewer."""
    source = report.reading.source
    for reviewer in sorted({section.reviewer for section in read}):
        taken = sorted(_spans(report, reviewer))
        at = seen = 0
        for section in (one for one in read if one.reviewer == reviewer):
            for start, end in sentences_between(source, max(seen, section.start), section.until):
                while at < len(taken) and taken[at][1] <= start:
                    at += 1
                if at == len(taken) or end <= taken[at][0]:
                    yield EmptySentence(start, end, reviewer)
            seen = max(seen, section.until)


def _spans(report: StoredReport, reviewer: str) -> Iterator[tuple[int, int]]:
    """Where figures stand: as extracted or added by anybody, and as this reviewer corrected them."""
    for stored in report.figures:
        decision = stored.of(reviewer)
        for one in (stored.figure, decision.correction if decision else None):
            if one is not None:
                yield one.start, one.end


def _pending(
    report: StoredReport, records: Sequence[GoldRecord], reviewers: Sequence[str]
) -> Iterator[PendingFigure]:
    settled = {
        (record.reviewer, one.start, one.end)
        for record in records
        for one in (record.figure, record.machine)
        if one is not None
    }
    for reviewer in reviewers:
        for stored in report.figures:
            start, end = stored.figure.start, stored.figure.end
            if (reviewer, start, end) not in settled:
                yield PendingFigure(start, end, reviewer)
