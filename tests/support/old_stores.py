"""Stores as older versions of the program left them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlite_utils import Database, Migrations

from fzreview.store import schema


def store_of_schema(path: Path, version: int) -> Database:
    """A new store that holds the tables of the first ``version`` migrations only."""
    database = Database(path, execute_plugins=False)
    migrations = Migrations("fzreview")
    for name in sorted(each for each in vars(schema) if each.startswith("m0"))[:version]:
        step: Callable[[Any], None] = vars(schema)[name]
        migrations(name=name)(step)
    migrations.apply(database)
    return database
