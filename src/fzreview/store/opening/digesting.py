"""Digests by which two stores tell that they hold the same. Rows are ``sqlite3.Row``."""

from __future__ import annotations

import json
import sqlite3
from hashlib import sha256
from typing import Final

from fzreview.domain.reports.stored import StoredFigure
from fzreview.store.opening.figure_columns import FIGURE_COLUMNS, figure_of, figure_values, machine_of

_TOLD: Final = (
    "title, title_start, title_end, year, region, issuer, publish_date, sign_date, doc_number, index_number,"
    " origin, metadata_flags, body_start, body_end, extractor, guide"
)


_READ: Final = (
    f"select {_TOLD} from reports where id = ?",
    "select coalesce(clean, '') from texts where report = ?",
    'select start, "end", until, level, marker, title, kind from sections where report = ?'
    " order by 1, 2, 3, 4, 5, 6, 7",
)
"""What is read of a report but for its figures."""

_FIGURES: Final = (
    f'select {FIGURE_COLUMNS}, origin, vanished is null from figures where report = ? order by start, "end"'
)


def same_reading(one: sqlite3.Connection, report: int, other: sqlite3.Connection, its: int) -> bool:
    """Whether two stores plainly read the same of a report: their digests are then equal.

    False also where a reviewer added a figure: it may stand over one of the extractor's, which the digest
    tells.
    """
    mine, theirs = one.cursor(), other.cursor()
    mine.row_factory = theirs.row_factory = None  # compared as they stand
    for query in (*_READ, _FIGURES):
        rows = mine.execute(query, (report,)).fetchall()
        if rows != theirs.execute(query, (its,)).fetchall():
            return False
    return all(row[-2] == "machine" for row in rows)


def reading_digest(connection: sqlite3.Connection, report: int) -> str:
    """What is read of a report: metadata, clean text, outline and the extractor's figures."""
    told = sha256()
    for query in _READ:
        for row in connection.execute(query, (report,)):
            told.update(json.dumps(list(row)).encode())
    for figure, vanished in machine_figures(connection, report):
        if not vanished:
            told.update(json.dumps(figure_values(figure.figure)).encode())
    return told.hexdigest()


def machine_figures(connection: sqlite3.Connection, report: int) -> list[tuple[StoredFigure, bool]]:
    """What extractors find in a report, in order of place, with those that the last one does not find."""
    rows = connection.execute(
        f"select {FIGURE_COLUMNS}, origin, extractor, machine, vanished from figures where report = ?"
        ' order by start, "end"',
        (report,),
    )
    found: list[tuple[StoredFigure, bool]] = []
    for row in rows:
        if row["origin"] == "machine":
            one = StoredFigure(figure_of(row), "machine", row["extractor"])
            found.append((one, row["vanished"] is not None))
        elif row["machine"] is not None:
            found.append((machine_of(row["machine"]), False))
    return found


_ROWS: Final = (
    # What another extraction notes follows from the readings; each store may have noted it by itself.
    "select uuid, hash from journal where action <> 'reextracted' order by uuid",
    'select r.sha256, v.target, v.start, v."end", v.reviewer, v.verdict, v.reason, v.reason_class,'
    " v.correction, v.comment, v.torn, j.uuid from verdicts v join reports r on r.id = v.report"
    ' join journal j on j.id = v.entry order by r.sha256, v.target, v.start, v."end", v.reviewer',
    'select r.sha256, s.start, s."end", s.state, j.uuid from settlements s join reports r on r.id = s.report'
    ' left join journal j on j.id = s.entry order by r.sha256, s.start, s."end"',
    'select r.sha256, f.start, f."end", f.status from figures f join reports r on r.id = f.report'
    ' where f.status is not null order by r.sha256, f.start, f."end"',
    "select * from rulings order by uuid",
)


def digest(connection: sqlite3.Connection) -> str:
    """What a store's journal, readings and the words that hold come to, whatever way it came to them."""
    told = sha256()
    for query in _ROWS:
        for row in connection.execute(query):
            told.update(json.dumps(list(row)).encode())
    for report, name in connection.execute("select id, sha256 from reports order by sha256").fetchall():
        told.update(f"{name} {reading_digest(connection, report)}".encode())
    return told.hexdigest()
