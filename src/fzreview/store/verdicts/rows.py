"""The rows of ``verdicts``, and what follows from them: a figure's status and its report's counters.

Each function runs inside the caller's transaction.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from fzreview.domain.decisions.registers import RegisterValue
from fzreview.domain.decisions.verdict import Decision, Target
from fzreview.domain.reports.reading_rows import figure_fields
from fzreview.store.opening.journal_columns import decision_of
from fzreview.store.opening.packed_values import pack_json

_Change = tuple[int, str | None, str | None]
"""Id of a figure, its current status, its new status."""

WHERE: Final = 'report = ? and start = ? and "end" = ?'


class Place(NamedTuple):
    """The key columns of a row of ``verdicts``."""

    report: int
    """Its id in this store."""
    target: Target
    start: int
    end: int

    @property
    def span(self) -> tuple[int, int, int]:
        """Id of the report, start, end."""
        return self.report, self.start, self.end


def set_decision(connection: sqlite3.Connection, place: Place, reviewer: str, held: RegisterValue) -> None:
    """Insert or replace a reviewer's current decision about a place."""
    entry = held.entry
    values = (*place, reviewer, *decision_values(held.decision), held.decision.said)
    insert_decisions(connection, [(*values, entry.at, entry.row_id, entry.lamport, held.torn)])


def insert_decisions(connection: sqlite3.Connection, rows: Iterable[Sequence[object]]) -> None:
    """Insert or replace current decisions, given as the columns of ``verdicts``."""
    connection.executemany(_HELD, rows)


_HELD: Final = (
    # Not «or replace», which would delete behind the back of the triggers that count.
    'insert into verdicts(report, target, start, "end", reviewer, verdict, reason, reason_class,'
    " correction, comment, said, decided_at, entry, lamport, torn)"
    " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    ' on conflict(report, target, start, "end", reviewer) do update set verdict = excluded.verdict,'
    " reason = excluded.reason, reason_class = excluded.reason_class, correction = excluded.correction,"
    " comment = excluded.comment, said = excluded.said, decided_at = excluded.decided_at,"
    " entry = excluded.entry, lamport = excluded.lamport, torn = excluded.torn"
)


def delete_decision(connection: sqlite3.Connection, place: Place, reviewer: str) -> None:
    """Delete a reviewer's current decision about a place."""
    connection.execute(
        'delete from verdicts where report = ? and target = ? and start = ? and "end" = ? and reviewer = ?',
        (*place, reviewer),
    )


def decision_values(decision: Decision) -> tuple[object, ...]:
    """A decision as the columns ``verdict`` to ``comment``."""
    correction = decision.correction
    return (
        decision.verdict,
        decision.reason,
        decision.reason_class,
        None if correction is None else pack_json(figure_fields(correction)),
        decision.comment,
    )


@lru_cache(maxsize=1024)
def packed_values(packed: str) -> tuple[object, ...]:
    """A decision in the journal's form as the columns ``verdict`` to ``said``. Raises UnreadableRow."""
    decision = decision_of(packed)
    assert decision is not None
    return (*decision_values(decision), decision.said)


def update_status(connection: sqlite3.Connection, place: Place) -> None:
    """Recompute the status of one figure and the counters of its report."""
    rows = connection.execute(_RESTATED.format(where=WHERE), place.span).fetchall()
    _state(connection, place.report, rows)


def set_status(
    connection: sqlite3.Connection, report: int, figure: int, status: str | None, now: str | None
) -> None:
    """Change the status of the figure with id ``figure`` from ``status`` to ``now``."""
    if status != now:
        _state(connection, report, [(figure, status, now)])


def update_statuses(connection: sqlite3.Connection, report: int) -> None:
    """Bring the status of every figure of a report up to date, and the report's counters.

    The status is what an adjudication in force says, else the latest verdict of all; order is that of Lamport
    times, between equal ones that of the reviewers' names.
    """
    _state(connection, report, connection.execute(_RESTATED.format(where="report = ?"), (report,)).fetchall())


_RESTATED: Final = """
    select id, status, now from (
        select id, status, coalesce(
            (select a.verdict from settlements s join adjudications a on a.entry = s.entry
             where s.report = f.report and s.start = f.start and s."end" = f."end"
             and s.state = 'adjudicated'),
            (select v.verdict from verdicts v where v.report = f.report and v.target = 'figure'
             and v.start = f.start and v."end" = f."end" and v.verdict is not null
             order by v.lamport desc, v.reviewer desc limit 1)) as now
        from figures f where {where})
    where status is not now"""
"""Figures whose status is not what it should be: their id, that status, the right one. The condition stands
inside: outside, every figure of the report would be looked at."""


def _state(connection: sqlite3.Connection, report: int, rows: Sequence[_Change | sqlite3.Row]) -> None:
    changes: dict[str | None, int] = {}
    for _, status, now in rows:
        changes[status] = changes.get(status, 0) - 1
        changes[now] = changes.get(now, 0) + 1
    for status, change in changes.items():
        if status is not None and change:
            # The column's name is one of the three verdicts of the domain, never text from outside.
            connection.execute(f"update reports set {status} = {status} + ? where id = ?", (change, report))
    connection.executemany(
        "update figures set status = ? where id = ?", [(now, figure) for figure, _, now in rows]
    )
