"""A team as people run it: work handed out, decided by key in packages, settled, contested, exported."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from support.command_line import Call, caller
from support.gold_reports import gold_report
from support.team import DOC, one_report
from support.terminal import Terminal

FIGURES = gold_report(DOC).reading.figures


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return one_report(tmp_path / "project.db")


@pytest.fixture
def call(project: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    return caller(project, capsys)


def at_desk(package: Path, *keys: str) -> None:
    """Open a package as its reviewer does, decide every figure by a key, leave."""
    with Terminal([str(package)]) as terminal:
        terminal.wait_for("已判 0/")
        for number, key in enumerate(keys, 1):
            terminal.press(key)
            terminal.wait_for(f"已判 {number}/")
        terminal.press("\x11")
        assert terminal.end() == 0
        assert f"{package.name} 已全部判定，可以交回" in terminal.text


def packed(call: Call, name: str, folder: Path, *options: str) -> Path:
    (row,) = call("pack", "--for", name, "-o", folder, *options, "--json").rows
    return Path(row["path"])


@pytest.mark.heavy
def test_from_the_assignment_to_the_gold(project: Path, call: Call, tmp_path: Path) -> None:
    call("assign", "--to", "ann,bob", "--overlap", "100%")
    packages = [packed(call, name, tmp_path) for name in ("ann", "bob")]
    at_desk(packages[0], "v", "v", "v", "v")
    at_desk(packages[1], "v", "x", "s", "x")
    assert call("merge", *packages).code == 0
    assert "待裁定 3 处" in call("conflicts").err
    with Terminal(["--db", str(project), "adjudicate", "--reviewer", "zoe"]) as terminal:
        terminal.wait_for("第 1 处，共 3 处")
        assert "ann" not in terminal.text and "bob" not in terminal.text
        _take(terminal, "保留")
        terminal.wait_for("第 2 处，共 3 处")
        terminal.press("u")
        terminal.wait_for("指南缺口")
        _take(terminal, "保留")
        terminal.wait_for("第 3 处，共 3 处")
        terminal.wait_for("取 A")
        terminal.press("x")
        terminal.wait_until_gone("第 3 处，共 3 处")
        terminal.press("z")
        terminal.wait_for("第 3 处，共 3 处")
        terminal.wait_for("保留")
        terminal.press("x")
        terminal.wait_until_gone("第 3 处，共 3 处")
        terminal.press("q")
        assert terminal.end() == 0
        assert "裁定 3 处，其中指南缺口 1 处；还剩 0 处" in terminal.text
    assert [row["text"] for row in call("conflicts", "--gaps", "--json").rows] == [FIGURES[2].surface]
    feedback = packed(call, "ann", tmp_path, "--purpose", "feedback")
    with Terminal([str(feedback)]) as terminal:
        terminal.wait_for("裁定与你不同")
        terminal.press("C")
        terminal.wait_for("已存：提出异议")
        terminal.press("\x11")
        assert terminal.end() == 0
    assert call("merge", feedback).code == 0
    assert "待裁定 1 处" in call("conflicts").err
    lines = [json.loads(line) for line in call("export", "-o", "-").out.splitlines()]
    gold = {row["start"]: row for row in lines if "decision" in row}
    sources = [gold[one.start]["source"] if one.start in gold else None for one in FIGURES[:4]]
    assert sources == ["agreed", "adjudicated", "adjudicated", None]


def _take(terminal: Terminal, stance: str) -> None:
    """The side that says this, whichever letter it has."""
    terminal.wait_for("取 A")
    terminal.wait_for(stance)
    (row,) = (line for line in terminal.text.splitlines() if "≠ 有无" in line)
    _, *sides = row.split("│")
    terminal.press("ab"[[side.strip() for side in sides].index(stance)])
