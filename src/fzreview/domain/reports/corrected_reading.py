"""A reading as people corrected it: the report's fields, its outline, the headings above its figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from fzreview.domain.decisions.verdict import Target
from fzreview.domain.reports.corpus import REPORT_FIELDS, WHOLE
from fzreview.domain.reports.outline_correction import Span, corrected_outline
from fzreview.domain.reports.report import Metadata, Reading, Section
from fzreview.domain.reports.section_paths import SectionPaths
from fzreview.domain.reports.stored import HeldDecision

Statements = Mapping[tuple[Target, str], Sequence[HeldDecision]]
"""Target and span key → what reviewers say of it, the latest last."""


def corrected_reading(reading: Reading, statements: Statements) -> Reading:
    """A reading as extracted, with the last word on each field and heading."""
    fields: dict[str, Any] = {}
    for name in REPORT_FIELDS:
        said = _last(statements.get((name, WHOLE), ()))
        if said is not None:
            fields[name] = (int(said) if name == "year" else said) if said else None
    return with_outline(
        replace(reading, metadata=replace(reading.metadata, **fields)),
        corrected_outline(reading.outline, said_of_headings(statements), reading.source, reading.body[1]),
    )


def said_of_headings(statements: Statements) -> dict[Span, str]:
    """Span of a heading → the last word on it."""
    said: dict[Span, str] = {}
    for (target, key), held in statements.items():
        last = _last(held)
        if target == "heading" and last is not None:
            start, end = (int(part) for part in key.split("-"))
            said[start, end] = last
    return said


def with_outline(reading: Reading, outline: Sequence[Section]) -> Reading:
    """The reading with another outline, and the headings above its figures by that."""
    if tuple(outline) == tuple(reading.outline):
        return reading
    paths = SectionPaths(outline)
    figures = tuple(replace(one, section=paths.labels(one.start)) for one in reading.figures)
    return replace(reading, outline=tuple(outline), figures=figures)


def as_extracted(reading: Reading, fields: Mapping[str, str | None], outline: Sequence[Section]) -> Reading:
    """A corrected reading as it was extracted; ``fields`` are those that were corrected."""
    metadata: Metadata = reading.metadata
    values: dict[str, Any] = {
        name: int(value) if name == "year" and value is not None else value for name, value in fields.items()
    }
    return with_outline(replace(reading, metadata=replace(metadata, **values)), outline)


def _last(held: Sequence[HeldDecision]) -> str | None:
    return held[-1].decision.said if held else None
