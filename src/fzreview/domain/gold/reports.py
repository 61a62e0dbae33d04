"""Gold of whole reports: their fields and outlines as people corrected them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal, NamedTuple

from fzreview.domain.decisions.verdict import Target
from fzreview.domain.reports.corpus import REPORT_FIELDS, ReportField
from fzreview.domain.reports.outline_correction import NO_HEADING, Span, corrected_outline
from fzreview.domain.reports.report import Section

HeadingDecision = Literal["verified", "corrected", "added", "rejected"]
Value = str | int | None

_NUMBERS: Final = frozenset({"year"})


class Statement(NamedTuple):
    """What one reviewer says of a field of a report or of a heading."""

    target: Target
    span: Span
    said: str
    reviewer: str
    at: str


@dataclass(frozen=True, slots=True)
class Described:
    """A report as extracted, and what people say of it, the latest last."""

    fields: Mapping[ReportField, Value]
    outline: tuple[Section, ...] = ()
    """Empty where nobody says anything of a heading."""
    body_end: int = 0
    tags: str = ""
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class StatedField:
    """A field that somebody confirmed or corrected."""

    machine: Value
    reviewer: str
    decided_at: str


@dataclass(frozen=True, slots=True)
class GoldHeading:
    """A heading of an outline that people corrected; of a rejected one, as it was extracted."""

    section: Section
    decision: HeadingDecision | None
    """None where nobody said anything of this one."""
    machine_level: int | None
    """The level as extracted; None for one that was added."""
    reviewer: str | None
    decided_at: str | None


@dataclass(frozen=True, slots=True)
class GoldReport:
    """What a report is, as far as people say."""

    fields: Mapping[ReportField, Value]
    """As they should be."""
    stated: Mapping[ReportField, StatedField]
    outline: tuple[GoldHeading, ...]
    """In order of ``start``; empty where nobody corrected it."""
    tags: tuple[str, ...]

    @property
    def said(self) -> int:
        """How many fields and headings somebody confirmed or corrected."""
        return len(self.stated) + sum(one.decision is not None for one in self.outline)


def gold_report(described: Described, source: str, reviewer: str | None = None) -> GoldReport:
    """The last word on each field and heading; with ``reviewer`` only theirs."""
    words = {(one.target, one.span): one for one in described.statements if reviewer in (None, one.reviewer)}
    fields = dict(described.fields)
    stated: dict[ReportField, StatedField] = {}
    for name in REPORT_FIELDS:
        word = words.get((name, (0, 0)))
        if word is not None:
            stated[name] = StatedField(fields[name], word.reviewer, word.at)
            fields[name] = (int(word.said) if name in _NUMBERS else word.said) if word.said else None
    headings = {one.span: one for one in words.values() if one.target == "heading"}
    outline = tuple(_headings(described, headings, source)) if headings else ()
    return GoldReport(fields, stated, outline, tuple(described.tags.split()))


def _headings(described: Described, words: Mapping[Span, Statement], source: str) -> list[GoldHeading]:
    extracted = {(one.start, one.end): one for one in described.outline}
    said = {span: word.said for span, word in words.items()}
    kept = corrected_outline(described.outline, said, source, described.body_end)
    rejected = [
        extracted[span] for span, word in words.items() if word.said == NO_HEADING and span in extracted
    ]
    return [_heading(one, extracted, words) for one in sorted([*kept, *rejected], key=lambda one: one.start)]


def _heading(
    section: Section, extracted: Mapping[Span, Section], words: Mapping[Span, Statement]
) -> GoldHeading:
    span = section.start, section.end
    machine, word = extracted.get(span), words.get(span)
    level = None if machine is None else machine.level
    if word is None:
        return GoldHeading(section, None, level, None, None)
    decision: HeadingDecision
    if word.said == NO_HEADING:
        decision = "rejected"
    elif machine is None:
        decision = "added"
    else:
        decision = "verified" if section.level == level else "corrected"
    return GoldHeading(section, decision, level, word.reviewer, word.at)


def report_row(report: GoldReport, doc: str, sha256: str, split: str | None) -> dict[str, Any]:
    """The row of ``reports.jsonl``."""
    return {
        "doc": doc,
        "sha256": sha256,
        **{name: report.fields[name] for name in REPORT_FIELDS},
        "stated": {
            name: {"machine": one.machine, "reviewer": one.reviewer, "decided_at": one.decided_at}
            for name, one in report.stated.items()
        },
        "tags": list(report.tags),
        "split": split,
    }


def heading_rows(report: GoldReport, doc: str, sha256: str, split: str | None) -> Sequence[dict[str, Any]]:
    """The rows of ``outline.jsonl``."""
    return [
        {
            "doc": doc,
            "sha256": sha256,
            "start": one.section.start,
            "end": one.section.end,
            "until": one.section.until,
            "level": one.section.level,
            "marker": one.section.marker,
            "title": one.section.title,
            "kind": one.section.kind,
            "decision": one.decision,
            "machine_level": one.machine_level,
            "reviewer": one.reviewer,
            "decided_at": one.decided_at,
            "split": split,
        }
        for one in report.outline
    ]
