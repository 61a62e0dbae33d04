"""New stores of a test run: copies of one that was migrated from nothing, which costs ten times as much."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

_OWN_IDENTITY = (
    "pragma foreign_keys = off",
    "update sites set site = lower(hex(randomblob(16)))",
    "update identity set site = (select site from sites)",
    "update marks set store = lower(hex(randomblob(16)))",
)
"""What no two stores have in common."""


def copying(migrate: Callable[[Path], None], folder: Path) -> Callable[[Path], None]:
    """``migrate`` that lets a store which is not there begin as a copy of the first, kept in ``folder``."""
    first = folder / "new.db"

    def migrated(path: Path) -> None:
        if not path.exists() and path.parent.is_dir():
            if not first.exists():
                migrate(first)
            # Where a file cannot be made, or was just made, it is for the program to say what that means.
            with suppress(OSError):
                _copy(first, path)
        migrate(path)

    return migrated


def _copy(first: Path, path: Path) -> None:
    """Make the file in one go, as another program might be about to make it."""
    copy = path.with_name(f"{path.name}.copy")
    shutil.copyfile(first, copy)
    try:
        with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
            for statement in _OWN_IDENTITY:
                connection.execute(statement)
        os.link(copy, path)
    finally:
        copy.unlink()
