"""Whether the desk feels a long report: the same keys over 500,000 characters and over 5,000."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.children import FZREVIEW, cost_of
from benchmarks.pty_meter import Burst, Terminal
from benchmarks.rounds import in_turn
from benchmarks.rows import Row, at_most
from benchmarks.start import PROGRAM_READY, desk_command
from benchmarks.workspace import WORK, Workspace

SHORT_CHARS: Final = 5_000
LONG_CHARS: Final = 500_000

QUIET: Final = 0.3

PRESSED: Final = 8
"""Times that each key is pressed in a round; a short report has hardly more figures."""

KEYS: Final[dict[str, tuple[bytes, bytes]]] = {
    "v": (b"v", b"v"),
    "undo": (b"z", b"z"),
    "next figure": (b"n", b"p"),
    "next section": (b"]", b"["),
    "page": (b"\x1b[6~", b"\x1b[5~"),
    "outline, row": (b"\x1b[B", b"\x1b[A"),
    "outline, fold": (b" ", b" "),
}
"""What is pressed in turn, there and back; the outline has the focus for its own keys."""

OUTLINE: Final = "outline, row"


@dataclass(slots=True)
class Sitting:
    """One start of the desk over one report."""

    ready: float
    keys: dict[str, list[Burst]] = field(default_factory=dict)


def measure(place: Workspace) -> Iterator[Row]:
    """Start and keys over the long report ÷ over the short one."""
    short, long = _store(place, "short", SHORT_CHARS), _store(place, "long-report", LONG_CHARS)
    sittings = in_turn(
        place.scale.key_rounds + 1,
        {"floor": lambda: _sitting(place.copy(short)), "program": lambda: _sitting(place.copy(long))},
    )
    size = f"{LONG_CHARS:,} characters ÷ {SHORT_CHARS:,}"
    ready = {name: median(one.ready for one in all_of) for name, all_of in sittings.items()}
    yield Row("length", f"start, {size}", ready["program"], "ms", ready["floor"], must=at_most(4))
    for words in KEYS:
        last = {
            name: median(burst.last for one in all_of for burst in one.keys[words])
            for name, all_of in sittings.items()
        }
        yield Row(
            "length",
            f"{words}, p50, {size}",
            last["program"],
            "ms",
            last["floor"],
            must=at_most(4),
            goal=at_most(2),
        )


def _store(place: Workspace, name: str, chars: int) -> Path:
    folder, store = WORK / name, WORK / f"{name}.db"
    folder.mkdir()
    (folder / "report.txt").write_text(place.corpus.report(3, chars), "utf-8")
    cost_of([FZREVIEW, "--db", str(store), "load", "--json", str(folder)])
    return store


def _sitting(store: Path) -> Sitting:
    with Terminal(desk_command(store, "report.txt")) as terminal:
        sitting = Sitting(terminal.wait_for(PROGRAM_READY))
        terminal.settle(QUIET)
        for words, (there, back) in KEYS.items():
            if words == OUTLINE:
                for key in (b"\t", b"\x1b[H"):
                    terminal.press(key)
                    terminal.settle(QUIET)
            sitting.keys[words] = [terminal.press(back if turn % 2 else there) for turn in range(PRESSED)]
    return sitting
