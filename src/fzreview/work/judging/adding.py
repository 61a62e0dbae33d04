"""A missed figure without a screen, recorded just as the desk records one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from fzreview.domain.figures.figure import Figure
from fzreview.domain.figures.keys import figure_key
from fzreview.domain.reports.report import Reading
from fzreview.domain.reports.stored import StoredFigure
from fzreview.errors import StoreError, UsageError
from fzreview.review.steps.decisions import fields_alone
from fzreview.review.steps.proposing import proposed
from fzreview.work.judging.judge import Judged, checked_fields
from fzreview.work.judging.reviewing import Review


def add(
    store: Path, reviewer: str, report: str, start: int, end: int, fields: Mapping[str, str] | None = None
) -> Judged:
    """Add the figure at a span of a report's source; fields that are not given are proposed by the extractor.

    Adding it once more changes nothing. Raises UsageError for a span outside the text, one without a number,
    impossible fields or another figure that is there already, StoreError for an unknown report, Conflict when
    somebody added it meanwhile.
    """
    review = Review(store, reviewer)
    try:
        if not review.resume(report):
            raise StoreError("report_missing", report=report)
        session = review.session
        summary = session.report.summary
        figure = _figure(session.report.reading, summary.doc, (start, end), fields or {})
        step = session.figure_steps.add(figure)
        if step is not None:
            review.writer.record_all(step.entries).result()
            session.accept(step)
        index = session.index_of(figure.span_key)
        assert index is not None
        stored = session.figure(index)
        if step is None and not _is_added(stored, reviewer, figure):
            raise UsageError("figure_exists", figure=figure_key(summary.sha256, figure.span_key))
        return Judged(summary, stored, changed=step is not None)
    finally:
        review.writer.close()


def _is_added(stored: StoredFigure, reviewer: str, figure: Figure) -> bool:
    """Whether the reviewer holds that there is just this figure."""
    held = stored.of(reviewer)
    return (
        stored.origin == "reviewer"
        and held is not None
        and held.verdict == "verified"
        and (stored.figure if held.correction is None else held.correction) == fields_alone(figure)
    )


def _figure(reading: Reading, doc: str, span: tuple[int, int], fields: Mapping[str, str]) -> Figure:
    """The figure at just this span."""
    start, end = span
    source = reading.source
    if not 0 <= start < end <= len(source):
        raise UsageError("bad_span", report=doc, start=start, end=end, chars=len(source))
    begin, finish = reading.clean.clean_span(start, end)
    figure = replace(
        proposed(reading, span),
        start=start,
        end=end,
        surface=source[start:end],
        text="".join(reading.clean.text[begin:finish].split()),
    )
    figure = replace(figure, **checked_fields(fields, figure))
    if not figure.value:
        raise UsageError("no_numeral", surface=figure.surface)
    return figure
