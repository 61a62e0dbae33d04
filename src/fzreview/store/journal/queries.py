"""Queries to the journal: by figure, by reviewer, by batch."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from hashlib import sha256
from itertools import takewhile

from fzreview.domain.decisions.decision_events import DECIDING, DecisionEvent
from fzreview.domain.decisions.verdict import Decision, JournalEntry
from fzreview.errors import StoreError
from fzreview.store.journal.reversible import is_reversible
from fzreview.store.opening.journal_columns import entry_of, verdict_of


def history(connection: sqlite3.Connection, sha256: str, span_key: str) -> list[JournalEntry]:
    """Every entry about a figure, oldest first."""
    rows = connection.execute(
        "select * from journal where report = ? and figure = ? and target = 'figure' order by id",
        (sha256, span_key),
    )
    return [entry_of(row) for row in rows]


def entries_of(
    connection: sqlite3.Connection,
    sha256: str | None,
    span_key: str | None,
    reviewer: str | None,
    since: str | None,
) -> Iterator[tuple[str, JournalEntry]]:
    """``(doc, entry)`` in the order of the journal; None leaves a filter out.

    ``since`` is an ISO 8601 time in UTC. A report that was removed has the first 12 digits of its sha256 as
    ``doc``.
    """
    wanted = {
        "j.report = ?": sha256,
        "j.figure = ?": span_key,
        "j.reviewer = ?": reviewer,
        "j.at >= ?": since,
    }
    conditions = [condition for condition, value in wanted.items() if value is not None]
    where = f" where {' and '.join(conditions)}" if conditions else ""
    rows = connection.execute(
        "select j.*, coalesce(r.doc, substr(j.report, 1, 12)) as doc"
        f" from journal j left join reports r on r.sha256 = j.report{where} order by j.id",
        [value for value in wanted.values() if value is not None],
    )
    for row in rows:
        yield row["doc"], entry_of(row)


def decision_events_since(
    connection: sqlite3.Connection, reviewer: str, since: str, until: str
) -> list[DecisionEvent]:
    """A reviewer's decisions on figures between two ISO 8601 times in UTC, oldest first.

    Reads the journal backwards, no further than ``since``.
    """
    rows = connection.execute(
        "select uuid, at, report || ':' || figure as figure, target, action, inverts,"
        " (select action from journal made where made.uuid = j.inverts) as made"
        " from journal j where reviewer = ? and note is not 'imported' order by id desc",
        (reviewer,),
    )
    marks: list[DecisionEvent] = []
    for row in takewhile(lambda row: row["at"] >= since, rows):
        decides = row["action"] in DECIDING or (row["action"] == "redo" and row["made"] in DECIDING)
        if row["at"] <= until and row["target"] == "figure" and (decides or row["action"] == "undo"):
            marks.append(DecisionEvent(row["inverts"] or row["uuid"], row["at"], row["figure"], decides))
    return marks[::-1]


def reversible_entries_of(connection: sqlite3.Connection, move: str) -> tuple[JournalEntry, ...]:
    """Those entries with the uuid or batch ``move`` that can still be undone or redone.

    Raises StoreError ``entry_missing`` where the journal has no entry of that uuid or batch.
    """
    rows = connection.execute(
        "select * from journal where uuid = ? or batch = ? order by id", (move, move)
    ).fetchall()
    if not rows:
        raise StoreError("entry_missing", entry=move)
    return tuple(entry_of(row) for row in rows if is_reversible(connection, row))


def people(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Every author of a journal entry: by the time of their first assignment, then the rest by first entry.

    The order is the same in all stores that merged the same rows, and new people are appended to it. Ties are
    broken by a hash of the name, so that pseudonyms numbered in this order do not follow the alphabet.
    """
    given = dict(connection.execute("select reviewer, min(at) from assignments group by reviewer").fetchall())
    began = dict(connection.execute("select reviewer, min(at) from journal group by reviewer").fetchall())

    def place(name: str) -> tuple[bool, str, str]:
        told = name.encode("utf-8", "surrogatepass")
        return name not in given, given.get(name) or began[name], sha256(told).hexdigest()

    return tuple(sorted(began, key=place))


def adjudication(
    connection: sqlite3.Connection, report: int, start: int, end: int, reviewer: str
) -> Decision | None:
    """An adjudicator's last ruling on a figure, whether it is in force or not; ``report`` is an id."""
    row = connection.execute(
        "select verdict, reason, reason_class, correction, comment from adjudications where report = ?"
        " and target = 'figure' and start = ? and \"end\" = ? and reviewer = ?",
        (report, start, end, reviewer),
    ).fetchone()
    return None if row is None else verdict_of(row)
