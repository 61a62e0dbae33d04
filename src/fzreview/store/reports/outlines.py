"""The outline of a report as people corrected it, over what was extracted.

``sections`` holds the outline that counts. Where people corrected it, ``extracted_sections`` holds the one
that was extracted; a report without a row there is as it was extracted. Functions run inside the caller's
transaction; rows are ``sqlite3.Row``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from fzreview.domain.reports.outline_correction import Span, corrected_outline
from fzreview.domain.reports.report import Section
from fzreview.domain.reports.section_paths import SectionPaths
from fzreview.store.opening.packed_values import pack_strings

COLUMNS = 'report, start, "end", until, level, marker, title, kind'


def read_sections(connection: sqlite3.Connection, report: int, table: str = "sections") -> list[Section]:
    """The outline of a report in order, out of ``sections`` or ``extracted_sections``."""
    rows = connection.execute(
        f'select start, "end", until, level, marker, title, kind from {table} where report = ?'
        " order by start, level",
        (report,),
    )
    return [Section(*row) for row in rows]


def extracted_sections(connection: sqlite3.Connection, report: int) -> list[Section]:
    """The outline of a report as it was extracted."""
    return read_sections(connection, report, "extracted_sections") or read_sections(connection, report)


def said_of_headings(connection: sqlite3.Connection, report: int) -> dict[Span, str]:
    """Span of a heading → the last word on it."""
    rows = connection.execute(
        "select start, \"end\", said from verdicts where report = ? and target = 'heading'"
        " and said is not null order by lamport, reviewer",
        (report,),
    )
    return {(row[0], row[1]): row[2] for row in rows}


def with_said(
    connection: sqlite3.Connection, report: int, extracted: Iterable[Section], said: dict[Span, str]
) -> tuple[Section, ...]:
    """An extracted outline of a report with what people say of its headings."""
    if not said:
        return tuple(extracted)
    source, end = connection.execute(
        "select source, body_end from texts join reports on report = id where id = ?", (report,)
    ).fetchone()
    return corrected_outline(tuple(extracted), said, source, end)


def project_outline(connection: sqlite3.Connection, report: int) -> None:
    """Bring the outline of a report, and the headings above its figures, up to what people say."""
    extracted = extracted_sections(connection, report)
    keep_outlines(connection, report, extracted, said_of_headings(connection, report))
    paths = SectionPaths(read_sections(connection, report))
    for start, end in connection.execute(
        'select start, "end" from figures where report = ?', (report,)
    ).fetchall():
        connection.execute(
            'update figures set section = ? where report = ? and start = ? and "end" = ?',
            (pack_strings(paths.labels(start)), report, start, end),
        )


def keep_outlines(
    connection: sqlite3.Connection, report: int, extracted: Iterable[Section], said: dict[Span, str]
) -> None:
    """Store an extracted outline, and over it the one that counts."""
    extracted = tuple(extracted)
    connection.execute("delete from extracted_sections where report = ?", (report,))
    connection.execute("delete from sections where report = ?", (report,))
    if said:
        _insert(connection, report, "extracted_sections", extracted)
    _insert(connection, report, "sections", with_said(connection, report, extracted, said))


def _insert(connection: sqlite3.Connection, report: int, table: str, outline: Iterable[Section]) -> None:
    connection.executemany(
        f"insert into {table}({COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?)",
        ((report, s.start, s.end, s.until, s.level, s.marker, s.title, s.kind) for s in outline),
    )
