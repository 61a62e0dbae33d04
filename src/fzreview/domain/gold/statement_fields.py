"""What rows of ``reports.jsonl`` and ``outline.jsonl`` say, read back and checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, cast, get_args

from fzreview.domain.decisions.verdict import Target
from fzreview.domain.gold.reports import HeadingDecision
from fzreview.domain.gold.row_fields import RowFields
from fzreview.domain.reports.corpus import REPORT_FIELDS, WHOLE, ReportField
from fzreview.domain.reports.outline_correction import DEEPEST, NO_HEADING, StatedHeading

_DECISIONS: Final[tuple[HeadingDecision, ...]] = get_args(HeadingDecision)


@dataclass(frozen=True, slots=True)
class StatementFields:
    """What one reviewer says of a field of a report or of a heading."""

    target: Target
    span_key: str
    said: str
    reviewer: str
    decided_at: str


def stated_names(name: str, row: Mapping[str, Any]) -> list[ReportField]:
    """The fields of which a row of ``reports.jsonl`` says that somebody stated them, in its order.

    Raises InputRefused where there are others.
    """
    stated = row.get("stated")
    if not isinstance(stated, Mapping) or not stated.keys() <= set(REPORT_FIELDS):
        raise RowFields(name, row).refusal("stated")
    return [cast(ReportField, field) for field in stated]


def field_statement(name: str, row: Mapping[str, Any], field: ReportField) -> StatementFields:
    """What a row of ``reports.jsonl`` says of one field; its value is as it was typed.

    Raises InputRefused where the row is impossible.
    """
    fields = RowFields(name, row)
    by = row["stated"][field]
    if not isinstance(by, Mapping):
        raise fields.refusal("stated")
    value = row.get(field)
    if value is None:
        said = ""
    elif field == "year" and type(value) is int:
        said = str(value)
    else:
        said = fields.text(field)
    who = RowFields(name, by)
    return StatementFields(field, WHOLE, said, who.name("reviewer"), who.moment("decided_at"))


def heading_statement(name: str, row: Mapping[str, Any]) -> StatementFields:
    """What a row of ``outline.jsonl`` says of a heading. Raises InputRefused where the row is impossible."""
    fields = RowFields(name, row)
    start, end = fields.span()
    decision = fields.one_of("decision", _DECISIONS)
    level = row.get("level")
    if type(level) is not int or not 0 <= level <= DEEPEST:
        raise fields.refusal("level")
    stated = StatedHeading(level, fields.text("marker"), fields.text("title"))
    return StatementFields(
        "heading",
        f"{start}-{end}",
        NO_HEADING if decision == "rejected" else stated.packed,
        fields.name("reviewer"),
        fields.moment("decided_at"),
    )
