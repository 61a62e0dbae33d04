"""The team's rulings in the store: append-only, merged by union."""

from __future__ import annotations

import sqlite3
from dataclasses import astuple
from typing import Final

from fzreview.domain.team.ruling import TeamRuling

_COLUMNS: Final = "uuid, at, reviewer, topic, sentence, decision, why, report, figure"


def read_rulings(connection: sqlite3.Connection) -> list[TeamRuling]:
    """All rulings, oldest first."""
    rows = connection.execute(f"select {_COLUMNS} from rulings order by at, uuid")
    return [TeamRuling(*row) for row in rows]


def insert_ruling(connection: sqlite3.Connection, ruling: TeamRuling) -> None:
    """Insert a ruling, inside the caller's transaction."""
    connection.execute(f"insert into rulings({_COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?, ?)", astuple(ruling))


def merge_rulings(source: sqlite3.Connection, target: sqlite3.Connection) -> tuple[int, list[str]]:
    """Add those that are not here, inside the caller's transaction.

    How many were added, and the uuids of those that say something else here than there.
    """
    ours = {one.uuid: one for one in read_rulings(target)}
    theirs = read_rulings(source)
    new = [one for one in theirs if one.uuid not in ours]
    for one in new:
        insert_ruling(target, one)
    return len(new), [one.uuid for one in theirs if ours.get(one.uuid, one) != one]
