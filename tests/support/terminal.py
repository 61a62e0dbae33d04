"""The program on a pseudo-terminal, its screen kept by an emulator, every byte it sends kept too."""

from __future__ import annotations

import os
import re
import signal
import sys
import termios
import time
from pathlib import Path
from typing import Any, Self

import pexpect
import pyte

SECONDS = 60.0
"""Longest wait for something to appear; a slow machine takes a tenth of it."""


class Terminal:
    """One run of a command, 140×42 unless told otherwise."""

    def __init__(
        self,
        arguments: list[str],
        size: tuple[int, int] = (140, 42),
        environment: dict[str, str] | None = None,
        command: list[str] | None = None,
    ) -> None:
        self._show(size)
        columns, rows = size
        first, *rest = command or [str(installed_command())]
        self._process: Any = pexpect.spawn(
            first,
            [*rest, *arguments],
            dimensions=(rows, columns),
            env=os.environ
            | {
                "FZREVIEW_REPEAT_MS": "0",
                "FZREVIEW_TOUR": "0",
                # The size is set on the terminal only after the program has begun: it might be read before.
                "COLUMNS": str(columns),
                "LINES": str(rows),
                "TERM": "xterm-256color",
                "COLORTERM": "truecolor",
                "LANG": "C.UTF-8",
                "LC_ALL": "C.UTF-8",
            }
            | (environment or {}),
            timeout=SECONDS,
        )
        self._process.delaybeforesend = None

    def _show(self, size: tuple[int, int]) -> None:
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self.sent = b""
        """Everything that the program wrote."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.close(force=True)

    @property
    def text(self) -> str:
        """The screen, row by row; wide characters take one place."""
        rows = []
        for y in range(self._screen.lines):
            row = self._screen.buffer[y]
            rows.append("".join(row[x].data for x in range(self._screen.columns)).rstrip())
        return "\n".join(rows)

    @property
    def modes(self) -> dict[int, bool]:
        """Private modes that the program has set or reset, as they are now."""
        switches = re.findall(rb"\x1b\[\?([\d;]+)([hl])", self.sent)
        return {int(mode): switch == b"h" for modes, switch in switches for mode in modes.split(b";")}

    @property
    def line_settings(self) -> list[object]:
        """How the terminal treats what is typed and printed: echo, line by line, signals."""
        return termios.tcgetattr(self._process.child_fd)

    def press(self, keys: str) -> None:
        self._process.send(keys)

    def wait_for(self, words: str) -> None:
        """Wait until the screen shows these words. Raises AssertionError with the screen."""
        end = time.monotonic() + SECONDS
        while words not in self.text:
            assert time.monotonic() < end, f"never shown: {words}\n{self.text}"
            self.read()

    def wait_until_gone(self, words: str) -> None:
        """Wait until the screen shows these words no longer."""
        end = time.monotonic() + SECONDS
        while words in self.text:
            assert time.monotonic() < end, f"still shown: {words}\n{self.text}"
            self.read()

    def read(self) -> bool:
        """Take what the program has written; False where there was nothing."""
        try:
            data: bytes = self._process.read_nonblocking(1 << 16, timeout=0.05)
        except pexpect.TIMEOUT:
            return False
        except pexpect.EOF:
            time.sleep(0.05)
            return False
        self.sent += data
        self._stream.feed(data)
        return True

    def end(self) -> int:
        """Wait for the end of the program; its exit code, negative for a signal."""
        end = time.monotonic() + SECONDS
        while self._process.isalive():
            assert time.monotonic() < end, f"still running\n{self.text}"
            self.read()
        while self.read():
            pass
        if self._process.signalstatus is not None:
            return -int(self._process.signalstatus)
        return int(self._process.exitstatus or 0)

    def kill(self, number: signal.Signals = signal.SIGKILL) -> int:
        """Send a signal and wait for the end."""
        self._process.kill(number)
        return self.end()


def installed_command() -> Path:
    """The ``fzreview`` that belongs to this Python."""
    return Path(sys.executable).with_name("fzreview")
