"""``list``, ``figures`` and ``show``: rows of the contract, words for people, names of what is meant."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from fzreview.domain.decisions.verdict import STATUSES
from support.command_line import Call, caller
from support.gold_reports import gold_report, gold_rows, seed_names

LIST_KEYS = [
    *("doc", "sha256", "title", "year", "region", "issuer", "figures"),
    *("verified", "wrong", "unsure", "undecided", "contradictions", "aside", "tags"),
]
FIELDS = ["start", "end", "surface", "text", "value", "upper", "unit", "kind", "bound", "subject"]
FIGURE_KEYS = [
    *("key", "report", "doc", *FIELDS, "section", "verdict", "reason", "reason_class", "correction"),
    *("origin", "reviewer", "decided_at", "comment", "vanished"),
]
HISTORY_KEYS = [
    *("uuid", "at", "reviewer", "session", "action", "before", "after", "elapsed_ms"),
    *("extractor", "guide", "inverts", "note"),
]
DOC = seed_names()[4]


@pytest.fixture
def keys(call: Call) -> list[str]:
    """Keys of the figures of one report."""
    return [row["key"] for row in call("figures", DOC, "--json").rows]


def test_list_rows(call: Call, keys: list[str]) -> None:
    for key, verdict in zip(keys, ("verified", "wrong", "wrong", "unsure"), strict=False):
        assert call("judge", key, verdict).code == 0
    listed = call("list", "--json")
    assert (listed.code, listed.err) == (0, "")
    assert all(list(row) == LIST_KEYS for row in listed.rows)
    assert [row["doc"] for row in listed.rows] == seed_names()
    for row in listed.rows:
        total = len(gold_rows("figures", row["doc"]))
        assert row["figures"] == total == sum(row[status] for status in STATUSES)
    last = listed.rows[-1]
    assert (last["verified"], last["wrong"], last["unsure"]) == (1, 2, 1)
    assert last["title"] == gold_report(DOC).reading.metadata.title


def test_list_shows_progress_title_and_name(call: Call, keys: list[str]) -> None:
    call("judge", keys[0], "verified")
    lines = call("list").out.splitlines()
    assert len(lines) == 5
    assert lines[-1].startswith(f"     1/{len(keys)} ")
    assert DOC in lines[-1]
    assert str(gold_report(DOC).reading.metadata.title) in lines[-1]


def test_an_empty_store_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call = caller(tmp_path / "empty.db", capsys)
    shown = call("list")
    assert (shown.code, shown.out) == (0, "")
    assert "fzreview load" in shown.err
    assert "fzreview load" in call("list", "--lang", "en").err
    for silent in (["list", "--json"], ["figures", "--json"], ["figures"]):
        assert (call(*silent).code, call(*silent).out) == (0, "")


def test_figures_rows(call: Call) -> None:
    listed = call("figures", "--json")
    assert (listed.code, listed.err) == (0, "")
    assert all(list(row) == FIGURE_KEYS for row in listed.rows)
    expected = [
        (doc, row["start"], row["value"]) for doc in seed_names() for row in gold_rows("figures", doc)
    ]
    assert [(row["doc"], row["start"], row["value"]) for row in listed.rows] == expected
    for row in listed.rows:
        assert row["key"] == f"{row['report'][:12]}:{row['start']}-{row['end']}"
        assert (row["verdict"], row["origin"]) == ("undecided", "machine")
        undecided = ("reason", "reason_class", "correction", "reviewer", "decided_at", "comment")
        assert [row[name] for name in undecided] == [None] * 6


@pytest.mark.parametrize("name", [DOC, DOC[:3], DOC[4:10], "sha", "SHA"])
def test_a_report_is_named_by_file_part_or_hash(call: Call, name: str) -> None:
    sha256 = gold_report(DOC).sha256
    chosen = {"sha": sha256[:9], "SHA": sha256}.get(name, name)
    listed = call("figures", chosen, "--json")
    assert {row["doc"] for row in listed.rows} == {DOC}


@pytest.mark.parametrize("command", ["figures", "review"])
@pytest.mark.parametrize(
    ("name", "reason"), [("none", "没有名为 none 的报告"), (".txt", "对应多份报告"), ("%", "没有名为")]
)
def test_unknown_and_ambiguous_reports_are_told(call: Call, command: str, name: str, reason: str) -> None:
    refused = call(command, name)
    if command == "review":  # told by the terminal check first
        assert refused.code == 2
        return
    assert (refused.code, refused.out) == (1, "")
    (told,) = refused.told
    assert reason in told


def test_figures_by_status(call: Call, keys: list[str]) -> None:
    call("judge", keys[0], "verified")
    call("judge", keys[1], "wrong")
    call("judge", keys[2], "unsure")
    counts = {status: len(call("figures", "--status", status, "--json").rows) for status in STATUSES}
    assert counts == {"undecided": 255 - 3, "verified": 1, "wrong": 1, "unsure": 1}
    (row,) = call("figures", DOC, "--status", "wrong", "--json").rows
    assert (row["key"], row["verdict"]) == (keys[1], "wrong")
    refused = call("figures", "--status", "good")
    assert refused.code == 2
    assert "undecided" in refused.err


def test_figures_of_reports_that_fit(call: Call, keys: list[str]) -> None:
    call("judge", keys[0], "verified")
    wanted = call("figures", "--reports", f"doc:{DOC}", "--status", "verified", "--json")
    assert [row["key"] for row in wanted.rows] == [keys[0]]
    assert len(call("figures", "--reports", f"!doc:{DOC}", "--json").rows) == 255 - len(keys)
    assert call("figures", DOC, "--reports", f"!doc:{DOC}", "--json").out == ""
    refused = call("figures", "--reports", "colour:red")
    assert (refused.code, "colour:red" in refused.err) == (2, True)


def test_figures_are_shown_under_their_report(call: Call, keys: list[str]) -> None:
    lines = call("figures").out.splitlines()
    assert len(lines) == 255 + 5
    assert DOC in lines[-len(keys) - 1]
    for line, key in zip(lines[-len(keys) :], keys, strict=True):
        assert line.split()[:2] == [key, "未判定"]
    assert "undecided" in call("figures", "--lang", "en", DOC).out


def test_show_tells_the_figure_and_its_history(call: Call, keys: list[str]) -> None:
    call("judge", keys[0], "unsure", "--reviewer", "ann")
    call("judge", keys[0], "wrong", "--value", "7", "--reviewer", "ann")
    call("judge", keys[0], "undo", "--reviewer", "ann")
    call("judge", keys[0], "verified", "--reviewer", "bob")
    shown = call("show", keys[0], "--json")
    assert (shown.code, shown.err) == (0, "")
    (row,) = shown.rows
    assert list(row) == [*FIGURE_KEYS, "former", "history", "ties"]
    assert {name: row[name] for name in FIGURE_KEYS} == call("figures", DOC, "--json").rows[0]
    assert (row["verdict"], row["reviewer"], row["ties"]) == ("verified", "bob", [])
    assert all(list(entry) == HISTORY_KEYS for entry in row["history"])
    assert [(entry["reviewer"], entry["action"]) for entry in row["history"]] == [
        ("ann", "unsure"),
        ("ann", "corrected"),
        ("ann", "undo"),
        ("bob", "verified"),
    ]
    first, second, third, _ = row["history"]
    assert (first["before"], first["after"]) == (None, {"verdict": "unsure"})
    assert second["before"] == first["after"] == third["after"]
    assert second["after"] == third["before"]
    assert (second["after"]["reason"], second["after"]["correction"]["value"]) == ("value", "7")
    assert third["inverts"] == second["uuid"]
    words = call("show", keys[0]).out
    subject = gold_rows("figures", DOC)[0]["subject"]
    for word in (
        "ann",
        "bob",
        "存疑",
        "更正",
        "撤销",
        "核实",
        "数值",
        subject,
    ):
        assert word in words


@pytest.mark.parametrize("command", [["show"], ["judge", "verified"]])
@pytest.mark.parametrize(
    ("key", "code", "reason"),
    [
        ("nonsense", 2, "不是数据编号"),
        ("{sha}", 2, "不是数据编号"),
        ("{sha}:1", 2, "不是数据编号"),
        ("{sha}:9-1x", 2, "不是数据编号"),
        ("", 2, "不是数据编号"),
        ("{sha}:1-2", 1, "没有"),
        ("{sha}:99999999999999999999-99999999999999999999", 1, "没有"),
        ("abcdefabcdef:1-2", 1, "没有名为"),
    ],
)
def test_keys_that_name_nothing(call: Call, command: list[str], key: str, code: int, reason: str) -> None:
    name, *rest = command
    refused = call(name, key.format(sha=gold_report(DOC).sha256[:12]), *rest)
    assert (refused.code, refused.out) == (code, "")
    (told,) = refused.told
    assert reason in told


def test_any_unambiguous_prefix_names_a_figure(call: Call, keys: list[str]) -> None:
    sha256 = gold_report(DOC).sha256
    span = keys[0].partition(":")[2]
    for prefix in (sha256[:1], sha256[:20], sha256, sha256.upper()):
        (row,) = call("show", f"{prefix}:{span}", "--json").rows
        assert row["key"] == keys[0]


def test_an_ambiguous_prefix_is_told(call: Call, tmp_path: Path) -> None:
    firsts: dict[str, str] = {gold_report(doc).sha256[0]: doc for doc in seed_names()}
    number = 0
    while len(call("list", "--json").rows) == len(firsts):
        (tmp_path / "more.txt").write_text(f"办理案件{number}件。")
        (row,) = call("load", "--json", tmp_path / "more.txt").rows
        number += 1
        if row["sha256"][0] in firsts:
            refused = call("judge", f"{row['sha256'][0]}:1-2", "verified")
            assert refused.code == 1
            assert "对应多份报告" in refused.err
            return
        firsts[row["sha256"][0]] = "more.txt"


@pytest.mark.parametrize(
    "command",
    [["list"], ["list", "--json"], ["figures"], ["figures", "--json"], ["export", "-o", "-"]],
    ids=" ".join,
)
def test_a_reader_that_stops_early_ends_them_quietly(store: Path, tmp_path: Path, command: list[str]) -> None:
    words = tmp_path / "words"
    line = " ".join(f"'{part}'" for part in [sys.executable, "-m", "fzreview", "--db", str(store), *command])
    done = subprocess.run(
        ["sh", "-c", f"{{ {line} 2>'{words}'; echo $? >'{tmp_path}/code'; }} | head -n 1"],
        capture_output=True,
        check=True,
    )
    assert done.stdout.count(b"\n") == (command[0] != "export")
    assert words.read_bytes() == b""
    assert (tmp_path / "code").read_text() in ("0\n", "141\n")


def test_suggest_tells_reports_with_reasons(call: Call) -> None:
    rows = call("suggest", "--n", "2", "--json").rows
    assert len(rows) == 2
    assert set(rows[0]) >= {"doc", "sha256", "score", "reasons", "new_wordings"}
    done = call("suggest", "--n", "2")
    assert [line.split("  ")[0] for line in done.out.splitlines()] == [row["doc"] for row in rows]
    assert call("suggest", "--n", "0").code == 2
    told = call("suggest").out
    assert "count" not in told and "计数 人次" in told and "计数 多于" in told, "as the desk names them"
    assert "count 人次" in call("suggest", "--lang", "en").out
