"""Everything in a store as text, to be compared."""

from __future__ import annotations

import sqlite3


def content_lines(connection: sqlite3.Connection) -> list[str]:
    """Every row of every table; the full text by the tables that it is kept in, as it cannot be listed.

    Left out is what tells one file of a store from another: its id and site, and in how many
    steps it was written.
    """
    names = connection.execute(
        "select name from sqlite_master where type = 'table' and sql not like 'create virtual%' order by name"
    ).fetchall()
    columns = {
        "marks": "entries, decisions, held, statuses, counted",
        "identity": "project",
        "sites": "owner, purpose, seq, lamport, forked",
    }
    return [
        f"{name}: {row}"
        for (name,) in names
        for row in connection.execute(f'select {columns.get(name, "*")} from "{name}"')
    ]


def forget_moments(connection: sqlite3.Connection) -> None:
    """Blank the times of loading and the store's id, by which two loads of the same differ."""
    connection.execute("update reports set loaded_at = '', read_at = ''")
    connection.execute("update split_groups set noted_at = ''")
    connection.execute("update _sqlite_migrations set applied_at = ''")
    connection.execute("update marks set store = '', written = 0")
