"""What of a store follows from its journal, as rows to be compared."""

from __future__ import annotations

from pathlib import Path

from support.plain_connection import connected

PROJECTIONS = ("reports", "figures", "verdicts")


def projections(store: Path, times: bool = True) -> dict[str, list[tuple[object, ...]]]:
    """Rows of every table that the journal can change; without times, those that hold none."""
    with connected(store) as connection:
        rows = {
            name: connection.execute(f"select * from {name} order by 1, 2, 3, 4").fetchall()
            for name in PROJECTIONS
        }
    if not times:
        rows["verdicts"] = [row[:10] for row in rows["verdicts"]]
    return rows
