"""Figures whose value is hidden from the reviewer of this package. Rows are ``sqlite3.Row``."""

from __future__ import annotations

import sqlite3

from fzreview.domain.decisions.wire import figure_digest
from fzreview.domain.reports.reading_rows import figure_fields
from fzreview.domain.reports.stored import StoredFigure
from fzreview.store.verdicts.rows import Place

_HERE = "w.site = (select site from identity) and w.report = (select sha256 from reports where id = ?)"


def hidden_spans(connection: sqlite3.Connection, report: int) -> dict[str, str]:
    """Span key of each figure of a report whose value is hidden here → digest of the whole figure."""
    rows = connection.execute(f'select start, "end", seen from withheld w where {_HERE}', (report,))
    return {f"{row[0]}-{row[1]}": row[2] for row in rows}


def hidden_at(connection: sqlite3.Connection, place: Place) -> str | None:
    """Digest of the whole figure at a place where its value is hidden here, else None."""
    row = connection.execute(
        f'select seen from withheld w where {_HERE} and start = ? and "end" = ?', place.span
    ).fetchone()
    return None if row is None else str(row[0])


def digest_of_found(connection: sqlite3.Connection, place: Place, found: StoredFigure | None) -> str | None:
    """Digest of what an extractor finds at a place, of the whole of it where its value is hidden here."""
    if found is None:
        return None
    return hidden_at(connection, place) or figure_digest(figure_fields(found.figure))
