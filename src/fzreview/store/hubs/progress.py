"""How far a store is synchronised with each hub: the cursor of what was read, and what was sent.

A rebuilt store drops these tables: rows may be lost, and reading a hub from its beginning brings them back.
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
class SentState:
    """What a hub had of a site once all of its rows in this store had been sent."""

    head: Head
    """The site's last row at the hub."""
    rows: int
    """Number of its rows in this store."""


@dataclass(frozen=True, slots=True)
class SyncState:
    """State of the synchronisation with the hub that was used last."""

    place: str
    synced: str | None
    """Time of the last complete synchronisation; ISO 8601 in UTC."""
    unreached: str | None
    """Time of the first of the latest consecutive failures; None where the last attempt succeeded."""
    waiting: int
    """Number of rows made in this store that have not been sent."""


def remember_hub(connection: sqlite3.Connection, hub: str, place: str, project: str) -> None:
    """Record a hub and its address; a store without a project takes over the hub's."""
    connection.execute(
        "insert into hubs(hub, place) values (?, ?)"
        " on conflict(hub) do update set place = excluded.place where place <> excluded.place",
        (hub, place),
    )
    connection.execute("update identity set project = ? where project is null", (project,))


def cursor_of(connection: sqlite3.Connection, hub: str) -> Cursor:
    """How far a hub was read; the initial cursor of a hub that is not on record."""
    row = connection.execute("select position, chain from hubs where hub = ?", (hub,)).fetchone()
    if row is None:
        return Cursor()
    taken = connection.execute("select name from hub_taken where hub = ?", (hub,))
    return Cursor(row[0], row[1], frozenset(one[0] for one in taken))


def advance_cursor(connection: sqlite3.Connection, hub: str, page: Page) -> None:
    """Move the cursor past a page, in the commit that stores its rows."""
    if page.taken is not None:
        note_taken(connection, hub, (page.taken,))
    else:
        connection.execute(
            "update hubs set position = ?, chain = ? where hub = ?", (page.position, page.chain, hub)
        )


def note_taken(connection: sqlite3.Connection, hub: str, names: Iterable[str]) -> None:
    """Add names of segments or packages to the cursor."""
    connection.executemany("insert or ignore into hub_taken values (?, ?)", ((hub, name) for name in names))


def reset_progress(connection: sqlite3.Connection, hub: str) -> None:
    """Forget what was read from and sent to a hub, so that both start from the beginning."""
    connection.execute("update hubs set position = 0, chain = '' where hub = ?", (hub,))
    for table in ("hub_taken", "hub_sites"):
        connection.execute(f"delete from {table} where hub = ?", (hub,))


def forget_hubs(store: Path) -> None:
    """Delete all hubs from a store that was rebuilt."""
    with closing(sqlite3.connect(store)) as connection:
        for table in ("hub_taken", "hub_sites", "hubs"):
            connection.execute(f"delete from {table}")
        connection.commit()


def note_sent(connection: sqlite3.Connection, hub: str, site: str, sent: SentState) -> None:
    """Record that all rows of a site were sent."""
    connection.execute(
        "insert or replace into hub_sites(hub, site, seq, hash, sent) values (?, ?, ?, ?, ?)",
        (hub, site, sent.head.seq, sent.head.hash, sent.rows),
    )


def sent_states(connection: sqlite3.Connection, hub: str) -> dict[str, SentState]:
    """Site → its state when all of its rows were sent last."""
    rows = connection.execute("select site, seq, hash, sent from hub_sites where hub = ?", (hub,))
    return {row[0]: SentState(Head(row[1], row[2]), row[3]) for row in rows}


def note_synced(connection: sqlite3.Connection, hub: str, at: str) -> None:
    """Record a complete synchronisation at a time (ISO 8601 in UTC)."""
    connection.execute("update hubs set synced = ?, unreached = null where hub = ?", (at, hub))


def note_unreached(connection: sqlite3.Connection, place: str, at: str) -> None:
    """Record that a hub could not be reached; of consecutive failures the first time is kept."""
    connection.execute("update hubs set unreached = ? where place = ? and unreached is null", (at, place))


def sync_state(store: Path) -> SyncState | None:
    """State of the synchronisation of a store; None where no hub is on record. Raises StoreError."""
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
