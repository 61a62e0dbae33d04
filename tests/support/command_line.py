"""The command line in this process, and as a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from fzreview.cli import run


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command line left behind."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        """Standard output as JSON lines."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def told(self) -> list[str]:
        """The sentences on standard error."""
        return self.err.splitlines()


Call = Callable[..., Outcome]
On = Callable[[Path], Call]
"""Command lines on any store: ``on(path)("list")``."""


def caller(store: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    """Command lines on one store, in this process and in Chinese: ``call("load", path)``."""

    def call(*arguments: str | Path) -> Outcome:
        capsys.readouterr()
        code = run(["--db", str(store), "--lang", "zh", *map(str, arguments)])
        output = capsys.readouterr()
        return Outcome(code, output.out, output.err)

    return call


def in_process(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """One command line as a process."""
    return subprocess.run(
        [sys.executable, "-m", "fzreview", *map(str, arguments)],
        capture_output=True,
        env=os.environ | {"FZREVIEW_LANG": "zh"} | environment,
        check=False,
        timeout=60,
    )
