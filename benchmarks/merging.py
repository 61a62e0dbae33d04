"""Stores of several people taken together, and a long journal looked through."""

from __future__ import annotations

import hashlib
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Final

from benchmarks.children import FZREVIEW, cost_of
from benchmarks.entries import verified
from benchmarks.rows import Row, at_least, at_most
from benchmarks.workspace import WORK, Workspace
from fzreview.domain.clean_text import CleanText
from fzreview.domain.figure import GUIDE_VERSION, Figure
from fzreview.domain.report import Metadata, Reading
from fzreview.domain.stored import NewReport
from fzreview.domain.verdict import JournalEntry
from fzreview.store.connect import prepare
from fzreview.store.writer import StoreWriter
from fzreview.work.merging.merge import merge

ENTRIES: Final = (10_000, 100_000)
"""Of the journals whose verification is compared."""
FIGURES: Final = 50
"""Of each report of such a journal."""
SITE: Final = "update identity set site = (select site from sites where seq = 0 limit 1)"


def measure(place: Workspace) -> Iterator[Row]:
    """Rows merged a second against the bare ``insert … select``; memory of verifying a tenfold journal."""
    project = place.copy(place.few_stores.program)
    part = place.copy(project)
    with closing(sqlite3.connect(part)) as connection:
        connection.execute("insert into sites(site) values (lower(hex(randomblob(16))))")
        connection.execute(SITE)
        connection.commit()
    entries = list(verified(part))
    record(part, entries)
    begin = time.perf_counter()
    (done,) = merge(project, [part])
    seconds = time.perf_counter() - begin
    assert done.new == len(entries), done
    floor = _bare_seconds(part)
    yield Row(
        "merge",
        "rows a second ÷ insert or ignore … select",
        done.new / seconds,
        "rows/s",
        len(entries) / floor,
        must=at_least(1 / 15),
        goal=at_least(1 / 10),
    )
    peaks = [peak_mib(long_journal(count)) for count in ENTRIES]
    yield Row(
        "merge",
        "verify-store, memory at 100,000 entries ÷ at 10,000",
        peaks[1],
        "MiB",
        peaks[0],
        must=at_most(1.2),
        goal=at_most(1.1),
    )


def record(store: Path, entries: Sequence[JournalEntry]) -> None:
    """Append entries, some thousands a commit."""
    with closing(StoreWriter(store)) as writer:
        for begin in range(0, len(entries), 2000):
            writer.record_all(entries[begin : begin + 2000]).result()


def _bare_seconds(part: Path) -> float:
    """What SQLite alone needs to take the same rows into a table with the same indexes."""
    target = WORK / "bare.db"
    target.unlink(missing_ok=True)
    with closing(sqlite3.connect(target)) as connection:
        connection.execute("attach ? as part", (str(part),))
        (sql,) = connection.execute("select sql from part.sqlite_master where name = 'journal'").fetchone()
        connection.execute(sql)
        for (index,) in connection.execute(
            "select sql from part.sqlite_master where type = 'index' and tbl_name = 'journal'"
            " and sql is not null"
        ).fetchall():
            connection.execute(index)
        begin = time.perf_counter()
        connection.execute("insert or ignore into journal select * from part.journal")
        connection.commit()
        return time.perf_counter() - begin


def long_journal(entries: int) -> Path:
    """A store with so many entries, fifty figures a report."""
    path = WORK / f"journal-{entries}.db"
    prepare(path)
    with closing(StoreWriter(path)) as writer:
        for number in range(entries // FIGURES):
            writer.insert(_report(number), "2026-01-01T00:00:00.000Z").result()
    record(path, list(verified(path)))
    return path


def _report(number: int) -> NewReport:
    sentence = f"第{number}号单位办结案件1000件。"
    source = sentence * FIGURES
    at = sentence.index("1000")
    figures = tuple(
        Figure(start, start + 5, "1000件", "1000件", "1000", None, "件", "count", "=", "案件")
        for start in range(at, len(source), len(sentence))
    )
    reading = Reading(source, CleanText.identity(source), Metadata(), (0, len(source)), figures=figures)
    digest = hashlib.sha256(source.encode()).hexdigest()
    return NewReport(digest, f"{number}.txt", "utf-8", None, reading, "benchmark", GUIDE_VERSION)


def peak_mib(store: Path) -> float:
    """Peak memory of a process that verifies a store."""
    peak = cost_of([FZREVIEW, "--db", str(store), "verify-store"], watch_memory=True).peak_mib
    return float("nan") if peak is None else peak
