"""What an auditor's words say of what was drawn."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile
from math import floor
from typing import Final

from fzreview.domain.decisions.claims import claim_of, same_claim
from fzreview.domain.figures.figure_rows import FigureRow
from fzreview.domain.reports.stored import HeldDecision, StoredFigure, StoredReport
from fzreview.domain.team.audit import Audit, AuditItem, stratum_of
from fzreview.measuring.agreement import FIELDS
from fzreview.measuring.strata import (
    Stratum,
    stratified_anytime,
    stratified_bound,
    stratified_interval,
    weighted_share,
)
from fzreview.measuring.universe import final_of, own_texts, readers_of
from fzreview.scoring.figure_scores import FigureScores, score_figures
from fzreview.scoring.intervals import intervals
from fzreview.scoring.rates import Interval, Rate, anytime, most_wrong

EXISTENCE: Final = "existence"
ASPECTS: Final = (EXISTENCE, *FIELDS)
"""In what a figure can be wrong: that it is one, and its fields."""


@dataclass(frozen=True, slots=True)
class FigureAudit:
    """What an auditor said of the figures that were drawn."""

    audit: Audit
    outcomes: tuple[tuple[str, ...] | None, ...]
    """In the order of the draw: in what each is wrong, none where it is right, None where it is open."""

    @property
    def decided(self) -> int:
        """How many the auditor has decided about; one that is unsure is open."""
        return sum(outcome is not None for outcome in self.outcomes)

    @property
    def complete(self) -> bool:
        return self.decided == len(self.outcomes)

    @property
    def counted(self) -> tuple[tuple[str, ...], ...]:
        """Outcomes up to the first that is open: only what leads the draw is a sample by chance itself."""
        return tuple(outcome for outcome in takewhile(_is_known, self.outcomes) if outcome is not None)

    @property
    def wrong(self) -> Rate:
        """Figures that are wrong in anything, among those counted."""
        return Rate(sum(bool(outcome) for outcome in self.counted), len(self.counted))

    @property
    def by_aspect(self) -> Mapping[str, Rate]:
        """The same for each of ``ASPECTS``."""
        counts = Counter(aspect for outcome in self.counted for aspect in outcome)
        return {aspect: Rate(counts[aspect], len(self.counted)) for aspect in ASPECTS}

    @property
    def strata(self) -> tuple[Stratum, ...]:
        """What was found in each stratum, where strata were drawn apart."""
        return self._strata(bool)

    def _strata(self, is_hit: Callable[[tuple[str, ...]], bool]) -> tuple[Stratum, ...]:
        by = self.audit.by
        if by is None:
            return ()
        drawn = Counter(stratum_of(item, by) for item in self.audit.items)
        hits: defaultdict[str, list[bool]] = defaultdict(list)
        for item, outcome in zip(self.audit.items, self.counted, strict=False):
            hits[stratum_of(item, by)].append(is_hit(outcome))
        return tuple(Stratum(name, size, drawn[name], hits[name]) for name, size in self.audit.sizes.items())

    def most(self, aspect: str) -> float:
        """The upper end of the interval of one of ``ASPECTS``, once complete."""
        if self.audit.by is None:
            return self.by_aspect[aspect].interval[1]
        return stratified_interval(self._strata(lambda outcome: aspect in outcome))[1]

    @property
    def share(self) -> float | None:
        """The estimate of how many of the universe are wrong, strata weighted by their sizes."""
        return self.wrong.share if self.audit.by is None else weighted_share(self.strata)

    @property
    def interval(self) -> Interval:
        """Of ``wrong`` in the universe: exact where complete, else one that holds at any time.

        Over strata it is conservative, see ``strata``.
        """
        if self.audit.by is not None:
            if self.complete:
                return stratified_interval(self.strata)
            return stratified_anytime(self.strata, self.wrong.hits, self.wrong.of)
        return self.wrong.interval if self.complete else anytime(self.wrong.hits, self.wrong.of)

    @property
    def at_most(self) -> float:
        """The rate that is not exceeded with 95 %: one-sided and exact where complete."""
        if not self.complete:
            return self.interval[1]
        return self.wrong.at_most if self.audit.by is None else stratified_bound(self.strata)

    @property
    def most_wrong(self) -> int | None:
        """How many of the universe are wrong at the most (95 %); None while incomplete."""
        if not self.complete:
            return None
        if self.audit.by is not None:
            return floor(self.at_most * self.audit.universe)
        return most_wrong(self.wrong.hits, self.wrong.of, self.audit.universe)


@dataclass(frozen=True, slots=True)
class SectionAudit:
    """What an auditor found in the sections that were drawn, beside what the others hold there."""

    audit: Audit
    read: int
    """How many of them the auditor has read completely."""
    scores: FigureScores
    """The auditor's figures as gold, the others' as prediction, in the sections that were read."""

    @property
    def complete(self) -> bool:
        return self.read == len(self.audit.items)

    @property
    def missed(self) -> Rate:
        """Of the figures that are there, how many the others do not hold."""
        present = self.scores.detect.gold
        return Rate(present - self.scores.detect.hits, present)

    @property
    def interval(self) -> Interval:
        """Of ``missed``: the wider of the exact one and the bootstrap's, which knows that reports differ."""
        low, high = self.missed.interval if self.complete else anytime(self.missed.hits, self.missed.of)
        told = intervals(self.scores) if self.missed.of else None
        if told is None:
            return low, high
        least, most = told.sides[0]["detect.recall"]
        return min(low, 1 - most), max(high, 1 - least)

    @property
    def at_most(self) -> float:
        """The upper end of the interval."""
        return self.interval[1]


def figure_audit(audit: Audit, figures: Mapping[str, StoredFigure]) -> FigureAudit:
    """``figures`` by the keys of the items; one that is gone stays open."""
    return FigureAudit(
        audit, tuple(_outcome(item, figures.get(item.key), audit.auditor) for item in audit.items)
    )


def section_audit(audit: Audit, reports: Mapping[str, StoredReport]) -> SectionAudit:
    """``reports`` by sha256; a section that is not there any more stays unread."""
    read = 0
    found: list[FigureRow] = []
    held: list[FigureRow] = []
    for item in audit.items:
        report = reports.get(item.report)
        text = None if report is None else _own_text(report, item.span)
        if report is None or text is None or audit.auditor not in readers_of(report, *text):
            continue
        read += 1
        start, end = text
        for stored in report.figures:
            if start <= stored.figure.start < end:
                found += _final_rows(item.report, stored, _of(stored, audit.auditor))
                held += _final_rows(item.report, stored, _others(stored, audit.auditor))
    return SectionAudit(audit, read, score_figures(found, held))


def _is_known(outcome: tuple[str, ...] | None) -> bool:
    return outcome is not None


def _outcome(item: AuditItem, stored: StoredFigure | None, auditor: str) -> tuple[str, ...] | None:
    decision = None if stored is None else stored.of(auditor)
    if stored is None or decision is None or item.stands is None:
        return None
    if decision.verdict == "wrong" and decision.reason == "not_a_figure":
        return (EXISTENCE,)
    final = final_of(stored, decision)
    if final is None:
        return None
    if same_claim(claim_of(final), claim_of(item.stands)):
        return ()
    judged = score_figures([FigureRow.of_figure("", final)], [FigureRow.of_figure("", item.stands)]).judged
    if len(judged) > 1:  # moved so far that the spans do not even overlap
        return ("span",)
    return tuple(judged[0].wrong)


def _own_text(report: StoredReport, span: str) -> tuple[int, int] | None:
    return next(
        (
            (section.start, end)
            for section, end in own_texts(report.reading.outline)
            if f"{section.start}-{section.end}" == span
        ),
        None,
    )


def _of(stored: StoredFigure, reviewer: str) -> Iterable[HeldDecision]:
    return (one for one in stored.held if one.reviewer == reviewer)


def _others(stored: StoredFigure, reviewer: str) -> Iterable[HeldDecision]:
    """The last word of anybody else."""
    return [one for one in stored.held if one.reviewer != reviewer and one.decision.verdict is not None][-1:]


def _final_rows(doc: str, stored: StoredFigure, held: Iterable[HeldDecision]) -> Iterator[FigureRow]:
    for one in held:
        final = final_of(stored, one.decision)
        if final is not None:
            yield FigureRow.of_figure(doc, final)
