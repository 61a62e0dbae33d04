"""Reports as they come out of a store: with progress, and with what people decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from fzreview.domain.decisions.claims import at_one, claim_of_decision
from fzreview.domain.decisions.verdict import Decision, Origin, Status, Target, status_of
from fzreview.domain.dissent.overruled import Against
from fzreview.domain.extracting.layers import LayerReport
from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.corpus import Aside
from fzreview.domain.reports.original import Original, PageSpan
from fzreview.domain.reports.report import Reading
from fzreview.errors import FzError


@dataclass(frozen=True, slots=True)
class NewReport:
    """A report that was read and can be stored."""

    sha256: str
    doc: str
    """Name of the file, archive member or crawl line it came from."""
    encoding: str
    url: str | None
    reading: Reading
    extractor: str
    guide: str
    original: Original | None = None
    """What its text was made of; None for text."""
    refused: tuple[FzError, ...] = ()
    """Figures of a foreign extractor that cannot be; the others are in the reading."""
    carried: frozenset[str] = frozenset()
    """Span keys of figures of the reading that the extractor did not find: they stay from the one before,
    because rows of it were refused."""
    unread_pages: tuple[int, ...] = ()
    """Numbers, from 1, of printed pages that show something and hold no text."""


@dataclass(frozen=True, slots=True)
class ReportSummary:
    """One line of the library."""

    id: int
    sha256: str
    doc: str
    title: str | None
    year: int | None
    region: str | None
    issuer: str | None
    figures: int
    verified: int
    wrong: int
    unsure: int
    aside: Aside | None = None
    """Why it is in no queue, no statistics and no gold; None for what is."""
    tags: str = ""
    """In order, blanks between."""

    @property
    def undecided(self) -> int:
        return self.figures - self.verified - self.wrong - self.unsure

    @property
    def decided(self) -> int:
        return self.figures - self.undecided


@dataclass(frozen=True, slots=True)
class HeldDecision:
    """A decision with who holds it and since when."""

    reviewer: str
    decided_at: str
    decision: Decision


@dataclass(frozen=True, slots=True)
class FormerDecision:
    """A decision that ceased to hold because another extractor read the figure otherwise."""

    reviewer: str
    until: str
    """When it ceased, ISO 8601 in UTC."""
    decision: Decision
    figure: Figure
    """As it was extracted when the decision held."""
    extractor: str


@dataclass(frozen=True, slots=True)
class StoredFigure:
    """A figure with every reviewer's decision, the latest last."""

    figure: Figure
    origin: Origin
    extractor: str
    """The last that found it; of an added figure, the one in force then."""
    held: tuple[HeldDecision, ...] = ()
    vanished: str | None = None
    """The extractor that no longer finds it: it is kept for what people hold of it."""
    beneath: StoredFigure | None = None
    """Of an added figure: what the extractor finds at the same span."""
    former: tuple[FormerDecision, ...] = ()
    """What reviewers held of it before its fields changed; one each, the latest last."""
    ruling: HeldDecision | None = None
    """The adjudication in force; None where there is none, or a word that it rests on has changed."""
    torn: frozenset[str] = frozenset()
    """Reviewers who said different things on different machines."""
    hidden: bool = False
    """Whether its value, upper value and unit are kept from the reviewer, who is to key them."""
    crossed: bool = False
    """Whether somebody's word about another figure speaks against it, such as an overlapping addition, or the
    silence of whoever read its section."""
    replaced: bool = False
    """Whether those whose words about it differ are at one by what they say of another figure: one rejects it
    and adds the corrected figure in its place."""
    against: Against | None = None
    """What went against the reviewer for whom its report was opened."""
    contested_ruling: HeldDecision | None = None
    """The adjudication that was in force until the reviewer put it in question in this session."""

    @property
    def span_key(self) -> str:
        return self.figure.span_key

    @property
    def latest(self) -> HeldDecision | None:
        """The decision that gives the status: an adjudication, the last with a verdict, the last comment."""
        if self.ruling is not None:
            return self.ruling
        for held in reversed(self.held):
            if held.decision.verdict is not None:
                return held
        return self.held[-1] if self.held else None

    @property
    def status(self) -> Status:
        latest = self.latest
        return status_of(latest.decision if latest else None)

    @property
    def disputed(self) -> bool:
        """Whether the last words of reviewers differ and nobody has settled them."""
        if self.ruling is not None:
            return False
        if self.torn or self.crossed:
            return True
        return self.differs and not self.replaced

    @property
    def differs(self) -> bool:
        """Whether reviewers' words about this very figure are not the same."""
        words = [one.decision for one in self.held if one.decision.verdict is not None]
        if len(words) < 2:
            return False
        return not at_one(claim_of_decision(word, self.figure, self.origin) for word in words)

    def as_settled(self, conflict: bool) -> StoredFigure:
        """The figure as words about other figures, which may answer those about this one, leave it."""
        if conflict == self.disputed:
            return self
        return replace(self, crossed=conflict, replaced=not conflict)

    def of(self, reviewer: str) -> Decision | None:
        """What this reviewer holds of the figure."""
        for held in self.held:
            if held.reviewer == reviewer:
                return held.decision
        return None

    @property
    def recalled(self) -> tuple[FormerDecision, ...]:
        """Former decisions of the reviewers who have not decided anew."""
        return tuple(former for former in self.former if not _has_verdict(self.of(former.reviewer)))

    @property
    def shown(self) -> Figure:
        """The figure as it should be: the latest correction, else as extracted."""
        latest = self.latest
        correction = latest.decision.correction if latest else None
        return correction or self.figure


def found_figures(figures: Iterable[StoredFigure]) -> Iterator[Figure]:
    """Those that the extractor finds, as extracted, also where a reviewer's own stands over one."""
    for stored in figures:
        found = stored if stored.origin == "machine" else stored.beneath
        if found is not None and found.vanished is None:
            yield found.figure


def _has_verdict(decision: Decision | None) -> bool:
    return decision is not None and decision.verdict is not None


@dataclass(frozen=True, slots=True)
class StoredReport:
    """A whole report with its figures in order of ``start``."""

    summary: ReportSummary
    encoding: str
    url: str | None
    extractor: str
    guide: str
    reading: Reading
    """As extracted; its figures are those of ``figures`` that the extractor finds."""
    figures: tuple[StoredFigure, ...]
    ruled: Mapping[str, tuple[HeldDecision, ...]] = field(default_factory=dict)
    """Span key of a candidate → what reviewers hold of it, the latest last."""
    signed: Mapping[str, tuple[HeldDecision, ...]] = field(default_factory=dict)
    """Span key of a heading → the reviewers who read its section completely."""
    statements: Mapping[tuple[Target, str], tuple[HeldDecision, ...]] = field(default_factory=dict)
    """Target and span key → what reviewers say of the report as a whole or of a heading, the latest last."""
    pages: tuple[PageSpan, ...] = ()
    """The printed pages of its file, none where it had none."""
    beside: tuple[str, ...] = ()
    """Who else works in it just now, by name; only whoever opens it for a reviewer tells."""
    layers: tuple[LayerReport, ...] = ()
    """What layers say of it, in order of name; likewise."""
    entry: int = 0
    """Id of the last journal entry when it was read; what came later need not be in it."""

    @property
    def sha256(self) -> str:
        return self.summary.sha256


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reviewer left off."""

    report: str
    """sha256."""
    figure: str | None
    """``START-END``."""
    view: Mapping[str, Any] = field(default_factory=dict)
    """How the desk looked: plain values that only the desk understands."""
