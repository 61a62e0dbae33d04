"""A report as far as gold is made of it: its text, and what people decided about its figures."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from fzreview.domain.circumstances import Circumstances, circumstances_of
from fzreview.domain.figure import Bound, Figure, Kind
from fzreview.domain.gold import ReadSection
from fzreview.domain.stored import ReportSummary
from fzreview.domain.verdict import Origin, Reason, RejectionClass, Verdict


class FigureVerdict(NamedTuple):
    """One reviewer's verdict on one figure, as a store keeps it.

    An export passes a million of these: what is packed as JSON is unpacked when it is asked for. The first
    two fields are the figure's span.
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
    headings: str
    """Compact JSON: the headings above the figure."""
    origin: Origin
    extractor: str
    reviewer: str
    decided_at: str
    verdict: Verdict
    reason: Reason | None = None
    reason_class: RejectionClass | None = None
    comment: str | None = None
    fields: str | None = None
    """JSON: the ten fields as they should be; None where they were not corrected."""
    note: str | None = None
    """Of the entry that made the verdict, see ``circumstances``."""
    elapsed_ms: int = 0
    """Since the reviewer's decision before it; nought where nobody took the time."""

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
    def section(self) -> tuple[str, ...]:
        """Headings above the figure, outermost first."""
        return _unpacked(self.headings)

    @property
    def circumstances(self) -> Circumstances:
        """How the verdict came about."""
        return circumstances_of(self.note)

    @property
    def correction(self) -> Figure | None:
        """The figure as it should be; None where it was not corrected."""
        return None if self.fields is None else Figure(**json.loads(self.fields))


@lru_cache(maxsize=64)
def _unpacked(headings: str) -> tuple[str, ...]:
    """The figures of a section share theirs."""
    return tuple(json.loads(headings))


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
