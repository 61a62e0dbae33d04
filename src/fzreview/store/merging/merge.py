"""The journal and the readings of another store taken into this one.

Both are sets, and merging is their union: in any order and any number of times it comes to the same state.
What people hold follows from the union, see ``projecting``. The rows of both connections are
``sqlite3.Row``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import uuid4

from fzreview.domain.team.merged import Merged
from fzreview.errors import StoreError
from fzreview.store.integrity.undecodable_rows import undecodable_entries
from fzreview.store.integrity.verifying import unchained
from fzreview.store.journal.chain import ROW
from fzreview.store.merging.former_words import former_behind
from fzreview.store.merging.journal_rows import (
    check_hashes,
    conflicts,
    counts_behind,
    follow_sites,
    insert_rows,
    last_row,
    project_touched,
)
from fzreview.store.merging.records import merge_records
from fzreview.store.merging.reports import ReportMerging, places_of
from fzreview.store.opening.connect import open_reader
from fzreview.store.opening.transaction import transaction
from fzreview.store.reports.reextracting import ReextractionRun
from fzreview.store.team.rulings import merge_rulings
from fzreview.store.verdicts.projecting import balance


def merge_all(
    target: sqlite3.Connection, path: Path, sources: Sequence[tuple[str, Path]], at: str
) -> list[Merged]:
    """Take in other stores, told by ``(name for the user, path of a copy that may be read)``; one commit.

    ``path`` is that of the store that takes. One that cannot be taken is told in its place: all is taken
    back then and done once more without it, because a savepoint would make every write twice as dear.
    """
    refused: dict[int, Merged] = {}
    while True:
        now: int | None = None
        outcomes = dict(refused)
        try:
            with transaction(target, path):
                for now, (name, copy) in enumerate(sources):
                    if now not in refused:
                        with closing(open_reader(copy)) as source:
                            outcomes[now] = _merge(target, source, path, name, at)
            return [outcomes[number] for number in sorted(outcomes)]
        except StoreError as error:
            if now is None or now in refused:
                raise
            refused[now] = Merged(sources[now][0], error=error)


def _merge(target: sqlite3.Connection, source: sqlite3.Connection, path: Path, name: str, at: str) -> Merged:
    """Take in everything that ``source`` has; ``path`` is the target's, ``name`` the source's for the user.

    Raises StoreError; what was written until then must be taken back.
    """
    _refuse_unfit(target, source, name)
    before = conflicts(target)
    last = last_row(target)
    known, there = _refuse_altered(target, source, name)
    rulings, altered = merge_rulings(source, target)
    if altered:
        raise StoreError("merge_altered", path=name, rows=", ".join(altered))
    seeded = merge_records(source, target)
    unknown: Iterable[tuple[Any, ...]] = ()
    if known < there:
        unknown = _plain(source, f"select {', '.join(ROW)} from journal order by lamport, uuid")
    touched, sites = insert_rows(target, unknown, fresh=not known)
    _refuse_unreadable_entries(target, last, name)
    _note_owners(target, source, sites)
    forked = follow_sites(target, sites)
    merging = ReportMerging(target, source, path, name, ReextractionRun(uuid4().hex, at, "merge", "merge"))
    for (sha256,) in source.execute("select sha256 from reports order by id").fetchall():
        if sha256 in seeded:
            touched[sha256] = places_of(target, sha256)
        merging.take(sha256, touched.pop(sha256, None))
    # Rows also speak of reports that the source has no more and this store has.
    project_touched(target, touched)
    balance(target)
    after = conflicts(target)
    new, holding, waiting = counts_behind(target, last)
    return Merged(
        name,
        new,
        known,
        holding,
        waiting,
        merging.copied,
        merging.readings,
        len(after - before),
        len(before - after),
        tuple(forked),
        rulings,
        former_behind(target, last),
    )


def _refuse_unfit(target: sqlite3.Connection, source: sqlite3.Connection, name: str) -> None:
    """Raise StoreError for a package of another project or with rows of anybody but its owner."""
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


def _refuse_altered(target: sqlite3.Connection, source: sqlite3.Connection, name: str) -> tuple[int, int]:
    """How many of the source's rows this store has, and how many the source has.

    Raises StoreError that names those that are not what was recorded.
    """
    altered = [one.entry for one in unchained(source) if one.entry is not None]
    known, otherwise = check_hashes(target, _plain(source, "select uuid, hash from journal"))
    altered += otherwise
    if altered:
        raise StoreError("merge_altered", path=name, rows=", ".join(dict.fromkeys(altered)))
    return known, source.execute("select count(*) from journal").fetchone()[0]


def _refuse_unreadable_entries(target: sqlite3.Connection, last: int, name: str) -> None:
    """Raise StoreError where a row with an id above ``last`` cannot be decoded."""
    for found in undecodable_entries(target, last):
        raise StoreError("merge_damaged", path=name, reason=f"journal: {found}")


def _plain(connection: sqlite3.Connection, query: str) -> sqlite3.Cursor:
    """The rows of a query as plain tuples, which is the fastest form."""
    cursor = connection.cursor()
    cursor.row_factory = None
    return cursor.execute(query)


def _note_owners(target: sqlite3.Connection, source: sqlite3.Connection, sites: set[str]) -> None:
    """Record the owners of the packages among the sites of new rows."""
    for row in source.execute("select site, owner, purpose from sites").fetchall():
        if row["site"] in sites:
            target.execute(
                "insert into sites(site, owner, purpose) values (?, ?, ?) on conflict(site) do update set"
                " owner = coalesce(owner, excluded.owner), purpose = coalesce(purpose, excluded.purpose)",
                tuple(row),
            )
