"""Child processes: their environment, time and memory."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
FZREVIEW = str(Path(sys.executable).with_name("fzreview"))

_DROPPED = re.compile(r"PYTHON|TEXTUAL|FZREVIEW_|LC_|(?:NO_COLOR|COLUMNS|LINES|TMUX|TERM_PROGRAM)")
_HIGH_WATER = re.compile(r"VmHWM:\s+(\d+)")
_POLL_SECONDS = 0.02


def environment() -> dict[str, str]:
    """What children get: a plain UTF-8 terminal, Chinese words, and leave to write and use .pyc files."""
    kept = {name: value for name, value in os.environ.items() if not _DROPPED.match(name)}
    return kept | {
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "FZREVIEW_LANG": "zh",
        "FZREVIEW_REVIEWER": "benchmark",
        "FZREVIEW_TOUR": "0",
        "FZREVIEW_REPEAT_MS": "0",
        "PYTHONPATH": str(ROOT),
    }


def floor_program(module: str, *arguments: str | Path) -> list[str]:
    """The command of a floor program; imported, so that it too runs from its .pyc file."""
    return [PYTHON, "-c", f"from benchmarks.{module} import main; main()", *map(str, arguments)]


@dataclass(frozen=True, slots=True)
class Cost:
    """What a child process took."""

    seconds: float
    cpu_seconds: float
    peak_mib: float | None
    """Of the process and its children together; None where nobody watched or the system does not tell."""


def cost_of(command: Sequence[str], watch_memory: bool = False) -> Cost:
    """Run a command to its end, its output thrown away. Raises RuntimeError when it fails."""
    with tempfile.TemporaryFile() as narration:
        begin = time.perf_counter()
        process = subprocess.Popen(
            command,
            env=environment(),
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=narration,
        )
        peaks = dict(_watched(process.pid)) if watch_memory else {}
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            narration.seek(0)
            words = narration.read().decode(errors="replace")[-500:]
            raise RuntimeError(f"{' '.join(command)}: exit code {process.returncode}: {words}")
    return Cost(seconds, usage.ru_utime + usage.ru_stime, sum(peaks.values()) or None)


def _watched(root: int) -> Iterator[tuple[int, float]]:
    """Peaks of a process and its descendants, told again and again until it ends.

    The rusage of a child would count the memory of the process that forked it.
    """
    while os.waitid(os.P_PID, root, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
        yield from peaks_of(root)
        time.sleep(_POLL_SECONDS)


def peaks_of(root: int) -> Iterator[tuple[int, float]]:
    """Peak resident memory (MiB) of a process and of each living descendant; nothing without /proc."""
    waiting = [root]
    while waiting:
        pid = waiting.pop()
        try:
            status = Path(f"/proc/{pid}/status").read_text()
            for children in Path(f"/proc/{pid}/task").glob("*/children"):
                waiting.extend(map(int, children.read_text().split()))
        except OSError:
            continue
        found = _HIGH_WATER.search(status)
        if found:
            yield pid, int(found[1]) / 1024
