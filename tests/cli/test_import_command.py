"""``import`` and ``check`` on the command line, and what ``export`` says of formats."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from support.command_line import Call, caller
from support.decided_store import HOSTILE, decided_store, empty_store


@pytest.fixture
def package(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    call = caller(decided_store(tmp_path / "a.db"), capsys)
    formats = ("--format", "conll", "--format", "labelstudio-utf16")
    done = call("export", "-o", tmp_path / "gold", "--each-reviewer", *formats)
    assert (done.code, done.out) == (0, "")
    held = [
        line for line in done.told if line.startswith(("conll", "labelstudio")) and "unsettled" not in line
    ]
    assert [line.split("：")[0] for line in held] == ["conll", "conll", "labelstudio-utf16"]
    assert "（3 条）" in held[1]
    return tmp_path / "gold"


@pytest.fixture
def call(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    return caller(empty_store(tmp_path / "b.db"), capsys)


def test_import_tells_what_it_did(call: Call, package: Path) -> None:
    dry = call("import", "jsonl", package, "--dry-run")
    assert (dry.code, dry.out) == (0, "")
    assert "将导入 23 条" in dry.told[0]
    done = call("import", "jsonl", package, "--json")
    assert done.code == 0
    assert len(done.rows) == 23
    assert set(done.rows[0]) == {
        "name",
        "outcome",
        "key",
        "reviewer",
        "action",
        "deleted",
        "error",
        "code",
        "params",
    }
    assert {row["outcome"] for row in done.rows} == {"imported"}
    assert {row["action"] for row in done.rows} == {
        *("verified", "corrected", "not_a_figure", "added", "signed_off"),
        *("unsure", "wrong", "commented", "ruled_out"),
    }
    again = call("import", "conll", package)
    assert again.code == 0
    assert "已导入 0 条" in again.told[0]


def test_a_refused_row_is_one_line_and_the_code_1(call: Call, package: Path) -> None:
    path = package / "figures.jsonl"
    lines = path.read_text(encoding="utf-8").split("\n")
    lines[0] = lines[0].replace('"48件"', '"\\u001b[31m4\\n8件"', 1)
    path.write_text("\n".join(lines), encoding="utf-8")
    done = call("import", "jsonl", path)
    assert done.code == 1
    assert len(done.told) == 2
    assert done.told[0].startswith(f"{path}:1")
    assert "\x1b" not in done.err
    assert "1 条未导入" in done.told[1]


def test_a_conflict_is_told_and_can_be_overruled(call: Call, package: Path) -> None:
    assert call("import", "jsonl", package).code == 0
    path = package / "figures.jsonl"
    path.write_text(path.read_text(encoding="utf-8").replace('"37"', '"38"'), encoding="utf-8")
    done = call("import", "jsonl", path)
    assert (done.code, len(done.told)) == (1, 3), "both reviewers hold that value"
    assert "--replace" in done.told[0]
    assert call("import", "jsonl", path, "--replace").code == 0
    assert call("import", "jsonl", path).code == 0


def test_edits_are_whose_they_are_said_to_be(call: Call, package: Path) -> None:
    path = package / "labelstudio-utf16" / "tasks.json"
    (task, *_) = json.loads(path.read_text(encoding="utf-8"))
    start = HOSTILE.index("2项")
    value = {"start": start, "end": start + 2, "text": "2项", "labels": ["count"]}
    task["annotations"] = [{"result": [{"id": "x", "type": "labels", "value": value}]}]
    path.write_text(json.dumps([task]), encoding="utf-8")
    done = call("import", "labelstudio", path, "--json", "--reviewer", "eva")
    assert [(row["action"], row["reviewer"]) for row in done.rows] == [
        ("verified", "eva"),
        ("signed_off", "ann"),
    ]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["import"], 2),
        (["import", "jsonl"], 2),
        (["import", "jsonl", ""], 2),
        (["import", "wordstar", "x"], 2),
        (["import", "spacy", "x"], 2),
        (["import", "jsonl", "none"], 1),
        (["check"], 2),
        (["check", ""], 2),
        (["check", "none"], 1),
    ],
)
def test_wrong_usage_is_one_sentence(call: Call, arguments: list[str], code: int) -> None:
    refused = call(*arguments)
    assert (refused.code, refused.out, len(refused.told)) == (code, "", 1)


def test_a_store_must_be_there(tmp_path: Path, package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call = caller(tmp_path / "none.db", capsys)
    refused = call("import", "jsonl", package)
    assert refused.code == 1
    assert "fzreview load" in refused.told[0]


def test_check_lists_what_is_wrong(call: Call, package: Path) -> None:
    right = call("check", package, "--json")
    assert (right.code, right.err) == (1, "")
    assert {row["sort"] for row in right.rows} == {"contradiction"}, "the reviewers of this store differ"
    (package / "sections.jsonl").unlink()
    wrong = call("check", package)
    assert wrong.code == 1
    assert wrong.out.splitlines()[0].startswith("sections.jsonl：")
    assert call("check", package, "--json").rows[0]["sort"] == "file"
