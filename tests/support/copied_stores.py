"""Stores that are made once a process and copied for each test: making one anew takes fifty times as long."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import cache, wraps
from pathlib import Path
from tempfile import TemporaryDirectory

from fzreview.store.connect import prepare

Make = Callable[[Path], Path]
"""Makes a store at a path and gives the path back."""


def copied(make: Make) -> Make:
    """``make``, which is called once; the store it made is copied from then on, its site with it."""

    @cache
    def made() -> bytes:
        with TemporaryDirectory() as folder:
            store = make(Path(folder) / "store.db")
            assert [one.name for one in store.parent.iterdir()] == [store.name], "all of it is in one file"
            return store.read_bytes()

    @wraps(make)
    def copy(path: Path) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made())
        return path

    return copy


def copied_undecided(make: Make) -> Make:
    """As ``copied``, for a store in which nobody decided anything: each copy has a site of its own."""
    copy = copied(make)

    @wraps(make)
    def with_a_site(path: Path) -> Path:
        return _with_a_site(copy(path))

    return with_a_site


@copied_undecided
def new_store(path: Path) -> Path:
    """A store that holds nothing."""
    prepare(path)
    return path


def _with_a_site(store: Path) -> Path:
    with closing(sqlite3.connect(store)) as connection:
        (entries,) = connection.execute("select count(*) from journal").fetchone()
        assert entries == 0, "the chain of the journal holds the site"
        for place in ("sites set site", "marks set store"):
            connection.execute(f"update {place} = lower(hex(randomblob(16)))")
        connection.execute("update identity set site = (select site from sites)")
        connection.commit()
        connection.execute("pragma wal_checkpoint(truncate)")
    return store
