"""Which report is meant: by its bytes, its name, its place in the order of loading."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Final

from fzreview.domain.reports.stored import ReportSummary
from fzreview.errors import StoreError
from fzreview.store.reports import library
from fzreview.store.reports.summary_columns import SUMMARY_COLUMNS
from fzreview.text.near_words import near_words

_COMPARED: Final = 5_000
"""Names that one that is not there is compared with: some tenths of a second."""


def summaries(
    connection: sqlite3.Connection, limit: int, offset: int, *, aside: bool | None
) -> Iterator[ReportSummary]:
    """Reports in the order of loading: those that count, with ``aside`` the others, with None all."""
    where = "" if aside is None else f"where aside is {'not ' if aside else ''}null"
    rows = connection.execute(
        f"select {SUMMARY_COLUMNS} {library.FROM_INDEX} {where} order by id limit ? offset ?",
        (limit, offset),
    )
    for row in rows:
        yield ReportSummary(*row)


def summary(connection: sqlite3.Connection, sha256: str) -> ReportSummary | None:
    """The report with these bytes; None where there is none."""
    row = connection.execute(f"select {SUMMARY_COLUMNS} from reports where sha256 = ?", (sha256,)).fetchone()
    return None if row is None else ReportSummary(*row)


def summary_of(connection: sqlite3.Connection, report: int) -> ReportSummary:
    """The report with this id. Raises StoreError when it is gone."""
    row = connection.execute(f"select {SUMMARY_COLUMNS} from reports where id = ?", (report,)).fetchone()
    if row is None:
        raise StoreError("report_missing", report=report)
    return ReportSummary(*row)


def find_report(connection: sqlite3.Connection, name: str) -> ReportSummary:
    """The one report that ``name`` means: a prefix of its sha256, its doc, or the file part of its doc.

    Raises StoreError when there is none or more than one.
    """
    rows = connection.execute(
        f"select {SUMMARY_COLUMNS} from reports where doc = ? or sha256 = ? limit 2", (name, name)
    ).fetchall()
    if not rows:
        escaped = name.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
        rows = connection.execute(
            f"select {SUMMARY_COLUMNS} from reports"
            " where sha256 like ? escape '\\' or doc like ? escape '\\' order by id limit 2",
            (f"{escaped}%", f"%{escaped}%"),
        ).fetchall()
    if not rows and (near := _near(connection, name)):
        raise StoreError("report_missing_near", report=name, near=" ".join(near))
    return _only(rows, name)


def _near(connection: sqlite3.Connection, name: str) -> list[str]:
    """Reports with a name like this one."""
    docs = [row[0] for row in connection.execute("select doc from reports order by id limit ?", (_COMPARED,))]
    return near_words(name, docs)


def find_report_by_sha256(connection: sqlite3.Connection, prefix: str) -> ReportSummary:
    """The one report whose sha256 begins with ``prefix``. Raises StoreError for none or more than one."""
    rows = connection.execute(
        f"select {SUMMARY_COLUMNS} from reports where sha256 >= ? and sha256 < ? limit 2",
        (prefix, prefix + "g"),
    ).fetchall()
    return _only(rows, prefix)


def _only(rows: list[sqlite3.Row], name: str) -> ReportSummary:
    if not rows:
        raise StoreError("report_missing", report=name)
    if len(rows) > 1:
        raise StoreError("report_ambiguous", report=name)
    return ReportSummary(*rows[0])


def first_undecided(connection: sqlite3.Connection, after: int) -> ReportSummary | None:
    """The first report behind id ``after`` with an undecided figure, from a partial index."""
    row = connection.execute(
        f"select {SUMMARY_COLUMNS} from reports where figures > verified + wrong + unsure"
        " and aside is null and id > ? order by id limit 1",
        (after,),
    ).fetchone()
    return None if row is None else ReportSummary(*row)


def neighbour(connection: sqlite3.Connection, report: int, step: int) -> ReportSummary | None:
    """The next (``step`` > 0) or previous report in the order of loading; none that is set aside."""
    comparison, order = (">", "asc") if step > 0 else ("<", "desc")
    row = connection.execute(
        f"select {SUMMARY_COLUMNS} from reports where id {comparison} ? and aside is null"
        f" order by id {order} limit 1",
        (report,),
    ).fetchone()
    return None if row is None else ReportSummary(*row)
