"""Merges the coordinators' records of another store: audits, assignments, packages, seeded errors.

Each is a set or a register of which the later entry holds, so that stores come to the same in any order.
Inside the caller's transaction; the rows of both connections are ``sqlite3.Row``.
"""

from __future__ import annotations

import json
import sqlite3
from hashlib import sha256
from typing import Final

from fzreview.store.team.packages import is_package

_SETS: Final = {
    "audits": "uuid, at, auditor, drawn_of, seed, wanted, universe, left_out, digest, items, strata",
    "seeds": 'site, report, start, "end", kind, tied, shown, truth',
    "withheld": 'site, report, start, "end", seen',
}
"""Append-only tables → their columns."""

_PACKAGE: Final = "site, project, owner, number, purpose, reports, at, rules"

_RECORDS: Final = {
    **_SETS,
    "assignments": "report, reviewer, at, handed_on",
    "packages": _PACKAGE,
    "rulings": "uuid, at, reviewer, topic, sentence, decision, why, report, figure",
}


def merge_records(source: sqlite3.Connection, target: sqlite3.Connection) -> set[str]:
    """Merge the records of another store; a package has none that are not known here.

    The answer is sha256 of the reports of which fewer rows count now.
    """
    if is_package(source):
        return set()
    before = _seeded(target)
    for table, columns in _SETS.items():
        rows = source.execute(f"select {columns} from {table}").fetchall()
        marks = ", ".join("?" * (columns.count(",") + 1))
        target.executemany(
            f"insert or ignore into {table}({columns}) values ({marks})", (tuple(row) for row in rows)
        )
    _take_assignments(source, target)
    _take_packages(source, target)
    return {report for _, report in _seeded(target) - before}


def records_digest(connection: sqlite3.Connection) -> str | None:
    """Digest of all records, the team's rulings included; None where there are none."""
    told = sha256()
    empty = told.hexdigest()
    for table, columns in _RECORDS.items():
        for row in connection.execute(f"select {columns} from {table} order by {columns}"):
            told.update(json.dumps([table, *row]).encode())
    return None if told.hexdigest() == empty else told.hexdigest()


def _seeded(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    return {(row[0], row[1]) for row in connection.execute("select site, report from seeds")}


def _take_assignments(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Per report and reviewer the later row wins; of equal ones the one that says it was handed on."""
    for row in source.execute("select report, reviewer, at, handed_on from assignments").fetchall():
        ours = target.execute(
            "select at, handed_on from assignments where report = ? and reviewer = ?", tuple(row)[:2]
        ).fetchone()
        if ours is None:
            target.execute(
                "insert into assignments(report, reviewer, at, handed_on) values (?, ?, ?, ?)", tuple(row)
            )
        elif _age(row["at"], row["handed_on"]) > _age(*ours):
            target.execute(
                "update assignments set at = ?, handed_on = ? where report = ? and reviewer = ?",
                (row["at"], row["handed_on"], row["report"], row["reviewer"]),
            )


def _age(at: str, handed_on: str | None) -> tuple[str, str, str]:
    return max(at, handed_on or ""), handed_on or "", at


def _take_packages(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Where two coordinators used one number independently, the earlier record wins."""
    for row in source.execute(f"select {_PACKAGE} from packages where owner <> ''").fetchall():
        ours = target.execute(
            "select at, reports, rules from packages where site = ?", (row["site"],)
        ).fetchone()
        theirs = (row["at"], row["reports"], row["rules"])
        if ours is not None and theirs < tuple(ours):
            target.execute("delete from packages where site = ?", (row["site"],))
        if ours is None or theirs < tuple(ours):
            target.execute(f"insert into packages({_PACKAGE}) values (?, ?, ?, ?, ?, ?, ?, ?)", tuple(row))
