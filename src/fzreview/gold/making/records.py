"""What people decided about a report → its gold, and what is no gold yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from fzreview.domain.decisions.decided import DecidedReport, FigureVerdict
from fzreview.domain.dissent.contradictions import Span, contradicted
from fzreview.domain.dissent.provenance import Provenance
from fzreview.domain.figures.keys import figure_key
from fzreview.domain.gold.entries import GoldEntries, GoldEntry
from fzreview.domain.gold.records import (
    Exclusion,
    ExclusionReason,
    GoldDecision,
    GoldDocument,
    ReadSection,
    Refusal,
)
from fzreview.domain.gold.reports import gold_report
from fzreview.domain.reports.original import page_of
from fzreview.gold.making.answers import Answers
from fzreview.gold.making.sentence_owners import SentenceOwners
from fzreview.gold.making.silence import empty_sentences, pending_figures
from fzreview.gold.making.terms import ALL_GOLD, Terms
from fzreview.text.sentences.around import Sentences

NOTHING_KNOWN: Final[Mapping[Span, Provenance]] = MappingProxyType({})
"""Of reports whose words are each reviewer's own."""


def gold_document(
    report: DecidedReport,
    terms: Terms = ALL_GOLD,
    split: str | None = None,
    owners: SentenceOwners | None = None,
    answers: Answers | None = None,
    provenance: Mapping[Span, Provenance] = NOTHING_KNOWN,
) -> GoldDocument:
    """The gold of one report, each reviewer's decision a record of its own.

    With ``owners`` a sentence that another split has already is left out; with ``answers``, a decision that
    is the opposite of an earlier one by the same reviewer on the same words. ``provenance`` tells where the
    words of a settled report come from.
    """
    summary = report.summary
    verdicts = terms.verdicts(report)
    read = terms.read(report)
    sentences = Sentences(report.source)
    owned = _Owned(split, owners)
    sifted = _Sifting(report, terms, sentences, owned, _Signed(read), answers, provenance)
    sifted.leave_undecided(len(report.spans) - len({one[:2] for one in verdicts}))
    for one in verdicts:
        sifted.take(one)
    entries = sifted.entries
    reviewers = {one.verdict.reviewer for one in entries} | {one.reviewer for one in read}
    described = report.described
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
            for one in empty_sentences(report, verdicts, read, sentences)
            if owned.claim(one.start, report.source[one.start : one.end])
        ),
        pending=tuple(pending_figures(report, entries, sorted(reviewers))),
        unsettled=tuple(one for one in report.unsettled if terms.reviewer in (None, one.reviewer)),
        excluded=tuple(Exclusion(who, why, count) for (who, why), count in sifted.excluded.items()),
        refused=tuple(sifted.refused),
        report=None if described is None else gold_report(described, report.source, terms.reviewer),
        contradictions=contradicted(verdicts) if terms.disputed else 0,
        publish_date=report.publish_date,
        sign_date=report.sign_date,
    )


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


@dataclass(slots=True)
class _Sifting:
    """Verdicts of one report, taken in order: entries of gold, or counted with why they are none."""

    report: DecidedReport
    terms: Terms
    sentences: Sentences
    owned: _Owned
    signed: _Signed
    answers: Answers | None
    provenance: Mapping[Span, Provenance]
    entries: list[GoldEntry] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    excluded: Counter[tuple[str | None, ExclusionReason]] = field(default_factory=Counter)

    def leave_undecided(self, figures: int) -> None:
        """Count figures on which nobody has a verdict."""
        if figures:
            self.excluded[None, "undecided"] = figures

    def take(self, one: FigureVerdict) -> None:
        origin = self.provenance.get(one[:2])
        reason = self.terms.why_not(self.report, one, origin)
        if reason is not None:
            self.excluded[one.reviewer, reason] += 1
        elif refusal := _refusal(self.report, one):
            self.refused.append(refusal)
        else:
            self._take_whole(one, origin)

    def _take_whole(self, one: FigureVerdict, origin: Provenance | None) -> None:
        """A verdict that is gold by itself: it may still clash with what went out before it."""
        final = one.correction or one
        start, end = final.start, final.end
        begin, stop = self.sentences.around(start, end)
        sentence = self.report.source[begin:stop]
        decision = _decision(one)
        place = (start - begin, end - begin)
        if not self.owned.claim(begin, sentence):
            self.excluded[one.reviewer, "leak"] += 1
        elif self.answers and not self.answers.agree(one.reviewer, sentence, place, decision != "rejected"):
            self.excluded[one.reviewer, "conflict"] += 1
        else:
            complete = self.signed.covers(one.reviewer, start, end)
            page = page_of(self.report.pages, start)
            self.entries.append(
                GoldEntry(one, one.correction, decision, sentence, begin, complete, page, origin)
            )


def _refusal(report: DecidedReport, one: FigureVerdict) -> Refusal | None:
    """None where the spans still cut out of the source what they cut when they were decided on."""
    found = report.source[one.start : one.end]
    surface = one.surface
    correction = one.correction
    if found == surface and correction is not None:
        found = report.source[correction.start : correction.end]
        surface = correction.surface
    if found == surface:
        return None
    key = figure_key(report.summary.sha256, f"{one.start}-{one.end}")
    return Refusal(key, one.reviewer, surface, found)


def _decision(one: FigureVerdict) -> GoldDecision:
    if one.verdict == "wrong":
        return "rejected" if one.reason == "not_a_figure" else "corrected"
    return "added" if one.origin == "reviewer" else "verified"
