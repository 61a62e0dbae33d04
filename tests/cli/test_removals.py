"""What another extraction may take away: nothing on the word of a refused row, and no large part unasked."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from fzreview.work.extracting import extractors
from fzreview.work.keeping.safekeeping import verify_store
from support.command_line import Call, caller
from support.extractor_package import install_extractors
from support.gold_reports import gold_report, gold_rows, seed_names
from support.terminal import Terminal

DOC, OTHER = seed_names()[0], seed_names()[1]
Row = dict[str, Any]


@pytest.fixture
def call(store: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    monkeypatch.setenv("FZREVIEW_REVIEWER", "ann")
    return caller(store, capsys)


def gold(doc: str = DOC) -> list[Row]:
    return [{"doc": doc, **row} for row in gold_rows("figures", doc)]


def written(path: Path, rows: list[Row | str]) -> Path:
    lines = (row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def values(call: Call, doc: str = DOC) -> list[str]:
    return [row["value"] for row in call("figures", doc, "--json").rows]


def spoilt(row: Row) -> Row:
    return row | {"surface": "别处"}


@pytest.mark.parametrize("command", [("import", "--as", "machine"), ("reextract", "--predictions")])
def test_rows_that_are_all_refused_take_nothing_away(call: Call, tmp_path: Path, command: Any) -> None:
    before = values(call)
    path = written(tmp_path / "m.jsonl", [spoilt(row) for row in gold()])
    for more in ((), ("--partial", "--allow-removals", "100%")):
        done = call(*command, path, "--yes", "--json", *more)
        assert done.code == 1
        assert [(row["gone"], row["done"]) for row in done.rows] == [(0, False)]
        assert values(call) == before


UNTOLD = [
    '{"doc": "',  # a line that was cut off
    {"start": 1, "end": 2, "value": "1"},
    {"doc": None, "sha256": None, "start": 1, "end": 2, "value": "1"},
    "[]",
]
PARTLY = [
    {"doc": DOC, "start": 1, "end": 9_999_999, "value": "1"},
    {"doc": DOC, "figures": None},
    {"doc": DOC, "figures": {"start": 1}},
    {"doc": DOC, "figures": [{"start": 5, "end": 6}]},
    {"doc": DOC, "start": 5, "end": 6, "value": "eins"},
]


@pytest.mark.parametrize("refused", [*UNTOLD, *PARTLY])
def test_a_report_with_a_refused_row_is_left_as_it_is(call: Call, tmp_path: Path, refused: Row | str) -> None:
    rows = gold()
    rows[1]["value"] = "999"
    path = written(tmp_path / "m.jsonl", [*rows[1:], refused])
    before = values(call)
    done = call("reextract", "--predictions", path, "--yes", "--json", "--allow-removals", "100%")
    assert (done.code, done.rows[0]["left"], done.rows[0]["done"]) == (1, "refused", False)
    assert values(call) == before
    assert any("--partial" in sentence and DOC in sentence for sentence in done.told)


@pytest.mark.parametrize("refused", [UNTOLD[0], PARTLY[0]])
def test_partial_takes_the_other_rows_and_removes_nothing(
    call: Call, store: Path, tmp_path: Path, refused: Row | str
) -> None:
    rows = gold()
    rows[1]["value"] = "999"
    moved = rows[2] | {"start": rows[2]["start"] - 1, "surface": None}
    path = written(tmp_path / "m.jsonl", [rows[1], moved, refused])
    before = values(call)
    done = call("reextract", "--predictions", path, "--yes", "--json", "--partial", "--allow-removals=25%")
    (row,) = done.rows
    assert (done.code, row["left"], row["done"]) == (1, None, True)
    assert (row["changed"], row["gone"], row["new"]) == (1, 1, 1), "what a right row overlaps gives way to it"
    assert values(call) == [before[0], "999", moved["value"], *before[3:]]
    told = call("figures", DOC, "--json").rows
    assert told[2]["start"] == moved["start"]
    assert verify_store(store)[1] == []
    unfound = [call("show", one["key"], "--json").rows[0] for one in (told[0], told[1])]
    assert [one["vanished"] for one in unfound] == [None, None]


def test_a_bad_row_of_one_report_costs_no_other(call: Call, tmp_path: Path) -> None:
    rows = gold()
    rows[1]["value"] = "999"
    path = written(tmp_path / "m.jsonl", [*rows, *gold(OTHER), spoilt(gold(OTHER)[0])])
    done = call("reextract", "--predictions", path, "--yes", "--json")
    assert {row["doc"]: (row["left"], row["done"]) for row in done.rows} == {
        DOC: (None, True),
        OTHER: ("refused", False),
    }
    assert "999" in values(call)


def test_rows_under_a_name_of_two_reports_leave_both(call: Call, store: Path, tmp_path: Path) -> None:
    """Rows by sha256 are one's own; those by a name that two reports have may be of either."""
    (tmp_path / "again").mkdir()
    twin = tmp_path / "again" / DOC
    twin.write_text("全年办理案件48件。", encoding="utf-8")
    assert call("load", twin).code == 0
    sha256 = gold_report(DOC).sha256
    rows = [row | {"sha256": sha256} for row in gold()[:-1]]
    before = call("figures", sha256[:12], "--json").rows
    path = written(tmp_path / "m.jsonl", [*rows, gold()[-1]])
    done = call("reextract", "--predictions", path, "--yes", "--json", "--allow-removals", "100")
    assert (done.code, [row["left"] for row in done.rows]) == (1, ["refused"])
    assert call("figures", sha256[:12], "--json").rows == before


@pytest.mark.parametrize("more", [(), ("--allow-removals", "20%"), ("--allow-removals", "49")])
def test_yes_does_not_cover_the_removal_of_many(call: Call, tmp_path: Path, more: tuple[str, ...]) -> None:
    before = values(call, OTHER)
    rows = gold()
    rows[0]["value"] = "999"
    kept = [*rows, *gold(OTHER)[: len(before) // 2]]
    path = written(tmp_path / "m.jsonl", kept)
    done = call("reextract", "--predictions", path, "--yes", "--json", *more)
    assert done.code == 1
    assert {row["doc"]: (row["left"], row["done"]) for row in done.rows} == {
        DOC: (None, True),
        OTHER: ("removals", False),
    }
    assert values(call, OTHER) == before
    (much, left, _) = done.told
    assert OTHER in much and "--allow-removals" in left
    allowed = call("import", "--as", "machine", path, "--yes", "--json", "--allow-removals", "60%")
    assert (allowed.code, {row["left"] for row in allowed.rows}) == (0, {None})
    assert len(values(call, OTHER)) == len(before) // 2


def test_a_report_that_finds_nothing_says_so_and_is_asked_for(call: Call, tmp_path: Path) -> None:
    before = values(call)
    path = written(tmp_path / "m.jsonl", [{"doc": DOC, "figures": []}])
    assert call("reextract", "--predictions", path, "--yes").code == 1
    assert values(call) == before
    assert call("reextract", "--predictions", path, "--yes", "--allow-removals", "100%").code == 0
    assert values(call) == []


def test_a_fifth_may_go_without_another_question(call: Call, tmp_path: Path) -> None:
    before = values(call, OTHER)
    path = written(tmp_path / "m.jsonl", list(gold(OTHER)[len(before) // 5 :]))
    assert call("reextract", "--predictions", path, "--yes").code == 0
    assert len(values(call, OTHER)) == len(before) - len(before) // 5


@pytest.mark.parametrize("share", ["", "x", "101%", "-1", "nan", "1e1", "%", "５０"])
def test_a_share_that_is_none(call: Call, tmp_path: Path, share: str) -> None:
    path = written(tmp_path / "m.jsonl", list(gold()))
    done = call("reextract", "--predictions", path, "--yes", "--allow-removals=" + share)
    assert (done.code, done.out) == (2, "")
    assert "--allow-removals" in done.err


def test_extractors_that_find_less_or_break_down(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    extractors._remembered.cache_clear()
    monkeypatch.syspath_prepend(install_extractors(tmp_path / "site"))
    sys.modules.pop("other_extractors", None)
    before = values(call)
    for name, left in (("careless", ["refused"]), ("failing", []), ("numbers", ["removals"])):
        done = call("reextract", "--extractor", name, "--yes", "--json", DOC)
        assert (done.code, [row["left"] for row in done.rows]) == (1, left), name
        assert values(call) == before
    done = call("reextract", "--extractor", "careless", "--yes", "--json", "--partial", DOC)
    assert [(row["new"], row["gone"], row["vanished"]) for row in done.rows] == [(1, 0, 0)]
    assert len(values(call)) == len(before) + 1


@pytest.mark.sampled(2)
@pytest.mark.parametrize(("answers", "goes"), [("yy", True), ("yn", False), ("y", False), ("n", False)])
def test_a_person_is_asked_once_more(
    call: Call, store: Path, tmp_path: Path, answers: str, goes: bool
) -> None:
    before = values(call, OTHER)
    path = written(tmp_path / "m.jsonl", list(gold(OTHER)[len(before) // 2 :]))
    with Terminal(["--db", str(store), "reextract", "--predictions", str(path)]) as terminal:
        for number, answer in enumerate(answers):
            terminal.wait_for("y/N" if number == 0 else OTHER)
            terminal.press(f"{answer}\r")
        if answers == "y":
            terminal.press("\r")
        assert terminal.end() == 0
    assert (len(values(call, OTHER)) < len(before)) is goes
