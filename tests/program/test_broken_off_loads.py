"""Loads that are killed, and loads whose disk is full: what was stored is whole and can be completed.

``make torture`` does it at many moments and sizes; the suite at a few.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from support.full_disk import full_at
from support.gold_reports import SEEDS, seed_names
from support.store_content import content_lines, forget_moments

TRIES = max(1, int(os.environ.get("TORTURE", "0")) // 60)
REPORTS = 12
TEXT = (SEEDS / seed_names()[0]).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def crawl(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("crawl") / "crawl.jsonl"
    path.write_text("".join(json.dumps({"text": f"{TEXT}\n第{n}份"}) + "\n" for n in range(REPORTS)))
    return path


@pytest.fixture(scope="module")
def complete(tmp_path_factory: pytest.TempPathFactory, crawl: Path) -> Path:
    """A store that was loaded without hindrance."""
    store = tmp_path_factory.mktemp("complete") / "store.db"
    process = load(store, crawl)
    assert (process.communicate()[1], process.returncode) == (b"", 0)
    return store


def load(store: Path, crawl: Path, before: Callable[[], None] | None = None) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "fzreview", "--db", str(store), "--lang", "zh", "load", "--json", str(crawl)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        preexec_fn=before,
    )


def content(store: Path) -> list[str]:
    """Everything in a store but the times of loading and its identity; checks that it is sound."""
    with sqlite3.connect(store) as connection:
        assert connection.execute("pragma integrity_check").fetchone() == ("ok",)
        assert connection.execute("pragma foreign_key_check").fetchall() == []
        forget_moments(connection)
        lines = content_lines(connection)
        connection.rollback()
    connection.close()
    return lines


def stored_whole(store: Path) -> int:
    """How many reports a store holds, each with all that belongs to it; 0 where it is not made yet."""
    if not store.exists():
        return 0
    connection = sqlite3.connect(store)
    try:
        assert connection.execute("pragma integrity_check").fetchone() == ("ok",)
        if not connection.execute("select 1 from sqlite_master where name = 'texts'").fetchone():
            return 0
        broken = connection.execute(
            "select id from reports r where figures != (select count(*) from figures where report = r.id)"
            " or chars is not (select length(source) from texts where report = r.id)"
            " or not exists (select 1 from split_groups where report = r.id)"
        ).fetchall()
        assert broken == []
        return int(connection.execute("select count(*) from reports").fetchone()[0])
    finally:
        connection.close()


def assert_completed(store: Path, crawl: Path, complete: Path) -> None:
    """Loading again gives what a load without hindrance gives."""
    process = load(store, crawl)
    assert (process.communicate()[1], process.returncode) == (b"", 0)
    assert content(store) == content(complete)


def test_a_load_that_is_killed_at_any_moment_can_be_completed(
    tmp_path: Path, crawl: Path, complete: Path
) -> None:
    began = time.monotonic()
    load(tmp_path / "timed.db", crawl).communicate()
    longest = time.monotonic() - began
    for moment in range(TRIES):
        store = tmp_path / f"{moment}.db"
        process = load(store, crawl)
        time.sleep(Random(f"load {moment}").uniform(0, longest))
        process.kill()
        process.communicate()
        stored_whole(store)
        assert_completed(store, crawl, complete)


def test_a_full_disk_is_told_and_the_load_can_be_completed(
    tmp_path: Path, crawl: Path, complete: Path
) -> None:
    """No file may grow beyond a drawn size, as on a disk that is full there."""
    size = complete.stat().st_size
    told = 0
    for number in range(TRIES):
        store = tmp_path / f"{number}.db"
        most = Random(f"disk {number}").randrange(1_000, size)
        process = load(store, crawl, full_at(most))
        words = process.communicate()[1].decode()
        assert process.returncode == 3, words
        assert "Traceback" not in words
        assert words.count("\n") == 1, words
        assert "磁盘" in words
        told += 1
        assert stored_whole(store) < REPORTS
        assert_completed(store, crawl, complete)
    assert told == TRIES


def test_a_full_disk_leaves_what_was_stored_before(tmp_path: Path, crawl: Path, complete: Path) -> None:
    store = tmp_path / "store.db"
    shutil.copyfile(complete, store)
    before = content(store)
    more = tmp_path / "more.jsonl"
    more.write_text(json.dumps({"text": f"{TEXT}\n又一份"}) + "\n")
    process = load(store, more, full_at(40_000))
    words = process.communicate()[1].decode()
    assert (process.returncode, words.count("\n")) == (3, 1), words
    assert content(store) == before
