"""The journal and the readings of another store taken into this one.

Both are sets, and merging is their union: in any order and any number of times it comes to the same state.
What people hold follows from the union, see ``projecting``. Inside the caller's transaction; the rows of both
connections are ``sqlite3.Row``.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from uuid import uuid4

from fzreview.domain.merged import Merged
from fzreview.domain.verdict import Target
from fzreview.errors import StoreError
from fzreview.store.chain import INSERTED, ROW, note_sites
from fzreview.store.layers import take_layers
from fzreview.store.projecting import balance, project
from fzreview.store.readings import drop_unheld, keep_vanished, take_later
from fzreview.store.reextracting import Extraction
from fzreview.store.report_copying import copy_report
from fzreview.store.team_rulings import take_rulings
from fzreview.store.verifying import unchained

_COLUMNS = ", ".join(f'"{name}"' for name in ROW)

Touched = dict[str, set[tuple[Target, str]]]
"""sha256 of a report → the places that new rows speak of."""


def merge_into(
    target: sqlite3.Connection, source: sqlite3.Connection, path: Path, name: str, at: str
) -> Merged:
    """Take in everything that ``source`` has; ``path`` is the target's, ``name`` the source's for the user.

    Raises StoreError ``merge_other_project`` and ``merge_altered``; what was written until then must be taken
    back.
    """
    _refuse_unfit(target, source, name)
    before = _conflicts(target)
    last = target.execute("select coalesce(max(id), 0) from journal").fetchone()[0]
    known = _refuse_altered(target, source, name)
    rulings, altered = take_rulings(source, target)
    if altered:
        raise StoreError("merge_altered", path=name, rows=", ".join(altered))
    touched, sites = _take_rows(target, source)
    forked = _take_sites(target, source, sites)
    reports = readings = 0
    run = Extraction(uuid4().hex, at, "merge", "merge")
    for (sha256,) in source.execute("select sha256 from reports order by id").fetchall():
        row = target.execute("select id from reports where sha256 = ?", (sha256,)).fetchone()
        if row is None:
            project(target, copy_report(source, target, sha256), sha256)
            take_layers(source, target, sha256)
            reports += 1
            continue
        if sha256 in touched:
            project(target, row["id"], sha256, touched[sha256])
        readings += take_later(source, target, path, sha256, run)
        kept = keep_vanished(source, target, sha256)
        if kept:
            project(target, row["id"], sha256, {("figure", span) for span in kept})
            drop_unheld(target, sha256, kept)
        _earliest_group(source, target, sha256)
        take_layers(source, target, sha256)
    balance(target)
    after = _conflicts(target)
    new, holding, waiting = _counts(target, last)
    return Merged(
        name,
        new,
        known,
        holding,
        waiting,
        reports,
        readings,
        len(after - before),
        len(before - after),
        tuple(forked),
        rulings,
    )


def _refuse_unfit(target: sqlite3.Connection, source: sqlite3.Connection, name: str) -> None:
    """Raises StoreError for a package of another project and for one with words of somebody else in it."""
    ours = target.execute("select project from identity").fetchone()[0]
    site, theirs, owner = source.execute(
        "select i.site, i.project, s.owner from identity i join sites s on s.site = i.site"
    ).fetchone()
    if ours is not None and theirs is not None and ours != theirs:
        raise StoreError("merge_other_project", path=name)
    if ours is None and theirs is not None:
        target.execute("update identity set project = ?", (theirs,))
    if owner is not None:
        foreign = source.execute(
            "select uuid, reviewer from journal where site = ? and reviewer <> ? and action <> 'reextracted'",
            (site, owner),
        ).fetchone()
        if foreign is not None:
            raise StoreError("merge_foreign_reviewer", path=name, owner=owner, reviewer=foreign["reviewer"])


def _refuse_altered(target: sqlite3.Connection, source: sqlite3.Connection, name: str) -> int:
    """How many rows are here already. Raises StoreError that names those that are not what was recorded."""
    altered = [one.entry for one in unchained(source) if one.entry is not None]
    known = 0
    for rows in _portions(source.execute("select uuid, hash from journal")):
        ours = _hashes(target, [uuid for uuid, _ in rows])
        known += len(ours)
        altered += [uuid for uuid, theirs in rows if ours.get(uuid, theirs) != theirs]
    if altered:
        raise StoreError("merge_altered", path=name, rows=", ".join(dict.fromkeys(altered)))
    return known


def _portions(rows: Iterable[sqlite3.Row]) -> Iterator[list[sqlite3.Row]]:
    """Some hundreds of rows at a time: memory stays flat however long the journal is."""
    left = iter(rows)
    while portion := list(islice(left, 500)):
        yield portion


def _hashes(connection: sqlite3.Connection, uuids: Sequence[str]) -> dict[str, str]:
    """The hash of each of these rows that is here."""
    marks = ", ".join("?" * len(uuids))
    return dict(
        connection.execute(f"select uuid, hash from journal where uuid in ({marks})", uuids).fetchall()
    )


def _take_rows(target: sqlite3.Connection, source: sqlite3.Connection) -> tuple[Touched, set[str]]:
    """Rows that are not here, in the order of their Lamport times; what they touch, and their sites."""
    touched: Touched = defaultdict(set)
    sites: set[str] = set()
    for rows in _portions(source.execute(f"select {_COLUMNS} from journal order by lamport, uuid")):
        ours = _hashes(target, [row["uuid"] for row in rows])
        new = [row for row in rows if row["uuid"] not in ours]
        target.executemany(f"insert into journal{INSERTED}", new)
        for row in new:
            touched[row["report"]].add((row["target"], row["figure"]))
            sites.add(row["site"])
    return dict(touched), sites


def _take_sites(target: sqlite3.Connection, source: sqlite3.Connection, sites: set[str]) -> list[str]:
    """Whose sites they are; those of which it shows now that their file was used twice."""
    for row in source.execute("select site, owner, purpose from sites").fetchall():
        if row["site"] in sites:
            target.execute(
                "insert into sites(site, owner, purpose) values (?, ?, ?) on conflict(site) do update set"
                " owner = coalesce(owner, excluded.owner), purpose = coalesce(purpose, excluded.purpose)",
                tuple(row),
            )
    had = {row[0] for row in target.execute("select site from sites where forked")}
    note_sites(target, sites)
    forked = [row[0] for row in target.execute("select site from sites where forked order by site")]
    own = target.execute("select site from identity").fetchone()[0]
    if own in forked and own not in had:
        # This file was copied and its copy used: from here on the two go by different names.
        site = uuid4().hex
        target.execute("insert into sites(site) values (?)", (site,))
        target.execute("update identity set site = ?", (site,))
    return [site for site in forked if site not in had]


def _earliest_group(source: sqlite3.Connection, target: sqlite3.Connection, sha256: str) -> None:
    """A report stays in the group that was noted first, in whatever order stores are merged."""
    query = (
        "select g.noted_at, g.name, g.report from split_groups g join reports r on r.id = g.report"
        " where r.sha256 = ?"
    )
    theirs, ours = (connection.execute(query, (sha256,)).fetchone() for connection in (source, target))
    if tuple(theirs)[:2] < tuple(ours)[:2]:
        target.execute(
            "update split_groups set noted_at = ?, name = ? where report = ?",
            (theirs[0], theirs[1], ours[2]),
        )


def _conflicts(connection: sqlite3.Connection) -> set[tuple[int, int, int]]:
    rows = connection.execute(
        "select report, start, \"end\" from settlements where state = 'conflict'"
    ).fetchall()
    return {tuple(row) for row in rows}


def _counts(connection: sqlite3.Connection, last: int) -> tuple[int, int, int]:
    """New rows behind number ``last``: all, those by which something is held, those of unknown reports."""
    row = connection.execute(
        "select count(*), coalesce(sum(id in (select entry from verdicts where entry > ?"
        " union select entry from adjudications where entry > ?)), 0),"
        " coalesce(sum(report not in (select sha256 from reports)), 0) from journal where id > ?",
        (last, last, last),
    ).fetchone()
    return row[0], row[1], row[2]
