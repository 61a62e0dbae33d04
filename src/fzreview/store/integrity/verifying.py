"""Is every verdict table what the journal says? They are made anew on a copy, and the two are compared."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from fzreview.domain.decisions.wire import OUTSIDE, canonical, row_hash
from fzreview.store.corpus.projecting import reset_statements
from fzreview.store.journal.chain import ROW
from fzreview.store.opening.connect import open_reader, store_error
from fzreview.store.opening.read_only import read_only_uri
from fzreview.store.opening.unreadable_rows import CORRUPTION_ERRORS
from fzreview.store.verdicts.added_figures import machine_figure, show_found
from fzreview.store.verdicts.projecting import balance, project

_PROJECTIONS: Final[dict[str, str]] = {
    "reports": "sha256, figures, verified, wrong, unsure, aside, tags, title, year, region, issuer,"
    " publish_date, sign_date, doc_number",
    "sections": 'report, start, "end", until, level, marker, title, kind',
    "figures": 'report, start, "end", surface, value, upper, unit, kind, bound, subject, origin, status',
    "marks": "entries, decisions, held, statuses, counted",
    "verdicts": 'report, target, start, "end", reviewer, verdict, reason, reason_class, correction, comment,'
    " said, decided_at, entry, lamport, torn",
    "adjudications": 'report, target, start, "end", reviewer, verdict, reason, correction, entry, rests',
    "settlements": 'report, start, "end", state, entry',
}
"""What follows from the journal alone: table → columns that must agree."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that stands on one side only, or an entry that is not as it was recorded."""

    where: str
    """A table, ``journal``, or ``file`` for damage of the file itself."""
    told: str
    entry: str | None = None
    """uuid of the entry that it is about."""


def copy_store(source: Path, target: Path) -> None:
    """A consistent copy of a store, also while others write to it. Raises StoreError."""
    with closing(open_reader(source)) as connection:
        try:
            with closing(sqlite3.connect(target)) as copy:
                connection.backup(copy)
                # A store of its own: the log of the one it was copied from is not for it.
                if copy.execute("select 1 from pragma_table_info('marks') where name = 'store'").fetchone():
                    copy.execute("update marks set store = lower(hex(randomblob(16)))")
                copy.commit()
        except CORRUPTION_ERRORS as error:
            of_source = store_error(source, error)
            raise of_source if of_source.code != "store_unwritable" else store_error(target, error) from error


def verify(path: Path) -> tuple[int, list[Difference]]:
    """How many journal entries there are, and what does not agree with them.

    Memory is that of the largest report.
    """
    with tempfile.TemporaryDirectory(prefix="fzreview-verify-") as folder:
        replayed = Path(folder) / "replayed.db"
        copy_store(path, replayed)
        entries, broken = replay(replayed)
        # By an address, because whether a path may be one is settled here for what is attached too.
        with closing(sqlite3.connect(replayed.as_uri(), uri=True)) as connection:
            connection.execute("attach ? as kept", (read_only_uri(path),))
            return entries, [*broken, *_compare(connection)]


def replay(path: Path) -> tuple[int, list[Difference]]:
    """Make every projection of a store anew from its journal: how many entries, and which are not sound."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        connection.execute("pragma synchronous = off")
        connection.execute("begin")
        differences = list(unchained(connection))
        project_all(connection)
        (entries,) = connection.execute("select count(*) from journal").fetchone()
        connection.execute("commit")
        return entries, differences


def unchained(connection: sqlite3.Connection) -> Iterator[Difference]:
    """Rows that are not what their site's chain says of them."""
    cursor = connection.cursor()
    cursor.row_factory = None  # every row of the journal: plain tuples are the quickest
    at, numbered, named = (_BODY.index(name) for name in ("site", "seq", "uuid"))
    site, last, former, hashes = "", 0, {""}, set[str]()
    for row in cursor.execute(f"select {', '.join(_BODY)}, prev, hash from journal order by site, seq"):
        prev, stored_hash = row[-2:]
        if row_hash(prev, canonical(dict(zip(_BODY, row, strict=False)))) != stored_hash:
            yield Difference("journal", f"{row[named]}: altered", row[named])
        if row[at] != site:
            site, last, former, hashes = row[at], 0, {""}, set()
        if row[numbered] > last:
            # A row of which the one before is not here rests on what its own store held.
            former = hashes or {""} if row[numbered] == last + 1 else {prev}
            last, hashes = row[numbered], set()
        if prev not in former:
            yield Difference("journal", f"{row[named]}: out of its chain", row[named])
        hashes.add(stored_hash)


_BODY: Final = tuple(sorted(set(ROW) - OUTSIDE))
"""Columns of a row's body."""


def project_all(connection: sqlite3.Connection) -> None:
    """Forget every projection, then make it anew; inside the caller's transaction, rows ``sqlite3.Row``."""
    for table in ("verdicts", "adjudications", "settlements"):
        connection.execute(f"delete from {table}")
    connection.execute("update figures set status = null")
    _forget_added(connection)
    connection.execute(
        "update reports set verified = 0, wrong = 0, unsure = 0,"
        " figures = (select count(*) from figures f where f.report = reports.id)"
    )
    connection.execute(
        "update marks set entries = (select count(*) from journal), decisions = 0, held = 0, statuses = 0,"
        " counted = 0"
    )
    for report, sha256 in connection.execute("select id, sha256 from reports").fetchall():
        reset_statements(connection, report)
        project(connection, report, sha256)
    balance(connection)


def _forget_added(connection: sqlite3.Connection) -> None:
    """Figures that reviewers added go; where the extractor finds one too, that one shows."""
    added = connection.execute(
        "select report, start, \"end\" from figures where origin = 'reviewer'"
    ).fetchall()
    for span in map(tuple, added):
        show_found(connection, span, machine_figure(connection, span))


def _compare(connection: sqlite3.Connection) -> Iterator[Difference]:
    for table, columns in _PROJECTIONS.items():
        for sign, one, other in (("+", "kept", "main"), ("-", "main", "kept")):
            rows = connection.execute(
                f"select {columns} from {one}.{table} except select {columns} from {other}.{table}"
            )
            for row in rows:
                yield Difference(table, sign + " " + " | ".join(str(value) for value in row))
