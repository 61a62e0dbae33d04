"""Detects a write-ahead log that belongs to another database file than the one beside it.

A process that was killed leaves its WAL (``-wal``) beside the store. If somebody then copies a backup over
the store, SQLite replays that WAL over the backup and corrupts it. Every transaction rewrites the single row
of ``marks``, which holds the store's id and a count that only grows. So the WAL belongs to the store if its
rows have the same id and the store's own count lies between the count before the WAL's first transaction and
that of its last.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from os import SEEK_CUR
from pathlib import Path
from time import sleep
from typing import Final

from fzreview.store.integrity.page_parser import Value, leaf_rows
from fzreview.store.opening.unreadable_rows import CORRUPTION_ERRORS

_MAGIC: Final = (0x377F0682, 0x377F0683)
_HEADER: Final = 32
_FRAME: Final = 24


@dataclass(frozen=True, slots=True)
class _Mark:
    store: str
    count: int
    """Rows ever written to the journal and the tables that follow from it: never falls."""
    base: int
    """The count before the transaction that wrote this row."""


def wal_path(path: Path) -> Path:
    """Path of SQLite's write-ahead log of a store."""
    return path.with_name(f"{path.name}-wal")


def shm_path(path: Path) -> Path:
    """Path of SQLite's WAL index, the shared memory of the processes that have the store open."""
    return path.with_name(f"{path.name}-shm")


def has_foreign_wal(path: Path) -> bool:
    """Whether the WAL beside a store was written for another database file.

    False where there is no WAL, where it holds no row of ``marks``, and for a store of an older schema.
    Changes nothing. Raises OSError.
    """
    # A process that has the store open may checkpoint between two reads, so ask thrice: a foreign WAL stays.
    return all(_looks_foreign(path, wait) for wait in (0.0, 0.05, 0.2))


def _looks_foreign(path: Path, wait: float) -> bool:
    sleep(wait)
    log = wal_path(path)
    if not log.exists() or log.stat().st_size <= _HEADER:
        return False
    page, own = _own_mark(path)
    if own is None:
        return False
    marks = list(_logged(log, page))
    if not marks:
        return False
    if any(mark.store != own.store for mark in marks):
        return True
    return not min(mark.base for mark in marks) <= own.count <= max(mark.count for mark in marks)


def _own_mark(path: Path) -> tuple[int, _Mark | None]:
    """Root page of ``marks`` and its row in the database file alone, without the WAL."""
    uri = f"{path.absolute().as_uri()}?immutable=1"
    try:
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            page = connection.execute("select rootpage from sqlite_master where name = 'marks'").fetchone()
            row = connection.execute("select store, entries + written, base from marks").fetchone()
    except CORRUPTION_ERRORS:
        return 0, None
    return (0, None) if page is None or row is None else (page[0], _Mark(*row))


def _logged(log: Path, page: int) -> Iterator[_Mark]:
    """The row of ``marks`` in each valid frame of the WAL, in order."""
    with log.open("rb") as file:
        header = file.read(_HEADER)
        if len(header) < _HEADER or int.from_bytes(header[:4], "big") not in _MAGIC:
            return
        size, salts = int.from_bytes(header[8:12], "big"), header[16:24]
        while len(frame := file.read(_FRAME)) == _FRAME:
            if frame[8:16] != salts:
                return  # frames of an earlier, already checkpointed generation of the WAL
            if int.from_bytes(frame[:4], "big") != page:
                file.seek(size, SEEK_CUR)
                continue
            for _, values in leaf_rows(file.read(size), page, lambda number: b""):
                yield _mark(values)


def _mark(values: list[Value]) -> _Mark:
    """A row of ``marks`` out of its values in the order of the table's columns."""
    _, entries, *_, store, written, base = values
    return _Mark(str(store), _whole(entries) + _whole(written), _whole(base))


def _whole(value: Value) -> int:
    return value if isinstance(value, int) else 0
