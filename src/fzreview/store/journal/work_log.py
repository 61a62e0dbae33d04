"""The journal as measures of progress read it, without decoding decisions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from fzreview.domain.decisions.work_log import WorkEntry
from fzreview.store.verdicts.counted import counted


def work_log(connection: sqlite3.Connection) -> Iterator[WorkEntry]:
    """Every entry that counts, in the journal's order."""
    cursor = connection.cursor()
    cursor.row_factory = None
    rows = cursor.execute(
        "select at, reviewer, report, figure, target, action, json_extract(after, '$.verdict'),"
        f" elapsed_ms, note from journal j where {counted()} order by id"
    )
    return map(WorkEntry._make, rows)
