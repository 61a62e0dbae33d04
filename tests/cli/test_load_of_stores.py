"""``load`` and its store: several processes, sudden ends, stores that cannot be used."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from support.command_line import Call, caller, in_process
from support.gold_reports import SEEDS, seed_names
from support.store_content import content_lines, forget_moments

TEXT = (SEEDS / seed_names()[0]).read_text(encoding="utf-8")

SHORT = TEXT[:400]
"""Of which many are read soon, and some fit into a pipe."""

SOME = 24
"""More reports than a load of two processes has in flight."""

MANY = 160
"""Reports enough to end one process of the load of them."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.db"


@pytest.fixture
def call(path: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    return caller(path, capsys)


def crawl(folder: Path, count: int, text: str = SHORT) -> Path:
    """A crawl of so many reports that differ."""
    (folder / "crawl.jsonl").write_text("".join(lines_of(count, text)))
    return folder / "crawl.jsonl"


def lines_of(count: int, text: str) -> Iterator[str]:
    """The lines of such a crawl."""
    for number in range(count):
        yield json.dumps({"text": f"{text}\n第{number}份"}, ensure_ascii=False) + "\n"


def content(path: Path) -> list[str]:
    """Everything in a store but the times of loading and its identity."""
    connection = sqlite3.connect(path)
    forget_moments(connection)
    lines = content_lines(connection)
    connection.close()
    return lines


def assert_whole(path: Path) -> int:
    """Every report has all its figures; how many reports there are."""
    connection = sqlite3.connect(path)
    assert connection.execute("pragma integrity_check").fetchone() == ("ok",)
    assert connection.execute("pragma foreign_key_check").fetchall() == []
    broken = connection.execute(
        "select id from reports r where figures != (select count(*) from figures where report = r.id)"
        " or chars is not (select length(source) from texts where report = r.id)"
    ).fetchall()
    count: int = connection.execute("select count(*) from reports").fetchone()[0]
    connection.close()
    assert broken == []
    return count


# Several processes


def test_two_processes_store_what_one_stores(call: Call, path: Path, tmp_path: Path) -> None:
    for name, data in (("empty.txt", b""), ("binary.txt", bytes(range(256))), ("twice.txt", TEXT.encode())):
        (tmp_path / name).write_bytes(data)
    (tmp_path / "crawl.jsonl").write_text('{"text": "办理案件48件。"}\n{"text"\n')
    inputs = ["empty.txt", "binary.txt", "crawl.jsonl", "none.txt", "twice.txt"]
    arguments = ["load", "--json", SEEDS, *(tmp_path / name for name in inputs)]
    one = call(*arguments)
    loaded = content(path)
    for file in path.parent.glob("store.db*"):
        file.unlink()
    two = call(*arguments, "--jobs", "2")
    assert (two.code, two.rows, two.err) == (one.code, one.rows, one.err)
    assert content(path) == loaded
    statuses = [row["status"] for row in two.rows]
    assert statuses == ["loaded"] * 5 + ["refused"] * 2 + ["loaded"] + ["refused"] * 2 + ["already_loaded"]


def test_processes_refuse_in_the_language_of_the_user(call: Call, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)))
    inputs = [tmp_path / "empty.txt", tmp_path / "binary.txt"]
    told = call("load", "--lang", "en", "--jobs", "2", *inputs).told
    reasons = [line.partition(": ")[2].partition(";")[0] for line in told]
    assert reasons == ["the file is empty", "not a text file"]


# Sudden ends


def started(path: Path, *arguments: str | Path) -> subprocess.Popen[bytes]:
    """A load in a process group of its own that has stored its first report."""
    process = subprocess.Popen(
        [sys.executable, "-m", "fzreview", "--db", str(path), "load", "--json", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"FZREVIEW_LANG": "zh"},
        start_new_session=True,
    )
    assert process.stdout is not None
    assert json.loads(process.stdout.readline())["status"] == "loaded"
    return process


def members(group: int) -> list[int]:
    """Processes of a process group that still run."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                state, _, process_group = (entry / "stat").read_text().rpartition(")")[2].split()[:3]
            except OSError:
                continue
            if int(process_group) == group and state != "Z":
                found.append(int(entry.name))
    return found


@contextmanager
def unfinished(path: Path, folder: Path, jobs: int) -> Iterator[subprocess.Popen[bytes]]:
    """A load that has stored its first report and could not be at its end: more might come by a pipe."""
    pipe = folder / "pipe.jsonl"
    os.mkfifo(pipe)
    # Read and write: opening waits for nobody, and what fits in waits there for the load.
    held = os.open(pipe, os.O_RDWR)
    os.write(held, "".join(lines_of(SOME, SHORT)).encode())
    try:
        yield started(path, pipe, "--jobs", str(jobs))
    finally:
        os.close(held)


@pytest.mark.parametrize("jobs", [pytest.param(1, marks=pytest.mark.heavy), 2])
def test_a_killed_load_leaves_whole_reports(call: Call, path: Path, tmp_path: Path, jobs: int) -> None:
    with unfinished(path, tmp_path, jobs) as process:
        process.kill()
        process.communicate()
    stored = assert_whole(path)
    assert 1 <= stored <= SOME
    again = call("load", "--json", crawl(tmp_path, SOME + 1)).rows
    assert [row["status"] for row in again] == ["already_loaded"] * stored + ["loaded"] * (SOME + 1 - stored)
    assert assert_whole(path) == SOME + 1


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are listed in /proc")
def test_reading_processes_do_not_outlive_a_killed_load(path: Path, tmp_path: Path) -> None:
    with unfinished(path, tmp_path, 2) as process:
        assert len(members(process.pid)) > 2
        process.kill()
        process.communicate()
        end = time.monotonic() + 60
        while members(process.pid):
            assert time.monotonic() < end
            time.sleep(0.05)


@pytest.mark.parametrize("jobs", [1, pytest.param(2, marks=pytest.mark.heavy)])
def test_ctrl_c_ends_a_load_quietly(path: Path, tmp_path: Path, jobs: int) -> None:
    with unfinished(path, tmp_path, jobs) as process:
        os.killpg(process.pid, signal.SIGINT)
        _, words = process.communicate(timeout=60)
    assert (process.returncode, words) == (130, b"")
    assert 1 <= assert_whole(path) <= SOME


@pytest.mark.heavy
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are listed in /proc")
def test_a_reading_process_that_dies_takes_one_report_with_it(path: Path, tmp_path: Path) -> None:
    process = started(path, crawl(tmp_path, MANY, TEXT), "--jobs", "2")
    for member in members(process.pid):
        with suppress(OSError):  # it may have ended meanwhile
            if b"spawn_main" in Path(f"/proc/{member}/cmdline").read_bytes():
                os.kill(member, signal.SIGKILL)
    output, words = process.communicate(timeout=60)
    rows = [json.loads(line) for line in output.splitlines()]
    refused = [row["error"] for row in rows if row["status"] == "refused"]
    assert process.returncode == 1
    assert 1 <= len(refused) <= 2
    assert words.decode().splitlines() == refused
    assert all("crawl.jsonl:" in told and "内存" in told for told in refused)
    assert assert_whole(path) == MANY - len(refused)


def test_two_loads_at_once_store_every_report_once(call: Call, path: Path, tmp_path: Path) -> None:
    assert call("list").code == 0  # makes the store
    reports = crawl(tmp_path, 60)
    both = [started_quietly(path, reports) for _ in range(2)]
    rows = [json.loads(line) for process in both for line in process.communicate(timeout=60)[0].splitlines()]
    assert [process.returncode for process in both] == [0, 0]
    assert len(rows) == 120
    assert sum(row["status"] == "loaded" for row in rows) == 60
    assert assert_whole(path) == 60


def started_quietly(path: Path, reports: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "fzreview", "--db", str(path), "load", "--json", "--jobs", "1", str(reports)],
        stdout=subprocess.PIPE,
    )


# Stores that cannot be used


def foreign_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("create table t(a)")
    connection.commit()
    connection.close()


def newer_store(path: Path) -> None:
    assert in_process("--db", path, "list").returncode == 0
    connection = sqlite3.connect(path)
    connection.execute("insert into _sqlite_migrations values (99, 'fzreview', 'm099_later', '')")
    connection.commit()
    connection.execute("pragma wal_checkpoint(truncate)")
    connection.close()


def no_database(path: Path) -> None:
    path.write_text(TEXT)


@pytest.mark.sampled(6)
@pytest.mark.parametrize("command", ["load", "list", "figures", "show", "judge", "export"])
@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (foreign_database, "不是 fzreview 的资料库，未作改动"),
        (newer_store, "更新版本的程序建立（版本 m099_later"),
        (no_database, "不是 fzreview 的资料库，未作改动"),
    ],
)
def test_stores_of_others_are_refused_untouched(
    call: Call, path: Path, tmp_path: Path, command: str, make: Callable[[Path], None], reason: str
) -> None:
    make(path)
    before = path.read_bytes()
    arguments = {
        "load": ["load", SEEDS],
        "show": ["show", "a:1-2"],
        "judge": ["judge", "a:1-2", "verified"],
        "export": ["export", "-o", tmp_path / "gold"],
    }
    refused = call(*arguments.get(command, [command]))
    assert (refused.code, refused.out) == (3, "")
    (told,) = refused.told
    assert str(path) in told
    assert reason in told
    assert path.read_bytes() == before
    assert not (tmp_path / "gold").exists()


@pytest.mark.parametrize(
    "place",
    [
        "/proc/none/store.db",
        "/dev/null/store.db",
        "{folder}",
        "{folder}/{long}",
        "{folder}/\udcff/s.db",
    ],
)
@pytest.mark.parametrize("command", [["load", str(SEEDS)], ["list"]])
def test_places_where_no_store_can_be(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], place: str, command: list[str]
) -> None:
    (tmp_path / "\udcff").touch()
    refused = caller(Path(place.format(folder=tmp_path, long="a" * 300)), capsys)(*command)
    assert (refused.code, refused.out) == (3, "")
    assert len(refused.told) == 1
    assert "；" in refused.told[0]


def test_the_home_of_nobody_is_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert in_process("--db", "~no-such-user/store.db", "list").returncode == 0
    assert (tmp_path / "~no-such-user" / "store.db").exists()


def test_a_full_disk_behind_standard_output_is_told(store: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no device that is always full")
    for command in (["list"], ["list", "--json"], ["figures", "--json"], ["load", SEEDS], ["--help"]):
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [sys.executable, "-m", "fzreview", "--db", str(store), *map(str, command)],
                stdout=full,
                stderr=subprocess.PIPE,
                check=False,
            )
        assert done.returncode == 3
        assert done.stderr.count(b"\n") == 1
        assert b"No space left" in done.stderr


@pytest.mark.parametrize(
    "closed", [*(pytest.param(one, marks=pytest.mark.heavy) for one in (">&-", "2>&-")), ">&- 2>&-"]
)
def test_closed_streams_stay_closed(tmp_path: Path, closed: str) -> None:
    seed = SEEDS / seed_names()[0]
    line = f"'{sys.executable}' -m fzreview --db '{tmp_path}/s.db' load '{seed}' '{tmp_path}/none' {closed}"
    done = subprocess.run(["sh", "-c", line], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.count("\n") == (closed == ">&-")
    assert str(tmp_path / "none") not in done.stdout
    assert assert_whole(tmp_path / "s.db") == 1
