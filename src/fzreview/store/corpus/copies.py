"""Near copies: reports that say nothing which an earlier one does not say.

They are found when a report is loaded, and noted in ``copies`` for ever; what people say counts before that
(``copied``). Functions run inside the caller's transaction.
"""

from __future__ import annotations

import sqlite3
from typing import Final

from fzreview.domain.reports.near_copy import CopyEvidence, is_near_copy
from fzreview.domain.reports.stored import NewReport
from fzreview.store.corpus.copy_links import original_or_self
from fzreview.store.corpus.projecting import project_aside
from fzreview.store.corpus.sketches import BodySketch, body_text
from fzreview.store.opening.packed_values import clean_text
from fzreview.text.sketch import sentences_of

_MOST_COMPARED: Final = 8
"""At most so many reports, those that share most sentences, are compared in full."""


def original_of(connection: sqlite3.Connection, new: NewReport, sketched: BodySketch) -> int | None:
    """Id of the report of which a new one is a near copy, never a copy itself; None where it is no copy."""
    if not sketched.sharing:
        return None
    body = body_text(new.reading)
    metadata = new.reading.metadata
    mine = CopyEvidence(
        metadata.year,
        metadata.region,
        metadata.issuer,
        body,
        sentences_of(body),
        [(one.value, one.upper, one.unit) for one in new.reading.figures],
    )
    for other in most_alike(sketched):
        if is_near_copy(mine, copy_evidence(connection, other)):
            return original_or_self(connection, other)
    return None


def most_alike(sketched: BodySketch, before: int | None = None) -> list[int]:
    """Ids of the reports to compare in full, most similar first; with ``before`` only of earlier ids."""
    return [other for other in sketched.sharing if before is None or other < before][:_MOST_COMPARED]


def record_copy(connection: sqlite3.Connection, report: int, original: int) -> None:
    """Record that ``report`` is a near copy of ``original`` (ids)."""
    connection.execute("insert into copies values (?, ?)", (report, original))
    project_aside(connection, report)


def promote_copy(connection: sqlite3.Connection, original: int, sha256: str) -> list[int]:
    """A report goes: the earliest of its copies takes its place, the others are copies of that one.

    They are the answer: once it has gone it is to be told anew whether they count (``project_aside``).
    """
    copies = [
        row[0]
        for row in connection.execute(
            "select report from copies where original = ?"
            " union select report from verdicts where target = 'copy' and said = ? order by report",
            (original, sha256),
        ).fetchall()
    ]
    for copy in copies:
        connection.execute("delete from copies where report = ?", (copy,))
        if copy != copies[0]:
            connection.execute("insert into copies values (?, ?)", (copy, copies[0]))
    return copies


def copy_evidence(connection: sqlite3.Connection, report: int) -> CopyEvidence:
    """A stored report as ``is_near_copy`` takes it."""
    year, region, issuer, start, end, source, clean, runs = connection.execute(
        "select year, region, issuer, body_start, body_end, source, clean, clean_runs"
        " from reports join texts on report = id where id = ?",
        (report,),
    ).fetchone()
    text = clean_text(source, clean, runs)
    begin, stop = text.clean_span(start, end)
    body = text.text[begin:stop]
    figures = connection.execute("select value, upper, unit from figures where report = ?", (report,))
    return CopyEvidence(
        year, region, issuer, body, sentences_of(body), [(row[0], row[1], row[2]) for row in figures]
    )
