"""A terminal program on a pseudo-terminal: when it paints, what a key costs.

Plays the terminal as far as programs ask it things. Times are taken when bytes arrive; nothing is drawn.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Final, Self

from benchmarks.children import environment, peaks_of

COLUMNS: Final = 140
ROWS: Final = 42
SILENCE: Final = 0.030
"""Seconds without a byte that end a burst."""

_ESCAPES: Final = re.compile(rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[()][0-9A-Z]")
_FRAME_END: Final = b"\x1b[?2026l"
_QUERY: Final = re.compile(
    rb"\x1b\[(?:(?P<attributes>0?c)|(?P<secondary>>0?c)|(?P<status>5n)|(?P<cursor>6n)|\?(?P<mode>\d+)\$p)"
)
_MODES: Final = {1, 7, 12, 25, 1000, 1002, 1003, 1004, 1006, 1049, 2004, 2026}
"""Private modes that the terminal knows; synchronised output is among them."""


@dataclass(frozen=True, slots=True)
class Burst:
    """What a program wrote in answer to a key; times in milliseconds from the key."""

    first: float
    last: float
    bytes: int
    frames: int


class Terminal:
    """One program on a pseudo-terminal of 140×42."""

    def __init__(self, command: Sequence[str]) -> None:
        self._seen = bytearray()
        self._asked = b""
        self._ended = False
        self._cpu_seconds: float | None = None
        self.started = time.perf_counter()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], list(command), environment())
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()

    def wait_for(self, words: str, seconds: float = 30.0) -> float:
        """Milliseconds from the start to the bytes that completed ``words``. Raises TimeoutError."""
        deadline = time.perf_counter() + seconds
        wanted = words.encode()
        while time.perf_counter() < deadline and not self._ended:
            at = self._read(0.05)
            if at is not None and wanted in _ESCAPES.sub(b"", self._seen):
                return (at - self.started) * 1000
        shown = _ESCAPES.sub(b" ", bytes(self._seen[-4000:])).decode(errors="replace")
        raise TimeoutError(f"{words!r} never came; the last that did: {shown}")

    def settle(self, silence: float, seconds: float = 10.0) -> None:
        """Read until nothing came for ``silence`` seconds."""
        deadline = time.perf_counter() + seconds
        while self._read(silence) is not None and time.perf_counter() < deadline:
            pass

    def press(self, key: bytes, seconds: float = 5.0) -> Burst:
        """Send a key and read until its burst of output is over. Raises TimeoutError when none comes."""
        self.settle(SILENCE)
        self._seen.clear()
        sent = time.perf_counter()
        os.write(self._fd, key)
        first = last = self._read(seconds)
        if first is None or last is None:
            raise TimeoutError(f"nothing was drawn for {key!r}")
        while (at := self._read(SILENCE)) is not None and at < sent + seconds:
            last = at
        return Burst(
            (first - sent) * 1000, (last - sent) * 1000, len(self._seen), self._seen.count(_FRAME_END)
        )

    def type_ahead(self, keys: bytes, done: Callable[[], bool], seconds: float = 60.0) -> float | None:
        """Write all keys at once; milliseconds until ``done()``, asked every 2 ms. None when it never was."""
        self.settle(SILENCE)
        sent = time.perf_counter()
        os.write(self._fd, keys)
        asked = sent
        while (now := time.perf_counter()) < sent + seconds and not self._ended:
            self._read(0.002)
            if now - asked >= 0.002:
                if done():
                    return (time.perf_counter() - sent) * 1000
                asked = time.perf_counter()
        return None

    def peak_mib(self) -> float | None:
        """Peak resident memory so far, with children."""
        return sum(peak for _, peak in peaks_of(self.pid)) or None

    def end(self) -> float:
        """End the program, politely first; its CPU seconds."""
        if self._cpu_seconds is not None:
            return self._cpu_seconds
        for number in (signal.SIGTERM, signal.SIGKILL):
            os.kill(self.pid, number)
            deadline = time.perf_counter() + 3
            while time.perf_counter() < deadline:
                self._read(0.01)
                pid, _, usage = os.wait4(self.pid, os.WNOHANG)
                if pid:
                    os.close(self._fd)
                    self._cpu_seconds = usage.ru_utime + usage.ru_stime
                    return self._cpu_seconds
        raise TimeoutError(f"process {self.pid} does not end")

    def _read(self, seconds: float) -> float | None:
        """Take what comes within ``seconds``, answering questions; when it came, or None."""
        if self._ended or not select.select([self._fd], [], [], seconds)[0]:
            return None
        try:
            data = os.read(self._fd, 1 << 16)
        except OSError:  # Linux tells the end of the program's side so
            data = b""
        at = time.perf_counter()
        if not data:
            self._ended = True
            return None
        self._seen += data
        if b"\x1b[" in data or self._asked:
            self._answer(self._asked + data)
        return at

    def _answer(self, data: bytes) -> None:
        end = 0
        for query in _QUERY.finditer(data):
            os.write(self._fd, _reply(query))
            end = query.end()
        # A question may be cut by the end of a read; the longest is 12 bytes.
        start = data.rfind(b"\x1b", max(end, len(data) - 12))
        self._asked = data[start:] if start >= 0 else b""


def _reply(query: re.Match[bytes]) -> bytes:
    if query["mode"]:
        known = 2 if int(query["mode"]) in _MODES else 0
        return b"\x1b[?%b;%d$y" % (query["mode"], known)
    replies = {
        "attributes": b"\x1b[?62;22c",
        "secondary": b"\x1b[>41;388;0c",
        "status": b"\x1b[0n",
        "cursor": b"\x1b[1;1R",
    }
    return replies[query.lastgroup or ""]
