"""Checking and copying a store."""

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
"""Where a difference lies that is damage of the store's file itself."""


def verify_store(store: Path) -> tuple[int, list[Difference]]:
    """How many journal entries there are, and what in the store does not agree with them.

    Of a damaged file its damage is told, and no entries are counted. Raises StoreError for what is no store.
    """
    if not store.exists():
        raise StoreError("store_missing", path=store)
    found = damage_of(store)
    if found:
        return 0, [Difference(FILE, one) for one in found]
    return verify(store)


def oddities(store: Path) -> tuple[int, int]:
    """Entries of a sound store's journal with times that cannot be, and entries that wait without effect."""
    with StoreReader(store) as reader:
        return reader.journal.impossible_times(latest()), reader.journal.waiting_count()


def damage_of(store: Path, *, rows: bool = True) -> list[str]:
    """What is wrong with the store's file, remembered beside it; ``rows`` tells whether every row is read.

    Raises StoreError for what is no store.
    """
    try:
        create_or_migrate(store, pages=False)
    except StoreError as error:
        if error.code != "store_damaged":
            raise
        return recorded_integrity_check(store) or [str(error.params["reason"])]
    return recorded_integrity_check(store, rows=rows)


def at_hand(store: Path) -> None:
    """Raises StoreError where the store is missing or no store; what is damaged is told when it is read."""
    if not store.exists():
        raise StoreError("store_missing", path=store)
    create_or_migrate(store)


def sound(store: Path, *, rows: bool = True) -> None:
    """Raises StoreError where the store is missing, no store, or damaged anywhere; ``rows`` as above."""
    if not store.exists():
        raise StoreError("store_missing", path=store)
    found = damage_of(store, rows=rows)
    if found:
        raise StoreError("store_damaged", path=store, reason=found[0])


def back_up(store: Path, target: Path) -> None:
    """A consistent copy of a sound store, whole or not at all. Raises FzError where it cannot be written."""
    sound(store)
    with appearing(target) as partial:
        copy_store(store, partial)


@contextmanager
def appearing(target: Path) -> Iterator[Path]:
    """A path to write to, which becomes the target when all has gone well."""
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
