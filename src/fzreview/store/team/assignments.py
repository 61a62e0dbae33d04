"""Which reviewer was assigned which report; earlier assignments stay on record."""

from __future__ import annotations

import sqlite3

from fzreview.domain.team.assignment import Assignment


def read_assignment(connection: sqlite3.Connection) -> Assignment:
    """The current plan."""
    reviewers: dict[str, tuple[str, ...]] = {}
    for report, reviewer in connection.execute(
        "select report, reviewer from assignments where handed_on is null order by report, reviewer"
    ):
        reviewers[report] = (*reviewers.get(report, ()), reviewer)
    return Assignment(reviewers)


def record_assignment(connection: sqlite3.Connection, plan: Assignment, at: str) -> None:
    """Make the plan on record this one, inside the caller's transaction.

    Who is no longer in it is noted as having handed the report on at ``at``.
    """
    before = _pairs(read_assignment(connection))
    after = _pairs(plan)
    connection.executemany(
        "update assignments set handed_on = ? where report = ? and reviewer = ?",
        ((at, *pair) for pair in sorted(before - after)),
    )
    connection.executemany(
        "insert into assignments(report, reviewer, at) values (?, ?, ?)"
        " on conflict(report, reviewer) do update set at = excluded.at, handed_on = null",
        ((*pair, at) for pair in sorted(after - before)),
    )


def _pairs(plan: Assignment) -> set[tuple[str, str]]:
    return {(report, name) for report, names in plan.reviewers.items() for name in names}
