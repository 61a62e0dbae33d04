"""What a start costs: help against the bare interpreter, the desk against the floor desk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.children import FZREVIEW, PYTHON, cost_of, floor_program
from benchmarks.pty_meter import Terminal
from benchmarks.rounds import in_turn
from benchmarks.rows import Row, at_most
from benchmarks.workspace import Pair, Workspace

PROGRAM_READY = "未判定"
"""On the first figure's card, and nowhere else."""
FLOOR_READY = " figure 1/"


@dataclass(frozen=True, slots=True)
class Start:
    """One start of a desk up to its first quiet moment."""

    ready_ms: float
    cpu_ms: float


def desk_command(store: Path, report: str) -> list[str]:
    return [FZREVIEW, "--db", str(store), "review", report]


def floor_desk_command(store: Path, report: str) -> list[str]:
    return floor_program("floor_desk", store, report)


def measure(place: Workspace) -> Iterator[Row]:
    """Help, and the desk at the first report of the store."""
    helps = in_turn(
        place.scale.starts * 2,
        {
            "floor": lambda: cost_of([PYTHON, "-c", "pass"]).cpu_seconds * 1000,
            "program": lambda: cost_of([FZREVIEW, "--help"]).cpu_seconds * 1000,
        },
    )
    yield Row(
        "start", "--help ÷ python -c pass, CPU", *_both(helps, "ms"), must=at_most(5), goal=at_most(2.7)
    )
    pair, report = Pair(place.copy(place.stores.program), place.copy(place.stores.floor)), "000000.txt"
    starts = in_turn(
        place.scale.starts,
        {
            "floor": lambda: _start(floor_desk_command(pair.floor, report), FLOOR_READY),
            "program": lambda: _start(desk_command(pair.program, report), PROGRAM_READY),
        },
    )
    ready = {name: [start.ready_ms for start in all_of] for name, all_of in starts.items()}
    cpu = {name: [start.cpu_ms for start in all_of] for name, all_of in starts.items()}
    yield Row(
        "start", "desk to first figure's card", *_both(ready, "ms"), must=at_most(1.6), goal=at_most(1.3)
    )
    yield Row("start", "desk start, CPU with its end", *_both(cpu, "ms"))


def _both(samples: dict[str, list[float]], unit: str) -> tuple[float, str, float]:
    """Program, unit and floor in the order of a Row's fields."""
    return median(samples["program"]), unit, median(samples["floor"])


def _start(command: Sequence[str], words: str) -> Start:
    with Terminal(command) as terminal:
        ready = terminal.wait_for(words)
        terminal.settle(0.2)
        return Start(ready, terminal.end() * 1000)
