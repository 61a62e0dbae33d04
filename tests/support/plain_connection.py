"""A store as SQLite alone sees it, past everything that the program does."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path


@contextmanager
def connected(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection; what was done is committed at the end, and it is closed.

    ``with`` on a connection of SQLite commits alone, and Python 3.13 warns of one that nobody closed.
    """
    with closing(sqlite3.connect(path)) as connection, connection:
        yield connection
