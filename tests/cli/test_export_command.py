"""``export``: a package in a folder or rows on standard output, and what cannot be written."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from support.command_line import Call, caller, in_process
from support.gold_reports import seed_names
from support.plain_connection import connected

DOC = seed_names()[4]
GOLD_KEYS = [
    *("doc", "sha256", "start", "end", "surface", "text", "value", "upper", "unit", "kind", "bound"),
    *(
        "subject",
        "decision",
        "machine",
        "reason",
        "reason_class",
        "reviewer",
        "source",
        "reviewers",
        "votes",
        "adjudicator",
        "decided_at",
        "hasty",
        "bulk",
        "proposed_by",
        "elapsed_ms",
        "keyed_blind",
        "comment",
        "section",
        "page",
    ),
    *("sentence", "sentence_start", "context_complete", "split", "guide", "extractor"),
]


@pytest.fixture
def call(store: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    call = caller(store, capsys)
    keys = [row["key"] for row in call("figures", DOC, "--json").rows]
    for key, *decision in (
        (keys[0], "verified"),
        (keys[0], "verified", "--reviewer", "bob"),
        (keys[1], "wrong", "--value", "7"),
        (keys[2], "wrong", "--class", "date"),
        (keys[3], "wrong"),
        (keys[4], "unsure"),
    ):
        reviewer = [] if "--reviewer" in decision else ["--reviewer", "ann"]
        assert call("judge", key, *decision, *reviewer).code == 0
    return call


def test_rows_on_standard_output(call: Call) -> None:
    streamed = call("export", "-o", "-")
    assert (streamed.code, streamed.err) == (0, "")
    assert all(list(row) == GOLD_KEYS for row in streamed.rows)
    assert [(row["reviewers"], row["source"], row["decision"]) for row in streamed.rows] == [
        (["r1", "r2"], "agreed", "verified"),
        (["r1"], "single", "corrected"),
        (["r1"], "single", "rejected"),
    ]
    assert streamed.rows[1]["value"] == "7"
    assert streamed.rows[2]["reason_class"] == "date"
    each = call("export", "-o", "-", "--each-reviewer").rows
    assert [(row["reviewer"], row["source"], row["decision"]) for row in each] == [
        ("ann", None, "verified"),
        ("bob", None, "verified"),
        ("ann", None, "corrected"),
        ("ann", None, "rejected"),
    ]
    assert call("export", "-o", "-").out == streamed.out, "the same store gives the same bytes"


def test_verdicts_of_one_status_in_reports_that_fit(call: Call, tmp_path: Path) -> None:
    whole = call("export", "-o", "-").rows
    for status, decisions in (("verified", ["verified"]), ("wrong", ["corrected", "rejected"])):
        rows = call("export", "-o", "-", "--status", status, "--reports", f"doc:{DOC}").rows
        assert [row["decision"] for row in rows] == decisions
        assert all(row in whole for row in rows)
        call("export", "-o", tmp_path / status, "--status", status)
        manifest = json.loads((tmp_path / status / "manifest.json").read_text(encoding="utf-8"))
        told = manifest["records"], manifest["excluded"]["status"]
        assert told == (len(decisions), len(whole) - len(decisions))
    assert call("export", "-o", "-", "--reports", f"!doc:{DOC}").out == ""
    assert call("export", "-o", "-", "--status", "unsure").code == 2


def test_a_folder_holds_the_same_rows_and_a_manifest(call: Call, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "gold"
    done = call("export", "-o", folder)
    assert (done.code, done.out) == (0, "")
    (told,) = done.told
    assert str(folder) in told
    assert "3 条" in told
    assert (folder / "figures.jsonl").read_text(encoding="utf-8") == call("export", "-o", "-").out
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["records"] == 3
    assert manifest["excluded"]["unsure"] == manifest["excluded"]["unfixed"] == 1
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert call("export", "-o", folder, "--format", "jsonl", "--format", "jsonl").code == 0
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert "3 gold records" in call("export", "--lang", "en", "-o", folder).err


def test_splits_are_by_shares_or_not_at_all(call: Call, tmp_path: Path) -> None:
    assert {row["split"] for row in call("export", "-o", "-", "--splits", "all=1").rows} == {"all"}
    assert {row["split"] for row in call("export", "-o", "-", "--no-splits").rows} == {None}
    call("export", "-o", tmp_path / "gold", "--splits", "a=0,b=7")
    manifest = json.loads((tmp_path / "gold" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["shares"] == {"a": 0, "b": 7}
    assert manifest["splits"] == {"a": 0, "b": 3}
    refused = call("export", "-o", "-", "--splits", "train=eighty")
    assert (refused.code, refused.out) == (2, "")
    assert "train=eighty" in refused.told[0]


def test_a_source_that_changed_is_refused_row_by_row(call: Call, store: Path, tmp_path: Path) -> None:
    whole = call("export", "-o", "-").rows
    moved = whole[0]["end"]
    with connected(store) as connection:  # what no program of ours does
        connection.execute(
            "update texts set source = substr(source, 1, ?) || '〇' || substr(source, ?)"
            " where report = (select id from reports where sha256 = ?)",
            (moved, moved + 1, whole[0]["sha256"]),
        )
    streamed = call("export", "-o", "-")
    assert streamed.code == 1
    assert streamed.rows[:1] == [row | {"sentence": streamed.rows[0]["sentence"]} for row in whole[:1]]
    assert len(streamed.told) == len(whole) - len(streamed.rows) == 2
    assert whole[1]["surface"] in streamed.told[0]
    folder = call("export", "-o", tmp_path / "gold")
    assert (folder.code, folder.told[1:]) == (1, streamed.told)
    manifest = json.loads((tmp_path / "gold" / "manifest.json").read_text(encoding="utf-8"))
    assert [row["reviewer"] for row in manifest["refused"]] == ["settled", "settled"]
    assert (manifest["records"], manifest["excluded"]["refused"]) == (1, 2)


def test_one_reviewers_gold(call: Call) -> None:
    (row,) = call("export", "-o", "-", "--reviewer", "bob").rows
    assert (row["reviewer"], row["decision"]) == ("bob", "verified")
    assert len(call("export", "-o", "-", "--reviewer", "ann").rows) == 3
    assert call("export", "-o", "-", "--reviewer", "nobody").out == ""


@pytest.mark.parametrize("output", ["-", "{folder}/gold"])
def test_an_unknown_format_is_wrong_usage(call: Call, tmp_path: Path, output: str) -> None:
    refused = call("export", "-o", output.format(folder=tmp_path), "--format", "pdf")
    assert (refused.code, refused.out) == (2, "")
    (told,) = refused.told
    assert "pdf" in told
    assert "jsonl" in told
    assert not (tmp_path / "gold").exists()


@pytest.mark.parametrize(
    "output", ["{folder}/file", "{folder}/file/gold", "/proc/none/gold", "{folder}/{long}"]
)
def test_where_nothing_can_be_written(call: Call, tmp_path: Path, output: str) -> None:
    (tmp_path / "file").write_text("kept")
    refused = call("export", "-o", output.format(folder=tmp_path, long="a" * 300))
    assert (refused.code, refused.out) == (3, "")
    (told,) = refused.told
    assert "无法写入" in told
    assert (tmp_path / "file").read_text() == "kept"


def test_an_output_is_required(call: Call) -> None:
    assert call("export").code == 2
    assert call("export", "-o", "").code == 2


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "utf-16"])
def test_rows_are_utf8_whatever_the_terminal_is(call: Call, store: Path, encoding: str) -> None:
    done = in_process("--db", store, "export", "-o", "-", PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode("utf-8") == call("export", "-o", "-").out


def test_a_full_disk_leaves_the_old_package(call: Call, store: Path, tmp_path: Path) -> None:
    folder = tmp_path / "gold"
    assert call("export", "-o", folder, "--each-reviewer").code == 0
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    for row in call("figures", DOC, "--json").rows:
        call("judge", row["key"], "verified")
    limited = (
        "import resource, signal, sys; from fzreview.cli import run;"
        " sys.dont_write_bytecode = True;"  # see support.warm_program
        " signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        " resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000));"
        " sys.exit(run(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", limited, "--db", str(store), "export", "-o", str(folder), "--each-reviewer"],
        capture_output=True,
        text=True,
        env=os.environ | {"FZREVIEW_LANG": "zh"},
        check=False,
    )
    assert done.returncode == 3
    assert done.stderr.count("\n") == 1
    assert "File too large" in done.stderr
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
