"""Desks on pseudo-terminals, begun at once and read frame by frame."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pyte

from support.warm_program import Warm

SECONDS = 60.0
FRAME_END = b"\x1b[?2026l"
_ASKS_FOR_FRAMES = b"\x1b[?2026$p"
_FRAMES_ARE_KNOWN = b"\x1b[?2026;2$y"


class WarmDesk:
    """One desk: what it has drawn, frame by frame."""

    def __init__(
        self, warm: Warm, store: Path, reviewer: str = "ann", size: tuple[int, int] = (120, 30)
    ) -> None:
        self._master, slave = pty.openpty()
        columns, rows = size
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        # Open here until the desk has it: a terminal that nobody has open is gone.
        self._slave: int | None = slave
        arguments = ["--db", str(store), "review", "--reviewer", reviewer]
        self.pid = warm.on_terminal(arguments, os.ttyname(slave), size)
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
