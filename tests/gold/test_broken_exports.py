"""Whatever ends an export, the package before it stays, and nothing is left beside it."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from fzreview.domain.gold.records import GoldDocument
from fzreview.gold.formats import FORMATS
from fzreview.gold.packages.writing import write_package
from fzreview.work.gold.exporting import export, gold
from support.decided_store import decided_store

TABLES = ["csv", "xlsx", "parquet"]

LONG = """
import itertools, resource, signal, sys, time
from fzreview.cli import run
from fzreview.work.gold import exporting
told = exporting.gold_of_undamaged
def again_and_again(*arguments):
    for turn in itertools.count():
        yield from told(*arguments)
        if turn == 1:
            print("begun", flush=True)
        time.sleep(pause)
exporting.gold_of_undamaged = again_and_again
"""

LIMITED = """
pause = 0
sys.dont_write_bytecode = True  # see support.warm_program
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
sys.exit(run(sys.argv[2:]))
"""

SLOW = """
pause = 0.005
sys.exit(run(sys.argv[1:]))
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return decided_store(tmp_path_factory.mktemp("decided") / "a.db")


def content(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def formats() -> list[str]:
    return [part for name in TABLES for part in ("--format", name)]


@pytest.mark.parametrize("name", FORMATS)
def test_a_failure_while_writing(store: Path, tmp_path: Path, name: str) -> None:
    export(store, tmp_path, [name])
    before = content(tmp_path)

    def broken() -> Iterator[GoldDocument]:
        yield from gold(store)
        raise RuntimeError("the store went away")

    with pytest.raises(RuntimeError):
        write_package(broken(), tmp_path, [name])
    assert content(tmp_path) == before


@pytest.mark.sampled(1)
@pytest.mark.parametrize("limit", [40_000, 150_000])
def test_a_full_disk(store: Path, tmp_path: Path, limit: int) -> None:
    folder = tmp_path / "gold"
    export(store, folder, TABLES)
    before = content(folder)
    done = subprocess.run(
        [
            *(sys.executable, "-X", "dev", "-c", LONG + LIMITED, str(limit)),
            *("--db", str(store), "export", "-o", str(folder), *formats()),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 3
    assert "File too large" in done.stderr
    assert "Exception ignored" not in done.stderr
    assert content(folder) == before


@pytest.mark.sampled(1)
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_an_interruption_at_some_moment(store: Path, tmp_path: Path, ending: signal.Signals) -> None:
    folder = tmp_path / "gold"
    export(store, folder, TABLES)
    before = content(folder)
    process = subprocess.Popen(
        [sys.executable, "-c", LONG + SLOW, "--db", str(store), "export", "-o", str(folder), *formats()],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"begun\n"
    time.sleep(random.Random(ending).uniform(0, 0.3))
    process.send_signal(ending)
    _, told = process.communicate(timeout=60)
    assert process.returncode != 0
    assert b"Exception ignored" not in told
    left = {name: data for name, data in content(folder).items() if not name.endswith(".partial")}
    assert left == before
    if ending == signal.SIGINT:
        assert content(folder) == before
    export(store, folder, TABLES)
    assert content(folder) == before, "what was left behind is taken away by the next export"
