"""A report with the figures that somebody's word about another figure speaks against."""

from __future__ import annotations

from dataclasses import replace

from fzreview.domain.open_cases import crossed_spans
from fzreview.domain.stored import StoredReport
from fzreview.store.reader import StoreReader


def with_crossed(reader: StoreReader, report: StoredReport) -> StoredReport:
    """Overlapping additions, and figures in a section that another read without them; see ``open_cases``."""
    people = {held.reviewer for stored in report.figures for held in stored.held}
    people |= {held.reviewer for signed in report.signed.values() for held in signed}
    if len(people) < 2:
        return report
    spans = crossed_spans(reader.decided_report(report.summary))
    if not spans:
        return report
    figures = tuple(
        replace(stored, crossed=(stored.figure.start, stored.figure.end) in spans)
        for stored in report.figures
    )
    return replace(report, figures=figures)
