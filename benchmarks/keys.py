"""What a key costs at the desk, against the same key at the floor desk."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.pty_meter import Burst, Terminal
from benchmarks.rounds import in_turn, percentile
from benchmarks.rows import Row, at_most
from benchmarks.start import FLOOR_READY, PROGRAM_READY, desk_command, floor_desk_command
from benchmarks.workspace import LONG_REPORT, Pair, Workspace
from fzreview.store.reader import StoreReader

TYPED_AHEAD: Final = 300
NEXT_REPORTS: Final = 8
QUIET_AFTER_START: Final = 0.3


@dataclass(frozen=True, slots=True)
class Desk:
    """One of the two desks: how to start it, its keys, how its verdicts are counted."""

    command: Callable[[Path, str], list[str]]
    ready: str
    next_report: bytes
    count: str


PROGRAM: Final = Desk(desk_command, PROGRAM_READY, b"}", "select count(*) from journal")
FLOOR: Final = Desk(
    floor_desk_command, FLOOR_READY, b"n", "select count(*) from figures where verdict is not null"
)


@dataclass(frozen=True, slots=True)
class Sitting:
    """One start of a desk: verdicts one by one, then report after report."""

    verdicts: list[Burst]
    reports: list[Burst]
    peak_mib: float | None


def measure(place: Workspace) -> Iterator[Row]:
    """Single keys over many reports; verdicts typed ahead over one long report."""
    keys = place.scale.keys
    report = _report_with(place.stores, keys + 1)
    sittings = in_turn(
        place.scale.key_rounds,
        {
            "floor": lambda: _sitting(FLOOR, place.copy(place.stores.floor), report, keys),
            "program": lambda: _sitting(PROGRAM, place.copy(place.stores.program), report, keys),
        },
        warm_up=False,
    )
    yield from _key_rows(sittings)
    ahead = in_turn(
        place.scale.key_rounds * 2 - 1,
        {
            "floor": lambda: _typed_ahead(FLOOR, place.copy(place.long_stores.floor)),
            "program": lambda: _typed_ahead(PROGRAM, place.copy(place.long_stores.program)),
        },
        warm_up=False,
    )
    if any(took is None for took in ahead["floor"]):
        raise RuntimeError("the floor desk lost verdicts")
    lost = any(took is None for took in ahead["program"])
    yield Row(
        "keys",
        f"{TYPED_AHEAD} verdicts typed ahead, all stored",
        None if lost else median(took or 0.0 for took in ahead["program"]),
        "ms",
        median(took or 0.0 for took in ahead["floor"]),
        must=at_most(4),
        goal=at_most(2),
        note="verdicts were lost" if lost else "",
    )


def _key_rows(sittings: dict[str, list[Sitting]]) -> Iterator[Row]:
    verdicts = {
        name: [burst for one in all_of for burst in one.verdicts] for name, all_of in sittings.items()
    }
    reports = {name: [burst for one in all_of for burst in one.reports] for name, all_of in sittings.items()}
    last = {name: [burst.last for burst in bursts] for name, bursts in verdicts.items()}
    for words, part, must, goal in (("p50", 0.5, at_most(4), at_most(2)), ("p95", 0.95, None, at_most(2.5))):
        program, floor = (percentile(last[name], part) for name in ("program", "floor"))
        yield Row("keys", f"v to last repaint byte, {words}", program, "ms", floor, must=must, goal=goal)
    for words, of, most in (("bytes", _bytes, 2000), ("frames", _frames, 1)):
        program, floor = (median(map(of, verdicts[name])) for name in ("program", "floor"))
        yield Row("keys", f"v, {words} a key", program, words, goal=at_most(most), note=f"floor {floor:g}")
    drawn = {name: median(burst.last for burst in bursts) for name, bursts in reports.items()}
    yield Row(
        "keys",
        "} next report drawn, p50",
        drawn["program"],
        "ms",
        drawn["floor"],
        must=at_most(3.3),
        goal=at_most(1.7),
    )
    peaks = {name: [one.peak_mib or 0.0 for one in all_of] for name, all_of in sittings.items()}
    if all(peaks["program"]):
        program, floor = median(peaks["program"]), median(peaks["floor"])
        yield Row("keys", "desk memory after that, peak RSS", program, "MiB", floor, goal=at_most(1.5))


def _bytes(burst: Burst) -> int:
    return burst.bytes


def _frames(burst: Burst) -> int:
    return burst.frames


def _report_with(stores: Pair, figures: int) -> str:
    """The first report in which both stores have that many figures."""
    with StoreReader(stores.program) as reader:
        rich = {summary.doc for summary in reader.summaries() if summary.figures >= figures}
    with closing(sqlite3.connect(stores.floor)) as connection:
        rows = connection.execute(
            "select name from reports r join figures f on f.report = r.id group by name having count(*) >= ?",
            (figures,),
        )
        return min(rich.intersection(name for (name,) in rows))


def _sitting(desk: Desk, store: Path, report: str, keys: int) -> Sitting:
    with Terminal(desk.command(store, report)) as terminal:
        terminal.wait_for(desk.ready)
        terminal.settle(QUIET_AFTER_START)
        verdicts = [terminal.press(b"v") for _ in range(keys)]
        reports = [terminal.press(desk.next_report) for _ in range(NEXT_REPORTS)]
        peak = terminal.peak_mib()
    stored = _count(store, desk.count)
    if stored != keys:
        raise RuntimeError(f"{keys} verdicts were given in {store.name}, {stored} were stored")
    return Sitting(verdicts, reports, peak)


def _typed_ahead(desk: Desk, store: Path) -> float | None:
    """Milliseconds until every verdict was stored; None where some never were."""
    with Terminal(desk.command(store, LONG_REPORT)) as terminal:
        terminal.wait_for(desk.ready)
        terminal.settle(QUIET_AFTER_START)
        with closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True)) as connection:
            return terminal.type_ahead(
                b"v" * TYPED_AHEAD,
                lambda: connection.execute(desk.count).fetchone()[0] >= TYPED_AHEAD,
            )


def _count(store: Path, query: str) -> int:
    with closing(sqlite3.connect(store)) as connection:
        return int(connection.execute(query).fetchone()[0])
