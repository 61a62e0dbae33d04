"""The files that reports were before they were text."""

from __future__ import annotations

import sqlite3
import zlib
from typing import Final

from fzreview.domain.reports.original import Original, PageSpan

_LEVEL: Final = 4
"""How hard files are packed: a tenth larger than at zlib's own level, in half the time."""


def insert_original(connection: sqlite3.Connection, report: int, original: Original) -> None:
    """Keep a report's file and its pages; inside the caller's transaction."""
    data = original.data
    packed = None if data is None else zlib.compress(data, _LEVEL)
    if data is not None and packed is not None and len(packed) >= len(data):
        packed = data
    connection.execute(
        "insert into originals(report, kind, converter, version, size, data) values (?, ?, ?, ?, ?, ?)",
        (
            report,
            original.kind,
            original.converter,
            original.version,
            None if data is None else len(data),
            packed,
        ),
    )
    connection.executemany(
        'insert into pages(report, number, start, "end") values (?, ?, ?, ?)',
        ((report, page.number, page.start, page.end) for page in original.pages),
    )


def read_original(connection: sqlite3.Connection, report: int) -> Original | None:
    """A report's file with its bytes, None where it was text."""
    row = connection.execute(
        "select kind, converter, version, size, data from originals where report = ?", (report,)
    ).fetchone()
    if row is None:
        return None
    kind, converter, version, size, data = row
    if data is not None and len(data) != size:
        data = zlib.decompress(data)
    return Original(kind, converter, version, data, read_pages(connection, report))


def read_pages(connection: sqlite3.Connection, report: int) -> tuple[PageSpan, ...]:
    """The printed pages of a report in order, none where its file had none."""
    rows = connection.execute(
        'select number, start, "end" from pages where report = ? order by start', (report,)
    )
    return tuple(PageSpan(*row) for row in rows)
