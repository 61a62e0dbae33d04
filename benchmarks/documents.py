"""Files made into text, against what the same library gives of them when it is asked for bare text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import process_time

from benchmarks.children import cost_of
from benchmarks.converters import KINDS
from benchmarks.rounds import in_turn
from benchmarks.rows import Row, at_least, at_most
from benchmarks.workspace import WORK, Workspace

FEW = 20
"""Reports that each converter is tried on."""
_TURNS = 3
"""Times a sample goes over them: tables are read faster than clocks tell."""
MANY = {"html": 1_000, "pdf": 200}
"""Files of one load with ``--full``; a fifth of them without."""


def measure(place: Workspace) -> Iterator[Row]:
    """Characters a second of each converter; loads of web pages and of PDF files, their speed and memory."""
    texts = [path.read_text("utf-8") for path in sorted(place.folder(FEW).iterdir())]
    chars = sum(map(len, texts)) * _TURNS
    for name, kind in KINDS.items():
        files = kind.make(texts)
        makers = {"floor": _timed(kind.bare, files), "program": _timed(kind.ours, files)}
        samples = in_turn(place.scale.readings, makers)
        yield Row(
            "documents",
            f"{name} to text",
            chars / median(samples["program"]),
            "chars/s",
            chars / median(samples["floor"]),
            must=at_least(1 / 5),
            goal=at_least(0.7),
            note=f"floor: bare text by {kind.library}",
        )
    for name, most in MANY.items():
        yield from _loads(place, name, most if place.scale.full else most // 5)


def _timed(work: Callable[[bytes], object], files: list[bytes]) -> Callable[[], float]:
    def sample() -> float:
        begin = process_time()
        for data in files * _TURNS:
            work(data)
        return process_time() - begin

    return sample


def _loads(place: Workspace, kind: str, many: int) -> Iterator[Row]:
    """A load of files against one of the same reports as text, and how its memory grows."""
    sources = sorted(place.folder(place.scale.reports).iterdir())[:many]
    peaks: dict[int, float | None] = {}
    for reports in (many // 5, many):
        folder = _folder(f"{kind}-{reports}")
        for path in sources[:reports]:
            (data,) = KINDS[kind].make([path.read_text("utf-8")])
            (folder / f"{path.stem}.{kind}").write_bytes(data)
        cost = cost_of(place.load_command(folder, "--jobs", "1"), watch_memory=True)
        peaks[reports] = cost.peak_mib
    plain = _folder(f"plain-{kind}")
    for path in sources:
        (plain / path.name).write_bytes(path.read_bytes())
    chars = sum(len(path.read_text("utf-8")) for path in sources)
    floor = cost_of(place.load_command(plain, "--jobs", "1"))
    yield Row(
        "documents",
        f"load {many:,} {kind} files",
        chars / cost.seconds,
        "chars/s",
        chars / floor.seconds,
        must=at_least(1 / 3),
        goal=at_least(0.7),
        note="floor: the same reports loaded as text",
    )
    yield Row(
        "documents",
        f"load memory, {many:,} {kind} ÷ {many // 5:,}",
        peaks[many],
        "MiB",
        peaks[many // 5],
        must=at_most(1.2),
        goal=at_most(1.1),
    )


def _folder(name: str) -> Path:
    folder = WORK / name
    folder.mkdir(exist_ok=True)
    return folder
