"""Salvages what is readable of a damaged store into a new one.

Tables are copied row by row, without their indexes; journal entries that SQLite cannot reach are searched for
on every page of the file. The damaged file is copied first and never written. Incomplete reports are listed,
so that the caller can read them again. Entries about a report that is missing stay in the journal without
effect until that report is loaded.
"""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from fzreview.domain.decisions.wire import body_of, row_hash
from fzreview.domain.reports.stored import NewReport
from fzreview.store.integrity.foreign_wal import has_foreign_wal, wal_path
from fzreview.store.integrity.page_parser import file_pages, leaf_rows
from fzreview.store.integrity.reachable_rows import ReadErrors, columns_of, open_damaged, reachable_rows
from fzreview.store.integrity.verifying import Difference, project_all
from fzreview.store.journal.chain import INSERTED, ROW, WAITING, note_sites
from fzreview.store.journal.recording import remark
from fzreview.store.opening.connect import create_or_migrate
from fzreview.store.opening.journal_columns import entry_of
from fzreview.store.opening.packed_values import clean_text, text_digest
from fzreview.store.opening.unreadable_rows import CORRUPTION_ERRORS, UnreadableRow
from fzreview.store.reports.loading import insert_report, insert_structure
from fzreview.store.reports.search import index_text

_STRUCTURE: Final = ("repairs", "sections", "candidates")
_REPORT_TABLES: Final = (
    *("texts", *_STRUCTURE, "figures", "extractions", "split_groups", "sketches"),
    *("originals", "pages", "copies", "extracted_fields", "extracted_sections"),
    *("layer_reports", "layer_figures"),
)
"""Tables with a column ``report``."""
_TABLES: Final = (
    "reports",
    "layers",
    *_REPORT_TABLES,
    "former_figures",
    "places",
    "sites",
    "audits",
    "assignments",
    *("packages", "rulings", "seeds", "withheld", "cases", "feedback"),
)
"""Tables that are copied, parents before children."""
_UUID: Final = re.compile(r"[0-9a-f]{32}|[0-9a-f-]{36}")
_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_MAX_ENTRIES: Final = 1 << 32
"""A greater count of entries is taken for garbage."""


@dataclass(frozen=True, slots=True)
class IncompleteReport:
    """A salvaged report of which some rows could not be read."""

    sha256: str
    doc: str
    encoding: str
    url: str | None
    source: str | None
    """Its source text; None where that is lost too and the report must be read from its file."""


@dataclass
class Salvage:
    """What was salvaged of a damaged store."""

    rows: list[Sequence[object]] = field(default_factory=list)
    """Rows of the journal in order, each with the columns ``chain.ROW``."""
    lost: Counter[str] = field(default_factory=Counter)
    """Table → rows that are known to be lost; at least 1 where a table without rowids broke off."""
    incomplete: list[IncompleteReport] = field(default_factory=list)
    missing: set[str] = field(default_factory=set)
    """sha256 of reports that the journal refers to and that could not be salvaged at all."""


def salvage(store: Path, target: Path, folder: Path) -> Salvage:
    """Copy every readable row of ``store`` into a new store at ``target``, except those of the journal.

    The journal's rows are returned for :func:`replay_rows`; ``folder`` takes temporary copies. Raises OSError
    or StoreError where the new store cannot be written.
    """
    copy = folder / "damaged.db"
    shutil.copyfile(store, copy)
    if wal_path(store).exists() and not has_foreign_wal(store):
        shutil.copyfile(wal_path(store), wal_path(copy))
    entries, lost = _entries(copy)
    create_or_migrate(target)
    saved = Salvage(rows=entries)
    with closing(sqlite3.connect(target, isolation_level=None)) as new:
        new.execute("pragma synchronous = off")
        new.execute("begin")
        with suppress(*CORRUPTION_ERRORS), closing(open_damaged(copy)) as old:
            for table in _TABLES:
                _copy(old, new, table, saved.lost)
        _drop_orphans(new)
        saved.incomplete += _incomplete_reports(new)
        for report, source, clean, runs in new.execute("select report, source, clean, clean_runs from texts"):
            with suppress(UnreadableRow):
                index_text(new, report, clean_text(source, clean, runs).text)
        there = {row[0] for row in new.execute("select sha256 from reports")}
        new.execute("commit")
    saved.missing = {str(entry[ROW.index("report")]) for entry in entries} - there
    saved.lost["journal"] += lost
    saved.lost = +saved.lost
    return saved


def replace_report(target: Path, report: NewReport, loaded_at: str) -> None:
    """Replace every salvaged row of a report by those of a new reading of it."""
    with closing(sqlite3.connect(target, isolation_level=None)) as new:
        new.row_factory = sqlite3.Row
        new.execute("begin")
        row = new.execute("select id from reports where sha256 = ?", (report.sha256,)).fetchone()
        if row is not None:
            extractions = "select id from extractions where report = ?"
            new.execute(f"delete from former_figures where extraction in ({extractions})", (row["id"],))
            for table in _REPORT_TABLES:
                new.execute(f"delete from {table} where report = ?", (row["id"],))
            new.execute("delete from reports where id = ?", (row["id"],))
        insert_report(new, report, loaded_at)
        new.execute("commit")


def replace_structure(target: Path, report: NewReport) -> None:
    """Replace the repairs, outline and candidates of a report by those of a new reading."""
    with closing(sqlite3.connect(target, isolation_level=None)) as new:
        (number,) = new.execute("select id from reports where sha256 = ?", (report.sha256,)).fetchone()
        new.execute("begin")
        for table in _STRUCTURE:
            new.execute(f"delete from {table} where report = ?", (number,))
        insert_structure(new, number, report.reading)
        new.execute("commit")


def replay_rows(target: Path, rows: Iterable[Sequence[object]]) -> tuple[int, list[Difference]]:
    """Insert rows of the journal and rebuild every projection from them.

    Returns how many entries are in effect, and a Difference for each that waits for a missing report. Rows of
    a version without sites are appended to the chain of the new store's own site.
    """
    with closing(sqlite3.connect(target, isolation_level=None)) as new:
        new.row_factory = sqlite3.Row
        new.execute("begin")
        for row in rows:
            told = dict(zip(ROW, row, strict=True))
            if told["hash"]:
                new.execute(f"insert or ignore into journal{INSERTED}", row)
            else:
                remark(new, entry_of(told))
        note_sites(new)
        project_all(new)
        waiting = [
            Difference("journal", f"{row['uuid']}: {row['report'][:12]}", row["uuid"])
            for row in new.execute(WAITING)
        ]
        (entries,) = new.execute("select count(*) from journal").fetchone()
        new.execute("commit")
    return entries - len(waiting), waiting


def _copy(old: sqlite3.Connection, new: sqlite3.Connection, table: str, lost: Counter[str]) -> None:
    had = columns_of(old, table)
    names = [name for name in columns_of(new, table) if name in had]
    if not names:
        lost[table] += 1
        return
    columns = ", ".join(f'"{name}"' for name in names)
    statement = f"insert or ignore into {table}({columns}) values ({', '.join('?' * len(names))})"
    errors = ReadErrors()
    for row in reachable_rows(old, table, names, errors):
        try:
            new.execute(statement, row)
        except CORRUPTION_ERRORS:
            errors.lost += 1
    lost[table] += errors.lost


def _drop_orphans(new: sqlite3.Connection) -> None:
    """Delete rows whose report is lost; decisions are rebuilt from the journal."""
    for table in _REPORT_TABLES:
        new.execute(f"delete from {table} where report not in (select id from reports)")
    new.execute("delete from former_figures where extraction not in (select id from extractions)")


def _incomplete_reports(new: sqlite3.Connection) -> Iterator[IncompleteReport]:
    rows = new.execute(
        "select r.sha256, r.doc, r.encoding, r.url, t.source, t.digest, t.clean, t.clean_runs, r.figures,"
        " (select count(*) from figures f where f.report = r.id),"
        " exists(select 1 from split_groups g where g.report = r.id)"
        " from reports r left join texts t on t.report = r.id"
    ).fetchall()
    for sha256, doc, encoding, url, source, digest, clean, runs, figures, held, grouped in rows:
        whole = source is not None and (digest is None or text_digest(source) == digest)
        try:
            if whole:
                clean_text(source, clean, runs)
            readable = True
        except UnreadableRow:
            readable = False
        if not (whole and readable and grouped and held >= figures):
            yield IncompleteReport(sha256, doc, encoding, url, source if whole else None)


def _entries(copy: Path) -> tuple[list[Sequence[object]], int]:
    """The journal entries that can be found, in order, and a lower bound of how many are lost."""
    found: dict[int, Sequence[object]] = {}
    errors = ReadErrors(1)
    last = 0
    with suppress(*CORRUPTION_ERRORS), closing(open_damaged(copy)) as old:
        had = columns_of(old, "journal")
        names = [name for name in ROW if name in had]
        if had:
            errors.lost = 0
            for number, *row in reachable_rows(old, "journal", ["id", *names], errors):
                told = dict(zip(names, row, strict=True))
                entry: Sequence[object] = [told.get(name) for name in ROW]
                if isinstance(number, int) and _is_entry(entry):
                    found[number] = entry
        with suppress(*CORRUPTION_ERRORS):
            marks = old.execute("select entries from marks").fetchone()  # None where that page is lost
            if marks is not None and isinstance(marks[0], int) and 0 <= marks[0] < _MAX_ENTRIES:
                last = marks[0]
    for number, entry in _entries_on_pages(copy):
        found.setdefault(number, entry)
    lost = max(last, max(found, default=0)) - len(found)
    if errors.lost and not last:
        lost = max(lost, 1)  # the true number is unknown
    return [found[number] for number in sorted(found)], lost


def _entries_on_pages(copy: Path) -> Iterator[tuple[int, Sequence[object]]]:
    with file_pages(copy) as (count, fetch):
        for number in range(1, count + 1):
            for rowid, values in leaf_rows(fetch(number), number, fetch):
                # Entries that were made before batches were recorded have no column for them.
                if len(values) in (len(ROW), len(ROW) + 1) and values[0] is None:
                    entry = [*values[1:], None][: len(ROW)]
                    if rowid > 0 and _is_entry(entry):
                        yield rowid, entry


def _is_entry(entry: Sequence[object]) -> bool:
    told = dict(zip(ROW, entry, strict=True))
    try:
        entry_of(told)
    except UnreadableRow:
        return False
    if told["hash"] and row_hash(str(told["prev"]), body_of(told)) != told["hash"]:
        return False
    return bool(_UUID.fullmatch(str(told["uuid"])) and _SHA256.fullmatch(str(told["report"])))
