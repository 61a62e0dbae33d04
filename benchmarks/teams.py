"""What a team's lead waits for over a hundred thousand verdicts: a share packed, differences listed."""

from __future__ import annotations

import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Final
from uuid import uuid4

from benchmarks.merging import FIGURES, record, short_report
from benchmarks.rows import Row, at_most
from benchmarks.workspace import WORK, Workspace
from fzreview.domain.decisions.verdict import Decision, JournalEntry
from fzreview.domain.figures.figure import GUIDE_VERSION, Figure
from fzreview.store.opening.connect import create_or_migrate
from fzreview.store.reader import StoreReader
from fzreview.store.writer import StoreWriter
from fzreview.work.team.assigning import Sharing, share_out
from fzreview.work.team.dissent.conflicts import conflicts
from fzreview.work.team.packages.handing_out import PackageOrder
from fzreview.work.team.packages.packing import pack

PEOPLE: Final = ("ann", "bob")
PACKERS: Final = ("cho", "dan", "eve", "fay")
"""Among whom all reports are shared out; the first one's share is packed."""
ROUNDS: Final = 3

_DIFFERENT: Final = """
    select a.report, a.start, a."end", a.verdict, a.correction, b.verdict, b.correction
    from verdicts a join verdicts b on b.report = a.report and b.target = a.target and b.start = a.start
        and b."end" = a."end" and b.reviewer > a.reviewer
    where a.target = 'figure' and (a.verdict, a.correction) is not (b.verdict, b.correction)"""


def measure(place: Workspace) -> Iterator[Row]:
    """Seconds against bare SQL that reads, or copies, the same rows; a tenth of it all in a quick run."""
    verdicts = 100_000 if place.scale.reports >= 1000 else 10_000
    store = _reviewed(place, verdicts)
    cases = 0

    def listing() -> None:
        nonlocal cases
        cases = sum(1 for _ in conflicts(store))

    listed = _least(listing)
    with closing(sqlite3.connect(store)) as connection:
        bare = _least(lambda: connection.execute(_DIFFERENT).fetchall())
    assert cases == verdicts // (len(PEOPLE) * FIGURES), cases
    yield Row(
        "teams",
        f"conflicts, {verdicts:,} verdicts ÷ a join that finds the same",
        listed,
        "s",
        bare,
        must=at_most(30),
        goal=at_most(15),
    )
    share_out(store, Sharing(PACKERS))
    folder = WORK / "packages-of-teams"

    def packing() -> None:
        shutil.rmtree(folder, ignore_errors=True)
        pack(store, PackageOrder(PACKERS[0]), folder)

    packed = _least(packing)
    yield Row(
        "teams",
        f"pack, a quarter of the reports of {verdicts:,} verdicts ÷ their rows copied",
        packed,
        "s",
        _least(lambda: _copied(store, place.fresh("copied.db"))),
        must=at_most(10),
        goal=at_most(5),
    )


def _least(what: Callable[[], object]) -> float:
    """Seconds of the quickest of some rounds."""
    rounds = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        what()
        rounds.append(time.perf_counter() - begin)
    return min(rounds)


def _reviewed(place: Workspace, verdicts: int) -> Path:
    """A store with so many verdicts of two people, who differ about one figure of each report."""
    path = place.fresh("reviewed.db")
    create_or_migrate(path)
    with closing(StoreWriter(path)) as writer:
        for number in range(verdicts // (len(PEOPLE) * FIGURES)):
            writer.insert(short_report(number), "2026-01-01T00:00:00.000Z").result()
    with StoreReader(path) as reader:
        figures = [
            (summary.sha256, stored.figure)
            for summary in list(reader.summaries())
            for stored in reader.figures(summary.id)
        ]
    for who in PEOPLE:
        record(path, [_entry(who, *one, number) for number, one in enumerate(figures)])
    return path


def _entry(who: str, report: str, figure: Figure, number: int) -> JournalEntry:
    wrong = who == PEOPLE[-1] and number % FIGURES == 0
    fixed = replace(figure, value="999", section=(), doubts=())
    return JournalEntry(
        uuid=str(uuid4()),
        at="2026-01-01T00:00:00.000Z",
        reviewer=who,
        session="benchmark",
        action="corrected" if wrong else "verified",
        report=report,
        figure=figure.span_key,
        before=None,
        after=Decision("wrong", "value", correction=fixed) if wrong else Decision("verified"),
        elapsed_ms=1500,
        extractor="benchmark",
        guide=GUIDE_VERSION,
    )


def _copied(store: Path, target: Path) -> None:
    """The rows of the first quarter of the reports in a file of their own, with the same indexes."""
    create_or_migrate(target)
    with closing(sqlite3.connect(target)) as connection:
        connection.execute("attach ? as store", (str(store),))
        last = "(select max(id) / 4 from store.reports)"
        for table, key in (("reports", "id"), *((name, "report") for name in ("texts", "figures"))):
            names = [
                f'"{name}"'
                for name, hidden in connection.execute(
                    "select name, hidden from pragma_table_xinfo(?)", (table,)
                )
                if not hidden
            ]
            columns = ", ".join(names)
            connection.execute(
                f"insert into {table}({columns}) select {columns} from store.{table} where {key} <= {last}"
            )
        connection.commit()
