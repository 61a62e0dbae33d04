"""The journal and its projections: what an entry does to the verdict tables.

Each function runs inside the caller's transaction.
"""

from __future__ import annotations

import sqlite3

from fzreview.domain.reading_rows import figure_fields
from fzreview.domain.verdict import Decision, JournalEntry
from fzreview.errors import Conflict, StoreError
from fzreview.store.codec import figure_values, pack_decision, pack_json, verdict_of


def append(connection: sqlite3.Connection, entry: JournalEntry) -> None:
    """Record one entry and project it.

    Raises Conflict when the reviewer's decision is no longer ``entry.before``, StoreError when the store
    has no such report or figure.
    """
    report = connection.execute("select id from reports where sha256 = ?", (entry.report,)).fetchone()
    if report is None:
        raise StoreError("report_missing", report=entry.report[:12])
    figure_id = _figure_id(connection, report[0], entry)
    if _decision(connection, figure_id, entry.reviewer) != entry.before:
        raise Conflict("conflict", figure=entry.figure, reviewer=entry.reviewer)
    cursor = connection.execute(
        "insert into journal(uuid, at, reviewer, session, action, report, figure, before, after, elapsed_ms,"
        " extractor, guide, inverts) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            entry.uuid,
            entry.at,
            entry.reviewer,
            entry.session,
            entry.action,
            entry.report,
            entry.figure,
            pack_decision(entry.before),
            pack_decision(entry.after),
            entry.elapsed_ms,
            entry.extractor,
            entry.guide,
            entry.inverts,
        ),
    )
    assert cursor.lastrowid is not None
    _project(connection, report[0], figure_id, entry, cursor.lastrowid)


def _figure_id(connection: sqlite3.Connection, report: int, entry: JournalEntry) -> int:
    start, end = (int(part) for part in entry.figure.split("-"))
    row = connection.execute(
        'select id from figures where report = ? and start = ? and "end" = ?', (report, start, end)
    ).fetchone()
    if row is not None:
        return int(row[0])
    added = entry.after.correction if entry.after else None
    if added is None or entry.before is not None:
        raise StoreError("figure_missing", figure=entry.figure)
    cursor = connection.execute(
        'insert into figures(report, start, "end", surface, text, value, upper, unit, kind, bound, subject,'
        " section, doubts, origin, extractor)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'reviewer', ?)",
        (report, start, end, *figure_values(added)[2:], entry.extractor),
    )
    connection.execute("update reports set figures = figures + 1 where id = ?", (report,))
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def _decision(connection: sqlite3.Connection, figure: int, reviewer: str) -> Decision | None:
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    row = cursor.execute(
        "select verdict, reason, reason_class, correction, comment from verdicts"
        " where figure = ? and reviewer = ?",
        (figure, reviewer),
    ).fetchone()
    return None if row is None else verdict_of(row)


def _project(
    connection: sqlite3.Connection, report: int, figure: int, entry: JournalEntry, entry_id: int
) -> None:
    status_before = _status(connection, figure)
    after = entry.after
    if after is None:
        connection.execute("delete from verdicts where figure = ? and reviewer = ?", (figure, entry.reviewer))
    else:
        connection.execute(
            "insert or replace into verdicts(figure, reviewer, verdict, reason, reason_class, correction,"
            " comment, decided_at, entry) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                figure,
                entry.reviewer,
                after.verdict,
                after.reason,
                after.reason_class,
                None if after.correction is None else pack_json(figure_fields(after.correction)),
                after.comment,
                entry.at,
                entry_id,
            ),
        )
    status_after = _latest_verdict(connection, figure)
    if status_before != status_after:
        for status, change in ((status_before, -1), (status_after, 1)):
            if status is not None:
                # The column names are the three verdicts of the domain, never text from outside.
                connection.execute(
                    f"update reports set {status} = {status} + ? where id = ?", (change, report)
                )
        connection.execute("update figures set status = ? where id = ?", (status_after, figure))
    if after is None:
        _forget_added(connection, report, figure)


def _status(connection: sqlite3.Connection, figure: int) -> str | None:
    row = connection.execute("select status from figures where id = ?", (figure,)).fetchone()
    status: str | None = row[0]
    return status


def _latest_verdict(connection: sqlite3.Connection, figure: int) -> str | None:
    """A figure's status is the verdict of whoever decided last."""
    row = connection.execute(
        "select verdict from verdicts where figure = ? and verdict is not null order by entry desc limit 1",
        (figure,),
    ).fetchone()
    return None if row is None else row[0]


def _forget_added(connection: sqlite3.Connection, report: int, figure: int) -> None:
    """An added figure lives as long as somebody's decision holds it."""
    removed = connection.execute(
        "delete from figures where id = ? and origin = 'reviewer'"
        " and not exists (select 1 from verdicts where figure = figures.id)",
        (figure,),
    ).rowcount
    if removed:
        connection.execute("update reports set figures = figures - 1 where id = ?", (report,))
