"""A corpus kept clean without a screen: near copies, exclusions, tags, removal."""

from __future__ import annotations

import json
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
def call(path: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    return caller(path, capsys)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One report in UTF-8, in GBK and with a menu; one of another year; one with another figure."""
    made = tmp_path / "files"
    made.mkdir()
    (made / "a.txt").write_text(TEXT, encoding="utf-8")
    (made / "b.txt").write_bytes(TEXT.encode("gb18030"))
    (made / "c.txt").write_text(MENU + TEXT, encoding="utf-8")
    (made / "d.txt").write_text(TEXT.replace("2019", "2018").replace("2020", "2019"), encoding="utf-8")
    return made


def undecided(call: Call) -> dict[str, int]:
    return {row["doc"]: row["undecided"] for row in call("list", "--json").rows}


def test_near_copies_are_told_and_count_for_nothing(call: Call, path: Path, folder: Path) -> None:
    loaded = {row["doc"]: row for row in call("load", "--json", folder).rows}
    assert {doc: row["copy_of"] for doc, row in loaded.items()} == {
        "a.txt": None,
        "b.txt": "a.txt",
        "c.txt": "a.txt",
        "d.txt": None,
    }
    assert {row["status"] for row in loaded.values()} == {"loaded"}
    assert list(undecided(call)) == ["a.txt", "d.txt"]
    copies = call("list", "--copies", "--json").rows
    assert [(row["doc"], row["aside"], row["copy_of"]) for row in copies] == [
        ("b.txt", "copy", "a.txt"),
        ("c.txt", "copy", "a.txt"),
    ]
    assert call("copies", "--json").rows == copies
    assert "b.txt" in call("list", "--copies").out
    assert call("load", "--json", folder / "b.txt").rows[0]["status"] == "already_loaded"
    assert verify_store(path)[1] == []


def test_a_dry_run_and_the_loading_report_tell_copies(call: Call, folder: Path, tmp_path: Path) -> None:
    tried = call("load", "--json", "--dry-run", folder).rows
    told = call("load", "--json", "--report", tmp_path / "told.jsonl", folder / "a.txt", folder / "b.txt")
    assert tried[:2] == told.rows
    rows = [json.loads(line) for line in (tmp_path / "told.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["copy_of"] for row in rows] == [None, "a.txt"]
    assert call("load", "--json", "--dry-run", folder / "c.txt").rows[0]["copy_of"] == "a.txt"
    printed = call("load", folder / "c.txt")
    assert "近似副本" in printed.out and "--copies" in printed.err


def test_a_figure_that_only_one_has_makes_two_reports(call: Call, folder: Path) -> None:
    call("load", folder / "a.txt")
    figures = call("figures", "a.txt", "--json").rows
    figure = next(row for row in figures if row["value"] in row["surface"])
    changed = (
        TEXT[: figure["start"]]
        + TEXT[figure["start"] : figure["end"]].replace(figure["value"], "987")
        + TEXT[figure["end"] :]
    )
    assert changed != TEXT
    (folder / "e.txt").write_text(changed, encoding="utf-8")
    assert call("load", "--json", folder / "e.txt").rows[0]["copy_of"] is None


def test_a_copy_is_split_off_and_the_word_taken_back(call: Call, path: Path, folder: Path) -> None:
    call("load", folder)
    assert call("copies", "--split", "b.txt").code == 0
    assert list(undecided(call)) == ["a.txt", "b.txt", "d.txt"]
    again = call("copies", "--split", "b.txt", "--json")
    assert [row["changed"] for row in again.rows] == [False]
    (entry,) = call("journal", "b.txt", "--json").rows
    assert (entry["action"], entry["target"]) == ("told_apart", "copy")
    assert verify_store(path)[1] == []


def test_decisions_on_a_copy_do_not_count_twice(call: Call, folder: Path, tmp_path: Path) -> None:
    call("load", folder / "a.txt", folder / "b.txt")
    for doc in ("a.txt", "b.txt"):
        call("judge", call("figures", doc, "--json").rows[0]["key"], "verified")
    call("export", "-o", tmp_path / "gold")
    manifest = json.loads((tmp_path / "gold" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["records"] == 1
    assert manifest["reports_aside"] == {"copy": 1, "not_a_report": 0, "duplicate": 0, "other": 0}


def test_an_excluded_report_stays_and_counts_for_nothing(
    call: Call, path: Path, folder: Path, tmp_path: Path
) -> None:
    call("load", folder / "a.txt", folder / "d.txt")
    call("judge", call("figures", "d.txt", "--json").rows[0]["key"], "verified")
    assert call("exclude", "d.txt", "--reason", "not_a_report").code == 0
    assert list(undecided(call)) == ["a.txt"]
    assert [row["aside"] for row in call("list", "--excluded", "--json").rows] == ["not_a_report"]
    call("export", "-o", tmp_path / "gold")
    manifest = json.loads((tmp_path / "gold" / "manifest.json").read_text(encoding="utf-8"))
    assert (manifest["records"], manifest["reports_aside"]["not_a_report"]) == (0, 1)
    assert call("exclude", "d.txt", "--undo", "--reviewer", "someone else").code == 0
    assert list(undecided(call)) == ["a.txt", "d.txt"]
    assert verify_store(path)[1] == []


def test_tags_choose_reports(call: Call, path: Path, folder: Path, tmp_path: Path) -> None:
    call("load", folder / "a.txt", folder / "d.txt")
    assert call("tag", "add", "抽查", "a.txt", "d.txt").code == 0
    call("tag", "add", "重点", "--reports", "year:2019", "--reviewer", "bob")
    call("tag", "remove", "抽查", "d.txt", "--reviewer", "bob")
    assert {row["doc"]: row["tags"] for row in call("list", "--json").rows} == {
        "a.txt": ["抽查", "重点"],
        "d.txt": [],
    }
    assert [row["doc"] for row in call("list", "--json", "--reports", "tag:重点").rows] == ["a.txt"]
    assert [row["doc"] for row in call("list", "--json", "--reports", "!tag:重点 state:untouched").rows] == [
        "d.txt"
    ]
    for doc in ("a.txt", "d.txt"):
        call("judge", call("figures", doc, "--json").rows[0]["key"], "verified")
    call("export", "-o", tmp_path / "gold", "--reports", "!tag:重点")
    manifest = json.loads((tmp_path / "gold" / "manifest.json").read_text(encoding="utf-8"))
    assert [row["doc"] for row in manifest["reports"]] == ["d.txt"]
    assert verify_store(path)[1] == []


@pytest.mark.parametrize(
    "line",
    [
        ("list", "--reports", "year:"),
        ("list", "--reports", "colour:red"),
        ("tag", "add", "two words", "a.txt"),
        ("tag", "add", "x"),
        ("exclude", "--reason", "other"),
        ("describe", "a.txt"),
        ("describe", "a.txt", "colour=red"),
        ("describe", "a.txt", "year=21"),
        ("describe", "a.txt", "sign_date=2022-13-01"),
        ("outline", "a.txt", "--wrong"),
        ("outline", "a.txt", "一、"),
        ("outline", "a.txt", "0-3", "--missed", "--level", "12"),
    ],
)
def test_what_cannot_be_is_said_in_one_line(call: Call, folder: Path, line: tuple[str, ...]) -> None:
    call("load", folder / "a.txt")
    refused = call(*line)
    assert (refused.code, len(refused.told)) == (2, 1)
    assert call("journal", "--json").rows == []


def test_a_report_is_removed_whole(call: Call, path: Path, folder: Path) -> None:
    call("load", folder)
    assert call("remove", "a.txt").code == 1, "nobody at a terminal has agreed"
    assert call("remove", "a.txt", "--yes").code == 0
    assert list(undecided(call)) == ["b.txt", "d.txt"], "the first copy takes its place"
    assert [row["copy_of"] for row in call("list", "--copies", "--json").rows] == ["b.txt"]
    assert verify_store(path)[1] == []
    assert call("load", "--json", folder / "a.txt").rows[0]["copy_of"] == "b.txt"


def test_decisions_are_kept_in_the_journal_of_a_removed_report(call: Call, path: Path, folder: Path) -> None:
    call("load", folder / "a.txt", folder / "d.txt")
    keys = [row["key"] for row in call("figures", "a.txt", "--json").rows]
    call("judge", keys[0], "verified", "--reviewer", "ann")
    call("judge", keys[1], "wrong", "--value", "7", "--reviewer", "bob")
    call("add", "a.txt", "0-2", "--value", "7", "--reviewer", "bob")
    call("sign-off", "a.txt", call("outline", "a.txt", "--json").rows[1]["title"])
    refused = call("remove", "a.txt", "d.txt", "--yes")
    assert (refused.code, "--with-decisions" in refused.err) == (1, True)
    assert len(undecided(call)) == 2
    assert call("remove", "a.txt", "--yes", "--with-decisions").code == 0
    rows = call("journal", "--json").rows
    assert [row["action"] for row in rows if row["reviewer"] == "ann"] == ["verified", "removed"]
    assert verify_store(path)[1] == []
    call("load", folder / "a.txt")
    assert undecided(call)["a.txt"] == len(keys), "loaded again, nobody has decided anything"
    assert call("judge", keys[0], "undo", "--reviewer", "ann").code == 2
    call("judge", keys[0], "unsure", "--reviewer", "ann")
    assert verify_store(path)[1] == []
