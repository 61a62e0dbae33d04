"""Near copies of a store that was filled before anybody looked for them: found, told, counted once."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from fzreview.work.keeping.safekeeping import verify_store
from support.command_line import Call, caller
from support.gold_reports import SEEDS, seed_names

TEXT = (SEEDS / seed_names()[4]).read_text(encoding="utf-8")
MENU = "首页 > 政务公开 > 法治政府\n字号：大 中 小 打印\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.db"


@pytest.fixture
def call(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    """A store with a report, two near copies of it and another one, of which nothing is noted."""
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "b.txt").write_bytes(TEXT.encode("gb18030"))
    (folder / "c.txt").write_text(MENU + TEXT, encoding="utf-8")
    other = TEXT.replace("2019", "2018").replace("2020", "2019")
    (folder / "d.txt").write_text(other, encoding="utf-8")
    line = caller(path, capsys)
    line("load", folder)
    forget(path)
    return line


def forget(path: Path) -> None:
    """The store as versions left it that knew of no copies, some of no sketches either."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("update reports set aside = null")
        connection.execute("delete from copies")
        connection.execute("delete from sketches where report <> 2")
        connection.commit()


def listed(call: Call, *options: str) -> list[str]:
    return [row["doc"] for row in call("list", "--json", *options).rows]


def first_figure(call: Call, doc: str) -> str:
    key: str = call("figures", doc, "--json").rows[0]["key"]
    return key


def test_they_are_found_noted_and_found_no_second_time(call: Call, path: Path) -> None:
    assert listed(call) == ["a.txt", "b.txt", "c.txt", "d.txt"]
    tried = call("copies", "--find", "--dry-run", "--json")
    assert listed(call) == ["a.txt", "b.txt", "c.txt", "d.txt"]
    found = call("copies", "--find", "--json")
    assert found.code == 0
    assert tried.rows == found.rows
    assert [(row["doc"], row["copy_of"], row["noted"]) for row in found.rows] == [
        ("b.txt", "a.txt", True),
        ("c.txt", "a.txt", True),
    ]
    assert listed(call) == ["a.txt", "d.txt"]
    assert [row["copy_of"] for row in call("list", "--copies", "--json").rows] == ["a.txt", "a.txt"]
    assert call("copies", "--find", "--json").rows == []
    assert verify_store(path)[1] == []


def test_one_that_was_told_apart_is_none(call: Call) -> None:
    call("copies", "--find")
    call("copies", "--split", "b.txt")
    assert call("copies", "--find", "--json").rows == []
    assert listed(call) == ["a.txt", "b.txt", "d.txt"]


def test_the_one_that_people_worked_on_counts(call: Call, path: Path, tmp_path: Path) -> None:
    call("judge", first_figure(call, "b.txt"), "verified")
    found = call("copies", "--find", "--json").rows
    assert [(row["doc"], row["copy_of"]) for row in found] == [("a.txt", "b.txt"), ("c.txt", "b.txt")]
    assert listed(call) == ["b.txt", "d.txt"]
    call("export", "-o", tmp_path / "gold")
    assert json.loads((tmp_path / "gold" / "manifest.json").read_text(encoding="utf-8"))["records"] == 1
    assert verify_store(path)[1] == []


def test_work_on_both_waits_for_a_word_and_counts_once_then(call: Call, path: Path, tmp_path: Path) -> None:
    for doc in ("a.txt", "b.txt"):
        call("judge", first_figure(call, doc), "verified")
    found = call("copies", "--find", "--json")
    assert found.code == 1
    assert [(row["doc"], row["noted"]) for row in found.rows] == [("b.txt", False), ("c.txt", True)]
    assert "--with-decisions" in found.err
    assert listed(call) == ["a.txt", "b.txt", "d.txt"]
    assert call("copies", "--find", "--with-decisions").code == 0
    assert listed(call) == ["a.txt", "d.txt"]
    call("export", "-o", tmp_path / "gold")
    assert json.loads((tmp_path / "gold" / "manifest.json").read_text(encoding="utf-8"))["records"] == 1
    actions = [row["action"] for row in call("journal", "b.txt", "--json").rows]
    assert actions == ["verified", "told_copy"], "what was decided stays on record"
    assert verify_store(path)[1] == []


def test_a_copy_counts_nowhere_but_may_be_decided_on(call: Call, path: Path) -> None:
    call("copies", "--find")
    assert call("judge", first_figure(call, "b.txt"), "verified").code == 0
    assert listed(call) == ["a.txt", "d.txt"]
    assert "b.txt" not in call("suggest", "--json").out
    assert [row["verified"] for row in call("list", "--copies", "--json").rows] == [1, 0]
    call("copies", "--split", "b.txt")
    assert {row["doc"]: row["verified"] for row in call("list", "--json").rows}["b.txt"] == 1
    assert verify_store(path)[1] == []


def aside(call: Call, folder: Path) -> int:
    call("export", "-o", folder)
    told = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    count: int = told["reports_aside"]["copy"]
    return count


def test_who_found_them_is_on_record_and_the_manifest_counts_them(call: Call, tmp_path: Path) -> None:
    call("judge", first_figure(call, "d.txt"), "verified")
    call("copies", "--find", "--dry-run", "--reviewer", "甲")
    assert call("journal", "b.txt", "--json").rows == []
    call("copies", "--find", "--reviewer", "甲")
    (row,) = call("journal", "b.txt", "--json").rows
    assert (row["action"], row["reviewer"], row["target"]) == ("told_copy", "甲", "copy")
    original = next(one["sha256"] for one in call("list", "--json").rows if one["doc"] == "a.txt")
    assert row["after"]["said"] == original
    assert aside(call, tmp_path / "gold") == 2


def test_one_is_taken_back(call: Call, path: Path, tmp_path: Path) -> None:
    call("judge", first_figure(call, "d.txt"), "verified")
    call("copies", "--find", "--reviewer", "甲")
    assert call("copies", "--undo", "b.txt", "--reviewer", "乙").code == 0
    assert "b.txt" not in listed(call), "what another said stays"
    assert call("copies", "--undo", "b.txt", "--reviewer", "甲").code == 0
    assert listed(call) == ["a.txt", "b.txt", "d.txt"]
    assert aside(call, tmp_path / "gold") == 1
    assert [row["doc"] for row in call("copies", "--find", "--json").rows] == ["b.txt"]
    assert verify_store(path)[1] == []


def test_they_go_to_other_stores(
    call: Call, path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One that held the reports already, one that held only a copy, one that held none."""
    alike = tmp_path / "alike.db"
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(alike)) as target:
        source.backup(target)
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "b.txt").write_bytes(TEXT.encode("gb18030"))
    caller(tmp_path / "one.db", capsys)("load", tmp_path / "one")
    call("copies", "--find")
    for store in (alike, tmp_path / "one.db", tmp_path / "none.db"):
        there = caller(store, capsys)
        assert there("merge", path).code == 0
        assert sorted(listed(there)) == ["a.txt", "d.txt"]
        told = there("list", "--copies", "--json").rows
        assert sorted((row["doc"], row["copy_of"]) for row in told) == [
            ("b.txt", "a.txt"),
            ("c.txt", "a.txt"),
        ]
        assert verify_store(store)[1] == []


def test_two_that_call_each_other_copies_leave_one(
    call: Call, path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    there = caller(tmp_path / "there.db", capsys)
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(tmp_path / "there.db")) as target:
        source.backup(target)
    there("judge", first_figure(there, "b.txt"), "verified")
    there("copies", "--find", "--reviewer", "乙")
    call("copies", "--find", "--reviewer", "甲")
    assert (listed(call), listed(there)) == (["a.txt", "d.txt"], ["b.txt", "d.txt"])
    call("merge", tmp_path / "there.db")
    there("merge", path)
    assert listed(call) == listed(there)
    assert len(listed(call)) == 2
    for store in (path, tmp_path / "there.db"):
        assert verify_store(store)[1] == []


def test_when_the_original_goes_the_earliest_copy_counts(call: Call, path: Path, tmp_path: Path) -> None:
    call("copies", "--find")
    assert call("remove", "a.txt", "--yes").code == 0
    assert listed(call) == ["b.txt", "d.txt"]
    assert [(row["doc"], row["copy_of"]) for row in call("list", "--copies", "--json").rows] == [
        ("c.txt", "b.txt")
    ]
    assert verify_store(path)[1] == []
    call("load", tmp_path / "files" / "a.txt")
    assert listed(call) == ["d.txt", "a.txt"], "what was said of the others names it"


def test_what_was_said_holds_over_a_rebuild(
    call: Call, path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call("copies", "--find")
    assert call("verify-store", "--rebuild", tmp_path / "new.db").code == 0
    assert listed(caller(tmp_path / "new.db", capsys)) == ["a.txt", "d.txt"]
