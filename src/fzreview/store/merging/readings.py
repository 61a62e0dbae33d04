"""Which of two readings of one report is current, and the figures that only the other one has.

The later reading holds: that behind which lie more extractions, between equals that of the later time, then
the greater digest. Each function runs inside the caller's transaction; rows are ``sqlite3.Row``.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from fzreview.domain.decisions.wire import figure_digest
from fzreview.domain.reports.reading_rows import figure_fields
from fzreview.domain.reports.stored import NewReport
from fzreview.store.opening.digesting import machine_figures, reading_digest, same_reading
from fzreview.store.opening.figure_columns import FIGURE_COLUMNS, figure_values
from fzreview.store.reader import StoreReader
from fzreview.store.reports.reextracting import ReextractionRun, adopt_reading
from fzreview.store.verdicts.counted import counted


def adopt_later_reading(
    source: sqlite3.Connection, target: sqlite3.Connection, path: Path, sha256: str, run: ReextractionRun
) -> bool:
    """Adopt another store's reading of a report if it is the later one; whether it was."""
    theirs, ours = (_standing(connection, sha256) for connection in (source, target))
    if theirs[:2] < ours[:2]:
        return False
    if theirs[:2] == ours[:2] and same_reading(source, theirs[2], target, ours[2]):
        return False
    order = [
        (one[0], one[1], reading_digest(connection, one[2]))
        for one, connection in ((theirs, source), (ours, target))
    ]
    if order[0] <= order[1]:
        return False
    if order[0][2] != order[1][2]:
        reader = StoreReader.within(source, path)
        summary = reader.summary(sha256)
        assert summary is not None
        report = reader.report(summary)
        new = NewReport(
            sha256,
            summary.doc,
            report.encoding,
            report.url,
            reader.extracted(report),
            report.extractor,
            report.guide,
        )
        adopt_reading(target, path, new, run)
    target.execute(
        "update reports set generation = ?, read_at = ? where id = ?", (theirs[0], theirs[1], ours[2])
    )
    return order[0][2] != order[1][2]


def _standing(connection: sqlite3.Connection, sha256: str) -> tuple[int, str, int]:
    row = connection.execute(
        "select generation, read_at, id from reports where sha256 = ?", (sha256,)
    ).fetchone()
    return row[0], row[1], row[2]


def keep_vanished(source: sqlite3.Connection, target: sqlite3.Connection, sha256: str) -> list[str]:
    """Keep figures that only the other store has and that somebody's rows are about; their span keys."""
    theirs, ours = (_standing(connection, sha256)[2] for connection in (source, target))
    here = {
        (row[0], row[1])
        for row in target.execute('select start, "end" from figures where report = ?', (ours,))
    }
    there = source.execute('select start, "end" from figures where report = ?', (theirs,)).fetchall()
    if here.issuperset(map(tuple, there)):
        return []
    kept = []
    for one, _ in machine_figures(source, theirs):
        figure = one.figure
        if (figure.start, figure.end) in here:
            continue
        digest = figure_digest(figure_fields(figure))
        spoken = target.execute(
            "select 1 from journal j where report = ? and figure = ? and target = 'figure' and seen = ?"
            f" and after is not null and {counted()} limit 1",
            (sha256, figure.span_key, digest),
        ).fetchone()
        if spoken is not None:
            target.execute(
                f"insert into figures(report, {FIGURE_COLUMNS}, origin, extractor, vanished)"
                " select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'machine', ?, extractor from reports"
                " where id = ?",
                (ours, *figure_values(figure), one.extractor, ours),
            )
            target.execute("update reports set figures = figures + 1 where id = ?", (ours,))
            kept.append(figure.span_key)
    return kept


def drop_unreferenced(connection: sqlite3.Connection, sha256: str, spans: list[str]) -> None:
    """Delete figures that were kept for decisions which nobody holds any more."""
    report = _standing(connection, sha256)[2]
    for span in spans:
        start, end = map(int, span.split("-"))
        dropped = connection.execute(
            'delete from figures where report = ? and start = ? and "end" = ? and vanished is not null'
            " and not exists (select 1 from verdicts v where v.report = figures.report"
            ' and v.target = \'figure\' and v.start = figures.start and v."end" = figures."end")',
            (report, start, end),
        )
        connection.execute(
            "update reports set figures = figures - ? where id = ?", (dropped.rowcount, report)
        )
