"""Near copies among the reports of a store: those that came before anybody looked for copies, or by a merge.

Functions run inside the caller's transaction. What is found is a reviewer's to say, see ``domain.corpus``.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from fzreview.domain.reports.corpus import DIFFERENT
from fzreview.domain.reports.near_copy import CopyEvidence, is_near_copy
from fzreview.domain.reports.stored import ReportSummary
from fzreview.store.corpus.copies import copy_evidence, most_alike
from fzreview.store.corpus.copy_links import original_or_self
from fzreview.store.corpus.projecting import last_statement
from fzreview.store.corpus.sketches import insert_sketch, sketch_body
from fzreview.store.reader import StoreReader


@dataclass(frozen=True, slots=True)
class FoundCopy:
    """A near copy that was found in a store."""

    copy: ReportSummary
    original: ReportSummary
    is_clear: bool
    """False where people decided on both reports, so that it is not clear which decisions to keep."""


def find_copy(connection: sqlite3.Connection, path: Path, report: int) -> FoundCopy | None:
    """Whether one of two reports is a near copy of the other, the earlier of which came before ``report``.

    The copy is the later one; where people decided on that one alone it is the earlier one. None where the
    report is no copy, is set aside or was told apart. Its sketch is kept where it had none.
    """
    reader = StoreReader.within(connection, path)
    summary = reader.summary_of(report)
    if summary.aside is not None or _was_told_apart(connection, report):
        return None
    mine = copy_evidence(connection, report)
    other = _earlier(connection, report, mine)
    if other is None:
        return None
    earlier = reader.summary_of(other)
    of_later, of_earlier = reader.verdicts.decisions_on(report), reader.verdicts.decisions_on(other)
    if (
        of_later
        and not of_earlier
        and not _was_told_apart(connection, other)
        and is_near_copy(copy_evidence(connection, other), mine)
    ):
        return FoundCopy(earlier, summary, True)
    return FoundCopy(summary, earlier, not of_later)


def _was_told_apart(connection: sqlite3.Connection, report: int) -> bool:
    return last_statement(connection, report, "copy") == DIFFERENT


def _earlier(connection: sqlite3.Connection, report: int, mine: CopyEvidence) -> int | None:
    """Id of the earlier report that this one is a near copy of; sketches the report if needed."""
    shared = sketch_body(connection, mine.body)
    if not connection.execute("select 1 from sketches where report = ?", (report,)).fetchone():
        insert_sketch(connection, report, shared)
    for other in most_alike(shared, before=report):
        original = original_or_self(connection, other)
        counts = connection.execute("select aside is null from reports where id = ?", (original,)).fetchone()
        if original != report and counts[0] and is_near_copy(mine, copy_evidence(connection, other)):
            return original
    return None
