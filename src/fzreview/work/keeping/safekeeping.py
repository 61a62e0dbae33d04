"""Verification and backup of a store."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fzreview.errors import FzError, StoreError
from fzreview.store.integrity.corruption import recorded_integrity_check
from fzreview.store.integrity.verifying import Difference, copy_store, verify
from fzreview.store.opening.connect import create_or_migrate
from fzreview.store.reader import StoreReader
from fzreview.work.clock import latest

FILE = "file"
"""``Difference.where`` of corruption of the file itself."""


def verify_store(store: Path) -> tuple[int, list[Difference]]:
    """The number of journal entries, and everything in the store that disagrees with the journal.

    Of a damaged file its damage is told, and no entries are counted. Raises StoreError for what is no store.
    """
    if not store.exists():
        raise StoreError("store_missing", path=store)
    found = check_damage(store)
    if found:
        return 0, [Difference(FILE, one) for one in found]
    return verify(store)


def count_oddities(store: Path) -> tuple[int, int]:
    """Numbers of journal entries with impossible times, and of entries whose report is missing."""
    with StoreReader(store) as reader:
        return reader.journal.impossible_times(latest()), reader.journal.waiting_count()


def check_damage(store: Path, *, rows: bool = True) -> list[str]:
    """Findings about the store's file, which its damage note keeps; with ``rows`` every row is decoded too.

    Raises StoreError for what is no store.
    """
    try:
        create_or_migrate(store, pages=False)
    except StoreError as error:
        if error.code != "store_damaged":
            raise
        return recorded_integrity_check(store) or [str(error.params["reason"])]
    return recorded_integrity_check(store, rows=rows)


def require_store(store: Path) -> None:
    """Raise StoreError where the store is missing or no store. Corruption is not looked for."""
    if not store.exists():
        raise StoreError("store_missing", path=store)
    create_or_migrate(store)


def require_undamaged(store: Path, *, rows: bool = True) -> None:
    """Raise StoreError where the store is missing, damaged or no store; ``rows`` as in ``check_damage``."""
    if not store.exists():
        raise StoreError("store_missing", path=store)
    found = check_damage(store, rows=rows)
    if found:
        raise StoreError("store_damaged", path=store, reason=found[0])


def back_up(store: Path, target: Path) -> None:
    """Copy an undamaged store consistently and atomically. Raises FzError for an unwritable ``target``."""
    require_undamaged(store)
    with atomic_target(target) as partial:
        copy_store(store, partial)


@contextmanager
def atomic_target(target: Path) -> Iterator[Path]:
    """A temporary path to write to, renamed to ``target`` at the end of the block unless it raises."""
    if target.exists():
        raise FzError("backup_exists", path=target)
    if not target.parent.is_dir():
        raise FzError("unwritable", path=target, reason=os.strerror(errno.ENOENT))
    partial = target.with_name(f".{target.name}.{os.getpid()}.partial")
    try:
        yield partial
        with partial.open("rb") as file:
            os.fsync(file.fileno())
        partial.replace(target)
    except OSError as error:
        raise FzError("unwritable", path=target, reason=error.strerror or str(error)) from error
    finally:
        for left in (partial, *(partial.with_name(f"{partial.name}-{end}") for end in ("wal", "shm"))):
            left.unlink(missing_ok=True)
