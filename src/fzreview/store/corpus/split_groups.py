"""Split groups: reports that must be in the same split of gold. Assigned on loading, for ever.

Reports of one issuer repeat each other from year to year, and near copies of a report (loaded twice with
other furniture around them, or without an issuer that could be read) are the same report. So a report joins
the group of the earliest report that it is a near copy of, else that of its issuer.
"""

from __future__ import annotations

import sqlite3

from fzreview.store.corpus.sketches import FEWEST, BodySketch


def join_group(
    connection: sqlite3.Connection,
    report: int,
    sha256: str,
    issuer: str | None,
    sketched: BodySketch,
    noted_at: str,
) -> None:
    """Assign a stored report to its group, inside the caller's transaction."""
    group = group_of(sha256, issuer)
    if sketched.alike:
        (group,) = connection.execute(
            "select name from split_groups where report = ?", (sketched.alike[0],)
        ).fetchone()
    connection.execute("insert into split_groups values (?, ?, ?)", (report, group, noted_at))


def follow_issuer(connection: sqlite3.Connection, report: int, sha256: str) -> None:
    """A corrected issuer moves a report that is in no split yet: nobody has decided on anything in it.

    It stays where it is a near copy of another report, or another one of it.
    """
    if _is_decided(connection, sha256) or _is_shared(connection, report):
        return
    (issuer,) = connection.execute("select issuer from reports where id = ?", (report,)).fetchone()
    group = group_of(sha256, issuer)
    connection.execute("update split_groups set name = ? where report = ?", (group, report))


def _is_decided(connection: sqlite3.Connection, sha256: str) -> bool:
    query = "select 1 from journal where report = ? and target in ('figure', 'candidate', 'section') limit 1"
    return connection.execute(query, (sha256,)).fetchone() is not None


def _is_shared(connection: sqlite3.Connection, report: int) -> bool:
    """Whether another report has at least half of this one's sketch."""
    row = connection.execute(
        "select 1 from sketches mine join sketches other"
        " on other.hash = mine.hash and other.report <> :report"
        " where mine.report = :report group by other.report having count(*) >= max(:fewest,"
        " ((select count(*) from sketches where report = :report) + 1) / 2) limit 1",
        {"report": report, "fewest": FEWEST},
    ).fetchone()
    return row is not None


def group_of(sha256: str, issuer: str | None) -> str:
    """The name of a new group."""
    return f"issuer {issuer}" if issuer else f"report {sha256}"
