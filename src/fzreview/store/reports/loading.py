"""A read report into the store, whole or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Final

from fzreview.domain.reports.report import Reading
from fzreview.domain.reports.stored import NewReport
from fzreview.store.corpus.copies import original_of, record_copy
from fzreview.store.corpus.projecting import project_copies
from fzreview.store.corpus.sketches import body_text, insert_sketch, sketch_body
from fzreview.store.corpus.split_groups import join_group
from fzreview.store.opening.figure_columns import FIGURE_COLUMNS, figure_values
from fzreview.store.opening.packed_values import pack_json, pack_runs, text_digest
from fzreview.store.reports.originals import insert_original
from fzreview.store.reports.search import drop_text, index_text
from fzreview.store.verdicts.projecting import project


def insert_report(connection: sqlite3.Connection, report: NewReport, loaded_at: str) -> bool:
    """Store one report; False, and nothing written, when its bytes are there already.

    Inside the caller's transaction.
    """
    reading = report.reading
    cursor = connection.execute(
        f"insert or ignore into reports({', '.join(_NAMES)}) values ({', '.join('?' * len(_NAMES))})",
        (
            report.sha256,
            report.doc,
            report.url,
            report.encoding,
            len(reading.source),
            loaded_at,
            loaded_at,
            len(reading.figures),
            *_reading_values(report),
        ),
    )
    if cursor.rowcount == 0:
        return False
    assert cursor.lastrowid is not None
    connection.execute(
        "insert into texts(report, source, clean, clean_runs, digest) values (?, ?, ?, ?, ?)",
        (cursor.lastrowid, reading.source, *_clean_values(reading), text_digest(reading.source)),
    )
    if report.original is not None:
        insert_original(connection, cursor.lastrowid, report.original)
    insert_structure(connection, cursor.lastrowid, reading)
    connection.executemany(
        f"insert into figures(report, {FIGURE_COLUMNS}, origin, extractor)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'machine', ?)",
        ((cursor.lastrowid, *figure_values(figure), report.extractor) for figure in reading.figures),
    )
    index_text(connection, cursor.lastrowid, reading.clean.text)
    alike = sketch_body(connection, body_text(reading))
    original = original_of(connection, report, alike)
    join_group(connection, cursor.lastrowid, report.sha256, reading.metadata.issuer, alike, loaded_at)
    insert_sketch(connection, cursor.lastrowid, alike)
    if original is not None:
        record_copy(connection, cursor.lastrowid, original)
    # Decisions may have come before the report that they speak of.
    project(connection, cursor.lastrowid, report.sha256)
    project_copies(connection, cursor.lastrowid)
    return True


def holds(connection: sqlite3.Connection, sha256: str) -> bool:
    """Whether a report with these bytes is in the store."""
    return connection.execute("select 1 from reports where sha256 = ?", (sha256,)).fetchone() is not None


def replace_reading(connection: sqlite3.Connection, report: int, before: Reading, new: NewReport) -> None:
    """Everything of a report but its figures as it is read now; inside the caller's transaction.

    Candidates that somebody ever ruled out stay, so that their journal still tells of something.
    """
    columns = dict(zip(_READING_COLUMNS, _reading_values(new), strict=True))
    assignments = ", ".join(f"{name} = ?" for name in columns)
    connection.execute(f"update reports set {assignments} where id = ?", (*columns.values(), report))
    connection.execute(
        "update texts set clean = ?, clean_runs = ? where report = ?", (*_clean_values(new.reading), report)
    )
    connection.execute("delete from repairs where report = ?", (report,))
    connection.execute("delete from sections where report = ?", (report,))
    connection.execute(
        "delete from candidates where report = ? and not exists (select 1 from journal where report = ?"
        """ and figure = start || '-' || "end" and target = 'candidate')""",
        (report, new.sha256),
    )
    kept = {
        (row["start"], row["end"])
        for row in connection.execute('select start, "end" from candidates where report = ?', (report,))
    }
    _insert_outline(connection, report, new.reading)
    connection.execute("update candidates set kept = 1 where report = ?", (report,))
    connection.executemany(
        'update candidates set kept = 0 where report = ? and start = ? and "end" = ?',
        ((report, *span) for span in new.reading.candidates if span in kept),
    )
    _insert_candidates(connection, report, (span for span in new.reading.candidates if span not in kept))
    if before.clean.text != new.reading.clean.text:
        drop_text(connection, report, before.clean.text)
        index_text(connection, report, new.reading.clean.text)


_READING_COLUMNS: Final = (
    "title",
    "title_start",
    "title_end",
    "year",
    "region",
    "issuer",
    "publish_date",
    "sign_date",
    "doc_number",
    "index_number",
    "origin",
    "metadata_flags",
    "body_start",
    "body_end",
    "extractor",
    "guide",
)
"""Columns of ``reports`` that follow from the reading."""


def _reading_values(report: NewReport) -> tuple[object, ...]:
    """Values in the order of _READING_COLUMNS."""
    reading = report.reading
    metadata = reading.metadata
    return (
        metadata.title,
        *(metadata.title_span or (None, None)),
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
    )


def _clean_values(reading: Reading) -> tuple[str | None, bytes | None]:
    """The clean text and its runs; None where it is the source."""
    if reading.clean.text == reading.source and len(reading.clean.runs) <= 1:
        return None, None
    return reading.clean.text, pack_runs(reading.clean.runs)


_NAMES: Final = (
    "sha256",
    "doc",
    "url",
    "encoding",
    "chars",
    "loaded_at",
    "read_at",
    "figures",
    *_READING_COLUMNS,
)


def insert_structure(connection: sqlite3.Connection, report: int, reading: Reading) -> None:
    """Repairs, outline and candidates of a report that has none; inside the caller's transaction."""
    _insert_outline(connection, report, reading)
    _insert_candidates(connection, report, reading.candidates)


def _insert_outline(connection: sqlite3.Connection, report: int, reading: Reading) -> None:
    connection.executemany(
        "insert into repairs values (?, ?, ?, ?, ?, ?, ?, ?)",
        ((report, r.start, r.end, r.raw, r.repaired, r.kind, r.auto, r.count) for r in reading.repairs),
    )
    connection.executemany(
        "insert into sections values (?, ?, ?, ?, ?, ?, ?, ?)",
        ((report, s.start, s.end, s.until, s.level, s.marker, s.title, s.kind) for s in reading.outline),
    )


def _insert_candidates(
    connection: sqlite3.Connection, report: int, candidates: Iterable[tuple[int, int]]
) -> None:
    connection.executemany(
        'insert into candidates(report, start, "end") values (?, ?, ?)',
        ((report, *span) for span in candidates),
    )
