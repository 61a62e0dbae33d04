"""A read report into the store, whole or not at all."""

from __future__ import annotations

import sqlite3

from fzreview.domain.report import Reading
from fzreview.domain.stored import NewReport
from fzreview.store.codec import figure_values, pack_json, pack_runs
from fzreview.store.search import index_text


def insert_report(connection: sqlite3.Connection, report: NewReport, loaded_at: str) -> bool:
    """Store one report in one transaction; False, and nothing written, when its bytes are there already."""
    connection.execute("begin immediate")
    try:
        inserted = _insert(connection, report, loaded_at)
        connection.execute("commit")
    except BaseException:
        connection.execute("rollback")
        raise
    return inserted


def holds(connection: sqlite3.Connection, sha256: str) -> bool:
    """Whether a report with these bytes is in the store."""
    return connection.execute("select 1 from reports where sha256 = ?", (sha256,)).fetchone() is not None


def _insert(connection: sqlite3.Connection, report: NewReport, loaded_at: str) -> bool:
    reading = report.reading
    metadata = reading.metadata
    same = reading.clean.text == reading.source and len(reading.clean.runs) <= 1
    title_start, title_end = metadata.title_span or (None, None)
    cursor = connection.execute(
        "insert or ignore into reports(sha256, doc, url, encoding, chars, source, clean, clean_runs,"
        " title, title_start, title_end, year, region, issuer, publish_date, sign_date, doc_number,"
        " index_number, origin, metadata_flags, body_start, body_end, extractor, guide, loaded_at, figures)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            report.sha256,
            report.doc,
            report.url,
            report.encoding,
            len(reading.source),
            reading.source,
            None if same else reading.clean.text,
            None if same else pack_runs(reading.clean.runs),
            metadata.title,
            title_start,
            title_end,
            metadata.year,
            metadata.region,
            metadata.issuer,
            metadata.publish_date,
            metadata.sign_date,
            metadata.doc_number,
            metadata.index_number,
            metadata.source,
            pack_json(metadata.flags),
            *reading.body,
            report.extractor,
            report.guide,
            loaded_at,
            len(reading.figures),
        ),
    )
    if cursor.rowcount == 0:
        return False
    assert cursor.lastrowid is not None
    _insert_reading(connection, cursor.lastrowid, reading, report.extractor)
    index_text(connection, cursor.lastrowid, reading.clean.text)
    return True


def _insert_reading(connection: sqlite3.Connection, report: int, reading: Reading, extractor: str) -> None:
    connection.executemany(
        "insert into repairs values (?, ?, ?, ?, ?, ?, ?, ?)",
        ((report, r.start, r.end, r.raw, r.repaired, r.kind, r.auto, r.count) for r in reading.repairs),
    )
    connection.executemany(
        "insert into sections values (?, ?, ?, ?, ?, ?, ?, ?)",
        ((report, s.start, s.end, s.until, s.level, s.marker, s.title, s.kind) for s in reading.outline),
    )
    connection.executemany(
        'insert into figures(report, start, "end", surface, text, value, upper, unit, kind, bound, subject,'
        " section, doubts, origin, extractor)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'machine', ?)",
        ((report, *figure_values(figure), extractor) for figure in reading.figures),
    )
    connection.executemany(
        "insert into candidates values (?, ?, ?)", ((report, *span) for span in reading.candidates)
    )
