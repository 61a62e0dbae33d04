"""A store of which every word attacks, seen on every screen: nothing acts, nothing breaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from fzreview.store.writer import StoreWriter
from support.copied_stores import new_store
from support.hostile import foreign, hostile_report, spoiled
from support.terminal import Terminal
from support.warm_program import Warm
from support.warm_terminal import WarmTerminal

CTRL_O, CTRL_P, CTRL_Q, CTRL_S, CTRL_Y = "\x0f", "\x10", "\x11", "\x13", "\x19"
ENTER, ESC, TAB, F1 = "\r", "\x1b", "\t", "\x1bOP"
STILL = 6
"""Reads without a byte after which a screen has been painted and an Esc is no longer half a key."""
DOWN, RIGHT = "\x1b[B", "\x1b[C"

DESK = "v/1"
"""On the line of keys where no dialog is open and the text has the focus."""

OPENED = (
    ("", "已判 0/6"),
    (TAB, "选章节"),
    (TAB, "选数据"),
    (TAB, DESK),
    ("v", "已存：核实"),
    ("w", "已存：有误"),
    ("x", "非数据"),
    ("z", "已撤销"),
    (CTRL_Y, "已重做"),
    ("r", "原文（下划线"),
    ("s", "已存：存疑"),
    ("r", "整理文本"),
    ("a", "候选数字"),
    ("a", "补充"),
    ("x", "未改动"),
    ("p", "/7"),
)
"""Keys of the desk and what they must bring up, one after the other."""

DIALOGS = (
    ("m", "标出", ()),
    ("c", "批注", ()),
    ("e", "更正数据", (CTRL_S, TAB, TAB)),
    ("f", "筛选数据", (TAB,)),
    ("/", "搜索本报告", ("案", "件")),
    ("k", "其他报告", (DOWN,)),
    ("l", "份报告", ("/", "治")),
    (CTRL_O, "载入报告", ("{folder}/", RIGHT, ENTER)),
    (CTRL_P, "拼音首字母", ("法", DOWN)),
    (F1, "帮助 ·", (DOWN,)),
)
"""A key, the words of the dialog that it opens, and what is typed there before Esc."""


@pytest.fixture
def hostile_store(tmp_path: Path) -> Path:
    path = tmp_path / "store.db"
    new_store(path)
    writer = StoreWriter(path)
    for number in range(3):
        writer.insert(hostile_report(number), "2026-01-01T00:00:00.000Z").result()
    writer.close()
    return path


@pytest.mark.parametrize("size", [pytest.param((140, 42), marks=pytest.mark.heavy), (80, 24)])
def test_no_screen_lets_anything_through(
    warm: Warm, hostile_store: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in (spoiled("报告").replace("/", "").replace("\x00", "")[:60], "bad.txt"):
        (folder / name).write_bytes(b"\xff\xfe\x00\x00\x1b]0;PWNED\x07")
    arguments = ["--db", str(hostile_store), "review", "--reviewer", "ann"]
    with WarmTerminal(warm, arguments, size) as terminal:
        for keys, words in OPENED:
            terminal.press(keys)
            terminal.wait_for(words)
        for key, words, typed in DIALOGS:
            terminal.press(key)
            terminal.wait_for(words)
            for keys in typed:
                terminal.press(keys.format(folder=folder))
                terminal.read()
            leave(terminal, words)
        terminal.press("c")
        terminal.wait_for("批注")
        terminal.press("坏" + ENTER)
        terminal.wait_for("批注 ann")
        terminal.press("}")
        terminal.wait_for("已判 0/6")
        terminal.press(CTRL_Q)
        assert terminal.end() == 0
        assert foreign(terminal.sent) == []


def leave(terminal: Terminal, words: str) -> None:
    """Esc as often as the dialog wants it: a field within it may take the first.

    A second one too early would reach the desk and turn the next letter into Alt and that letter.
    """
    for _ in range(3):
        terminal.press(ESC)
        still = 0
        for _ in range(40):
            sent = len(terminal.sent)
            terminal.read()
            still = still + 1 if len(terminal.sent) == sent else 0
            if still >= STILL and DESK in terminal.text and words not in terminal.text:
                return
    raise AssertionError(f"not left: {words}\n{terminal.text}")
