"""Verdicts of one reviewer, made on two machines, of which neither replaces the other.

The connection's rows are ``sqlite3.Row``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

from fzreview.domain.decisions.decided import FigureVerdict
from fzreview.domain.decisions.registers import heads_of
from fzreview.domain.decisions.wire import still_seen
from fzreview.domain.dissent.contradictions import Span
from fzreview.domain.reports.stored import ReportSummary
from fzreview.store.dissent.first_passes import verdict_by
from fzreview.store.opening.journal_columns import register_entry_of
from fzreview.store.verdicts.counted import counted
from fzreview.store.verdicts.projecting import figure_seen
from fzreview.store.verdicts.rows import Place

ConcurrentVerdicts = dict[tuple[str, Span], tuple[FigureVerdict | None, ...]]


def concurrent_verdicts(
    connection: sqlite3.Connection, summary: ReportSummary, verdicts: Sequence[FigureVerdict]
) -> ConcurrentVerdicts:
    """``(reviewer, span)`` → their other concurrent verdicts on that figure, None for a withdrawn one.

    ``verdicts`` are those of the report.
    """
    rows = connection.execute(
        'select reviewer, start, "end", entry from verdicts where report = ?'
        " and target = 'figure' and torn",
        (summary.id,),
    ).fetchall()
    if not rows:
        return {}
    held = {(one.reviewer, one[:2]): one for one in verdicts}
    torn: ConcurrentVerdicts = {}
    for row in rows:
        key = row["reviewer"], (row["start"], row["end"])
        if key in held:  # else only a comment is left
            torn[key] = tuple(_others(connection, summary, held[key], row["entry"]))
    return torn


def _others(
    connection: sqlite3.Connection, summary: ReportSummary, held: FigureVerdict, entry: int
) -> Iterator[FigureVerdict | None]:
    rows = connection.execute(
        "select * from journal j indexed by journal_figure where report = ? and figure = ?"
        f" and target = 'figure' and reviewer = ? and {counted()}",
        (summary.sha256, f"{held.start}-{held.end}", held.reviewer),
    ).fetchall()
    notes = {row["uuid"]: (row["note"], row["elapsed_ms"]) for row in rows}
    now = figure_seen(connection, Place(summary.id, "figure", held.start, held.end))
    heads = heads_of([register_entry_of(row) for row in rows]).get((held.reviewer, False), [])
    for word in heads:
        if word.row_id == entry or not still_seen(word.seen, now):
            continue
        if word.after is None or word.after.verdict is None:
            yield None
            continue
        yield verdict_by(held, word, *notes[word.uuid])
