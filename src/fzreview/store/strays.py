"""Entries of the journal that have no effect: what they decide on is not in the store."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Final

from fzreview.domain.verdict import JournalEntry
from fzreview.store.codec import entry_of, pack_decision

JOURNAL: Final = (
    "uuid", "at", "reviewer", "session", "action", "report", "target", "figure", "before", "after",
    "elapsed_ms", "extractor", "guide", "inverts", "note", "batch",
)  # fmt: skip
"""Columns of the journal behind its id, and of ``strays``."""

INSERTED: Final = f"({', '.join(JOURNAL)}) values ({', '.join('?' * len(JOURNAL))})"


def columns_of_entry(entry: JournalEntry) -> tuple[object, ...]:
    """An entry's values in the order of JOURNAL."""
    packed = {"before": pack_decision(entry.before), "after": pack_decision(entry.after)}
    return tuple(packed[name] if name in packed else getattr(entry, name) for name in JOURNAL)


def keep_strays(connection: sqlite3.Connection, entries: Iterable[Sequence[object]]) -> None:
    """Keep entries, told by their columns, in their order; those that are kept already are passed over."""
    connection.executemany(f"insert or ignore into strays{INSERTED}", entries)


def stray_entries(connection: sqlite3.Connection) -> list[JournalEntry]:
    """Entries that wait, in order; the connection's rows are ``sqlite3.Row``."""
    return [entry_of(row) for row in connection.execute("select * from strays order by rowid")]
