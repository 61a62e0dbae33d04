"""Does the log beside a store belong to it?

A desk that was killed leaves its write-ahead log (``-wal``) beside the store. Where somebody copies a backup
over the store then, SQLite would replay that log over the backup and break it: it cannot know. Every
transaction of ours rewrites the one row of ``marks``, which holds the store's id and counts that only grow.
So the log belongs to the store where its rows have the same id, and where the store's own count lies between
that before the log's first transaction and that of its last.
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

from fzreview.store.integrity.pages import Value, leaf_rows
from fzreview.store.opening.codec import CORRUPTION_ERRORS

_MAGIC: Final = (0x377F0682, 0x377F0683)
_HEADER: Final = 32
_FRAME: Final = 24


@dataclass(frozen=True, slots=True)
class _Mark:
    store: str
    count: int
    """Of all that was ever written: never falls."""
    base: int
    """The count before the transaction that wrote this row."""


def log_of(path: Path) -> Path:
    """SQLite's write-ahead log of a store."""
    return path.with_name(f"{path.name}-wal")


def index_of(path: Path) -> Path:
    """SQLite's index of that log, shared by the programs that have the store open."""
    return path.with_name(f"{path.name}-shm")


def is_foreign(path: Path) -> bool:
    """Whether the log beside a store was written over another state than the store's file holds.

    False where there is no log, where it tells nothing, and where the store is of an older schema.
    Nothing is changed. Raises OSError.
    """
    # A desk that is open may move its log into the store between two looks; a stranger's stays what it is.
    return all(_looks_foreign(path, wait) for wait in (0.0, 0.05, 0.2))


def _looks_foreign(path: Path, wait: float) -> bool:
    sleep(wait)
    log = log_of(path)
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
    """The page of ``marks`` and what it holds in the file itself, without the log."""
    uri = f"{path.absolute().as_uri()}?immutable=1"
    try:
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            page = connection.execute("select rootpage from sqlite_master where name = 'marks'").fetchone()
            row = connection.execute("select store, entries + written, base from marks").fetchone()
    except CORRUPTION_ERRORS:
        return 0, None
    return (0, None) if page is None or row is None else (page[0], _Mark(*row))


def _logged(log: Path, page: int) -> Iterator[_Mark]:
    """What each valid frame of the log says of ``marks``, in order."""
    with log.open("rb") as file:
        header = file.read(_HEADER)
        if len(header) < _HEADER or int.from_bytes(header[:4], "big") not in _MAGIC:
            return
        size, salts = int.from_bytes(header[8:12], "big"), header[16:24]
        while len(frame := file.read(_FRAME)) == _FRAME:
            if frame[8:16] != salts:
                return  # what stands behind is of an earlier round
            if int.from_bytes(frame[:4], "big") != page:
                file.seek(size, SEEK_CUR)
                continue
            for _, values in leaf_rows(file.read(size), page, lambda number: b""):
                yield _mark(values)


def _mark(values: list[Value]) -> _Mark:
    """Of a row of ``marks`` in the order of its columns; see ``schema``."""
    _, entries, *_, store, written, base = values
    return _Mark(str(store), _whole(entries) + _whole(written), _whole(base))


def _whole(value: Value) -> int:
    return value if isinstance(value, int) else 0
