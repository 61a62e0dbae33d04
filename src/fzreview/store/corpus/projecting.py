"""Projects statements about whole reports into the columns that lists, queues and gold read.

A column of ``reports`` holds what counts: the last word of anybody, else what was extracted. Where people
corrected a field, ``extracted_fields`` holds it as it was extracted. Functions run inside the caller's
transaction.
"""

from __future__ import annotations

import sqlite3
from typing import cast

from fzreview.domain.decisions.verdict import Target
from fzreview.domain.reports.corpus import REPORT_FIELDS, ReportField
from fzreview.store.corpus.copy_links import original_id
from fzreview.store.reports.outlines import project_outline

_NUMBERS = frozenset({"year"})


def last_statement(
    connection: sqlite3.Connection, report: int, target: Target, span: tuple[int, int] = (0, 0)
) -> str | None:
    """The last statement about a target, by anybody; None where there is none."""
    row = connection.execute(
        'select said from verdicts where report = ? and target = ? and start = ? and "end" = ?'
        " and said is not null order by lamport desc, reviewer desc limit 1",
        (report, target, *span),
    ).fetchone()
    return None if row is None else cast(str, row[0])


def project_targets(connection: sqlite3.Connection, report: int, target: Target) -> None:
    """Update the columns that follow from the statements about one target of a report."""
    if target == "heading":
        project_outline(connection, report)
    elif target == "exclusion":
        project_aside(connection, report)
    elif target == "copy":
        project_aside(connection, report)
        project_copies(connection, report)
    elif target == "tags":
        tags = last_statement(connection, report, "tags") or ""
        connection.execute("update reports set tags = ? where id = ?", (tags, report))
    elif target in REPORT_FIELDS:
        _project_field(connection, report, target)


def project_aside(connection: sqlite3.Connection, report: int) -> None:
    """Update whether a report is part of queues, statistics and gold."""
    aside = last_statement(connection, report, "exclusion") or None
    if aside is None and original_id(connection, report) is not None:
        aside = "copy"
    connection.execute("update reports set aside = ? where id = ?", (aside, report))


def project_copies(connection: sqlite3.Connection, report: int) -> None:
    """A report came, or what it is a copy of changed: whether others count that are called copies may, too.

    They are found by the sentences that they share.
    """
    for (other,) in connection.execute(
        "select distinct other.report from sketches mine join sketches other on other.hash = mine.hash"
        " join verdicts v on v.report = other.report and v.target = 'copy'"
        " where mine.report = :report and other.report <> :report",
        {"report": report},
    ).fetchall():
        project_aside(connection, other)


def _project_field(connection: sqlite3.Connection, report: int, name: ReportField) -> None:
    said = last_statement(connection, report, name)
    kept = connection.execute(
        "select value from extracted_fields where report = ? and name = ?", (report, name)
    ).fetchone()
    if said is None:
        if kept is not None:
            _set_field(connection, report, name, kept[0])
            connection.execute("delete from extracted_fields where report = ? and name = ?", (report, name))
        return
    if kept is None:
        # The column's name is one of the domain's, never text from outside.
        connection.execute(
            f"insert into extracted_fields select id, ?, {name} from reports where id = ?", (name, report)
        )
    _set_field(connection, report, name, said or None)


def _set_field(connection: sqlite3.Connection, report: int, name: ReportField, value: str | None) -> None:
    number = int(value) if name in _NUMBERS and value is not None else value
    connection.execute(f"update reports set {name} = ? where id = ?", (number, report))


def reapply_field_statements(connection: sqlite3.Connection, report: int) -> None:
    """Apply the statements about fields again, after another extraction has written the fields."""
    corrected = [
        row[0] for row in connection.execute("select name from extracted_fields where report = ?", (report,))
    ]
    connection.execute("delete from extracted_fields where report = ?", (report,))
    for name in corrected:
        _project_field(connection, report, name)


def reset_statements(connection: sqlite3.Connection, report: int) -> None:
    """A report as it was extracted and loaded, as if nobody had said anything of it.

    Nothing of it is in ``verdicts``.
    """
    for name, value in connection.execute(
        "select name, value from extracted_fields where report = ?", (report,)
    ).fetchall():
        _set_field(connection, report, name, value)
    connection.execute("delete from extracted_fields where report = ?", (report,))
    if connection.execute("select 1 from extracted_sections where report = ?", (report,)).fetchone():
        project_outline(connection, report)
    connection.execute("update reports set tags = '' where id = ? and tags <> ''", (report,))
    project_aside(connection, report)
