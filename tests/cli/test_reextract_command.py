"""``reextract``, other extractors and predictions: shown first, taken over when told, refused by name."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from fzreview.work.extracting import extractors
from fzreview.work.keeping.safekeeping import verify_store
from support.command_line import Call, caller, in_process
from support.extractor_package import install_extractors
from support.gold_reports import gold_report, gold_rows, seed_names
from support.terminal import Terminal

DOC = seed_names()[0]
SHA256 = gold_report(DOC).sha256
KEYS = [
    *("doc", "sha256", "previous", "extractor", "kept", "changed", "gone", "vanished", "new", "met"),
    *("ceasing", "lost_sections", "refused", "left", "done"),
]


@pytest.fixture
def call(store: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    monkeypatch.setenv("FZREVIEW_REVIEWER", "ann")
    return caller(store, capsys)


@pytest.fixture
def others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package with extractors is installed."""
    extractors._remembered.cache_clear()
    folder = install_extractors(tmp_path / "site")
    monkeypatch.syspath_prepend(folder)
    sys.modules.pop("other_extractors", None)
    return folder


def predictions(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def same_as_gold(doc: str = DOC) -> list[dict[str, Any]]:
    return [{"doc": doc, **row} for row in gold_rows("figures", doc)]


def first_key(call: Call) -> str:
    return str(call("figures", DOC, "--json").rows[0]["key"])


def test_the_built_in_extractor_is_shown_then_taken_over(call: Call, store: Path) -> None:
    call("judge", first_key(call), "verified")
    shown = call("reextract", "--json")
    assert shown.code == 0
    assert [list(row) for row in shown.rows] == [KEYS] * 5
    assert {row["done"] for row in shown.rows} == {False}
    assert {row["previous"] for row in shown.rows} == {"gold"}
    assert call("figures", DOC, "--json").rows[0]["verdict"] == "verified"
    done = call("reextract", "--json", "--yes")
    assert [row | {"done": False} for row in done.rows] == shown.rows
    assert {row["done"] for row in done.rows} == {True}
    again = call("reextract", "--json", "--yes")
    assert (again.code, {row["done"] for row in again.rows}) == (0, {False})
    assert verify_store(store)[1] == []


def test_one_report_and_each_of_its_figures(call: Call, tmp_path: Path) -> None:
    key = first_key(call)
    call("judge", key, "verified")
    rows = same_as_gold()
    rows[0]["value"] = "999"
    path = predictions(tmp_path / "model.jsonl", rows[:3])
    (row,) = call("reextract", "--predictions", path, "--list", "--json").rows
    assert list(row) == [*KEYS, "figures"]
    assert [row[name] for name in ("kept", "changed", "gone", "ceasing")] == [2, 1, 1, 1]
    assert [one["fate"] for one in row["figures"]] == ["changed", "gone"]
    changed = row["figures"][0]
    assert (changed["key"], changed["after"]["value"]) == (key, "999")
    assert [(one["reviewer"], one["verdict"]) for one in changed["held"]] == [("ann", "verified")]
    people = call("reextract", "--predictions", path, "--list")
    assert people.code == 0
    assert "有变 1 · 删去 1 · 待重审判定 1" in people.out
    assert "= > 999 次" in people.out and "ann 核实" in people.out
    assert people.told == ["未作改动；加 --yes 才会写入"]
    assert call("reextract", "--predictions", path, "--yes", "--allow-removals", "25%").code == 0
    told = call("show", key, "--json").rows[0]
    assert (told["verdict"], told["value"], told["former"][0]["decision"]) == (
        "undecided",
        "999",
        {"verdict": "verified"},
    )
    assert told["former"][0]["figure"]["value"] == same_as_gold()[0]["value"]
    assert told["history"][-1]["action"] == "reextracted"
    assert "此前" in call("show", key).out
    assert call("list", "--json").rows[1]["figures"] == len(gold_rows("figures", seed_names()[1]))


def test_predictions_are_imported_as_a_machine(call: Call, tmp_path: Path) -> None:
    rows = same_as_gold()
    rows[0]["value"] = "999"
    path = predictions(tmp_path / "model.jsonl", rows)
    shown = call("import", "--as", "machine", path, "--dry-run", "--json").rows
    assert [(row["changed"], row["done"], "figures" in row) for row in shown] == [(1, False, True)]
    done = call("import", "jsonl", path, "--as", "machine", "--yes", "--json")
    assert (done.code, [row["done"] for row in done.rows]) == (0, [True])
    assert call("figures", DOC, "--json").rows[0]["value"] == "999"
    assert call("import", "brat", path, "--as", "machine").code == 2


def test_a_vanished_figure_is_told(call: Call, tmp_path: Path) -> None:
    key = first_key(call)
    call("judge", key, "verified")
    path = predictions(tmp_path / "model.jsonl", same_as_gold()[1:])
    assert call("reextract", "--predictions", path, "--yes", "--allow-removals", "25%").code == 0
    told = call("figures", DOC, "--json").rows[0]
    assert (told["key"], told["verdict"]) == (key, "verified")
    assert told["vanished"].startswith("model#")
    assert "不再提取" in call("show", key).out
    assert "不再提取 1" in call("reextract", "--predictions", path).out


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"doc": DOC, "start": 1, "end": 9_999_999, "value": "1"}, "超出原文"),
        ({"doc": DOC, "start": 5, "end": 5, "value": "1"}, "超出原文"),
        ({"doc": DOC, "start": -1, "end": 5, "value": "1"}, "超出原文"),
        ({"doc": DOC, "start": 5, "end": 6, "value": "1e5"}, "value"),
        ({"doc": DOC, "start": 5, "end": 6, "value": "十"}, "value"),
        ({"doc": DOC, "start": 5, "end": 6, "value": float("nan")}, "JSON"),
        ({"doc": DOC, "start": 5, "end": 6, "value": [1]}, "value"),
        ({"doc": DOC, "start": 5, "end": 6, "value": "5", "upper": "3"}, "upper"),
        ({"doc": DOC, "start": 5, "end": 6, "value": "5", "kind": "sum"}, "kind"),
        ({"doc": DOC, "start": 5, "end": 6, "value": "5", "bound": "=="}, "bound"),
        ({"doc": DOC, "start": 5, "end": 6, "value": "5", "unit": 3}, "unit"),
        ({"doc": DOC, "start": 5, "end": 6, "value": "5", "surface": "别处"}, "别处"),
        ({"doc": DOC, "start": 3, "end": 4}, "value"),
        ({"doc": DOC, "start": "5", "end": 6, "value": "1"}, "start、end"),
        ({"doc": DOC, "start": 5.0, "end": 6, "value": "1"}, "start、end"),
        ({"doc": DOC, "start": True, "end": 6, "value": "1"}, "start、end"),
        ({"doc": 3, "start": 5, "end": 6, "value": "1"}, "start、end"),
        ({"start": 5, "end": 6, "value": "1"}, "start、end"),
    ],
)
def test_a_bad_row_is_refused_by_name_and_the_others_go_on(
    call: Call, tmp_path: Path, row: dict[str, Any], told: str
) -> None:
    path = predictions(tmp_path / "model.jsonl", [*same_as_gold(), row])
    done = call("reextract", "--predictions", path, "--json")
    assert done.code == 1
    sentence, left, _ = done.told
    assert DOC in left and "--partial" in left
    assert told in sentence and "model.jsonl" in sentence and "\x1b" not in sentence
    assert [row["kept"] for row in done.rows] == [4]


@pytest.mark.parametrize(
    ("line", "told"),
    [(b"[" * 100_000, "JSON"), (b'{"doc": ', "JSON"), (b"\xff", "JSON"), (b"[1]", "JSON 对象")],
    ids=["nested", "cut", "no text", "a list"],
)
def test_a_broken_line_is_refused_as_in_an_evaluation(
    call: Call, tmp_path: Path, line: bytes, told: str
) -> None:
    path = predictions(tmp_path / "model.jsonl", same_as_gold())
    path.write_bytes(line + b"\n" + path.read_bytes())
    for command in (("reextract", "--predictions", path), ("evaluate", path, path)):
        sentence = call(*command, "--json").told[0]
        assert told in sentence and "model.jsonl" in sentence and "1 行" in sentence


def test_a_row_of_an_unknown_report_costs_no_other(call: Call, tmp_path: Path) -> None:
    stranger = {"doc": "none.txt\x1b[31m", "start": 5, "end": 6, "value": "1"}
    path = predictions(tmp_path / "model.jsonl", [*same_as_gold(), stranger])
    done = call("reextract", "--predictions", path, "--json", "--yes")
    assert (done.code, [(row["left"], row["done"]) for row in done.rows]) == (1, [(None, True)])
    assert "none.txt" in done.told[0] and "\x1b" not in done.err


def test_rows_that_overlap_and_rows_of_other_sorts(call: Call, tmp_path: Path) -> None:
    first = same_as_gold()[0]
    beside = {"doc": DOC, "start": first["start"] + 1, "end": first["end"] + 1, "value": "1"}
    whole = {"doc": DOC, "sha256": SHA256, "figures": same_as_gold()[1:]}
    rejected = {"doc": DOC, "start": 5, "end": 6, "value": "1", "decision": "rejected"}
    done = call(
        "reextract",
        "--predictions",
        predictions(tmp_path / "m.jsonl", [first, beside, whole, rejected]),
        "--json",
    )
    assert (done.code, [row["kept"] for row in done.rows]) == (1, [4])
    assert "重叠" in done.told[0]
    assert done.rows[0]["left"] == "refused"


def test_fields_that_a_row_leaves_out_are_those_of_the_program(call: Call, tmp_path: Path) -> None:
    bare = [{name: row[name] for name in ("doc", "start", "end", "value")} for row in same_as_gold()]
    path = predictions(tmp_path / "model.jsonl", bare)
    assert call("reextract", "--predictions", path, "--yes").code == 0
    found = call("figures", DOC, "--json").rows
    assert [row["unit"] for row in found] == [row["unit"] for row in same_as_gold()]
    assert all(row["subject"] for row in found)


@pytest.mark.parametrize("content", [b"", b"[]\n", b"\xff\xfe\n", b'{"value": 1}\n'])
def test_files_that_hold_no_predictions(call: Call, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "empty.jsonl"
    path.write_bytes(content)
    done = call("reextract", "--predictions", path)
    assert (done.code, done.out) == (1, "")
    assert "empty.jsonl" in done.err
    assert call("reextract", "--predictions", tmp_path / "none.jsonl").code == 1


def test_an_extractor_of_another_package(call: Call, others: Path, store: Path) -> None:
    done = call("reextract", "--extractor", "numbers", "--json", "--yes", "--allow-removals", "100%", DOC)
    assert done.code == 0
    assert [row["extractor"] for row in done.rows] == ["numbers 2.5"]
    figures = call("figures", DOC, "--json").rows
    assert all(row["unit"] == "件" for row in figures)
    assert figures[0]["value"] == "2017"
    assert figures[-1]["section"], "the headings are those of the report"
    assert verify_store(store)[1] == []


def test_what_a_careless_extractor_finds_is_checked(call: Call, others: Path) -> None:
    done = call("reextract", "--extractor", "careless", "--json", DOC)
    assert done.code == 1
    assert len(done.told) == 8 + 2
    assert all("careless 2.5 #" in sentence for sentence in done.told[:-2])
    assert [(row["new"], row["left"]) for row in done.rows] == [(0, "refused")]


def test_an_extractor_that_fails_costs_its_reports_only(call: Call, others: Path) -> None:
    done = call("reextract", "--extractor", "failing", "--yes")
    assert done.code == 1
    assert len([sentence for sentence in done.told if "RuntimeError" in sentence]) == 5
    assert "\x1b" not in done.err
    assert call("figures", DOC, "--json").rows[0]["vanished"] is None


@pytest.mark.parametrize("name", ["nobody", "absent"])
def test_extractors_that_cannot_be_had(call: Call, others: Path, tmp_path: Path, name: str) -> None:
    for arguments in (("reextract",), ("load", tmp_path)):
        done = call(*arguments, "--extractor", name)
        assert (done.code, done.out) == (2, "")
        assert name in done.err
    assert "numbers" in call("reextract", "--extractor", "nobody").err


@pytest.mark.sampled(1)
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_load_by_another_extractor(tmp_path: Path, others: Path, jobs: str) -> None:
    store = tmp_path / "new.db"
    (tmp_path / "a.txt").write_text("全年办理案件48件。")
    (tmp_path / "b.txt").write_text("全年办理案件7件。")
    done = in_process(
        *("--db", store, "load", "--json", "--extractor", "numbers", "--jobs", jobs),
        *(tmp_path / "a.txt", tmp_path / "b.txt"),
        PYTHONPATH=str(others),
    )
    assert (done.returncode, done.stderr) == (0, b"")
    listed = in_process("--db", store, "figures", "--json").stdout.decode().splitlines()
    assert [json.loads(line)["value"] for line in listed] == ["48", "7"]


def test_load_by_a_careless_extractor_tells_what_it_left_out(
    call: Call, others: Path, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("全年办理案件48件。")
    done = call("load", "--json", "--extractor", "careless", tmp_path / "a.txt")
    assert (done.code, [row["status"] for row in done.rows]) == (1, ["loaded"])
    assert all("a.txt" in sentence for sentence in done.told)


@pytest.mark.sampled(1)
@pytest.mark.parametrize(("answer", "verdict"), [("y", "undecided"), ("", "verified"), ("n", "verified")])
def test_a_person_at_a_terminal_is_asked(
    call: Call, store: Path, tmp_path: Path, answer: str, verdict: str
) -> None:
    key = first_key(call)
    call("judge", key, "verified")
    rows = same_as_gold()
    rows[0]["value"] = "999"
    path = predictions(tmp_path / "model.jsonl", rows)
    with Terminal(["--db", str(store), "reextract", "--predictions", str(path)]) as terminal:
        terminal.wait_for("y/N")
        terminal.press(f"{answer}\r")
        assert terminal.end() == 0
    assert call("figures", DOC, "--json").rows[0]["verdict"] == verdict
