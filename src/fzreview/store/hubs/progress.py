"""What a store remembers of hubs: how far each was read and filled, and the chain last seen there.

These tables do not go into a store that is rebuilt: rows may be lost, and a hub is then to be read anew.
Functions that write run inside the caller's transaction.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from fzreview.domain.team.hub import Cursor, Head, Page
from fzreview.store.opening.connect import open_reader


@dataclass(frozen=True, slots=True)
class Sent:
    """How a site stood at a hub when everything of it had been sent."""

    head: Head
    """At the hub."""
    rows: int
    """In this store."""


@dataclass(frozen=True, slots=True)
class SyncState:
    """How this store and the hub that it was synchronised with last stand to each other."""

    place: str
    synced: str | None
    """When the hub was last reached and all went through; ISO 8601 in UTC."""
    unreached: str | None
    """Since when every attempt to reach it failed; None where the last one did not."""
    waiting: int
    """Rows made here that were not sent yet."""


def meet(connection: sqlite3.Connection, hub: str, place: str, project: str) -> None:
    """Remember a hub and where it was found; the store is of its project from now on."""
    connection.execute(
        "insert into hubs(hub, place) values (?, ?)"
        " on conflict(hub) do update set place = excluded.place where place <> excluded.place",
        (hub, place),
    )
    connection.execute("update identity set project = ? where project is null", (project,))


def cursor_of(connection: sqlite3.Connection, hub: str) -> Cursor:
    """How far a hub was read."""
    row = connection.execute("select position, chain from hubs where hub = ?", (hub,)).fetchone()
    if row is None:
        return Cursor()
    taken = connection.execute("select name from hub_taken where hub = ?", (hub,))
    return Cursor(row[0], row[1], frozenset(one[0] for one in taken))


def advance(connection: sqlite3.Connection, hub: str, page: Page) -> None:
    """Note that a page was taken; in the commit that took its rows."""
    if page.taken is not None:
        note_taken(connection, hub, (page.taken,))
    else:
        connection.execute(
            "update hubs set position = ?, chain = ? where hub = ?", (page.position, page.chain, hub)
        )


def note_taken(connection: sqlite3.Connection, hub: str, names: Iterable[str]) -> None:
    """Note pieces or packages that were taken."""
    connection.executemany("insert or ignore into hub_taken values (?, ?)", ((hub, name) for name in names))


def rewind(connection: sqlite3.Connection, hub: str) -> None:
    """Read and fill the hub from its beginning."""
    connection.execute("update hubs set position = 0, chain = '' where hub = ?", (hub,))
    for table in ("hub_taken", "hub_sites"):
        connection.execute(f"delete from {table} where hub = ?", (hub,))


def forget_hubs(store: Path) -> None:
    """Remember no hub: after a loss the rows of one are to be read again."""
    with closing(sqlite3.connect(store)) as connection:
        for table in ("hub_taken", "hub_sites", "hubs"):
            connection.execute(f"delete from {table}")
        connection.commit()


def note_sent(connection: sqlite3.Connection, hub: str, site: str, sent: Sent) -> None:
    """Note that all of a site was sent."""
    connection.execute(
        "insert or replace into hub_sites(hub, site, seq, hash, sent) values (?, ?, ?, ?, ?)",
        (hub, site, sent.head.seq, sent.head.hash, sent.rows),
    )


def sent_of(connection: sqlite3.Connection, hub: str) -> dict[str, Sent]:
    """Site → how it stood when it was sent last."""
    rows = connection.execute("select site, seq, hash, sent from hub_sites where hub = ?", (hub,))
    return {row[0]: Sent(Head(row[1], row[2]), row[3]) for row in rows}


def note_synced(connection: sqlite3.Connection, hub: str, at: str) -> None:
    """Note that the hub was reached and everything went through."""
    connection.execute("update hubs set synced = ?, unreached = null where hub = ?", (at, hub))


def note_unreached(connection: sqlite3.Connection, place: str, at: str) -> None:
    """Note that a hub could not be reached; the first of several such times counts."""
    connection.execute("update hubs set unreached = ? where place = ? and unreached is null", (at, place))


def sync_state(store: Path) -> SyncState | None:
    """How a store and its hub stand; None where it never met one. Raises StoreError."""
    with closing(open_reader(store)) as connection:
        row = connection.execute(
            "select hub, place, synced, unreached from hubs"
            " order by max(coalesce(synced, ''), coalesce(unreached, '')) desc, hub limit 1"
        ).fetchone()
        if row is None:
            return None
        (waiting,) = connection.execute(
            "select s.seq - coalesce((select h.sent from hub_sites h where h.hub = ? and h.site = s.site), 0)"
            " from identity i join sites s on s.site = i.site",
            (row["hub"],),
        ).fetchone()
        return SyncState(row["place"], row["synced"], row["unreached"], max(0, waiting))
