"""``pack --purpose again``: one's own decisions made once more, compared and never taken over."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from fzreview.store.reader import StoreReader
from fzreview.work.keeping.safekeeping import verify_store
from support.command_line import Call, On
from support.scripted import NO_FIGURE, VERIFIED, decide

LONG_AGO = "2020-03-02T09:00:00.000Z"


@pytest.fixture
def call(store: Path, on: On) -> Call:
    decide(store, "alice", at=LONG_AGO)
    decide(store, "bob", at=LONG_AGO)
    return on(store)


def packed(call: Call, folder: Path, *arguments: str) -> list[Path]:
    told = call("pack", "--for", "alice", "--purpose", "again", "-o", folder, *arguments, "--json")
    assert told.code == 0, told.err
    return [Path(row["path"]) for row in told.rows]


def gold(call: Call, folder: Path) -> bytes:
    assert call("export", "-o", folder).code == 0
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    assert files
    return b"".join(path.name.encode() + path.read_bytes() for path in files)


def content(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def test_it_holds_ones_own_reports_undecided(call: Call, tmp_path: Path) -> None:
    (package,) = packed(call, tmp_path, "--reports", "2")
    assert package.name == "alice-again-001.fz.db"
    with StoreReader(package) as reader:
        assert [one.decided for one in reader.summaries()] == [0, 0]
    assert b"bob" not in package.read_bytes()


def test_nothing_young_is_asked_again(call: Call, tmp_path: Path) -> None:
    refused = call("pack", "--for", "alice", "--purpose", "again", "--older-than", "9000d", "-o", tmp_path)
    assert refused.code == 1 and "9000" in refused.err


def test_on_return_it_is_compared_and_the_gold_stays(call: Call, on: On, store: Path, tmp_path: Path) -> None:
    (package,) = packed(call, tmp_path, "--reports", "2")
    before = gold(call, tmp_path / "before")
    work = [row | {"hasty": 0} for row in call("quality", "--json").rows]
    asked: list[str] = []

    def other(report: object, figure: object) -> object:
        asked.append("")
        return NO_FIGURE if len(asked) <= 5 else VERIFIED

    decide(package, "alice", other)  # type: ignore[arg-type]  # a rule
    assert verify_store(package)[1] == []
    assert call("merge", str(package), "--json").rows[0]["opened"] == 0
    assert gold(call, tmp_path / "after") == before
    assert verify_store(store)[1] == []
    alice, bob = call("quality", "--json").rows
    told = alice["self_agreement"]
    assert (told["k"], told["n"]) == (len(asked) - 5, len(asked))
    low, high = told["interval"]
    assert low < told["share"] < high
    assert bob["self_agreement"] == {"value": None, "undefined": "not_asked"}
    assert [row["decisions"] for row in work] == [alice["decisions"], bob["decisions"]]
    assert "与自己一致" in call("quality").out


def test_rows_that_came_without_their_site_do_not_count_either(
    call: Call, store: Path, tmp_path: Path
) -> None:
    (package,) = packed(call, tmp_path, "--reports", "1")
    decide(package, "alice", lambda report, figure: NO_FIGURE)
    call("merge", str(package))
    with closing(sqlite3.connect(store)) as connection:
        connection.execute("update sites set purpose = null")
        connection.commit()
    assert verify_store(store)[1] == []


def test_the_next_goes_out_when_the_last_has_come_back(call: Call, tmp_path: Path) -> None:
    (first,) = packed(call, tmp_path / "one", "--reports", "2")
    (same,) = packed(call, tmp_path / "two", "--reports", "2")
    assert content(first) == content(same)
    decide(first, "alice")
    call("merge", str(first))
    files = packed(call, tmp_path / "three", "--reports", "2")
    assert len(files) == 2
    with StoreReader(files[0]) as one, StoreReader(files[1]) as other:
        assert not {row.sha256 for row in one.summaries()} & {row.sha256 for row in other.summaries()}


def test_additions_and_taken_back_words_work_in_it(call: Call, on: On, tmp_path: Path) -> None:
    (package,) = packed(call, tmp_path, "--reports", "1")
    with StoreReader(package) as reader:
        report = reader.report(next(reader.summaries()))
    start, end = report.reading.candidates[0] if report.reading.candidates else (0, 0)
    added = on(package)("add", report.summary.sha256, str(start), str(end))
    assert added.code in (0, 2), added.err
    key = on(package)("figures", "--json").rows[0]["key"]
    assert on(package)("judge", key, "wrong", "--class", "date").code == 0
    assert on(package)("judge", key, "undo").code == 0
    assert verify_store(package)[1] == []
