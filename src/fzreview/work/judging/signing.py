"""A section read completely, said without a screen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from fzreview.domain.reports.report import Section
from fzreview.domain.reports.stored import ReportSummary
from fzreview.errors import StoreError
from fzreview.work.judging.reviewing import Review


@dataclass(frozen=True, slots=True)
class Signed:
    """What a sign-off left behind."""

    report: ReportSummary
    section: Section
    reviewer: str
    signed: bool
    """Whether the reviewer now holds the section for read completely."""
    changed: bool
    undecided: int
    """Figures of the section that nobody has decided on."""
    unaccounted: int
    """Numerals of the section that no figure covers and nobody ruled out."""


def sign_off(store: Path, reviewer: str, report: str, named: str, undo: bool = False) -> Signed:
    """Note that a section was read completely, or take that back.

    ``named`` is the heading's START-END or its start, or words of one heading only.
    Raises StoreError for an unknown report, and for an unknown or ambiguous section.
    """
    review = Review(store, reviewer)
    try:
        if not review.resume(report):
            raise StoreError("report_missing", report=report)
        session = review.session
        stored = session.report
        index = find_section(stored.reading.outline, named, stored.summary.doc)
        section = stored.reading.outline[index]
        held = stored.signed.get(f"{section.start}-{section.end}", ())
        is_signed = any(one.reviewer == reviewer for one in held)
        changed = is_signed == undo
        if changed:
            step = session.section_steps.sign_off(index)
            review.writer.record_all(step.entries).result()
            session.accept(step)
        return Signed(
            stored.summary,
            section,
            reviewer,
            not undo,
            changed,
            session.section_counts()[index].undecided,
            session.section_steps.unaccounted(index),
        )
    finally:
        review.writer.close()


def find_section(outline: Sequence[Section], named: str, doc: str) -> int:
    """Index of the one section that is meant, by START-END or start of its heading or words of it.

    Raises StoreError ``section_missing`` or ``section_ambiguous``.
    """
    named = named.strip()
    if re.fullmatch(r"\d+-\d+", named):
        found = [i for i, one in enumerate(outline) if f"{one.start}-{one.end}" == named]
    elif re.fullmatch(r"\d+", named):
        found = [i for i, one in enumerate(outline) if one.start == int(named)]
    else:
        found = [i for i, one in enumerate(outline) if named in (one.label, one.title)]
        found = found or [i for i, one in enumerate(outline) if named and named in one.label]
    if not found:
        raise StoreError("section_missing", report=doc, section=named)
    if len(found) > 1:
        known = " ".join(f"{outline[i].start}-{outline[i].end}" for i in found[:6])
        raise StoreError("section_ambiguous", section=named, known=known)
    return found[0]
