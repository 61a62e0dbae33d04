"""Stores that are made once a process and copied for each test: making one anew takes fifty times as long."""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import cache, wraps
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from fzreview.store.opening import connect

Make = Callable[[Path], Path]
"""Makes a store at a path and gives the path back."""


def copied(make: Make) -> Make:
    """``make``, which is called once; the store it made is copied from then on, its site with it."""
    made = _once(make)
    return _copying(make, lambda: made()[0])


def copied_undecided(make: Make) -> Make:
    """As ``copied``, for a store in which nobody decided anything: each copy has a site of its own."""
    made = _once(make)

    def with_a_site() -> bytes:
        content, names = made()
        assert names, "the chain of the journal holds the site"
        for name in names:
            # As long as the one before, in the only row of its table: the pages are the same otherwise.
            content = content.replace(name.encode(), secrets.token_hex(len(name) // 2).encode())
        return content

    return _copying(make, with_a_site)


def _once(make: Make) -> Callable[[], tuple[bytes, tuple[str, ...]]]:
    """What the store holds, byte by byte, and the names by which it tells itself from its copies."""

    @cache
    def made() -> tuple[bytes, tuple[str, ...]]:
        with TemporaryDirectory() as folder:
            store = make(Path(folder) / "store.db")
            assert [one.name for one in store.parent.iterdir()] == [store.name], "all of it is in one file"
            content = store.read_bytes()
            with closing(sqlite3.connect(store)) as connection:
                (entries,) = connection.execute("select count(*) from journal").fetchone()
                ((site, mark),) = connection.execute("select site, store from identity, marks").fetchall()
        return content, () if entries else (site, mark)

    return made


def _copying(make: Make, content: Callable[[], bytes]) -> Make:
    @wraps(make)
    def copy(path: Path) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content())
        return path

    return copy


_migrate = connect._migrate


@copied_undecided
def new_store(path: Path) -> Path:
    """A store that holds nothing."""
    _migrate(path)
    return path


@contextmanager
def new_stores_copied() -> Iterator[None]:
    """Whatever makes a new store in this process gets a copy; older ones are migrated as ever."""

    def migrate(path: Path) -> None:
        if path.exists() and path.stat().st_size:
            _migrate(path)
            return
        try:
            new_store(path)
        except OSError:
            _migrate(path)  # which says in its own words why it cannot be

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connect, "_migrate", migrate)
        yield
