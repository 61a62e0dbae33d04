"""The program, forked from a process that has imported it already: most of a start is paid once."""

from __future__ import annotations

import fcntl
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import termios
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, Self, TypedDict

IMPORTED = (
    *("fzreview.cli.desks.opening", "fzreview.tui.app", "fzreview.work.judging.reviewing"),
    *("fzreview.work.loading.ingest", "fzreview.work.merging.merge", "fzreview.store.schema.migrations"),
)
"""What the first command lines would import for a second or two, each by itself."""


class Order(TypedDict):
    """One command line, and where it finds itself."""

    arguments: list[str]
    terminal: str | None
    """Its three streams; else it reads and writes nothing but its errors."""
    errors: str
    environment: dict[str, str]
    file_bytes: int | None
    """How large its files may grow, as on a disk that is full there."""


class Warm:
    """A process that forks one for each command line."""

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
            [sys.executable, "-c", "from support.warm_program import serve; serve()"],
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

    def start(self, arguments: list[str], file_bytes: int | None = None) -> Running:
        """Run a command line that reads nothing and whose output nobody sees; its errors are kept."""
        with tempfile.TemporaryDirectory() as folder:
            # Not a file: it might not grow as far as its words go.
            errors = Path(folder) / "errors"
            os.mkfifo(errors)
            end = os.open(errors, os.O_RDONLY | os.O_NONBLOCK)
            return Running(self, self._forked(arguments, None, str(errors), _own_folders(), file_bytes), end)

    def on_terminal(
        self,
        arguments: list[str],
        terminal: str,
        size: tuple[int, int],
        environment: Mapping[str, str] | None = None,
    ) -> int:
        """Run a command line on a terminal of so many columns and rows; its process."""
        columns, rows = map(str, size)
        # What this process inherited about its own terminal would be believed first.
        around = {"COLUMNS": columns, "LINES": rows, **_own_folders(), **(environment or {})}
        return self._forked(arguments, terminal, os.devnull, around, None)

    def ended(self, pid: int) -> int:
        """Wait for the end of one; its exit code, negative for a signal."""
        return self._asked(pid)

    def _forked(self, *parts: object) -> int:
        return self._asked(dict(zip(Order.__annotations__, parts, strict=True)))

    def _asked(self, question: object) -> int:
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())


class Running:
    """One command line on its way; what of ``subprocess.Popen`` is of use for it."""

    def __init__(self, warm: Warm, pid: int, errors: int) -> None:
        self._warm = warm
        self._pid = pid
        self._errors = errors
        """The end of a pipe."""

    def kill(self) -> None:
        os.kill(self._pid, signal.SIGKILL)

    def end(self) -> tuple[int, str]:
        """Wait for its end: its exit code, negative for a signal, and what it said."""
        code = self._warm.ended(self._pid)
        with os.fdopen(self._errors, "rb") as errors:
            return code, errors.read().decode()


def _own_folders() -> dict[str, str]:
    """Those of this test: the program was started before the test had any."""
    return {name: value for name, value in os.environ.items() if name.startswith("XDG_")}


def serve() -> None:
    """Begin each order on standard input and tell its process; of a process there, tell how it ended."""
    for name in IMPORTED:
        import_module(name)
    # Not by sys.stdin: the forked get that one, and want it untouched.
    questions = os.fdopen(os.dup(0))
    for line in iter(questions.readline, ""):
        question = json.loads(line)
        if isinstance(question, int):
            _, status = os.waitpid(question, 0)
            print(os.waitstatus_to_exitcode(status), flush=True)
            continue
        begun, beginning = os.pipe()
        pid = os.fork()
        if pid == 0:
            _become(question, beginning)
        os.close(beginning)
        # The pipe for its errors is gone from its folder once it is told.
        os.read(begun, 1)
        os.close(begun)
        print(pid, flush=True)


def _become(order: Any, beginning: int) -> None:
    from fzreview.cli import run

    if order["terminal"] is None:
        nowhere = os.open(os.devnull, os.O_RDWR)
        streams = (nowhere, nowhere, os.open(order["errors"], os.O_WRONLY))
    else:
        os.setsid()
        device = os.open(order["terminal"], os.O_RDWR)
        fcntl.ioctl(device, termios.TIOCSCTTY, 0)
        streams = (device, device, device)
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
    for stream in {*streams, beginning}:
        os.close(stream)
    os.environ.update(order["environment"])
    if (most := order["file_bytes"]) is not None:
        # What is compiled is not kept: Python does not notice that the limit cut it, and every later program
        # would fail on it.
        sys.dont_write_bytecode = True
        os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    os._exit(run(order["arguments"]))
