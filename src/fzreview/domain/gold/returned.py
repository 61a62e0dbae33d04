"""What comes back out of a file of gold, before a store has been asked whether it fits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from fzreview.domain.figures.figure import KINDS
from fzreview.domain.gold.records import GoldDecision, GoldRecord
from fzreview.domain.reports.corpus import ReportField
from fzreview.errors import InputRefused

REJECTED: Final = "rejected"
"""The label of a span that is no figure; the others are the kinds of figures."""

LABELS: Final[tuple[str, ...]] = (*KINDS, REJECTED)
"""Labels of spans in every format that labels spans."""


@dataclass(frozen=True, slots=True)
class ReturnedReport:
    """The report that something stands in, as far as the file tells."""

    sha256: str | None
    doc: str | None
    text: str | None = None
    """What the file gives of its source, beginning at ``start``; None where it gives nothing."""
    start: int = 0
    """Code points of the source before ``text``."""


@dataclass(frozen=True, slots=True)
class ReturnedFigure:
    """A span that somebody labelled. Offsets are code points of the report's source."""

    name: str
    """File and line, task or entity, for messages."""
    report: ReturnedReport
    start: int
    end: int
    label: str | None
    """None where the format has no labels of its own: the row says all."""
    row: Mapping[str, Any] | None
    """Our own fields, as they were exported; None for a span made elsewhere."""
    surface: str | None = None
    """What the file says that the span cuts out; None where it does not say."""
    told: Mapping[str, str | None] = field(default_factory=dict)
    """Fields of the figure (of ``fields.STATED``) as the other tool tells them beside the row, checked."""
    annotator: str | None = None
    """Who left it so, as the other tool calls them; None where it does not say."""
    deleted: bool = False
    """Somebody took the span out of a task that they completed; the label is then ``rejected``."""
    confidence: float | None = None
    """How sure a model is of it, between 0 and 1; None where it does not say."""


@dataclass(frozen=True, slots=True)
class ReturnedSection:
    """A section that somebody read completely."""

    name: str
    report: ReturnedReport
    row: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ReturnedUnsettled:
    """What somebody said that is no gold, or none yet."""

    name: str
    report: ReturnedReport
    row: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ReturnedStatement:
    """What somebody said of a field of the report, or of a heading."""

    name: str
    report: ReturnedReport
    row: Mapping[str, Any]
    field: ReportField | None
    """None for a heading."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A row that cannot be read; the others go on."""

    error: InputRefused


Returned = ReturnedFigure | ReturnedSection | ReturnedUnsettled | ReturnedStatement | Unreadable


def label_of(decision: GoldDecision, kind: str) -> str:
    """The label of a figure decided on like this."""
    return REJECTED if decision == "rejected" else kind


def record_label(record: GoldRecord) -> str:
    """The label of a record."""
    return label_of(record.decision, record.figure.kind)
