"""Gold: figures as reviewers confirmed them, in the reports that they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal, get_args

from fzreview.domain.decisions.verdict import Reason, RejectionClass
from fzreview.domain.dissent.provenance import Provenance
from fzreview.domain.dissent.unsettled import Unsettled
from fzreview.domain.figures.fields import ABOUT
from fzreview.domain.figures.figure import Figure
from fzreview.domain.gold.reports import GoldReport

GoldDecision = Literal["verified", "corrected", "rejected", "added"]
GoldStatus = Literal["verified", "wrong"]
ExclusionReason = Literal[
    "undecided", "unsure", "unfixed", "leak", "hasty", "conflict", "disputed", "single", "status"
]
"""``single``: only one person looked, and its split takes what two agree on or somebody settled."""

GOLD_DECISIONS: Final[tuple[GoldDecision, ...]] = get_args(GoldDecision)
GOLD_STATUSES: Final[tuple[GoldStatus, ...]] = get_args(GoldStatus)
"""Statuses of which there is gold."""
EXCLUSION_REASONS: Final[tuple[ExclusionReason, ...]] = get_args(ExclusionReason)

GOLD_SCHEMA: Final = 1
"""Version of the rows of ``fields.GOLD``; a field removed or given another meaning raises it."""


@dataclass(frozen=True, slots=True)
class GoldRecord:
    """One figure with one reviewer's final decision. Offsets are code points of the source text."""

    doc: str
    sha256: str
    """Of the report's bytes."""
    figure: Figure
    """As finally decided; of a rejected figure, as it was extracted."""
    decision: GoldDecision
    machine: Figure | None
    """As extracted; None for a figure that a reviewer added."""
    reason: Reason | None
    reason_class: RejectionClass | None
    """The guide's class of what is not a figure."""
    reviewer: str
    decided_at: str
    """ISO 8601 in UTC."""
    section: tuple[str, ...]
    """Headings above the figure, outermost first."""
    sentence: str
    """The sentence of the source around the figure, untouched."""
    sentence_start: int
    context_complete: bool
    """The reviewer read the section completely: no figure beside it was missed."""
    split: str | None
    """None where the gold is not split."""
    guide: str
    extractor: str
    comment: str | None = None
    hasty: bool = False
    """Decided in a run that was faster than reading."""
    bulk: str | None = None
    """The tie with whose figures it was verified at once, see ``Circumstances.bulk``; None by itself."""
    proposed_by: str | None = None
    """The layer whose fields the reviewer took; None where nobody else proposed them."""
    elapsed_ms: int | None = None
    """Since the reviewer's decision before; None where nobody took the time."""
    page: int | None = None
    """Number of the printed page on which the figure begins; None where the report's file had none."""
    provenance: Provenance | None = None
    """Of settled gold; None where the row is one reviewer's, whatever others say."""
    keyed_blind: bool = False
    """Whether the value was typed without having seen the machine's."""


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Figures that are no gold, and why: they are counted, not exported."""

    reviewer: str | None
    """None where nobody decided."""
    reason: ExclusionReason
    count: int = 1


@dataclass(frozen=True, slots=True)
class Refusal:
    """A decision whose span no longer cuts out of the source what it cut when it was made."""

    key: str
    """``REPORTKEY:START-END``."""
    reviewer: str
    surface: str
    """What the span should cut out."""
    found: str
    """What it cuts out now."""


@dataclass(frozen=True, slots=True)
class ReadSection:
    """A section that a reviewer signed off: absence of a figure in ``start`` to ``until`` means something."""

    start: int
    end: int
    """End of the heading."""
    until: int
    level: int
    label: str
    """Marker and title of the heading."""
    reviewer: str
    signed_at: str


@dataclass(frozen=True, slots=True)
class EmptySentence:
    """A sentence of a section read completely in which the reviewer holds no figure."""

    start: int
    end: int
    reviewer: str


@dataclass(frozen=True, slots=True)
class PendingFigure:
    """A figure that a reviewer has not settled: its place is neither gold nor empty."""

    start: int
    end: int
    reviewer: str
    machine: Figure | None = None
    """As extracted; None for a figure that a reviewer added."""


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A report with all the gold in it. Offsets are code points of ``text``, the untouched source."""

    doc: str
    sha256: str
    text: str
    """Empty where nobody decided anything in the report."""
    title: str | None
    year: int | None
    region: str | None
    issuer: str | None
    url: str | None
    split: str | None
    guide: str
    extractor: str
    records: Sequence[GoldRecord] = ()
    """In order of ``start``, then of reviewers."""
    read: tuple[ReadSection, ...] = ()
    empty: tuple[EmptySentence, ...] = ()
    pending: tuple[PendingFigure, ...] = ()
    """Of everybody in ``reviewers``, in order of reviewer and ``start``."""
    unsettled: tuple[Unsettled, ...] = ()
    """What is no gold, or none yet, in order of target, span and reviewer."""
    excluded: tuple[Exclusion, ...] = ()
    refused: tuple[Refusal, ...] = ()
    report: GoldReport | None = None
    """What the report is, as far as people say; None where nobody looked."""
    contradictions: int = 0
    """Figures of which reviewers claim different things."""
    publish_date: str | None = None
    """ISO 8601, as ``sign_date``."""
    sign_date: str | None = None

    def about(self) -> dict[str, Any]:
        """What the report says of itself: the fields of ``fields.ABOUT``."""
        return {name: getattr(self, name) for name in ABOUT}

    @property
    def reviewers(self) -> list[str]:
        """Everybody who confirmed a figure or read a section, in order of name."""
        named: Iterable[GoldRecord | ReadSection] = (*self.records, *self.read)
        return sorted({one.reviewer for one in named})
