"""Putting another file in a store's place; what stood there is set aside, never overwritten."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from fzreview.errors import StoreError
from fzreview.store.integrity.foreign_log import index_of, log_of
from fzreview.store.integrity.soundness import note_of


def refuse_if_in_use(path: Path) -> None:
    """Raises StoreError where another program holds the store open; a log left behind is no hindrance."""
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
    """Rename a store with its log, index and note of damage; the new names. Raises OSError."""
    moved = []
    for one in (path, *companions(path)):
        if one.exists():
            aside = one.with_name(f"{one.name}.{stamp}")
            one.rename(aside)
            moved.append(aside)
    return moved


def set_log_aside(path: Path, stamp: str) -> list[Path]:
    """The same of the log and its index alone."""
    moved = []
    for one in (log_of(path), index_of(path)):
        if one.exists():
            aside = one.with_name(f"{one.name}.{stamp}")
            one.rename(aside)
            moved.append(aside)
    return moved


def companions(path: Path) -> tuple[Path, ...]:
    """The files that belong to a store and lie beside it."""
    return log_of(path), index_of(path), note_of(path)


def put_in_place(new: Path, path: Path) -> None:
    """``new`` becomes the store, in one step that a crash cannot halve. Raises OSError."""
    with new.open("rb") as file:
        os.fsync(file.fileno())
    new.replace(path)
    with suppress(OSError):  # some systems sync no folders
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
