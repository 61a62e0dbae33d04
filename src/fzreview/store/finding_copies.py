"""Near copies among the reports of a store: those that came before anybody looked for copies.

Functions run inside the caller's transaction.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from fzreview.domain.corpus import DIFFERENT
from fzreview.domain.near_copy import Likeness, is_near_copy
from fzreview.domain.stored import ReportSummary
from fzreview.store.copies import likeness, most_alike, note_copy, original_or_self
from fzreview.store.corpus import last_word
from fzreview.store.reader import StoreReader
from fzreview.store.sketches import keep_sketch, sketched


@dataclass(frozen=True, slots=True)
class FoundCopy:
    """A near copy that was found."""

    copy: ReportSummary
    original: ReportSummary
    is_noted: bool
    """False where people decided on both: what is to become of the copy's decisions is theirs to say."""


def find_copy(
    connection: sqlite3.Connection, path: Path, report: int, *, with_decisions: bool, dry_run: bool
) -> FoundCopy | None:
    """Note that one of two reports is a near copy of the other, the earlier of which came before ``report``.

    The copy is the later one; where people decided on that one alone it is the earlier one. Where they
    decided on both it is noted only ``with_decisions``. None where the report is no copy, is set aside or was
    told apart.
    """
    reader = StoreReader.within(connection, path)
    summary = reader.summary_of(report)
    known = connection.execute("select 1 from copies where report = ?", (report,)).fetchone()
    if summary.aside is not None or known or last_word(connection, report, "copy") == DIFFERENT:
        return None
    mine = likeness(connection, report)
    other = _earlier(connection, report, mine)
    if other is None:
        return None
    earlier = reader.summary_of(other)
    of_later, of_earlier = reader.decisions_on(report), reader.decisions_on(other)
    if of_later and not of_earlier and is_near_copy(likeness(connection, other), mine):
        found = FoundCopy(earlier, summary, True)
    else:
        found = FoundCopy(summary, earlier, not of_later or with_decisions)
    if found.is_noted and not dry_run:
        copy, original = found.copy.id, found.original.id
        connection.execute("update copies set original = ? where original = ?", (original, copy))
        note_copy(connection, copy, original)
    return found


def _earlier(connection: sqlite3.Connection, report: int, mine: Likeness) -> int | None:
    """The earlier report of which one is a near copy; a report that no sketch was kept of gets one."""
    shared = sketched(connection, mine.body)
    if not connection.execute("select 1 from sketches where report = ?", (report,)).fetchone():
        keep_sketch(connection, report, shared)
    for other in most_alike(shared, before=report):
        original = original_or_self(connection, other)
        counts = connection.execute("select aside is null from reports where id = ?", (original,)).fetchone()
        if original != report and counts[0] and is_near_copy(mine, likeness(connection, other)):
            return original
    return None
