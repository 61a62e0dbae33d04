"""Whether the desk feels a large store: the same keys over a hundred reports and over very many."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from operator import attrgetter
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.children import FZREVIEW, cost_of
from benchmarks.entries import verified
from benchmarks.grown_store import grow
from benchmarks.pty_meter import Burst, Terminal
from benchmarks.rounds import in_turn
from benchmarks.rows import Row, at_most
from benchmarks.start import PROGRAM_READY, desk_command
from benchmarks.workspace import WORK, Workspace
from fzreview.store.reader import StoreReader
from fzreview.store.writer import StoreWriter

FEW: Final = 100
CHARS: Final = 1_500
"""Of each report; some 150 MB of texts at 100,000."""
DECIDED: Final = 70
"""Of the hundred reports: their every figure has a verdict in the journal."""
SITTING: Final = 8
"""Reports that are decided in a round, each left by the key for the next undecided figure."""
NEXT_REPORTS: Final = 8


@dataclass(slots=True)
class Sitting:
    """What keys cost in one start of the desk."""

    ready: float
    verdicts: list[Burst] = field(default_factory=list)
    undecided: list[Burst] = field(default_factory=list)
    reports: list[Burst] = field(default_factory=list)
    peak_mib: float = 0.0


def measure(place: Workspace) -> Iterator[Row]:
    """Start and keys over the large store ÷ over the small one it was grown from."""
    reports = place.scale.grown
    small = small_store(place)
    large = shutil.copyfile(small, WORK / "large.db")
    grow(large, reports // FEW)
    sittings = in_turn(
        place.scale.key_rounds + 1,
        {"floor": lambda: _sitting(place.copy(small)), "program": lambda: _sitting(large)},
    )
    size = f"{reports:,} reports ÷ {FEW}"
    ready = {name: median(one.ready for one in all_of) for name, all_of in sittings.items()}
    yield _row(f"start, {size}", ready["program"], ready["floor"])
    for words, of in (
        ("v", attrgetter("verdicts")),
        ("next undecided", attrgetter("undecided")),
        ("next report", attrgetter("reports")),
    ):
        last = {
            name: median(burst.last for one in all_of for burst in of(one))
            for name, all_of in sittings.items()
        }
        yield _row(f"{words}, p50, {size}", last["program"], last["floor"])
    peaks = {name: median(one.peak_mib for one in all_of) for name, all_of in sittings.items()}
    yield _row(f"memory, {size}", peaks["program"], peaks["floor"], "MiB")


def _row(name: str, program: float, floor: float, unit: str = "ms") -> Row:
    return Row("growth", name, program, unit, floor, must=at_most(1.3), goal=at_most(1.15))


def small_store(place: Workspace) -> Path:
    """A hundred small reports, most of them decided; to be copied."""
    folder, store = WORK / "small", WORK / "small.db"
    if store.exists():
        return store
    folder.mkdir()
    for number in range(FEW):
        (folder / f"{number:06d}.txt").write_text(place.corpus.report(number, CHARS), "utf-8")
    cost_of([FZREVIEW, "--db", str(store), "load", "--json", str(folder)])
    with closing(StoreWriter(store)) as writer:
        for recorded in [writer.record(entry) for entry in verified(store, DECIDED)]:
            recorded.result()
    return store


def _sitting(store: Path) -> Sitting:
    """Decide reports to their end, then page through others; the next sitting goes on behind them."""
    with StoreReader(store) as reader:
        first = reader.first_undecided()
    assert first is not None, "the store has work left"
    with Terminal(desk_command(store, first.sha256)) as terminal:
        sitting = Sitting(terminal.wait_for(PROGRAM_READY))
        terminal.settle(0.3)
        here = first
        for _ in range(SITTING):
            sitting.verdicts += [terminal.press(b"v") for _ in range(here.undecided)]
            sitting.undecided.append(terminal.press(b" "))
            with StoreReader(store) as reader:
                following = reader.first_undecided(here.id)
            assert following is not None, "the store has work left"
            here = following
        sitting.reports = [terminal.press(b"}") for _ in range(NEXT_REPORTS)]
        sitting.peak_mib = terminal.peak_mib() or 0.0
    return sitting
