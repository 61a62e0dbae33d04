"""The program on a pseudo-terminal, forked from one that is warm."""

from __future__ import annotations

import fcntl
import os
import pty
import signal
import struct
import termios
import time
from collections.abc import Mapping

from pexpect import fdpexpect

from support.terminal import SECONDS, Terminal
from support.warm_program import Warm


class WarmTerminal(Terminal):
    """A terminal as that of the installed command, which begins without importing anything."""

    def __init__(
        self,
        warm: Warm,
        arguments: list[str],
        size: tuple[int, int] = (140, 42),
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self._show(size)
        self._warm = warm
        self._master, slave = pty.openpty()
        columns, rows = size
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._pid = warm.on_terminal(arguments, os.ttyname(slave), size, environment)
        # The program has it open by now.
        os.close(slave)
        self._process = fdpexpect.fdspawn(self._master, timeout=SECONDS)
        self._code: int | None = None

    def __exit__(self, *_: object) -> None:
        if self._code is None:
            self.kill()
        os.close(self._master)

    def end(self) -> int:
        end = time.monotonic() + SECONDS
        while not self._process.flag_eof:
            assert time.monotonic() < end, f"still running\n{self.text}"
            self.read()
        self._code = self._warm.ended(self._pid)
        return self._code

    def kill(self, number: signal.Signals = signal.SIGKILL) -> int:
        os.kill(self._pid, number)
        return self.end()
