"""A store while it is made, and one that is damaged: sudden ends, two programs at once, broken pages."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from fzreview.errors import StoreError
from fzreview.store.opening.connect import create_or_migrate
from fzreview.store.reader import StoreReader
from fzreview.store.writer import StoreWriter
from fzreview.work.judging.judge import judge
from support.gold_reports import gold_report, seed_names

FIRST = seed_names()[0]

DIE_HALFWAY = """
import os, sys
from pathlib import Path
import sqlite_utils
from fzreview.store.opening.connect import create_or_migrate

left = int(sys.argv[2])
whole = sqlite_utils.Database.execute

def execute(database, *arguments, **options):
    global left
    left -= 1
    if left == 0:
        os._exit(9)
    return whole(database, *arguments, **options)

sqlite_utils.Database.execute = execute
create_or_migrate(Path(sys.argv[1]))
"""


@pytest.mark.sampled(2)
@pytest.mark.parametrize("statement", [1, 2, 5, 12, 20, 25])
def test_a_program_that_dies_while_it_makes_a_store_spoils_nothing(tmp_path: Path, statement: int) -> None:
    path = tmp_path / "store.db"
    done = subprocess.run([sys.executable, "-c", DIE_HALFWAY, str(path), str(statement)], check=False)
    assert done.returncode == 9
    create_or_migrate(path)
    with StoreReader(path) as reader:
        assert reader.report_count() == 0


def test_two_programs_may_make_it_at_once(tmp_path: Path) -> None:
    line = (
        "import sys; from pathlib import Path; from fzreview.store.opening.connect import create_or_migrate;"
        " create_or_migrate(Path(sys.argv[1]))"
    )
    path = tmp_path / "store.db"
    both = [subprocess.Popen([sys.executable, "-c", line, str(path)]) for _ in range(3)]
    assert [process.wait() for process in both] == [0, 0, 0]


def test_broken_pages_are_told(store: Path) -> None:
    data = bytearray(store.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    store.write_bytes(data)
    with pytest.raises(StoreError, match="malformed"), StoreReader(store) as reader:
        list(reader.summaries())


def test_a_path_that_no_system_takes_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        create_or_migrate(tmp_path / ("a" * 300) / "store.db")


def test_a_writer_that_is_closed_at_once_leaves_nothing_open(store: Path) -> None:
    writer = StoreWriter(store)
    waiting = writer.holds("none")
    writer.close()
    assert waiting.result() is False
    assert not store.with_name("fzreview.db-wal").exists()


def test_a_file_is_whole_by_itself_once_its_writer_is_closed_though_others_read_it(
    store: Path, tmp_path: Path
) -> None:
    figure = gold_report(FIRST).reading.figures[0]
    with StoreReader(store) as another:
        assert another.report_count() == 5
        judge(store, "ann", f"{gold_report(FIRST).sha256}:{figure.span_key}", "verified")
        alone = tmp_path / "sent" / "by mail.db"
        alone.parent.mkdir()
        shutil.copy(store, alone)
    with StoreReader(alone) as reader:
        assert next(reader.figures(reader.find_report(FIRST).id)).status == "verified"
