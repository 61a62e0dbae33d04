"""Is every verdict table what the journal says? It is replayed on a copy, and the two are compared."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from fzreview.errors import FzError, StoreError
from fzreview.store import journal
from fzreview.store.codec import entry_of
from fzreview.store.connect import open_reader

_PROJECTIONS: Final[dict[str, str]] = {
    "reports": "sha256, figures, verified, wrong, unsure",
    "figures": 'report, start, "end", surface, value, upper, unit, kind, bound, subject, origin, status',
    "marks": "entries, decisions, held, statuses, counted",
    "verdicts": 'report, target, start, "end", reviewer, verdict, reason, reason_class, correction, comment,'
    " decided_at",
}
"""What follows from the journal alone: table → columns that must agree."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that stands on one side only, or an entry that cannot follow the ones before it."""

    where: str
    """A table, or ``journal``."""
    told: str


def copy_store(source: Path, target: Path) -> None:
    """A consistent copy of a store, also while others write to it. Raises StoreError."""
    with closing(open_reader(source)) as connection:
        try:
            with closing(sqlite3.connect(target)) as copy:
                connection.backup(copy)
        except sqlite3.Error as error:
            raise StoreError("store_unwritable", path=target, reason=str(error)) from error


def verify(path: Path) -> tuple[int, list[Difference]]:
    """How many journal entries there are, and what does not agree with them."""
    with tempfile.TemporaryDirectory(prefix="fzreview-verify-") as folder:
        replayed = Path(folder) / "replayed.db"
        copy_store(path, replayed)
        connection = sqlite3.connect(replayed, isolation_level=None)
        try:
            connection.execute("pragma synchronous = off")
            connection.execute("begin")
            entries, broken = _replay(connection)
            connection.execute("commit")
            connection.execute("attach ? as kept", (f"{path.absolute().as_uri()}?mode=ro",))
            return entries, [*broken, *_compare(connection)]
        finally:
            connection.close()


def _replay(connection: sqlite3.Connection) -> tuple[int, list[Difference]]:
    """Forget every projection, then let each journal entry make its own again."""
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    entries = [entry_of(row) for row in cursor.execute("select * from journal order by id")]
    for statement in (
        "drop trigger journal_keeps_rows",
        "delete from verdicts",
        "delete from journal",
        "delete from sqlite_sequence where name = 'journal'",
        "update reports set verified = 0, wrong = 0, unsure = 0,"
        " figures = figures - (select count(*) from figures f where f.report = reports.id"
        " and f.origin = 'reviewer')",
        "delete from figures where origin = 'reviewer'",
        "update figures set status = null",
        "update marks set entries = 0, decisions = 0, held = 0, statuses = 0, counted = 0",
    ):
        connection.execute(statement)
    broken = []
    for entry in entries:
        try:
            journal.append(connection, entry)
        except FzError as error:
            broken.append(Difference("journal", f"{entry.uuid}: {error}"))
    return len(entries), broken


def _compare(connection: sqlite3.Connection) -> Iterator[Difference]:
    for table, columns in _PROJECTIONS.items():
        for sign, one, other in (("+", "kept", "main"), ("-", "main", "kept")):
            rows = connection.execute(
                f"select {columns} from {one}.{table} except select {columns} from {other}.{table}"
            )
            for row in rows:
                yield Difference(table, sign + " " + " | ".join(str(value) for value in row))
