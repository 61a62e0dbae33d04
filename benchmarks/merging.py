"""Stores of several people taken together, and a long journal looked through."""

from __future__ import annotations

import hashlib
import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Final

from benchmarks.children import FZREVIEW, cost_of
from benchmarks.entries import verified
from benchmarks.rows import Row, at_least, at_most
from benchmarks.workspace import WORK, Workspace
from fzreview.domain.decisions.verdict import JournalEntry
from fzreview.domain.figures.figure import GUIDE_VERSION, Figure
from fzreview.domain.reports.clean_text import CleanText
from fzreview.domain.reports.report import Metadata, Reading
from fzreview.domain.reports.stored import NewReport
from fzreview.store.journal.chain import ROW
from fzreview.store.opening.connect import create_or_migrate, open_writer
from fzreview.store.writer import StoreWriter
from fzreview.work.merging.merge import merge
from fzreview.work.team.assigning import Sharing, share_out
from fzreview.work.team.packages.handing_out import PackageOrder
from fzreview.work.team.packages.packing import pack

ENTRIES: Final = (10_000, 100_000)
"""Of the journals whose verification is compared."""
FIGURES: Final = 50
"""Of each report of such a journal."""
ROUNDS: Final = 3
PACKED: Final = 200
"""Reports of the package that comes back, or all that the scale has."""


def measure(place: Workspace) -> Iterator[Row]:
    """A package that comes back against what SQLite alone needs for its rows; memory of verifying."""
    yield from _packages(place)
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


def _packages(place: Workspace) -> Iterator[Row]:
    project = place.copy(place.stores.program)
    share_out(project, Sharing(("benchmark",)))
    package = pack(project, PackageOrder("benchmark", most=PACKED), WORK / "packages")[0].path
    entries = list(verified(package))
    record(package, entries)
    first, again, floor, known = [], [], [], []
    for _ in range(ROUNDS):
        store = Path(shutil.copyfile(project, place.fresh("merged.db")))
        first.append(_seconds(store, package, len(entries)))
        again.append(_seconds(store, package, 0))
        store = Path(shutil.copyfile(project, place.fresh("bare.db")))
        floor.append(_bare_seconds(store, package))
        known.append(_bare_seconds(store, package))
    yield Row(
        "merge",
        "a package, rows a second ÷ insert or ignore … select",
        len(entries) / min(first),
        "rows/s",
        len(entries) / min(floor),
        must=at_least(1 / 15),
        goal=at_least(1 / 10),
    )
    yield Row(
        "merge",
        "the same package again ÷ insert or ignore … select",
        len(entries) / min(again),
        "rows/s",
        len(entries) / min(known),
        must=at_least(1 / 40),
        goal=at_least(1 / 15),
    )


def _seconds(store: Path, package: Path, new: int) -> float:
    begin = time.perf_counter()
    (done,) = merge(store, [package])
    seconds = time.perf_counter() - begin
    assert done.new == new, done
    return seconds


def _bare_seconds(store: Path, package: Path) -> float:
    """What SQLite alone needs to take the rows of a package into the journal as the store has it.

    Its indexes, the trigger that counts rows and the durable commit are the store's; nothing is checked and
    nothing follows.
    """
    with closing(open_writer(store)) as connection:
        connection.execute("attach ? as package", (str(package),))
        columns = ", ".join(ROW)
        begin = time.perf_counter()
        connection.execute(f"insert or ignore into journal({columns}) select {columns} from package.journal")
        return time.perf_counter() - begin


def record(store: Path, entries: Sequence[JournalEntry]) -> None:
    """Append entries, some thousands a commit."""
    with closing(StoreWriter(store)) as writer:
        for begin in range(0, len(entries), 2000):
            writer.record_all(entries[begin : begin + 2000]).result()


def long_journal(entries: int) -> Path:
    """A store with so many entries, fifty figures a report."""
    path = WORK / f"journal-{entries}.db"
    create_or_migrate(path)
    with closing(StoreWriter(path)) as writer:
        for number in range(entries // FIGURES):
            writer.insert(short_report(number), "2026-01-01T00:00:00.000Z").result()
    record(path, list(verified(path)))
    return path


def short_report(number: int) -> NewReport:
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
