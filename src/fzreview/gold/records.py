"""What people decided about a report → its gold, and what is no gold yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from fzreview.domain.contradictions import Span, contradicted
from fzreview.domain.decided import DecidedReport, FigureVerdict
from fzreview.domain.figure import Figure
from fzreview.domain.gold import (
    EmptySentence,
    Exclusion,
    ExclusionReason,
    GoldDecision,
    GoldDocument,
    GoldStatus,
    PendingFigure,
    ReadSection,
    Refusal,
)
from fzreview.domain.gold_entries import GoldEntries, GoldEntry
from fzreview.domain.gold_reports import gold_report
from fzreview.domain.keys import figure_key
from fzreview.domain.original import page_of
from fzreview.domain.provenance import Provenance
from fzreview.gold.answers import Answers
from fzreview.gold.sentence_owners import SentenceOwners
from fzreview.text.sentences.around import Sentences

NOTHING_KNOWN: Final[Mapping[Span, Provenance]] = MappingProxyType({})
"""Of reports whose words are each reviewer's own."""


def gold_document(
    report: DecidedReport,
    reviewer: str | None = None,
    split: str | None = None,
    owners: SentenceOwners | None = None,
    answers: Answers | None = None,
    *,
    hasty: bool = True,
    disputed: bool = False,
    provenance: Mapping[Span, Provenance] = NOTHING_KNOWN,
    single: bool = True,
    status: GoldStatus | None = None,
) -> GoldDocument:
    """The gold of one report, each reviewer's decision a record of its own.

    With ``reviewer`` only theirs counts: what they left open is undecided, whatever others think. With
    ``owners`` a sentence that another split has already is left out; with ``answers``, a decision that is the
    opposite of an earlier one by the same reviewer on the same words. Without ``hasty`` ones, what was
    decided faster than anybody reads is no gold either. Figures on which the last words of several people
    differ are none until somebody settles them, but for one ``reviewer`` and where ``disputed`` asks for
    them. ``provenance`` tells where the words of a settled report come from; without ``single`` ones, what
    only one person decided is no gold. With ``status`` only verdicts with that one are.
    """
    summary = report.summary
    verdicts: Sequence[FigureVerdict] = report.verdicts
    read = report.read
    if report.rulings and not (disputed or reviewer):
        verdicts = _settled(report)
    if reviewer is not None:
        verdicts = [one for one in verdicts if one.reviewer == reviewer]
        read = tuple(section for section in read if section.reviewer == reviewer)
    sentences = Sentences(report.source)
    owned = _Owned(split, owners)
    signed = _Signed(read)
    entries: list[GoldEntry] = []
    refused: list[Refusal] = []
    excluded: Counter[tuple[str | None, ExclusionReason]] = Counter()
    undecided = len(report.spans) - len({one[:2] for one in verdicts})
    if undecided:
        excluded[None, "undecided"] = undecided
    for one in verdicts:
        correction = one.correction
        figure = correction or one
        reason = _why_not(one)
        if reason is None and not (disputed or reviewer) and one[:2] in report.disputed:
            reason = "disputed"
        origin = provenance.get(one[:2])
        if reason is None and not single and origin is not None and origin.source == "single":
            reason = "single"
        if reason is None and not hasty and one.circumstances.hasty:
            reason = "hasty"
        if reason is None and status not in (None, one.verdict):
            reason = "status"
        if reason is not None:
            excluded[one.reviewer, reason] += 1
        elif refusal := _refusal(report, one, correction):
            refused.append(refusal)
        else:
            start, end = figure.start, figure.end
            begin, stop = sentences.around(start, end)
            sentence = report.source[begin:stop]
            decision = _decision(one)
            place = (start - begin, end - begin)
            if not owned.claim(begin, sentence):
                excluded[one.reviewer, "leak"] += 1
            elif answers and not answers.agree(one.reviewer, sentence, place, decision != "rejected"):
                excluded[one.reviewer, "conflict"] += 1
            else:
                complete = bool(read) and signed.covers(one.reviewer, start, end)
                page = page_of(report.pages, start)
                entries.append(GoldEntry(one, correction, decision, sentence, begin, complete, page, origin))
    reviewers = {one.verdict.reviewer for one in entries} | {one.reviewer for one in read}
    return GoldDocument(
        doc=summary.doc,
        sha256=summary.sha256,
        text=report.source,
        title=summary.title,
        year=summary.year,
        region=summary.region,
        issuer=summary.issuer,
        url=report.url,
        split=split,
        guide=report.guide,
        extractor=report.extractor,
        records=GoldEntries(entries, summary.doc, summary.sha256, split, report.guide) if entries else (),
        read=read,
        empty=tuple(
            one
            for one in _empty_sentences(report, verdicts, read, sentences)
            if owned.claim(one.start, report.source[one.start : one.end])
        ),
        pending=tuple(_pending(report, entries, sorted(reviewers))),
        unsettled=tuple(one for one in report.unsettled if reviewer in (None, one.reviewer)),
        excluded=tuple(Exclusion(who, why, count) for (who, why), count in excluded.items()),
        refused=tuple(refused),
        report=None if report.described is None else gold_report(report.described, report.source, reviewer),
        contradictions=contradicted(verdicts) if disputed else 0,
        publish_date=report.publish_date,
        sign_date=report.sign_date,
    )


def _settled(report: DecidedReport) -> list[FigureVerdict]:
    """The verdicts with one ruling in the place of the words that it settles."""
    others = [one for one in report.verdicts if one[:2] not in report.rulings]
    return sorted((*others, *report.rulings.values()), key=lambda one: (*one[:2], one.reviewer))


class _Owned:
    """Which sentences of one report its split may have; those behind one another are asked for once."""

    def __init__(self, split: str | None, owners: SentenceOwners | None) -> None:
        self._split, self._owners = split, owners
        self._last: tuple[int, int] | None = None
        self._answer = True

    def claim(self, start: int, sentence: str) -> bool:
        place = (start, len(sentence))
        if place != self._last and self._owners is not None and self._split is not None:
            self._last, self._answer = place, self._owners.claim(sentence, self._split)
        return self._answer


class _Signed:
    """Which spans stand in a section that a reviewer read completely."""

    def __init__(self, read: Sequence[ReadSection]) -> None:
        self._spans: dict[str, list[tuple[int, int]]] = {}
        for one in read:
            self._spans.setdefault(one.reviewer, []).append((one.start, one.until))

    def covers(self, reviewer: str, start: int, end: int) -> bool:
        spans = self._spans.get(reviewer)
        return spans is not None and any(first <= start and end <= until for first, until in spans)


def _refusal(report: DecidedReport, one: FigureVerdict, correction: Figure | None) -> Refusal | None:
    """None where the spans still cut out of the source what they cut when they were decided on."""
    found = report.source[one.start : one.end]
    surface = one.surface
    if found == surface and correction is not None:
        found = report.source[correction.start : correction.end]
        surface = correction.surface
    if found == surface:
        return None
    key = figure_key(report.summary.sha256, f"{one.start}-{one.end}")
    return Refusal(key, one.reviewer, surface, found)


def _why_not(one: FigureVerdict) -> ExclusionReason | None:
    """Why a verdict is no gold; None where it is."""
    if one.verdict == "verified":
        return None
    if one.verdict == "unsure":
        return "unsure"
    # An added figure holds itself as its correction: wrong, it still waits for its fix.
    fixed = one.correction is not None and one.origin == "machine"
    return None if fixed or one.reason == "not_a_figure" else "unfixed"


def _decision(one: FigureVerdict) -> GoldDecision:
    if one.verdict == "wrong":
        return "rejected" if one.reason == "not_a_figure" else "corrected"
    return "added" if one.origin == "reviewer" else "verified"


def _empty_sentences(
    report: DecidedReport,
    verdicts: Sequence[FigureVerdict],
    read: Sequence[ReadSection],
    sentences: Sentences,
) -> Iterator[EmptySentence]:
    """Sentences of sections read completely in which no figure stands, each once for each reviewer.

    A figure stands where it was extracted or added by anybody, and where this reviewer corrected it to.
    """
    for reviewer in sorted({section.reviewer for section in read}):
        corrected = [
            (correction.start, correction.end)
            for one in verdicts
            if one.reviewer == reviewer and (correction := one.correction) is not None
        ]
        taken = sorted({*report.spans, *corrected})
        at = seen = 0
        for section in (one for one in read if one.reviewer == reviewer):
            for start, end in sentences.between(max(seen, section.start), section.until):
                while at < len(taken) and taken[at][1] <= start:
                    at += 1
                if at == len(taken) or end <= taken[at][0]:
                    yield EmptySentence(start, end, reviewer)
            seen = max(seen, section.until)


def _pending(
    report: DecidedReport, entries: Sequence[GoldEntry], reviewers: Sequence[str]
) -> Iterator[PendingFigure]:
    machine = {(one.start, one.end): one for one in report.undecided}
    machine |= {one[:2]: one.figure for one in report.verdicts if one.origin == "machine"}
    for reviewer in reviewers:
        own = [entry for entry in entries if entry.verdict.reviewer == reviewer]
        settled = {entry.verdict[:2] for entry in own}
        settled.update((fixed.start, fixed.end) for entry in own if (fixed := entry.correction) is not None)
        for span in report.spans:
            if span not in settled:
                yield PendingFigure(*span, reviewer, machine.get(span))
