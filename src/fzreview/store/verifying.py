"""Is every verdict table what the journal says? It is replayed on a copy, and the two are compared."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from fzreview.domain.verdict import JournalEntry
from fzreview.errors import FzError, StoreError
from fzreview.store import journal
from fzreview.store.added_figures import show_machine
from fzreview.store.codec import FIGURE_COLUMNS, entry_of, figure_values, machine_of
from fzreview.store.connect import open_reader
from fzreview.store.corpus import forget_corpus
from fzreview.store.strays import columns_of_entry, keep_strays, stray_entries

_PROJECTIONS: Final[dict[str, str]] = {
    "reports": "sha256, figures, verified, wrong, unsure, aside, tags, title, year, region, issuer,"
    " publish_date, sign_date, doc_number",
    "sections": 'report, start, "end", until, level, marker, title, kind',
    "figures": 'report, start, "end", surface, value, upper, unit, kind, bound, subject, origin, status',
    "marks": "entries, decisions, held, statuses, counted",
    "verdicts": 'report, target, start, "end", reviewer, verdict, reason, reason_class, correction, comment,'
    " said, decided_at",
}
"""What follows from the journal alone: table → columns that must agree."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that stands on one side only, or an entry that cannot follow the ones before it."""

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
                copy.execute("update marks set store = lower(hex(randomblob(16)))")
                copy.commit()
        except sqlite3.Error as error:
            raise StoreError("store_unwritable", path=target, reason=str(error)) from error


def verify(path: Path) -> tuple[int, list[Difference]]:
    """How many journal entries there are, and what does not agree with them.

    Entries that wait for what they decide on count neither way.
    """
    with tempfile.TemporaryDirectory(prefix="fzreview-verify-") as folder:
        replayed = Path(folder) / "replayed.db"
        copy_store(path, replayed)
        entries, broken = replay(replayed)
        with closing(sqlite3.connect(replayed)) as connection:
            connection.execute("attach ? as kept", (f"{path.absolute().as_uri()}?mode=ro",))
            waiting = {row[0] for row in connection.execute("select uuid from kept.strays")}
            broken = [one for one in broken if one.entry not in waiting]
            return entries - len(waiting), [*broken, *_compare(connection)]


def replay(path: Path) -> tuple[int, list[Difference]]:
    """Make every projection of a store anew from its journal: how many entries, and which do not fit.

    Entries that do not fit are kept in ``strays``; those that waited there are tried again.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        triggers = connection.execute(
            "select name, sql from sqlite_master where name like 'journal_keeps_%'"
        ).fetchall()
        connection.execute("pragma synchronous = off")
        connection.execute("begin")
        for trigger in triggers:
            connection.execute(f"drop trigger {trigger['name']}")
        entries = [entry_of(row) for row in connection.execute("select * from journal order by id")]
        entries += stray_entries(connection)
        for table in ("verdicts", "journal", "strays"):
            connection.execute(f"delete from {table}")
        connection.execute("delete from sqlite_sequence where name = 'journal'")
        differences = replay_entries(connection, entries)
        for trigger in triggers:
            connection.execute(trigger["sql"])
        connection.execute("commit")
        return len(entries), differences


def replay_entries(connection: sqlite3.Connection, entries: Sequence[JournalEntry]) -> list[Difference]:
    """Forget every projection, then let each entry make its own again, into a journal that is empty.

    Those that do not fit are kept in ``strays``. Inside the caller's transaction; rows are ``sqlite3.Row``.
    """
    _forget_added(connection)
    connection.execute("update figures set status = null")
    connection.execute(
        "update reports set verified = 0, wrong = 0, unsure = 0,"
        " figures = (select count(*) from figures f where f.report = reports.id)"
    )
    connection.execute("update marks set entries = 0, decisions = 0, held = 0, statuses = 0, counted = 0")
    forget_corpus(connection)
    _recall_former(connection, entries)
    broken = []
    gone = _gone(entries)
    for number, entry in enumerate(entries):
        if number <= gone.get(entry.report, -1):
            journal.keep(connection, entry)
            continue
        connection.execute("savepoint entry")
        try:
            journal.append(connection, entry, live=False)
        except (FzError, sqlite3.IntegrityError) as error:
            connection.execute("rollback to entry")
            keep_strays(connection, [columns_of_entry(entry)])
            broken.append(Difference("journal", f"{entry.uuid}: {error}", entry.uuid))
        connection.execute("release entry")
    return [*broken, *_drop_former(connection)]


def _gone(entries: Sequence[JournalEntry]) -> dict[str, int]:
    """sha256 of a report that was removed → number of the entry that says so last.

    What was decided before has no effect any more; the report may have been loaded again since.
    """
    return {entry.report: number for number, entry in enumerate(entries) if entry.target == "report"}


def _forget_added(connection: sqlite3.Connection) -> None:
    """Figures that reviewers added go; where the extractor finds one too, that one shows."""
    added = connection.execute(
        "select report, start, \"end\", machine from figures where origin = 'reviewer'"
    ).fetchall()
    for report, start, end, machine in added:
        if machine is not None:
            show_machine(connection, (report, start, end), machine)
    connection.execute("delete from figures where origin = 'reviewer'")


def _recall_former(connection: sqlite3.Connection, entries: Sequence[JournalEntry]) -> None:
    """Rows for what another extraction took away but was decided on; dropped when all is replayed."""
    connection.execute(
        'create temp table recalled(target text, report integer, start integer, "end" integer)'
    )
    for row in connection.execute(
        'select x.report, f.start, f."end", f.figure from former_figures f'
        " join extractions x on x.id = f.extraction where f.fate = 'gone' and not exists"
        ' (select 1 from figures n where n.report = x.report and n.start = f.start and n."end" = f."end")'
        ' group by x.report, f.start, f."end"'
    ).fetchall():
        found = machine_of(row["figure"])
        connection.execute(
            f"insert into figures(report, {FIGURE_COLUMNS}, origin, extractor)"
            " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'machine', ?)",
            (row["report"], *figure_values(found.figure), found.extractor),
        )
        connection.execute("insert into recalled values ('figure', ?, ?, ?)", tuple(row)[:3])
    for sha256, span in {(entry.report, entry.figure) for entry in entries if entry.target == "section"}:
        start, end = (int(part) for part in span.split("-"))
        connection.execute(
            "insert into temp.recalled select 'section', r.id, :start, :end from reports r"
            " where r.sha256 = :sha256 and exists (select 1 from extractions x where x.report = r.id)"
            " and not exists (select 1 from sections s where s.report = r.id"
            ' and s.start = :start and s."end" = :end)',
            {"sha256": sha256, "start": start, "end": end},
        )
    connection.execute(
        "insert into sections select report, start, \"end\", start, 0, '', '', 'heading' from recalled"
        " where target = 'section'"
    )


def _drop_former(connection: sqlite3.Connection) -> Iterator[Difference]:
    """Take the recalled rows away again; what is still held of them is held of nothing."""
    connection.execute(
        'delete from sections where (report, start, "end") in'
        " (select report, start, \"end\" from recalled where target = 'section')"
    )
    of_recalled = (
        '(figures.report, figures.start, figures."end") in'
        " (select report, start, \"end\" from recalled where target = 'figure')"
    )
    for row in connection.execute(
        f'select report, start, "end", status from figures where {of_recalled}'
        " and origin = 'machine' and status is not null"
    ).fetchall():
        yield Difference("figures", "- " + " | ".join(map(str, row)))
    connection.execute(f"delete from figures where {of_recalled} and origin = 'machine'")
    connection.execute(f"update figures set machine = null where {of_recalled}")
    connection.execute(
        "update reports set figures = (select count(*) from figures f where f.report = reports.id)"
        " where id in (select report from recalled)"
    )
    connection.execute("drop table temp.recalled")


def _compare(connection: sqlite3.Connection) -> Iterator[Difference]:
    for table, columns in _PROJECTIONS.items():
        for sign, one, other in (("+", "kept", "main"), ("-", "main", "kept")):
            rows = connection.execute(
                f"select {columns} from {one}.{table} except select {columns} from {other}.{table}"
            )
            for row in rows:
                yield Difference(table, sign + " " + " | ".join(str(value) for value in row))
