"""The main job: load the five reports, decide by keys, be killed, come back, export, compare."""

from __future__ import annotations

import asyncio
import json
import multiprocessing
import os
import signal
import subprocess
from pathlib import Path

import pytest

from support.command_line import Call, On, Outcome
from support.gold_reports import SEEDS, seed_names
from support.terminal import Terminal, installed_command

DOC = seed_names()[4]


def installed(store: Path) -> Call:
    """The installed command on a store."""

    def call(*arguments: str | Path) -> Outcome:
        command = [str(installed_command()), "--db", str(store), *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        return Outcome(done.returncode, done.stdout, done.stderr)

    return call


def expect_gold(call: Call, tmp_path: Path, machine: list[dict]) -> None:
    """What the keys below must have made of the first five figures of the report."""
    exported = call("export", "-o", tmp_path / "gold")
    assert exported.code == 0, exported.err
    lines = (tmp_path / "gold" / "figures.jsonl").read_text(encoding="utf-8").splitlines()
    gold = [json.loads(line) for line in lines]
    fields = ("start", "end", "surface", "text", "value", "upper", "unit", "kind", "bound", "subject")
    as_extracted = [{name: row[name] for name in fields} for row in machine]
    assert [row["decision"] for row in gold] == ["verified", "corrected", "rejected", "verified"]
    verified, corrected, rejected, last = gold
    assert {name: verified[name] for name in fields} == as_extracted[0] == verified["machine"]
    assert {name: corrected[name] for name in fields} == as_extracted[1] | {
        "value": "1600",
        "upper": "1700",
        "unit": "家",
    }
    assert corrected["machine"] == as_extracted[1]
    assert (corrected["reason"], rejected["reason"], verified["reason"]) == ("value", "not_a_figure", None)
    assert {name: rejected[name] for name in fields} == as_extracted[2]
    assert {name: last[name] for name in fields} == as_extracted[4]
    source = (SEEDS / DOC).read_text(encoding="utf-8")
    for row in gold:
        assert source[row["start"] : row["end"]] == row["surface"]
        assert row["surface"] in row["sentence"]
        assert source[row["sentence_start"] :].startswith(row["sentence"])
        assert (row["doc"], row["sha256"], row["reviewer"]) == (DOC, machine[0]["report"], "r1")
        assert row["section"] == next(one["section"] for one in machine if one["start"] == row["start"])
        assert row["context_complete"] is False
        assert row["decided_at"].endswith("Z")
        assert row["guide"] == "1.4"
    manifest = json.loads((tmp_path / "gold" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["records"] == 4
    assert manifest["decisions"] == {"verified": 2, "corrected": 1, "rejected": 1, "added": 0}
    total = len(call("figures", "--json").rows)
    left_out = {why: count for why, count in manifest["excluded"].items() if count}
    assert left_out == {"undecided": total - 5, "unsure": 1}


def _drive_and_die(store: Path) -> None:
    """In a process of its own: decide by keys, undo, redo nothing, then die without an end."""
    from support.desk import desk

    async def drive() -> None:
        async with desk(store, DOC) as pilot:
            await pilot.press("v")
            await pilot.press("enter", *"1600-1700", "tab", *"家", "enter")
            await pilot.press("w", "z", "x")
            await pilot.press("v", "z", "s", "1")
            os.kill(os.getpid(), signal.SIGKILL)

    asyncio.run(drive())


def test_five_reports_by_keys_killed_and_exported(on: On, tmp_path: Path) -> None:
    store = tmp_path / "store.db"
    call = on(store)
    assert [row["status"] for row in call("load", "--json", SEEDS).rows] == ["loaded"] * 5
    machine = call("figures", DOC, "--json").rows
    process = multiprocessing.get_context("spawn").Process(target=_drive_and_die, args=(store,))
    process.start()
    process.join(120)
    assert process.exitcode == -signal.SIGKILL
    shown = call("figures", DOC, "--json").rows
    assert [row["verdict"] for row in shown[:6]] == [
        "verified",
        "wrong",
        "wrong",
        "unsure",
        "verified",
        "undecided",
    ]
    expect_gold(call, tmp_path, machine)


@pytest.mark.heavy
def test_the_same_on_a_terminal_with_the_installed_command(tmp_path: Path) -> None:
    store = tmp_path / "store.db"
    call = installed(store)
    assert call("load", SEEDS).code == 0
    machine = call("figures", DOC, "--json").rows
    arguments = ["--db", str(store), "review", DOC, "--reviewer", "ann"]
    with Terminal(arguments) as terminal:
        terminal.wait_for("已判 0/")
        terminal.press("v")
        terminal.wait_for("已判 1/")
        terminal.press("\r")
        terminal.wait_for("更正数据")
        terminal.press("1600-1700")
        terminal.wait_for("1600 – 1700")
        terminal.press("\t")
        terminal.press("家\r")
        terminal.wait_for("已判 2/")
        terminal.press("w")
        terminal.wait_for("已判 3/")
        terminal.press("z")
        terminal.wait_for("已撤销")
        terminal.press("x")
        terminal.wait_for("非数据")
        terminal.wait_for("已判 3/")
        terminal.press("s")
        terminal.wait_for("已判 4/")
        terminal.press("1")
        terminal.wait_for("已判 5/")
        assert terminal.kill() == -signal.SIGKILL
    with Terminal(["--db", str(store), "review", "--reviewer", "ann"]) as terminal:
        terminal.wait_for("已判 5/")
        terminal.wait_for(machine[5]["subject"])
        terminal.press("\x11")
        assert terminal.end() == 0
    expect_gold(call, tmp_path, machine)


def test_a_terminal_of_another_encoding_is_refused_in_words(tmp_path: Path) -> None:
    environment = {"PYTHONIOENCODING": "gbk", "FZREVIEW_LANG": "en"}
    with Terminal(["--db", str(tmp_path / "s.db")], environment=environment) as terminal:
        assert terminal.end() == 2
        assert "UTF-8" in terminal.text


def test_without_a_terminal_the_desk_says_what_to_use(tmp_path: Path) -> None:
    refused = installed(tmp_path / "s.db")("review")
    assert refused.code == 2
    assert "fzreview figures" in refused.err
