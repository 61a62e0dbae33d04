"""What is known of settled gold goes with it: a page for people, a row for programs, and in the card."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from fzreview.work.gold.checking import check_package
from support.command_line import Call, caller
from support.disputes import DOC, answering, differing
from support.scripted import decide, whole


@pytest.fixture
def call(store: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    differing(store, "value")
    decide(store, "carol", answering({}, None), read=whole)
    return caller(store, capsys)


def certificate(folder: Path) -> dict[str, object]:
    told: dict[str, object] = json.loads((folder / "certificate.json").read_text(encoding="utf-8"))
    return told


def test_it_says_what_certify_says_without_names(call: Call, tmp_path: Path) -> None:
    call("audit", "draw", "--n", "2", "--seed", "7", "--reviewer", "zoe")
    for key in call("audit", "draw", "--n", "2", "--seed", "7", "--reviewer", "zoe").out.split()[::1]:
        if ":" in key:
            call("judge", key, "verified", "--reviewer", "zoe")
    assert call("export", "-o", tmp_path, "--format", "csv").code == 0
    (told,) = call("certify", "--json").rows
    found = certificate(tmp_path)
    assert found["wrong"] | {"auditor": "zoe"} == told["wrong"] and found["wrong"]["auditor"] == "r4"  # type: ignore[operator, index]  # a row
    assert {name: found[name] for name in found if name != "wrong"} == {
        name: told[name] for name in told if name != "wrong"
    }
    assert found["more"]["wrong"] == {"0.05": 57, "0.02": 147, "0.01": 297}  # type: ignore[index]  # a row
    page = (tmp_path / "certificate.txt").read_text(encoding="utf-8")
    assert "≤ 1.00 % 297" in page and "没有埋设过错误" in page and "zoe" not in page
    manifest = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    assert {"certificate.json", "certificate.txt"} <= {row["name"] for row in manifest["files"]}
    assert list(check_package(tmp_path)) == []
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    call("export", "-o", tmp_path, "--format", "csv")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_it_is_of_the_reports_that_were_asked_for(call: Call, tmp_path: Path) -> None:
    call("export", "-o", tmp_path / "one", "--reports", f"doc:{DOC}")
    call("export", "-o", tmp_path / "all")
    assert (certificate(tmp_path / "one")["reports"], certificate(tmp_path / "all")["reports"]) == (1, 5)


def test_rows_of_each_reviewer_have_none(call: Call, tmp_path: Path) -> None:
    call("export", "-o", tmp_path)
    assert (tmp_path / "certificate.txt").exists()
    for wish in (("--each-reviewer",), ("--reviewer", "alice")):
        call("export", "-o", tmp_path, *wish)
        assert not (tmp_path / "certificate.txt").exists(), "that of the package before is gone"


def test_card_and_datasheet_print_the_measures(call: Call, tmp_path: Path) -> None:
    call("export", "-o", tmp_path, "--format", "hf")
    for name in ("README.md", "DATASHEET.md"):
        page = (tmp_path / "hf" / name).read_text(encoding="utf-8")
        assert "decided about by two or more" in page and "no audit" in page and "digest gold" in page
