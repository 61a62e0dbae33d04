"""Inserts journal rows of other stores into this one, whether by a merge or from a hub.

Inside the caller's transaction; the connection's rows are ``sqlite3.Row``.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar
from uuid import uuid4

from fzreview.domain.decisions.verdict import Target
from fzreview.store.journal.chain import INSERTED, ROW, note_sites
from fzreview.store.verdicts.projecting import project

Portioned = TypeVar("Portioned")
Touched = dict[str, set[tuple[Target, str]]]
"""sha256 of a report → the places that the new rows are about."""


def check_hashes(target: sqlite3.Connection, hashes: Iterable[tuple[str, str]]) -> tuple[int, list[str]]:
    """How many of these ``(uuid, hash)`` the journal has, and the uuids that it has with another hash."""
    known = 0
    altered: list[str] = []
    for portion in _portions(hashes):
        here = _hashes(target, [uuid for uuid, _ in portion])
        known += len(here)
        altered += [uuid for uuid, told in portion if here.get(uuid, told) != told]
    return known, altered


def insert_rows(
    target: sqlite3.Connection, rows: Iterable[tuple[Any, ...]], *, fresh: bool
) -> tuple[Touched, set[str]]:
    """Append those rows, as the columns ``ROW``, that are not here, in the order given.

    ``fresh`` says that none is here, and none told twice. What they touch, and their sites.
    """
    last = last_row(target)
    # «or fail» spares SQLite what it notes to take back each row by itself: a failure takes back all.
    target.executemany(f"insert or fail into journal{INSERTED}", rows if fresh else _unknown(target, rows))
    touched: Touched = defaultdict(set)
    for report, place, figure in target.execute(
        "select report, target, figure from journal where id > ?", (last,)
    ):
        touched[report].add((place, figure))
    new = target.execute("select distinct site from journal where id > ?", (last,))
    return dict(touched), {row[0] for row in new}


def _unknown(target: sqlite3.Connection, rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """The rows that the journal lacks; «on conflict» would leave gaps in the ids."""
    uuid = ROW.index("uuid")
    for portion in _portions(rows):
        new = {row[uuid]: row for row in portion}
        here = _hashes(target, list(new))
        yield from (row for name, row in new.items() if name not in here)


def _portions(rows: Iterable[Portioned]) -> Iterator[list[Portioned]]:
    """Batches of a few hundred rows, for flat memory."""
    left = iter(rows)
    while portion := list(islice(left, 500)):
        yield portion


def last_row(connection: sqlite3.Connection) -> int:
    """Id of the last row of the journal; inserted rows get greater ids."""
    return int(connection.execute("select coalesce(max(id), 0) from journal").fetchone()[0])


def _hashes(connection: sqlite3.Connection, uuids: Sequence[str]) -> dict[str, str]:
    """uuid → hash of those of these rows that the journal has."""
    marks = ", ".join("?" * len(uuids))
    return dict(
        connection.execute(f"select uuid, hash from journal where uuid in ({marks})", uuids).fetchall()
    )


def follow_sites(target: sqlite3.Connection, sites: set[str]) -> list[str]:
    """Bring ``sites`` up to date with new rows of these; those that show now that their file was used twice.

    Where this store is one of them, it goes on under another site, as whose package it was.
    """
    had = {row[0] for row in target.execute("select site from sites where forked")}
    note_sites(target, sites)
    forked = [row[0] for row in target.execute("select site from sites where forked order by site")]
    own = target.execute("select site from identity").fetchone()[0]
    if own in forked and own not in had:
        # This file was copied and its copy used: from here on the two go by different names.
        site = uuid4().hex
        target.execute(
            "insert into sites(site, owner, purpose) select ?, owner, purpose from sites where site = ?",
            (site, own),
        )
        target.execute("update identity set site = ?", (site,))
    return [site for site in forked if site not in had]


def project_touched(target: sqlite3.Connection, touched: Touched) -> None:
    """Project the places of new rows; rows of reports that are missing here wait."""
    for sha256, places in touched.items():
        row = target.execute("select id from reports where sha256 = ?", (sha256,)).fetchone()
        if row is not None:
            project(target, row[0], sha256, places)


def conflicts(connection: sqlite3.Connection) -> set[tuple[int, int, int]]:
    """``(report id, start, end)`` of the figures that reviewers disagree about."""
    rows = connection.execute(
        "select report, start, \"end\" from settlements where state = 'conflict'"
    ).fetchall()
    return {tuple(row) for row in rows}


def counts_behind(connection: sqlite3.Connection, last: int) -> tuple[int, int, int]:
    """Numbers of rows with an id above ``last``: all, those in effect, those of missing reports."""
    row = connection.execute(
        "select count(*), coalesce(sum(id in (select entry from verdicts where entry > ?"
        " union select entry from adjudications where entry > ?)), 0),"
        " coalesce(sum(report not in (select sha256 from reports)), 0) from journal where id > ?",
        (last, last, last),
    ).fetchone()
    return row[0], row[1], row[2]
