"""Which entries of the journal can still be undone or redone.

Only those made in this store, because merged rows belong to the sequence of another store. An entry is no
longer reversible once another extraction has changed its figure or section, and neither are the same
reviewer's earlier entries on that place. The connection's rows are ``sqlite3.Row``.
"""

from __future__ import annotations

import sqlite3
from typing import Final

from fzreview.domain.decisions.verdict import STATED, ReversibleEntry
from fzreview.domain.decisions.wire import still_seen
from fzreview.store.verdicts.projecting import figure_seen, section_seen
from fzreview.store.verdicts.rows import Place

_MAX_ROWID: Final = 1 << 62

PAGE_SIZE: Final = 64
"""Entries fetched by one query."""


def reversible_entries(
    connection: sqlite3.Connection, reviewer: str, before: int | None
) -> list[tuple[int, ReversibleEntry]]:
    """``(id, entry)`` of the reviewer's reversible entries with an id below ``before``, newest first.

    One page of them; empty where there are no more. None for ``before`` starts at the end of the journal.
    """
    found: list[tuple[int, ReversibleEntry]] = []
    while not found:
        rows = connection.execute(
            "select j.*, coalesce(t.batch, t.uuid, j.batch, j.uuid) as move from journal j"
            " left join journal t on t.uuid = j.inverts"
            " where j.reviewer = ? and j.site = (select site from identity) and j.id < ?"
            " and j.action <> 'reextracted' order by j.id desc limit ?",
            (reviewer, before or _MAX_ROWID, PAGE_SIZE),
        ).fetchall()
        if not rows:
            return []
        found = [
            (row["id"], ReversibleEntry(row["move"], row["action"]))
            for row in rows
            if is_reversible(connection, row)
        ]
        before = rows[-1]["id"]
    return found


def is_reversible(connection: sqlite3.Connection, row: sqlite3.Row) -> bool:
    """Whether a row of the journal can still be undone or redone."""
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
    """Whether its report was removed from the store since; it may have been loaded again."""
    found = connection.execute(
        "select 1 from journal indexed by journal_removed"
        " where report = ? and action = 'removed' and id >= ?",
        (row["report"], row["id"]),
    ).fetchone()
    return found is not None
