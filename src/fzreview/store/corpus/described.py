"""Statements about whole reports and their headings, for gold."""

from __future__ import annotations

import sqlite3
from typing import Final

from fzreview.domain.gold.reports import Described, Statement
from fzreview.domain.reports.corpus import REPORT_FIELDS
from fzreview.store.reports.outlines import extracted_sections

_TARGETS: Final = ", ".join(f"'{target}'" for target in (*REPORT_FIELDS, "heading"))

_STATEMENTS: Final = f"""
    select target, start, "end", said, reviewer, decided_at from verdicts
    where report = ? and target in ({_TARGETS}) and said is not null order by lamport, reviewer"""


def described(connection: sqlite3.Connection, report: int) -> Described:
    """A report's fields and outline as extracted, with all statements about them."""
    cursor = connection.cursor()
    cursor.row_factory = None
    statements = tuple(
        Statement(target, (start, end), *said)
        for target, start, end, *said in cursor.execute(_STATEMENTS, (report,))
    )
    *values, end, tags = cursor.execute(
        f"select {', '.join(REPORT_FIELDS)}, body_end, tags from reports where id = ?", (report,)
    ).fetchone()
    fields = dict(zip(REPORT_FIELDS, values, strict=True))
    for name, value in cursor.execute("select name, value from extracted_fields where report = ?", (report,)):
        fields[name] = int(value) if name == "year" and value is not None else value
    corrected = any(one.target == "heading" for one in statements)
    outline = tuple(extracted_sections(connection, report)) if corrected else ()
    return Described(fields, outline, end, tags, statements)
