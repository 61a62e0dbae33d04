"""A report as far as gold is made of it: its text, and what people decided about its figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from fzreview.domain.decisions.circumstances import Circumstances, circumstances_of
from fzreview.domain.decisions.verdict import Origin, Reason, RejectionClass, Verdict
from fzreview.domain.dissent.unsettled import Unsettled
from fzreview.domain.figures.figure import Bound, Figure, Kind
from fzreview.domain.gold.records import ReadSection
from fzreview.domain.gold.reports import Described
from fzreview.domain.reports.original import PageSpan
from fzreview.domain.reports.stored import ReportSummary


class FigureVerdict(NamedTuple):
    """One reviewer's verdict on one figure.

    The first two fields are the figure's span.
    """

    start: int
    end: int
    surface: str
    text: str
    value: str
    upper: str | None
    unit: str
    kind: Kind
    bound: Bound
    subject: str
    """These ten as they were extracted or added; they mean what they mean in a Figure."""
    section: tuple[str, ...]
    """Headings above the figure, outermost first."""
    origin: Origin
    extractor: str
    reviewer: str
    decided_at: str
    verdict: Verdict
    reason: Reason | None = None
    reason_class: RejectionClass | None = None
    comment: str | None = None
    correction: Figure | None = None
    """The figure as it should be; None where it was not corrected."""
    note: str | None = None
    """Of the entry that made the verdict, see ``circumstances``."""
    elapsed_ms: int = 0
    """Since the reviewer's decision before it; nought where nobody took the time."""
    keyed_blind: bool = False
    """Whether the value was typed without having seen the machine's."""

    @property
    def figure(self) -> Figure:
        """The figure as it was extracted or added, without headings."""
        return Figure(
            self.start,
            self.end,
            self.surface,
            self.text,
            self.value,
            self.upper,
            self.unit,
            self.kind,
            self.bound,
            self.subject,
        )

    @property
    def circumstances(self) -> Circumstances:
        """How the verdict came about."""
        return circumstances_of(self.note)


@dataclass(frozen=True, slots=True)
class DecidedReport:
    """What gold needs of a stored report. Offsets are code points of ``source``."""

    summary: ReportSummary
    url: str | None
    extractor: str
    guide: str
    source: str
    spans: tuple[tuple[int, int], ...]
    """Of every figure, decided or not, in order, each once."""
    verdicts: tuple[FigureVerdict, ...]
    """In order of the figure's span, then of reviewers."""
    read: tuple[ReadSection, ...] = ()
    """Sections that were signed off, in order of ``start``."""
    unsettled: tuple[Unsettled, ...] = ()
    """What is no gold, or none yet, in order of target, span and reviewer."""
    described: Described | None = None
    """What it is, as extracted, and what people say of that; None where nobody looked."""
    publish_date: str | None = None
    """ISO 8601, as ``sign_date``."""
    sign_date: str | None = None
    undecided: tuple[Figure, ...] = ()
    """Extracted figures without a verdict of anybody, in order of span."""
    pages: tuple[PageSpan, ...] = ()
    """The printed pages of its file, none where it had none."""
    disputed: frozenset[tuple[int, int]] = frozenset()
    """Spans of figures on which reviewers' last words differ and that nobody has settled."""
    torn: Mapping[tuple[str, tuple[int, int]], tuple[FigureVerdict | None, ...]] = field(default_factory=dict)
    """Reviewer and span of a figure of which they say different things on different machines → what else they
    say of it beside their verdict, None where they took it back."""
    rulings: Mapping[tuple[int, int], FigureVerdict] = field(default_factory=dict)
    """Span of a figure that was adjudicated → what holds of it, under the adjudicator's name."""
    rivals: Mapping[tuple[int, int], tuple[FigureVerdict, ...]] = field(default_factory=dict)
    """Span of a figure of which adjudicators hold different things → what each holds, in order of name."""
