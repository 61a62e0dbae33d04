"""A store of any size, grown by SQL out of a small one: every report again and again under other names."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from fzreview.text.wording import parted


def grow(store: Path, copies: int) -> None:
    """Hold each report ``copies`` times, with all that belongs to it, what was decided included.

    Whatever table has a column ``report`` is copied, so that a store of any schema grows whole.
    """
    with closing(sqlite3.connect(store, isolation_level=None)) as connection:
        connection.execute("pragma synchronous = off")
        connection.execute("pragma cache_size = -400000")
        (count,) = connection.execute("select count(*) from reports").fetchone()
        (last,) = connection.execute("select max(id) from reports").fetchone()
        assert count == last, "reports are numbered without gaps"
        tables = [
            name
            for (name,) in connection.execute(
                "select name from sqlite_master where type = 'table' and sql not like 'create virtual%'"
            )
            if "report" in _columns(connection, name) and name != "places"
        ]
        entries = connection.execute("select max(id) from journal").fetchone()[0] or 0
        triggers = connection.execute("select name, sql from sqlite_master where type = 'trigger'").fetchall()
        texts = connection.execute("select report, coalesce(clean, source) from texts").fetchall()
        words = [(report, parted(text)) for report, text in texts]
        for name, _ in triggers:
            connection.execute(f"drop trigger {name}")
        connection.execute("begin")
        for copy in range(1, copies):
            for name in ("reports", *tables):
                _copy(connection, name, copy, count, entries)
            connection.executemany(
                "insert into report_words(rowid, text) values (?, ?)",
                ((report + copy * count, text) for report, text in words),
            )
        if "marks" in {name for (name,) in connection.execute("select name from sqlite_master")}:
            connection.execute(
                "update marks set "
                + ", ".join(f"{name} = {name} * {copies}" for name in _columns(connection, "marks")[1:])
            )
        connection.execute("commit")
        for _, sql in triggers:
            connection.execute(sql)
        connection.execute("pragma wal_checkpoint(truncate)")


def _copy(connection: sqlite3.Connection, table: str, copy: int, reports: int, entries: int) -> None:
    """A table's rows of the first ``reports`` reports and ``entries`` entries, as those of others."""
    name = f"'{copy:08x}'"
    renamed = {
        "id": f"id + {copy * reports}",
        "report": f"report + {copy * reports}",
        "entry": f"entry + {copy * entries}",
        "doc": f"{name} || '-' || doc",
        **{column: f"{name} || substr({column}, 9)" for column in ("sha256", "uuid", "inverts", "site")},
    }
    first = f"report <= {reports}"
    if table == "reports":
        first = f"id <= {reports}"
    elif table == "journal":
        # Its reports are named by their sha256.
        renamed["report"] = f"{name} || substr(report, 9)"
        first = f"id <= {entries}"
    columns = [column for column in _columns(connection, table) if column != "id" or table == "reports"]
    names = ", ".join(f'"{column}"' for column in columns)
    values = ", ".join(renamed.get(column, f'"{column}"') for column in columns)
    connection.execute(f"insert into {table}({names}) select {values} from {table} where {first}")


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    """Columns that can be written; generated ones cannot."""
    return [row[1] for row in connection.execute(f"pragma table_xinfo({table})") if row[6] == 0]
