"""Which entries of the journal can still be undone or made again.

Only what was made in this store: rows that came from another one have their place in that one's order. An
entry cannot be turned once another extraction reads its figure or section otherwise, nor any entry of the
same reviewer on that place before such a one. The connection's rows are ``sqlite3.Row``.
"""

from __future__ import annotations

import sqlite3
from typing import Final

from fzreview.domain.decisions.verdict import STATED, Turn
from fzreview.domain.decisions.wire import still_seen
from fzreview.store.verdicts.projecting import figure_seen, section_seen
from fzreview.store.verdicts.rows import Place

_BEHIND_ALL: Final = 1 << 62

PAGE: Final = 64
"""Entries that are looked at in one step."""


def turns(connection: sqlite3.Connection, reviewer: str, before: int | None) -> list[tuple[int, Turn]]:
    """``(number, turn)`` of the reviewer's next older entries that can be turned, the newest first."""
    found: list[tuple[int, Turn]] = []
    while not found:
        rows = connection.execute(
            "select j.*, coalesce(t.batch, t.uuid, j.batch, j.uuid) as move from journal j"
            " left join journal t on t.uuid = j.inverts"
            " where j.reviewer = ? and j.site = (select site from identity) and j.id < ?"
            " and j.action <> 'reextracted' order by j.id desc limit ?",
            (reviewer, before or _BEHIND_ALL, PAGE),
        ).fetchall()
        if not rows:
            return []
        found = [(row["id"], Turn(row["move"], row["action"])) for row in rows if lasts(connection, row)]
        before = rows[-1]["id"]
    return found


def lasts(connection: sqlite3.Connection, row: sqlite3.Row) -> bool:
    """Whether a row of the journal can still be turned."""
    report = connection.execute("select id from reports where sha256 = ?", (row["report"],)).fetchone()
    if report is None or _is_removed(connection, row):
        return False
    if row["target"] == "candidate" or row["target"] in STATED:
        return True
    start, end = map(int, row["figure"].split("-"))
    place = Place(report[0], row["target"], start, end)
    now = section_seen(connection, place) if row["target"] == "section" else figure_seen(connection, place)
    later = connection.execute(
        "select seen from journal indexed by journal_figure"
        " where report = ? and figure = ? and target = ? and reviewer = ?"
        " and action <> 'reextracted' and lamport >= ?",
        (row["report"], row["figure"], row["target"], row["reviewer"], row["lamport"]),
    )
    return all(still_seen(seen, now) for (seen,) in later)


def _is_removed(connection: sqlite3.Connection, row: sqlite3.Row) -> bool:
    """Whether its report was taken out of the store since; it may have been loaded again."""
    found = connection.execute(
        "select 1 from journal indexed by journal_removed"
        " where report = ? and action = 'removed' and id >= ?",
        (row["report"], row["id"]),
    ).fetchone()
    return found is not None
