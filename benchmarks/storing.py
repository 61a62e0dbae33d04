"""The store by itself: a durable verdict, the queue, a search; in this process."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.entries import verified
from benchmarks.rounds import in_turn
from benchmarks.rows import Row, at_most
from benchmarks.workspace import WORK, Workspace
from fzreview.domain.decisions.verdict import JournalEntry
from fzreview.store.reader import StoreReader
from fzreview.store.writer import StoreWriter
from fzreview.work.listing.across import tell_across

VERDICTS_A_ROUND: Final = 200
ROUNDS: Final = 4
PAGE: Final = b"\0" * 4096
MOST_COMPARED: Final = 60
SEARCHED: Final = ("复议", "行政复议", "的", "20", "行政 复议 2024", "没有这样的一句话")
"""Two characters, a phrase, what is everywhere, the beginning of a number, several words, what is nowhere."""


def measure(place: Workspace) -> Iterator[Row]:
    """Verdicts on every figure of a small store and on the same reports of the large one."""
    small, large = place.copy(place.few_stores.program), place.copy(place.stores.program)
    entries = list(verified(small))
    with closing(StoreWriter(small)) as writer:
        waiting = iter(entries)
        yield _verdict_row(writer, waiting)
        _record_all(writer, waiting)
    with closing(StoreWriter(large)) as writer:
        _record_all(writer, entries)
    yield _queue_row(large)
    yield _search_row(large, place.scale.reports)
    yield _across_row(large, place.scale.reports)


def _record_all(writer: StoreWriter, entries: Iterable[JournalEntry]) -> None:
    for recorded in [writer.record(entry) for entry in entries]:
        recorded.result()


def _verdict_row(writer: StoreWriter, entries: Iterator[JournalEntry]) -> Row:
    def syncs() -> list[float]:
        with (WORK / "synced").open("wb", buffering=0) as file:
            times = []
            for _ in range(VERDICTS_A_ROUND):
                begin = time.perf_counter()
                file.write(PAGE)
                os.fdatasync(file.fileno())
                times.append(time.perf_counter() - begin)
        return times

    def verdicts() -> list[float]:
        times = []
        for _ in range(VERDICTS_A_ROUND):
            entry = next(entries)
            begin = time.perf_counter()
            writer.record(entry).result()
            times.append(time.perf_counter() - begin)
        return times

    rounds = in_turn(ROUNDS, {"floor": syncs, "program": verdicts})
    program, floor = (
        median(seconds for times in rounds[name] for seconds in times) * 1000 for name in ("program", "floor")
    )
    return Row(
        "store",
        "durable verdict ÷ 4 KiB + fdatasync, p50",
        program,
        "ms",
        floor,
        must=at_most(4),
        goal=at_most(2),
    )


def _queue_row(store: Path) -> Row:
    """The time of the next report with work, and whether a partial index answers."""
    with StoreReader(store) as reader:
        asked: list[str] = []
        # The plan must be that of the program's own statement, and only the connection sees it.
        reader._connection.set_trace_callback(asked.append)
        reader.first_undecided()
        reader._connection.set_trace_callback(None)
        plan = " ".join(row["detail"] for row in reader._connection.execute(f"explain query plan {asked[0]}"))
        times = []
        for _ in range(1000):
            begin = time.perf_counter()
            reader.first_undecided()
            times.append(time.perf_counter() - begin)
        partial = reader._connection.execute("select name from pragma_index_list('reports') where partial")
        answered = any(f"INDEX {name} " in plan for (name,) in partial)
    return Row(
        "store",
        "next report with work, p50",
        median(times) * 1000 if answered else None,
        "ms",
        must=at_most(1),
        goal=at_most(0.05),
        note=f"{'partial index' if answered else 'NO partial index'}: {plan}",
    )


def _search_row(store: Path, reports: int) -> Row:
    """The first twenty hits with a reader of their own, as the desk asks for them."""

    def seconds(typed: str) -> float:
        begin = time.perf_counter()
        with StoreReader(store) as reader:
            reader.search(typed)
        return time.perf_counter() - begin

    slowest = {typed: median(seconds(typed) for _ in range(21)) * 1000 for typed in SEARCHED}
    typed = max(slowest, key=slowest.__getitem__)
    return Row(
        "store",
        f"first 20 hits in {reports:,} reports, slowest words, p50",
        slowest[typed],
        "ms",
        must=at_most(50),
        goal=at_most(15),
        note=typed,
    )


def _across_row(store: Path, reports: int) -> Row:
    """The same subject in all the other reports, for each figure of one, with a reader of its own."""
    with StoreReader(store) as reader:
        summary = next(reader.summaries(1, reports // 2))
        figures = [stored.figure for stored in reader.figures(summary.id)][:MOST_COMPARED]
    times: list[float] = []
    for figure in figures:
        begin = time.perf_counter()
        tell_across(store, summary, figure)
        times.append((time.perf_counter() - begin) * 1000)
    return Row(
        "store",
        f"a figure's subject in the other {reports - 1:,} reports, p50",
        median(times),
        "ms",
        must=at_most(100),
        goal=at_most(50),
        note=f"slowest {max(times):.1f}",
    )
