"""Desks on pseudo-terminals, forked from a process that has imported everything already."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Self

import pyte

SECONDS = 60.0
FRAME_END = b"\x1b[?2026l"
_ASKS_FOR_FRAMES = b"\x1b[?2026$p"
_FRAMES_ARE_KNOWN = b"\x1b[?2026;2$y"


class Warm:
    """A process that forks a desk whenever it is told a store and a terminal."""

    def __init__(self) -> None:
        environment = os.environ | {
            "PYTHONPATH": str(Path(__file__).parents[1]),
            "FZREVIEW_REPEAT_MS": "0",
            "FZREVIEW_TOUR": "0",
            "PYTHONIOENCODING": "utf-8",
            "LC_ALL": "C.UTF-8",
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
        }
        self._process = subprocess.Popen(
            [sys.executable, "-c", "from support.warm_desk import serve; serve()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            # A pipe too: a stream that began on a file would be sought in when it is a terminal.
            stderr=subprocess.STDOUT,
            env=environment,
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()

    def desk(self, store: Path, reviewer: str = "ann", size: tuple[int, int] = (120, 30)) -> WarmDesk:
        """A desk over a store, on a terminal of its own."""
        assert self._process.stdin is not None and self._process.stdout is not None
        master, slave = pty.openpty()
        columns, rows = size
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._process.stdin.write(json.dumps([os.ttyname(slave), str(store), reviewer]) + "\n")
        self._process.stdin.flush()
        pid = int(self._process.stdout.readline())
        return WarmDesk(pid, master, slave, size)


class WarmDesk:
    """One desk: what it has drawn, frame by frame."""

    def __init__(self, pid: int, master: int, slave: int, size: tuple[int, int]) -> None:
        self.pid = pid
        self._master = master
        # Open here until the desk has it: a terminal that nobody has open is gone.
        self._slave: int | None = slave
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self._waiting = self._asked = b""
        self._answered = self._ended = False

    def press(self, keys: bytes) -> None:
        os.write(self._master, keys)

    def frames(self, seconds: float) -> Iterator[list[str]]:
        """The rows of each whole frame that arrives within a time; wide characters take one place."""
        end = time.monotonic() + seconds
        while not self._ended and (left := end - time.monotonic()) > 0:
            self._take(left)
            while FRAME_END in self._waiting:
                frame, _, self._waiting = self._waiting.partition(FRAME_END)
                self._stream.feed(frame + FRAME_END)
                yield self._rows()

    def wait_for(self, words: str) -> list[str]:
        """The rows once they show these words. Raises AssertionError when they never do."""
        end = time.monotonic() + SECONDS
        while not any(words in row for row in self._rows()):
            shown = "\n".join(self._rows())
            assert time.monotonic() < end and not self._ended, f"never shown: {words}\n{shown}"
            self._take()
            # The first pictures may come before the answer that makes whole frames of them.
            self._stream.feed(self._waiting)
            self._waiting = b""
        return self._rows()

    def kill(self) -> Iterator[list[str]]:
        """Kill it at once; the frames that had left it before."""
        os.kill(self.pid, signal.SIGKILL)
        yield from self.frames(SECONDS)
        assert self._ended, "a killed desk lets its terminal go"
        os.close(self._master)

    def _take(self, seconds: float = 0.1) -> None:
        """Take what the desk writes within a time."""
        if not select.select([self._master], [], [], seconds)[0]:
            return
        try:
            data = os.read(self._master, 1 << 16)
        except OSError:  # nobody has the other side open any more
            data = b""
        if data and self._slave is not None:
            os.close(self._slave)
            self._slave = None
        self._ended = not data
        self._waiting += data
        if not self._answered:
            self._asked += data
            self._answered = _ASKS_FOR_FRAMES in self._asked
            if self._answered:
                os.write(self._master, _FRAMES_ARE_KNOWN)

    def _rows(self) -> list[str]:
        lines = (self._screen.buffer[y] for y in range(self._screen.lines))
        return ["".join(line[x].data for x in range(self._screen.columns)).rstrip() for line in lines]


def serve() -> None:
    """Fork a desk for each line ``[terminal, store, reviewer]`` on standard input, and tell its process."""
    for heavy in ("fzreview.cli.desk", "fzreview.tui.app", "fzreview.work.judging.reviewing"):
        import_module(heavy)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the killed
    # Not by sys.stdin: the desks get that one, and want it untouched.
    orders = os.fdopen(os.dup(0))
    for line in iter(orders.readline, ""):
        terminal, *arguments = json.loads(line)
        pid = os.fork()
        if pid == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            _become_desk(terminal, *arguments)
        print(pid, flush=True)


def _become_desk(terminal: str, store: str, reviewer: str) -> None:
    from fzreview.cli import run

    os.setsid()
    device = os.open(terminal, os.O_RDWR)
    fcntl.ioctl(device, termios.TIOCSCTTY, 0)
    for number in (0, 1, 2):
        os.dup2(device, number)
    os.close(device)
    os._exit(run(["--db", store, "review", "--reviewer", reviewer]))
