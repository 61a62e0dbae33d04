"""What is known of a body of gold, on one page: how much was looked at twice, and what that bounds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, TypeVar, get_args

from fzreview.domain.decisions.claims import at_one, claim_of_decision
from fzreview.domain.decisions.verdict import Decision
from fzreview.domain.reports.stored import StoredFigure, StoredReport
from fzreview.domain.team.audit import Audit, AuditItem, digest_of
from fzreview.measuring.audits import FigureAudit, SectionAudit
from fzreview.measuring.universe import own_texts, readers_of, standing
from fzreview.scoring.rates import Rate, sample_size

Quantity = Literal["wrong", "missed"]
QUANTITIES: Final[tuple[Quantity, ...]] = get_args(Quantity)
"""What can be bounded: figures of gold that are wrong in any field, figures that gold has not."""

BOUNDS: Final = (0.05, 0.02, 0.01)
"""Bounds of which a certificate says what they would take."""

NOTHING_SEEDED: Final = Rate(0, 0)

Told = TypeVar("Told", FigureAudit, SectionAudit)


@dataclass
class Survey:
    """What is in the reports, counted one by one."""

    reports: list[str] = field(default_factory=list)
    """sha256."""
    gold: list[AuditItem] = field(default_factory=list)
    """The figures of gold as they stand."""
    doubled: int = 0
    """Of those, figures that two or more decided about."""
    judged_twice: int = 0
    """Figures, of gold or not, that two or more decided about."""
    agreed: int = 0
    """Of those, figures on which all say the same."""
    undecided: int = 0
    open: int = 0
    """Unsure, or wrong and not fixed yet."""
    rejected: int = 0
    disputed: int = 0
    """Reviewers differ and nobody has settled it: in no gold."""
    adjudicated: int = 0
    text: int = 0
    """Characters under headings."""
    read: int = 0
    """Of those, characters that somebody read completely."""
    read_twice: int = 0

    def add(self, report: StoredReport) -> None:
        """Count one report."""
        self.reports.append(report.summary.sha256)
        for stored in report.figures:
            self._count(report.summary.sha256, stored)
        for section, end in own_texts(report.reading.outline):
            readers = len(readers_of(report, section.start, end))
            length = max(0, end - section.start)
            self.text += length
            self.read += length * (readers > 0)
            self.read_twice += length * (readers > 1)

    def _count(self, sha256: str, stored: StoredFigure) -> None:
        held = [one.decision for one in stored.held if one.decision.verdict is not None]
        latest = stored.latest
        if latest is None or latest.decision.verdict is None:
            self.undecided += stored.vanished is None
            return
        figure = standing(stored, "verified")
        if figure is not None:
            self.gold.append(AuditItem(sha256, stored.span_key, figure))
            self.doubled += len(held) > 1
        elif stored.disputed:
            self.disputed += 1
        elif latest.decision.reason == "not_a_figure":
            self.rejected += 1
        else:
            self.open += 1
        self.adjudicated += stored.ruling is not None
        if len(held) > 1:
            self.judged_twice += 1
            self.agreed += not stored.disputed and (stored.ruling is None or _is_one_claim(stored, held))


def _is_one_claim(stored: StoredFigure, held: Iterable[Decision]) -> bool:
    """Whether those who decided are at one, whatever was settled."""
    return at_one(claim_of_decision(one, stored.figure, stored.origin) for one in held)


@dataclass(frozen=True, slots=True)
class Bound:
    """An audit's word on one of ``QUANTITIES``, for the reports of the certificate."""

    audit: Audit
    rate: Rate
    at_most: float
    """Not exceeded with 95 %."""
    complete: bool
    """Whether the bound is exact; else it is one for any time."""

    def more_for(self, bound: float) -> int:
        """How many more must be looked at and be right, to bring the exact bound down to ``bound``."""
        return max(0, sample_size(bound, self.rate.hits) - self.rate.of)


@dataclass(frozen=True, slots=True)
class Requirement:
    """A bound that is asked for."""

    quantity: Quantity
    wanted: float
    reached: float | None
    """None where no audit says anything of it."""
    more: int
    """How many more must be looked at and be right."""

    @property
    def met(self) -> bool:
        return self.reached is not None and self.reached <= self.wanted


@dataclass(frozen=True, slots=True)
class Certificate:
    """What is known, what bounds it, and what was not looked at."""

    survey: Survey
    bounds: Mapping[Quantity, Bound]
    """A quantity of which no audit says anything is missing."""
    caught: Rate = NOTHING_SEEDED
    """Of errors seeded into packages of this store and answered, those that were caught."""
    beyond: tuple[Audit, ...] = ()
    """Audits by strata of more reports than these, of which they therefore say nothing."""

    @property
    def doubled(self) -> Rate:
        """Share of gold that two or more decided about."""
        return Rate(self.survey.doubled, len(self.survey.gold))

    @property
    def agreed(self) -> Rate:
        """Share of what two or more decided about on which they are at one."""
        return Rate(self.survey.agreed, self.survey.judged_twice)

    @property
    def digests(self) -> Mapping[str, str]:
        """Of the gold, of the reports it stands in, and of the universes of the audits."""
        reports = [AuditItem(sha256, "", None) for sha256 in self.survey.reports]
        told = {"gold": digest_of(self.survey.gold), "reports": digest_of(reports)}
        return told | {f"audit of {name}": bound.audit.digest for name, bound in self.bounds.items()}

    def more(self, quantity: Quantity) -> dict[float, int]:
        """Each of ``BOUNDS`` → how many more must be looked at and be right to bring it; 0 where it holds."""
        told = {bound: self.requirement(quantity, bound) for bound in BOUNDS}
        return {bound: 0 if one.met else one.more for bound, one in told.items()}

    def requirement(self, quantity: Quantity, wanted: float) -> Requirement:
        """How far a wanted bound is off."""
        bound = self.bounds.get(quantity)
        if bound is None:
            return Requirement(quantity, wanted, None, sample_size(wanted))
        return Requirement(quantity, wanted, bound.at_most, bound.more_for(wanted))


def certificate_of(
    survey: Survey,
    audits: Iterable[FigureAudit | SectionAudit],
    caught: Rate = NOTHING_SEEDED,
    beyond: Iterable[Audit] = (),
) -> Certificate:
    """Put it together from the audits on record, the oldest first, each cut down to the survey's reports.

    The latest complete audit of gold tells what is wrong, else the latest that was begun, and likewise one of
    sections what was missed. Never the best of several: choosing it would undo its confidence.
    """
    told = [one for one in audits if one.audit.items]
    figures = _speaking([one for one in told if isinstance(one, FigureAudit) and one.audit.of == "verified"])
    sections = _speaking([one for one in told if isinstance(one, SectionAudit)])
    bounds: dict[Quantity, Bound] = {}
    if figures is not None:
        bounds["wrong"] = Bound(figures.audit, figures.wrong, figures.at_most, figures.complete)
    if sections is not None:
        bounds["missed"] = Bound(sections.audit, sections.missed, sections.at_most, sections.complete)
    return Certificate(
        survey, {name: bound for name, bound in bounds.items() if bound.rate.of}, caught, tuple(beyond)
    )


def _speaking(audits: Sequence[Told]) -> Told | None:
    speaking = [one for one in audits if one.complete] or audits
    return speaking[-1] if speaking else None
