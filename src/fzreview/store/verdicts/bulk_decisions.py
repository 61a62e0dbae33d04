"""Which figures of a report were decided together with others, as the journal tells."""

from __future__ import annotations

import sqlite3

from fzreview.domain.decisions.circumstances import NotedEntry, circumstances_of, deciding_entry


def decided_in_bulk(connection: sqlite3.Connection, report: str) -> frozenset[str]:
    """Span keys of the figures of a report (sha256) that somebody's verdict in force decided in bulk."""
    rows = connection.execute(
        "select figure, reviewer, uuid, action, inverts, note, elapsed_ms from journal"
        " where report = ? and target = 'figure' and action <> 'reextracted' order by id",
        (report,),
    )
    entries: dict[tuple[str, str], list[NotedEntry]] = {}
    for figure, reviewer, *noted in rows:
        entries.setdefault((figure, reviewer), []).append(NotedEntry(*noted))
    made = ((figure, deciding_entry(noted)) for (figure, _), noted in entries.items())
    return frozenset(figure for figure, entry in made if entry is not None and _is_bulk(entry))


def _is_bulk(entry: NotedEntry) -> bool:
    return circumstances_of(entry.note).bulk is not None
