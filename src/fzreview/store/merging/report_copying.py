"""Copies a report from another store, as it is read there, without decisions and statements about it.

Inside the caller's transaction; the rows of both connections are ``sqlite3.Row``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any, Final

from fzreview.store.corpus.projecting import reset_statements
from fzreview.store.opening.packed_values import clean_text
from fzreview.store.reports.search import index_text
from fzreview.store.verdicts.added_figures import machine_figure, show_found

PROJECTED: Final = frozenset({"verdicts", "adjudications", "settlements"})
"""Tables with a column ``report`` that are projections of the journal."""

LAYERED: Final = ("layer_reports", "layer_figures")
"""Tables whose rows also refer to a layer, whose id differs here."""

_UNDECIDED: Final = {"verified": 0, "wrong": 0, "unsure": 0}


def copy_report(source: sqlite3.Connection, target: sqlite3.Connection, sha256: str) -> int:
    """Copy every row of a report, except its layers; the report's id in this store."""
    row = source.execute("select * from reports where sha256 = ?", (sha256,)).fetchone()
    report = _insert(target, "reports", dict(row) | _UNDECIDED)
    for table in report_tables(source):
        if table not in (*PROJECTED, *LAYERED) and _columns(target, table):
            _copy(source, target, table, row["id"], report)
    for span in target.execute(
        "select report, start, \"end\" from figures where report = ? and origin = 'reviewer'", (report,)
    ).fetchall():
        show_found(target, tuple(span), machine_figure(target, tuple(span)))
    target.execute(
        "update reports set figures = (select count(*) from figures where report = ?) where id = ?",
        (report, report),
    )
    reset_statements(target, report)
    text = target.execute(
        "select source, clean, clean_runs from texts where report = ?", (report,)
    ).fetchone()
    index_text(target, report, clean_text(*text).text)
    return report


def report_tables(connection: sqlite3.Connection) -> list[str]:
    """Tables with rows of one report, found in the schema, so that later tables are included."""
    return [
        name
        for (name,) in connection.execute(
            "select name from sqlite_master where type = 'table' order by name"
        ).fetchall()
        if any(
            key["table"] == "reports" and key["from"] == "report"
            for key in connection.execute(f"pragma foreign_key_list({name})")
        )
    ]


def _repoint(source: sqlite3.Connection, target: sqlite3.Connection, values: dict[str, object]) -> bool:
    """Replace the original's id of a near copy by its id in this store; False where it is missing here."""
    found = target.execute(
        "select id from reports where sha256 = ?",
        source.execute("select sha256 from reports where id = ?", (values["original"],)).fetchone(),
    ).fetchone()
    if found is not None:
        values["original"] = found[0]
    return found is not None


def _copy(source: sqlite3.Connection, target: sqlite3.Connection, table: str, old: int, new: int) -> None:
    rows = [
        (row["id"] if table == "extractions" else None, dict(row) | {"report": new})
        for row in source.execute(f"select * from {table} where report = ?", (old,)).fetchall()
    ]
    if table == "copies":
        rows = [(number, values) for number, values in rows if _repoint(source, target, values)]
    if table == "figures":
        for _, values in rows:
            values["status"] = None
    if table != "extractions":
        _insert_all(target, table, [values for _, values in rows])
        return
    for number, values in rows:
        extraction = _insert(target, table, values)
        former = source.execute("select * from former_figures where extraction = ?", (number,)).fetchall()
        _insert_all(target, "former_figures", [dict(row) | {"extraction": extraction} for row in former])


def _insert(connection: sqlite3.Connection, table: str, values: Mapping[str, Any]) -> int:
    """Insert a row with a new id, and return that."""
    names = _shared_columns(connection, table, values)
    cursor = connection.execute(_inserting(table, names), [values[name] for name in names])
    return cursor.lastrowid or 0


def _insert_all(connection: sqlite3.Connection, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows with the same columns, with new ids where the table has ids."""
    if rows:
        names = _shared_columns(connection, table, rows[0])
        connection.executemany(
            _inserting(table, names), ([values[name] for name in names] for values in rows)
        )


def _shared_columns(connection: sqlite3.Connection, table: str, values: Mapping[str, Any]) -> list[str]:
    return [name for name in _columns(connection, table) if name in values and name != "id"]


def _inserting(table: str, names: Sequence[str]) -> str:
    # Names of tables and columns are those of this store's own schema.
    columns = ", ".join(f'"{name}"' for name in names)
    return f"insert into {table}({columns}) values ({', '.join('?' * len(names))})"


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    """The writable columns of a table, without generated ones."""
    return [row["name"] for row in connection.execute(f"pragma table_xinfo({table})") if row["hidden"] == 0]
