"""Adjudications that mark a gap in the annotation guide. Rows are ``sqlite3.Row``."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from fzreview.domain.decisions.circumstances import GAP, circumstances_of
from fzreview.domain.reports.stored import HeldDecision
from fzreview.store.opening.journal_columns import verdict_of


@dataclass(frozen=True, slots=True)
class GapRow:
    """An adjudicator's ruling on one figure that marks a gap in the guide."""

    report: str
    """sha256."""
    start: int
    end: int
    move: str
    """The same of all figures that were ruled on at once."""
    ruled: HeldDecision
    in_force: bool
    """Whether the words that it settles still stand."""


def read_gaps(connection: sqlite3.Connection) -> Iterator[GapRow]:
    """The current ones, in the order in which they were made."""
    rows = connection.execute(
        "select r.sha256, a.*, coalesce(j.batch, j.uuid) as move, j.note,"
        " exists (select 1 from settlements s where s.report = a.report and s.entry = a.entry) as in_force"
        " from adjudications a join journal j on j.id = a.entry join reports r on r.id = a.report"
        f" where j.note like '%{GAP}%' order by j.lamport, j.uuid"
    )
    for row in rows:
        if circumstances_of(row["note"]).gap:
            ruled = HeldDecision(row["reviewer"], row["decided_at"], verdict_of(row))
            yield GapRow(row["sha256"], row["start"], row["end"], row["move"], ruled, bool(row["in_force"]))
