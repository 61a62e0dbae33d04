"""The command as a process: what it costs, pipes, signals, encodings."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

SEED = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))[0]


def fzreview(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "fzreview", *arguments],
        capture_output=True,
        env=os.environ | environment,
        check=False,
    )


def test_a_broken_pipe_is_quiet() -> None:
    command = [sys.executable, "-m", "fzreview", "read", "--json", *[str(SEED)] * 20]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


def test_ctrl_c_is_quiet(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    process = subprocess.Popen([sys.executable, "-m", "fzreview", "read", str(pipe)], stderr=subprocess.PIPE)
    with pipe.open("wb"):  # opens once the program reads from the other end
        process.send_signal(signal.SIGINT)
        _, words = process.communicate(timeout=60)
    assert (process.returncode, words) == (130, b"")


@pytest.mark.sampled(1)
@pytest.mark.parametrize("encoding", ["ascii", "gbk", "latin-1", "utf-8"])
def test_no_encoding_of_the_terminal_breaks_the_output(encoding: str) -> None:
    done = fzreview("read", str(SEED), "no😀such.txt", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    done = fzreview("read", "--json", str(SEED), PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    row = json.loads(done.stdout)
    assert row["doc"] == SEED.name
    source = SEED.read_bytes().decode()
    assert all(source[figure["start"] : figure["end"]] == figure["surface"] for figure in row["figures"])
