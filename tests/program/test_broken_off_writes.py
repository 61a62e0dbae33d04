"""Every command that writes, killed at a random moment, on a full disk, and beside another writer.

``make torture`` tries many moments and sizes; the suite one of each.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

from fzreview.store.integrity.corruption import integrity_check
from fzreview.work.gold.exporting import export
from fzreview.work.keeping.safekeeping import back_up, verify_store
from fzreview.work.team.assigning import Sharing, share_out
from support.decided_store import decided_store, empty_store
from support.old_stores import make_old
from support.warm_program import Running, Warm

TRIES = max(1, int(os.environ.get("TORTURE", "0")) // 60)
COMMANDS = (
    *("judge", "import", "reextract", "layers", "export"),
    *("backup", "restore", "migrate", "merge", "pack"),
)
ALL = "TORTURE" in os.environ
"""Else each way of breaking off is tried on some commands only; the rest is run by ``make heavy``."""


def some(*tried: str) -> list[object]:
    """Every command; those that are not ``tried`` in the suite are heavy."""
    heavy = () if ALL else (pytest.mark.heavy,)
    return [pytest.param(one, marks=() if one in tried else heavy) for one in COMMANDS]


LOCKED = ("judge", "import", "reextract", "layers", "restore", "merge", "pack")
"""Commands that must write into the store itself."""
BEFORE = {"import": "empty.db", "migrate": "old.db", "merge": "empty.db", "pack": "assigned.db"}
"""The store that a command begins with, where it is not the decided one."""


class World(NamedTuple):
    """What a command finds: its store and the files beside it."""

    warm: Warm
    folder: Path

    @property
    def store(self) -> Path:
        return self.folder / "store.db"

    def arguments(self, command: str) -> list[str]:
        """The command's arguments; what it would make beside the store is not there yet."""
        with closing(sqlite3.connect(self.store)) as connection:
            sha256, start, end = connection.execute(
                'select sha256, f.start, f."end" from figures f join reports r on r.id = report'
                " where f.origin = 'machine' order by report desc, f.start desc limit 1"
            ).fetchone()
        return {
            "judge": ["judge", f"{sha256[:12]}:{start}-{end}", "unsure", "--reviewer", "zoe"],
            "import": ["import", "jsonl", str(self.folder / "gold"), "--reviewer", "zoe"],
            "reextract": ["reextract", "--yes", "--allow-removals", "100%"],
            "layers": ["layers", "add", "--extractor", "built-in", "--replace"],
            "export": ["export", "-o", str(self.folder / "out"), "--format", "csv"],
            "backup": ["backup", str(self.folder / "copy.db")],
            "restore": ["restore", str(self.folder / "backup.db")],
            "migrate": ["list"],
            "merge": ["merge", str(self.folder / "backup.db")],
            "pack": ["pack", "--for", "zoe", "-o", str(self.folder / "packages")],
        }[command]

    def start(self, command: str, file_bytes: int | None = None) -> Running:
        arguments = ["--db", str(self.store), "--lang", "en", *self.arguments(command)]
        return self.warm.start(arguments, file_bytes)

    def run(self, command: str) -> None:
        code, words = self.start(command).end()
        assert code == 0, words

    def words_of_people(self) -> set[tuple[object, ...]]:
        """What everybody holds in the store."""
        query = 'select target, start, "end", reviewer, verdict, comment from verdicts'
        with closing(sqlite3.connect(self.store)) as connection:
            return set(connection.execute(query).fetchall())

    def assert_whole(self, command: str, had: set[tuple[object, ...]]) -> None:
        """Nothing that was decided before is lost, nothing is half-written."""
        assert verify_store(self.store)[1] == []
        if command not in ("reextract", "restore"):
            assert had <= self.words_of_people()
        if (self.folder / "copy.db").exists():
            assert integrity_check(self.folder / "copy.db") == []
        for package in (self.folder / "packages").glob("*.fz.db"):
            assert integrity_check(package) == []
        manifest = self.folder / "out" / "manifest.json"
        if manifest.exists():
            named = {row["name"] for row in json.loads(manifest.read_text(encoding="utf-8"))["files"]}
            assert all((self.folder / "out" / name).is_file() for name in named)

    def clear(self) -> None:
        """Take away what a run that was ended may have finished."""
        (self.folder / "copy.db").unlink(missing_ok=True)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Stores and files for every command, from which each try takes its own."""
    folder = tmp_path_factory.mktemp("whole")
    decided = decided_store(folder / "decided.db")
    back_up(decided, folder / "backup.db")
    export(decided, folder / "gold")
    empty_store(folder / "empty.db")
    share_out(decided_store(folder / "assigned.db"), Sharing(["zoe"]))
    make_old(shutil.copyfile(folder / "backup.db", folder / "old.db"))
    return folder


def world(warm: Warm, whole: Path, folder: Path, command: str) -> World:
    folder.mkdir()
    before = BEFORE.get(command, "backup.db")
    with (
        closing(sqlite3.connect(whole / before)) as source,
        closing(sqlite3.connect(folder / "store.db")) as copy,
    ):
        source.backup(copy)
    shutil.copyfile(whole / "backup.db", folder / "backup.db")
    shutil.copytree(whole / "gold", folder / "gold")
    return World(warm, folder)


@pytest.mark.parametrize("command", some("judge", "import", "migrate", "merge"))
def test_killed_at_any_moment(warm: Warm, whole: Path, tmp_path: Path, command: str) -> None:
    timed = world(warm, whole, tmp_path / "timed", command)
    began = time.monotonic()
    timed.run(command)
    longest = time.monotonic() - began
    for number in range(TRIES):
        here = world(warm, whole, tmp_path / str(number), command)
        had = here.words_of_people()
        process = here.start(command)
        time.sleep(Random(f"{command} {number}").uniform(0.3, 1) * longest)
        process.kill()
        process.end()
        here.assert_whole(command, had)
        here.clear()
        here.run(command)
        here.assert_whole(command, had)


@pytest.mark.parametrize("command", some("export", "backup", "reextract", "pack", "merge"))
def test_on_a_full_disk(warm: Warm, whole: Path, tmp_path: Path, command: str) -> None:
    """No file may grow beyond a drawn size, as on a disk that is full there."""
    for number in range(TRIES):
        here = world(warm, whole, tmp_path / str(number), command)
        had = here.words_of_people()
        most = Random(f"disk {command} {number}").randrange(500, 60_000)
        code, words = here.start(command, most).end()
        assert code in (0, 1, 3), words
        assert "Traceback" not in words
        if code:
            assert words.strip(), "told"
        here.assert_whole(command, had)
        here.clear()
        here.run(command)
        here.assert_whole(command, had)


@contextmanager
def held(store: Path) -> Iterator[None]:
    """Another program that has begun to write and does not end."""
    with closing(sqlite3.connect(store, isolation_level=None)) as connection:
        connection.execute("begin immediate")
        yield
        connection.execute("rollback")


@pytest.mark.heavy
def test_beside_another_writer(warm: Warm, whole: Path, tmp_path: Path) -> None:
    """All at once: each waits its five seconds."""
    worlds = {command: world(warm, whole, tmp_path / command, command) for command in LOCKED}
    before = {command: here.words_of_people() for command, here in worlds.items()}
    holders = [held(here.store) for here in worlds.values()]
    for holder in holders:
        holder.__enter__()
    running = {command: here.start(command) for command, here in worlds.items()}
    ended = {command: process.end() for command, process in running.items()}
    for holder in holders:
        holder.__exit__(None, None, None)
    for command, here in worlds.items():
        code, words = ended[command]
        assert code == 3, (command, words)
        assert "another program" in words, (command, words)
        assert here.words_of_people() == before[command]
        here.run(command)
        here.assert_whole(command, before[command])
