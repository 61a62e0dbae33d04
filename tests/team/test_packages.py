"""``pack``: one person's work in a file of its own, and the way back by ``merge``."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from fzreview.store.reader import StoreReader
from fzreview.work.keeping.safekeeping import verify_store
from support.command_line import Call, On
from support.gold_reports import SEEDS, seed_names
from support.scripted import VERIFIED, decide


def packed(call: Call, name: str, folder: Path, *arguments: str) -> list[Path]:
    return [
        Path(row["path"]) for row in call("pack", "--for", name, "-o", str(folder), *arguments, "--json").rows
    ]


def content(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def test_a_package_is_an_ordinary_store_with_ones_own_work(call: Call, store: Path, tmp_path: Path) -> None:
    call("assign", seed_names()[1], "--to", "alice")
    (package,) = packed(call, "alice", tmp_path)
    assert package.name == "alice-001.fz.db"
    with StoreReader(package) as reader:
        assert [one.doc for one in reader.summaries()] == [seed_names()[1]]
    assert verify_store(package) == (0, [])


def test_packing_again_gives_the_same_whatever_others_did(
    call: Call, on: On, store: Path, tmp_path: Path
) -> None:
    call("assign", "--to", "alice,bob", "--overlap", "100%")
    (before,) = packed(call, "bob", tmp_path / "before")
    (of_alice,) = packed(call, "alice", tmp_path)
    decide(of_alice, "alice")
    assert on(store)("merge", str(of_alice)).code == 0
    (after,) = packed(call, "bob", tmp_path / "after")
    assert content(after) == content(before)
    assert b"alice" not in after.read_bytes(), "blindness is absence"


def test_ones_own_words_come_along_and_go_back(call: Call, store: Path, tmp_path: Path) -> None:
    decide(store, "alice", lambda report, figure: None if figure.figure.start % 2 else VERIFIED)
    decide(store, "bob")
    call("assign", "--to", "alice")
    (package,) = packed(call, "alice", tmp_path)
    with StoreReader(package) as reader:
        begun = sum(one.verified for one in reader.summaries())
    assert begun
    decide(package, "alice")
    assert verify_store(package)[1] == []
    told = call("merge", str(package), "--json").rows[0]
    assert told["new"] == told["holding"] > 0 and told["error"] is None
    assert call("merge", str(package), "--json").rows[0]["new"] == 0
    assert verify_store(store)[1] == []


def test_reports_go_out_in_parts_and_new_ones_in_a_new_package(call: Call, tmp_path: Path) -> None:
    call("assign", *seed_names()[:3], "--to", "alice")
    first = packed(call, "alice", tmp_path, "--reports", "2")
    assert [path.name for path in first] == ["alice-001.fz.db", "alice-002.fz.db"]
    call("assign", "--to", "alice")
    told = call("pack", "--for", "alice", "-o", str(tmp_path), "--json").rows
    assert [(row["number"], len(row["reports"]), row["written"]) for row in told] == [
        (1, 2, False),
        (2, 1, False),
        (3, 2, True),
    ]


def test_a_package_that_is_there_is_never_overwritten(call: Call, tmp_path: Path) -> None:
    call("assign", "--to", "alice")
    (package,) = packed(call, "alice", tmp_path)
    decide(package, "alice")
    before = content(package)
    again = call("pack", "--for", "alice", "-o", str(tmp_path))
    assert again.code == 0 and "没有改动" in again.err
    assert content(package) == before


def test_nobody_else_decides_in_it(
    call: Call, on: On, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    call("assign", "--to", "alice")
    (package,) = packed(call, "alice", tmp_path)
    of_package = on(package)
    key = of_package("figures", "--json").rows[0]["key"]
    refused = of_package("judge", key, "verified", "--reviewer", "bob")
    assert refused.code == 1 and "alice" in refused.err
    monkeypatch.setenv("FZREVIEW_REVIEWER", "bob")
    assert of_package("judge", key, "verified").code == 1
    monkeypatch.delenv("FZREVIEW_REVIEWER")
    assert of_package("judge", key, "verified", "--json").rows[0]["reviewer"] == "alice"


def test_a_package_of_another_project_is_refused(call: Call, on: On, store: Path, tmp_path: Path) -> None:
    call("assign", "--to", "alice")
    (mine,) = packed(call, "alice", tmp_path)
    other = on(tmp_path / "other.db")
    other("load", str(SEEDS))
    other("assign", "--to", "alice")
    (theirs,) = packed(other, "alice", tmp_path / "theirs")
    decide(theirs, "alice")
    refused = call("merge", str(theirs))
    assert refused.code == 1 and theirs.name in refused.err
    assert call("merge", str(mine)).code == 0


@pytest.mark.parametrize("arguments", [("--for", "zoe"), ("--for", "alice", "--reports", "0")])
def test_what_cannot_be_packed_is_refused(call: Call, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    refused = call("pack", *arguments, "-o", str(tmp_path / "out"))
    assert refused.code in (1, 2) and refused.err
    assert not (tmp_path / "out").exists()


def test_a_package_is_not_packed_from(call: Call, on: On, tmp_path: Path) -> None:
    call("assign", "--to", "alice")
    (package,) = packed(call, "alice", tmp_path)
    of_package = on(package)
    of_package("assign", "--to", "bob")
    assert of_package("pack", "--for", "bob", "-o", str(tmp_path)).code == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("describe", seed_names()[0], "year=1999"),
        ("tag", "add", "sample", seed_names()[0]),
        ("exclude", seed_names()[0], "--reason", "other"),
        ("remove", seed_names()[0], "--yes"),
    ],
)
def test_whatever_is_said_in_it_is_said_by_its_owner(
    call: Call, on: On, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    call("assign", "--to", "alice")
    (package,) = packed(call, "alice", tmp_path)
    of_package = on(package)
    assert of_package(*arguments, "--reviewer", "bob").code == 1
    told = of_package(*arguments)
    assert told.code == 0, told.err
    assert {row["reviewer"] for row in of_package("journal", "--json").rows} == {"alice"}


def test_a_report_whose_rows_mean_nothing_is_not_packed(call: Call, store: Path, tmp_path: Path) -> None:
    call("assign", "--to", "alice")
    with closing(sqlite3.connect(store)) as connection:
        connection.execute("update figures set kind = 'colour' where id = 1")
        connection.commit()
    told = call("pack", "--for", "alice", "-o", tmp_path)
    assert told.code == 3
    assert store.name in told.err and "colour" in told.err
    assert list(tmp_path.glob("*.fz.db*")) == []
