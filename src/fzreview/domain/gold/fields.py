"""The fields of a gold row read back: what a decision needs of them, each one checked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from fzreview.domain.decisions.circumstances import Circumstances
from fzreview.domain.decisions.verdict import (
    REASONS,
    REJECTION_CLASSES,
    Decision,
    Reason,
    RejectionClass,
)
from fzreview.domain.dissent.provenance import SOURCES, Source
from fzreview.domain.dissent.unsettled import PLACES, Unsettled
from fzreview.domain.figures.fields import STATED
from fzreview.domain.figures.figure import BOUNDS, KINDS, Figure
from fzreview.domain.gold.entries import gold_row
from fzreview.domain.gold.records import GOLD_DECISIONS, GoldDecision, GoldRecord, ReadSection
from fzreview.domain.gold.row_fields import RowFields

_UNSETTLED: Final[tuple[Literal["wrong", "unsure"], ...]] = ("wrong", "unsure")
_SAID_BY_DOCUMENT: Final = ("doc", "sha256", "section", "sentence", "sentence_start", "split", "guide")


@dataclass(frozen=True, slots=True)
class GoldFields:
    """What a row says of one decision."""

    figure: Figure
    decision: GoldDecision
    machine: Figure | None
    reason: Reason | None
    reason_class: RejectionClass | None
    reviewer: str
    decided_at: str
    comment: str | None
    extractor: str
    circumstances: Circumstances
    elapsed_ms: int
    source: Source | None
    """Of a settled row; None where it is one reviewer's, and in rows of older exports."""


@dataclass(frozen=True, slots=True)
class SectionFields:
    """What a row says of a section that was read completely."""

    start: int
    end: int
    reviewer: str
    signed_at: str


def carried_row(record: GoldRecord) -> dict[str, Any]:
    """What a span of another tool's format carries along, so that it can come back as it was."""
    row = gold_row(record)
    for name in _SAID_BY_DOCUMENT:
        del row[name]
    return row


def carried_section(section: ReadSection) -> dict[str, Any]:
    """A section read completely, as a document of another tool's format carries it along."""
    return {
        "start": section.start,
        "end": section.end,
        "until": section.until,
        "label": section.label,
        "reviewer": section.reviewer,
        "signed_at": section.signed_at,
    }


def gold_fields(name: str, row: Mapping[str, Any]) -> GoldFields:
    """The checked fields of a row. Raises InputRefused that names ``name`` and the impossible field."""
    fields = RowFields(name, row)
    machine = row.get("machine")
    if machine is not None and not isinstance(machine, Mapping):
        raise fields.refusal("machine")
    return GoldFields(
        figure=_figure(fields),
        decision=fields.one_of("decision", GOLD_DECISIONS),
        machine=None if machine is None else _figure(RowFields(name, machine)),
        reason=fields.one_of_or_none("reason", REASONS),
        reason_class=fields.one_of_or_none("reason_class", REJECTION_CLASSES),
        reviewer=fields.name("reviewer"),
        decided_at=fields.moment("decided_at"),
        comment=fields.text("comment") if row.get("comment") is not None else None,
        extractor=fields.text("extractor"),
        circumstances=Circumstances(
            hasty=fields.truth("hasty"),
            bulk=fields.text("bulk") if row.get("bulk") is not None else None,
            proposed_by=fields.word("proposed_by"),
        ),
        elapsed_ms=fields.milliseconds("elapsed_ms"),
        source=fields.one_of_or_none("source", SOURCES),
    )


def section_fields(name: str, row: Mapping[str, Any]) -> SectionFields:
    """The checked fields of a section's row. Raises InputRefused like :func:`gold_fields`."""
    fields = RowFields(name, row)
    start, end = fields.span()
    return SectionFields(start, end, fields.name("reviewer"), fields.moment("signed_at"))


def unsettled_fields(name: str, row: Mapping[str, Any]) -> Unsettled:
    """The checked fields of what is no gold yet. Raises InputRefused like :func:`gold_fields`."""
    fields = RowFields(name, row)
    start, end = fields.span()
    decision = Decision(
        verdict=fields.one_of_or_none("verdict", _UNSETTLED),
        reason=fields.one_of_or_none("reason", REASONS),
        reason_class=fields.one_of_or_none("reason_class", REJECTION_CLASSES),
        correction=_inner_figure(name, row, "correction"),
        comment=fields.text("comment") if row.get("comment") is not None else None,
    )
    target = fields.one_of("target", PLACES)
    says_nothing = decision.verdict is None and decision.comment is None
    rules_out = decision.verdict == "wrong" and decision.reason == "not_a_figure"
    if says_nothing or rules_out != (target == "candidate"):
        raise fields.refusal("verdict")
    added = _inner_figure(name, row, "added")
    if added is not None and (added.start, added.end) != (start, end):
        raise fields.refusal("added")
    return Unsettled(
        target=target,
        start=start,
        end=end,
        surface=fields.text("surface"),
        decision=decision,
        reviewer=fields.name("reviewer"),
        decided_at=fields.moment("decided_at"),
        extractor=fields.text("extractor"),
        added=added,
    )


def stated_fields(name: str, row: Mapping[str, Any]) -> dict[str, str | None]:
    """Those of ``fields.STATED`` that a row holds, checked. Raises InputRefused like :func:`gold_fields`."""
    fields = RowFields(name, row)
    check: dict[str, Callable[[str], str | None]] = {
        "value": fields.number,
        "upper": fields.number_or_none,
        "kind": lambda field: fields.one_of(field, KINDS),
        "bound": lambda field: fields.one_of(field, BOUNDS),
    }
    return {field: check.get(field, fields.text)(field) for field in STATED if field in row}


def _inner_figure(name: str, row: Mapping[str, Any], field: str) -> Figure | None:
    inner = row.get(field)
    if inner is not None and not isinstance(inner, Mapping):
        raise RowFields(name, row).refusal(field)
    return None if inner is None else _figure(RowFields(name, inner))


def _figure(fields: RowFields) -> Figure:
    start, end = fields.span()
    return Figure(
        start=start,
        end=end,
        surface=fields.text("surface"),
        text=fields.text("text"),
        value=fields.number("value"),
        upper=fields.number_or_none("upper"),
        unit=fields.text("unit"),
        kind=fields.one_of("kind", KINDS),
        bound=fields.one_of("bound", BOUNDS),
        subject=fields.text("subject"),
    )
