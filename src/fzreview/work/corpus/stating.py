"""What is said of whole reports and of headings without a screen, journalled like every decision."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from fzreview.domain.reports.stored import ReportSummary
from fzreview.errors import UsageError
from fzreview.review.session import Session
from fzreview.review.steps.step import Step
from fzreview.store.reader import StoreReader
from fzreview.work.corpus.choosing import chosen
from fzreview.work.judging.reviewing import Review

Saying = Callable[[Session], Sequence[Step | None]]
"""What one has to say of the open report: steps, None for what is so already."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What is so of a report after something was said."""

    report: ReportSummary
    changed: bool
    """False where all of it was so already."""


def state(
    store: Path,
    reviewer: str,
    names: Sequence[str],
    saying: Saying,
    *,
    expression: str | None = None,
    aside: bool | None = None,
) -> Iterator[Stated]:
    """Say something of each of the named reports, and of those that fit an expression.

    Raises StoreError for an unknown report, UsageError where none is named or what is said cannot be; what
    was said of the reports before stays.
    """
    review = Review(store, reviewer)
    try:
        with StoreReader(store) as reader:
            reports = chosen(reader, names, expression, aside=aside)
        if not reports and expression is None:
            raise UsageError("no_report_named")
        for summary in reports:
            review.open(review.read(summary))
            steps = [step for step in saying(review.session) if step is not None]
            for step in steps:
                review.writer.record_all(step.entries).result()
            with StoreReader(store) as reader:
                yield Stated(reader.summary_of(summary.id), bool(steps))
    finally:
        review.writer.close()
