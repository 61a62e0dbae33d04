"""The rows of this store's own site: each numbered, and linked to the one before it.

Each function runs inside the caller's transaction.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

from fzreview.domain.decisions.verdict import JournalEntry
from fzreview.domain.decisions.wire import body_of, row_hash
from fzreview.errors import StoreError
from fzreview.store.opening.journal_columns import columns_of_entry
from fzreview.store.opening.packed_values import pack_json

ROW: Final = (
    *("uuid", "at", "reviewer", "session", "action", "report", "target", "figure", "before", "after"),
    *("elapsed_ms", "extractor", "guide", "inverts", "note", "batch"),
    *("site", "seq", "lamport", "heads", "seen", "rests", "prev", "hash"),
)
"""Columns of the journal behind its id."""

INSERTED: Final = f"({', '.join(ROW)}) values ({', '.join('?' * len(ROW))})"

WAITING: Final = "select uuid, report from journal where report not in (select sha256 from reports)"
"""Rows that wait for the report that they speak of."""


def note_sites(connection: sqlite3.Connection, sites: Iterable[str] | None = None) -> None:
    """Bring ``sites`` up to date with the rows that the journal holds: how far each is known, which forked.

    A file that was copied and used twice has two rows of one number. None means every site of the journal.
    """
    if sites is None:
        sites = [row[0] for row in connection.execute("select distinct site from journal").fetchall()]
    for site in sites:
        connection.execute(
            "insert into sites(site, seq, lamport)"
            " select site, max(seq), max(lamport) from journal where site = ? group by site"
            " on conflict(site) do update set seq = excluded.seq, lamport = excluded.lamport",
            (site,),
        )
        connection.execute(
            "update sites set hash = coalesce((select max(hash) from journal j where j.site = sites.site"
            " and j.seq = sites.seq), ''), forked = exists (select 1 from journal j where j.site = sites.site"
            " group by j.seq having count(*) > 1) where site = ?",
            (site,),
        )


class OwnSite(NamedTuple):
    """The site of this store, as far as its chain has come."""

    site: str
    owner: str | None
    """Who alone decides in it, where it is a package."""
    seq: int
    hash: str
    lamport: int
    """The latest Lamport time of any site's rows."""


def own_site(connection: sqlite3.Connection) -> OwnSite:
    """The site to which what is decided here is added."""
    row = connection.execute(
        "select s.site, s.owner, s.seq, s.hash, (select max(lamport) from sites)"
        " from identity i join sites s on s.site = i.site"
    ).fetchone()
    return OwnSite(*row)


def extend(
    connection: sqlite3.Connection, own: OwnSite, entry: JournalEntry, heads: Sequence[str], seen: str | None
) -> tuple[int, int]:
    """Append an entry to the chain of this store; its number in the journal and its Lamport time.

    Raises StoreError where the store is a package of somebody else.
    """
    site, owner, seq, prev, lamport = own
    if owner is not None and owner != entry.reviewer:
        raise StoreError("package_of_another", owner=owner, reviewer=entry.reviewer)
    row: dict[str, Any] = columns_of_entry(entry) | {
        "site": site,
        "seq": seq + 1,
        "lamport": lamport + 1,
        "heads": pack_json(heads),
        "seen": seen,
        "prev": prev,
    }
    row["hash"] = row_hash(prev, body_of(row))
    cursor = connection.execute(f"insert into journal{INSERTED}", tuple(row[name] for name in ROW))
    connection.execute(
        "update sites set seq = ?, lamport = ?, hash = ? where site = ?",
        (seq + 1, lamport + 1, row["hash"], site),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid, lamport + 1
