"""Replaces a store's file by another one; the old files are renamed, never overwritten."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from fzreview.errors import StoreError
from fzreview.store.integrity.corruption import damage_note_path
from fzreview.store.integrity.foreign_wal import shm_path, wal_path


def refuse_if_in_use(path: Path) -> None:
    """Raise StoreError ``store_in_use`` where another process holds the store open. Ignores a stale WAL."""
    if not path.exists():
        return
    with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(path, timeout=0.2)) as connection:
        try:
            connection.execute("pragma locking_mode = exclusive")
            connection.execute("begin exclusive")
            connection.execute("rollback")
        except sqlite3.OperationalError as error:
            if "locked" in str(error) or "busy" in str(error):
                raise StoreError("store_in_use", path=path) from error
            raise


def set_aside(path: Path, stamp: str) -> list[Path]:
    """Rename a store with its side files by appending ``.STAMP``; the new paths. Raises OSError."""
    moved = []
    for one in (path, *side_files(path)):
        if one.exists():
            aside = one.with_name(f"{one.name}.{stamp}")
            one.rename(aside)
            moved.append(aside)
    return moved


def set_wal_aside(path: Path, stamp: str) -> list[Path]:
    """Rename the WAL and its index alone, as :func:`set_aside` does."""
    moved = []
    for one in (wal_path(path), shm_path(path)):
        if one.exists():
            aside = one.with_name(f"{one.name}.{stamp}")
            one.rename(aside)
            moved.append(aside)
    return moved


def side_files(path: Path) -> tuple[Path, ...]:
    """Paths of the WAL, its index and the damage note of a store, whether they exist or not."""
    return wal_path(path), shm_path(path), damage_note_path(path)


def replace_store(new: Path, path: Path) -> None:
    """Atomically rename ``new`` to ``path`` once it is on disk. Raises OSError."""
    with new.open("rb") as file:
        os.fsync(file.fileno())
    new.replace(path)
    with suppress(OSError):  # some systems sync no folders
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
