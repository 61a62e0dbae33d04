"""Near copies looked for among the reports of a store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fzreview.domain.reports.stored import ReportSummary
from fzreview.review.steps.statements import tell_copy
from fzreview.store.opening.connect import create_or_migrate
from fzreview.store.reader import StoreReader
from fzreview.store.writer import StoreWriter
from fzreview.work.judging.reviewing import Review


@dataclass(frozen=True, slots=True)
class NearCopy:
    """A near copy that nobody knew of."""

    copy: ReportSummary
    original: ReportSummary
    is_told: bool
    """Whether the reviewer says so; in a trial, whether it would be said."""


def find_copies(store: Path, reviewer: str, *, with_decisions: bool = False) -> Iterator[NearCopy]:
    """The near copies that nobody noted yet, in the order of loading; of each the reviewer says what it is.

    That is journalled like every decision about a report. Where people decided on both it is told and said
    only ``with_decisions``. Raises StoreError.
    """
    review = Review(store, reviewer)
    try:
        for found in _found(review.writer, store, with_decisions):
            if found.is_told:
                review.open(review.read(found.copy))
                step = tell_copy(review.session, found.original.sha256)
                review.writer.record_all(step.entries if step is not None else ()).result()
            yield found
    finally:
        review.writer.close()


def copies_to_find(store: Path, *, with_decisions: bool = False) -> Iterator[NearCopy]:
    """What :func:`find_copies` would find, of which nothing is said."""
    create_or_migrate(store)
    writer = StoreWriter(store)
    try:
        yield from _found(writer, store, with_decisions)
    finally:
        writer.close()


def _found(writer: StoreWriter, store: Path, with_decisions: bool) -> Iterator[NearCopy]:
    with StoreReader(store) as reader:
        reports = [summary.id for summary in reader.summaries()]
    for report in reports:
        found = writer.find_copy(report).result()
        if found is not None:
            yield NearCopy(found.copy, found.original, found.is_clear or with_decisions)
