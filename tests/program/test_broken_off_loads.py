"""Loads that are killed, and loads whose disk is full: what was stored is whole and can be completed.

``make torture`` does it at many moments and sizes; the suite at a few.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import time
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

from support.gold_reports import SEEDS, seed_names
from support.plain_connection import connected
from support.store_content import content_lines, forget_moments
from support.warm_program import Running, Warm

TRIES = max(1, int(os.environ.get("TORTURE", "0")) // 60)
REPORTS = 12
TEXT = (SEEDS / seed_names()[0]).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def crawl(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("crawl") / "crawl.jsonl"
    path.write_text("".join(json.dumps({"text": f"{TEXT}\n第{n}份"}) + "\n" for n in range(REPORTS)))
    return path


class Complete(NamedTuple):
    """A store that was loaded without hindrance."""

    store: Path
    seconds: float
    """How long it took."""


@pytest.fixture(scope="module")
def complete(warm: Warm, tmp_path_factory: pytest.TempPathFactory, crawl: Path) -> Complete:
    store = tmp_path_factory.mktemp("complete") / "store.db"
    began = time.monotonic()
    assert load(warm, store, crawl).end() == (0, "")
    return Complete(store, time.monotonic() - began)


def load(warm: Warm, store: Path, crawl: Path, file_bytes: int | None = None) -> Running:
    return warm.start(["--db", str(store), "--lang", "zh", "load", "--json", str(crawl)], file_bytes)


def content(store: Path) -> list[str]:
    """Everything in a store but the times of loading and its identity; checks that it is sound."""
    with connected(store) as connection:
        assert connection.execute("pragma integrity_check").fetchone() == ("ok",)
        assert connection.execute("pragma foreign_key_check").fetchall() == []
        forget_moments(connection)
        lines = content_lines(connection)
        connection.rollback()
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


def assert_completed(warm: Warm, store: Path, crawl: Path, complete: Complete) -> None:
    """Loading again gives what a load without hindrance gives."""
    assert load(warm, store, crawl).end() == (0, "")
    assert content(store) == content(complete.store)


def test_a_load_that_is_killed_at_any_moment_can_be_completed(
    warm: Warm, tmp_path: Path, crawl: Path, complete: Complete
) -> None:
    for moment in range(TRIES):
        store = tmp_path / f"{moment}.db"
        process = load(warm, store, crawl)
        time.sleep(Random(f"load {moment}").uniform(0, complete.seconds))
        process.kill()
        process.end()
        stored_whole(store)
        assert_completed(warm, store, crawl, complete)


def test_a_full_disk_is_told_and_the_load_can_be_completed(
    warm: Warm, tmp_path: Path, crawl: Path, complete: Complete
) -> None:
    """No file may grow beyond a drawn size, as on a disk that is full there."""
    size = complete.store.stat().st_size
    told = 0
    for number in range(TRIES):
        store = tmp_path / f"{number}.db"
        most = Random(f"disk {number}").randrange(1_000, size)
        code, words = load(warm, store, crawl, most).end()
        assert code == 3, words
        assert "Traceback" not in words
        assert words.count("\n") == 1, words
        assert "磁盘" in words
        told += 1
        assert stored_whole(store) < REPORTS
        assert_completed(warm, store, crawl, complete)
    assert told == TRIES


def test_a_full_disk_leaves_what_was_stored_before(warm: Warm, tmp_path: Path, complete: Complete) -> None:
    store = tmp_path / "store.db"
    shutil.copyfile(complete.store, store)
    before = content(store)
    more = tmp_path / "more.jsonl"
    more.write_text(json.dumps({"text": f"{TEXT}\n又一份"}) + "\n")
    code, words = load(warm, store, more, 40_000).end()
    assert (code, words.count("\n")) == (3, 1), words
    assert content(store) == before
