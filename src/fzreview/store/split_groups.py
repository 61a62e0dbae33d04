"""Which reports stay together when gold is split: decided when a report is loaded, and for ever.

Reports of one issuer repeat each other from year to year, and near copies of a report (loaded twice with
other furniture around them, or without an issuer that could be read) are the same report. So a report joins
the group of the earliest report that it is a near copy of, else that of its issuer.
"""

from __future__ import annotations

import sqlite3

from fzreview.store.sketches import Sketched


def join_group(
    connection: sqlite3.Connection, report: int, sha256: str, issuer: str | None, sketched: Sketched
) -> None:
    """Note the group of a report that was stored, inside the caller's transaction."""
    group = group_of(sha256, issuer)
    if sketched.alike:
        (group,) = connection.execute(
            "select name from split_groups where report = ?", (sketched.alike[0],)
        ).fetchone()
    connection.execute("insert into split_groups values (?, ?)", (report, group))


def group_of(sha256: str, issuer: str | None) -> str:
    """The group of a report that is like no other."""
    return f"issuer {issuer}" if issuer else f"report {sha256}"
