"""Rows that came down from a hub, taken in with the cursor in one commit.

A row that speaks of a report that is not here waits in the journal and counts once that report comes. Rows
that are not what was recorded are refused with those of their site beside them. Inside the caller's
transaction.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from typing import Any, Final

from fzreview.domain.decisions.wire import body_of, row_hash
from fzreview.domain.team.hub import Page, WireRow
from fzreview.domain.team.merged import Merged
from fzreview.errors import StoreError
from fzreview.store.journal.chain import ROW
from fzreview.store.merging.journal_rows import (
    check_hashes,
    conflicts,
    counts_behind,
    follow_sites,
    insert_rows,
    last_row,
    project_touched,
)
from fzreview.store.opening.journal_columns import entry_of, register_entry_of
from fzreview.store.opening.unreadable_rows import UnreadableRow
from fzreview.store.verdicts.projecting import balance

_BODY: Final = frozenset(ROW) - {"prev", "hash"}
_NUMBERS: Final = frozenset({"elapsed_ms", "seq", "lamport"})
_OPTIONAL: Final = frozenset({"before", "after", "inverts", "note", "batch", "seen", "rests"})
_GREATEST: Final = 1 << 53
"""Greatest Lamport time or sequence number that is accepted: counting must go on from there."""


def merge_page(
    connection: sqlite3.Connection, page: Page, only: Collection[str] | None = None
) -> list[Merged]:
    """Insert the rows of a page that the store lacks; ``only`` those about these reports (sha256), if given.

    Returns one outcome, or one for each site where rows of some site are refused, with the error in it: all
    rows of the other sites are inserted. ``merge_altered`` stands for malformed rows, rows known with another
    hash and rows that break the chain; ``merge_foreign_reviewer`` for another person's rows in a package.
    Raises StoreError ``hub_newer``, with nothing inserted, for rows of a newer version of the program.
    """
    rows: list[dict[str, Any]] = []
    outcomes = []
    for row in page.rows:
        try:
            rows.append(_read(row, page.name))
        except StoreError as error:
            if error.code == "hub_newer":
                raise
            outcomes.append(Merged(page.name, error=error))
    rows = _fit(connection, rows)
    if only is not None:
        rows = [row for row in rows if row["report"] in only]
    try:
        return [*outcomes, _take(connection, rows, page.name)]
    except StoreError:
        for one in sorted({row["site"] for row in rows}):
            of_site = [row for row in rows if row["site"] == one]
            try:
                outcomes.append(_take(connection, of_site, page.name))
            except StoreError as error:
                outcomes.append(Merged(page.name, error=error))
        return outcomes


def _fit(connection: sqlite3.Connection, rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Blindness is absence: nobody else's rows come into a person's package.

    Into one that asks about something a second time not even their own: used on two machines, it shows on
    each what was said there, and all of it counts where it comes together.
    """
    owner, purpose = connection.execute(
        "select s.owner, s.purpose from identity i join sites s on s.site = i.site"
    ).fetchone()
    if not owner:
        return list(rows)
    return [row for row in rows if row["reviewer"] == owner and purpose == "review"]


def _take(connection: sqlite3.Connection, rows: Sequence[dict[str, Any]], name: str) -> Merged:
    """Insert rows, all or none. Raises StoreError."""
    connection.execute("savepoint page")
    try:
        merged = _taken(connection, rows, name)
    except StoreError:
        connection.execute("rollback to page")
        raise
    finally:
        connection.execute("release page")
    return merged


def _taken(connection: sqlite3.Connection, rows: Sequence[dict[str, Any]], name: str) -> Merged:
    _refuse_strangers(connection, rows, name)
    known, altered = check_hashes(connection, [(row["uuid"], row["hash"]) for row in rows])
    told: dict[str, str] = {}
    altered += [row["uuid"] for row in rows if told.setdefault(row["uuid"], row["hash"]) != row["hash"]]
    if altered:
        raise StoreError("merge_altered", path=name, rows=", ".join(dict.fromkeys(altered)))
    before = conflicts(connection)
    last = last_row(connection)
    in_order = sorted(rows, key=lambda row: (row["lamport"], row["uuid"]))
    touched, sites = insert_rows(
        connection, (tuple(row[name] for name in ROW) for row in in_order), fresh=False
    )
    _refuse_unchained(connection, last, name)
    forked = follow_sites(connection, sites)
    project_touched(connection, touched)
    balance(connection)
    after = conflicts(connection)
    new, holding, waiting = counts_behind(connection, last)
    return Merged(
        source=name,
        new=new,
        known=known,
        holding=holding,
        waiting=waiting,
        opened=len(after - before),
        closed=len(before - after),
        forked=tuple(forked),
    )


def note_owners(connection: sqlite3.Connection, owners: Iterable[tuple[str, str, str]]) -> None:
    """Record the owners of packages' sites as ``(site, owner, purpose)``."""
    connection.executemany(
        "insert into sites(site, owner, purpose) values (?, ?, ?) on conflict(site) do update set"
        " owner = coalesce(owner, excluded.owner), purpose = coalesce(purpose, excluded.purpose)",
        owners,
    )


def _read(row: WireRow, name: str) -> dict[str, Any]:
    """The columns of a row. Raises StoreError where it is not in the wire form."""
    if row_hash(row.prev, row.body) != row.hash:
        raise StoreError("merge_altered", path=name, rows=row.hash[:12])
    try:
        told = json.loads(row.body)
        if told.keys() > _BODY:
            raise StoreError("hub_newer", place=name)
        for column in _BODY:
            _refuse_unlike(column, told[column])
        for column in ("heads", "rests"):
            _refuse_no_names(told[column])
        if body_of(told) != row.body:
            raise ValueError("not canonical")
        columns: dict[str, Any] = {**told, "prev": row.prev, "hash": row.hash, "id": 0}
        entry_of(columns)
        register_entry_of(columns)
    except (ValueError, KeyError, TypeError, AttributeError, UnreadableRow) as error:
        raise StoreError("merge_altered", path=name, rows=f"{row.hash[:12]} ({error})") from error
    return columns


def _refuse_unlike(column: str, value: object) -> None:
    """Raise ValueError for a value that the column cannot hold."""
    if column in _NUMBERS:
        right = type(value) is int and (0 if column == "elapsed_ms" else 1) <= value < _GREATEST
    else:
        right = isinstance(value, str) or (value is None and column in _OPTIONAL)
        # Half of a character is no text.
        str(value).encode()
    if not right:
        raise ValueError(column)


def _refuse_no_names(packed: str | None) -> None:
    """Raise ValueError for what is no JSON list of strings."""
    names = [] if packed is None else json.loads(packed)
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise ValueError(packed)


def _refuse_strangers(connection: sqlite3.Connection, rows: Sequence[dict[str, Any]], name: str) -> None:
    owners = dict(connection.execute("select site, owner from sites where owner <> ''").fetchall())
    for row in rows:
        owner = owners.get(row["site"])
        if owner is not None and row["reviewer"] != owner and row["action"] != "reextracted":
            raise StoreError("merge_foreign_reviewer", path=name, owner=owner, reviewer=row["reviewer"])


def _refuse_unchained(connection: sqlite3.Connection, last: int, name: str) -> None:
    """Raise StoreError where new rows do not link to the rows of their site before and after them."""
    rows = connection.execute(
        "select j.uuid from journal j where j.id > ? and"
        " (exists (select 1 from journal b where b.site = j.site and b.seq = j.seq - 1)"
        " and not exists (select 1 from journal b where b.site = j.site and b.seq = j.seq - 1"
        " and b.hash = j.prev) or exists (select 1 from journal a where a.site = j.site and a.seq = j.seq + 1"
        " and not exists (select 1 from journal b where b.site = j.site and b.seq = j.seq"
        " and b.hash = a.prev)) or (j.seq = 1) <> (j.prev = ''))",
        (last,),
    ).fetchall()
    if rows:
        raise StoreError("merge_altered", path=name, rows=", ".join(row[0] for row in rows))
