"""A store that is only read: nothing is left beside it, and nothing beside it need be written."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from fzreview.store.reader import StoreReader
from fzreview.store.writer import StoreWriter
from fzreview.work.keeping.safekeeping import verify_store
from support.command_line import Call, On
from support.mounting import needs_mount, read_only

READS = [("list",), ("figures", "--json"), ("journal", "--digest"), ("verify-store",), ("doctor", "--json")]


@pytest.mark.parametrize("command", READS, ids=lambda command: command[0])
def test_who_only_reads_leaves_nothing_beside_a_store(
    store: Path, call: Call, command: tuple[str, ...]
) -> None:
    before = store.read_bytes()
    assert call(*command).code == 0
    assert [one.name for one in store.parent.iterdir()] == [store.name]
    assert store.read_bytes() == before


def test_nothing_is_left_beside_what_is_merged(store: Path, on: On, tmp_path: Path) -> None:
    sent = tmp_path / "sent" / "by mail.db"
    sent.parent.mkdir()
    shutil.copy(store, sent)
    assert on(store)("merge", sent).code == 0
    assert [one.name for one in sent.parent.iterdir()] == [sent.name]


def test_a_log_that_is_there_is_left_to_whom_it_belongs(store: Path) -> None:
    with closing(StoreWriter(store)) as writer:
        writer.holds("none").result()
        before = sorted(one.name for one in store.parent.iterdir())
        with StoreReader(store) as reader:
            assert reader.report_count() == 5
        assert sorted(one.name for one in store.parent.iterdir()) == before


def test_verifying_needs_no_system_that_takes_addresses_for_paths(store: Path) -> None:
    assert verify_store(store)[1] == []
    assert not [one for one in Path().iterdir() if one.name.startswith("file:")]


@needs_mount
@pytest.mark.parametrize("command", ["list", "merge", "backup"])
def test_a_store_on_a_read_only_share_can_be_read(store: Path, tmp_path: Path, command: str) -> None:
    share = tmp_path / "share"
    share.mkdir()
    with closing(sqlite3.connect(shutil.copy(store, share / "sent.db"))) as connection:
        assert connection.execute("pragma journal_mode").fetchone() == ("wal",)
    of_share = ["--db", str(share / "sent.db")]
    line = {
        "list": [*of_share, "list"],
        "merge": ["--db", str(store), "merge", str(share / "sent.db")],
        "backup": [*of_share, "backup", str(tmp_path / "kept.db")],
    }[command]
    program = [*read_only(share), sys.executable, "-m", "fzreview", *line]
    done = subprocess.run(program, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert [one.name for one in share.iterdir()] == ["sent.db"]
