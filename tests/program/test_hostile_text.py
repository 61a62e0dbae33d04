"""Reports that try to drive the terminal: nothing of theirs acts, on the desk or on the command line."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from support.terminal import Terminal, installed_command

HOSTILE = (
    "\x1b]0;PWNED\x07关于2021年度法治政府建设情况的报告[/x] [red]红[/red] [@click=app.quit]点我[/]\n"
    "一、\x1b[31m工作[/home/user]情况\u202e倒序\u200b零宽\x9b2J\n"
    "全年受理行政复议案件\x1b[5m12件\x1b[0m,\u202e办结[bold]8件[/bold],[link=http://a]调解\x003件\x7f。\n"
    "=cmd|'/c calc'!A1 共培训\x1bP1$r\x1b\\300人次,{发现}问题%s 5个。\x08\x08\x08\n" * 3
)


def store_with(tmp_path: Path, text: str, name: str) -> Path:
    store = tmp_path / "store.db"
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    loaded = subprocess.run(
        [str(installed_command()), "--db", str(store), "load", str(path)],
        capture_output=True,
        check=False,
    )
    assert loaded.returncode == 0, loaded.stderr
    return store


def assert_harmless(sent: bytes) -> None:
    assert b"PWNED\x07" not in sent
    assert b"\x1b]0;" not in sent
    assert b"\x1bP1$r" not in sent
    assert "\u202e".encode() not in sent
    assert "\u200b".encode() not in sent
    assert "\x9b".encode() not in sent
    assert b"\x1b[5m" not in sent
    assert b"\x08" not in sent


@pytest.mark.heavy
def test_on_the_desk_nothing_acts(tmp_path: Path) -> None:
    """What ``test_hostile_screens`` sees on every screen, of a file that was loaded by a command."""
    store = store_with(tmp_path, HOSTILE, "[red]a[bold]名\x1b]0;PWNED\x07.txt")
    with Terminal(["--db", str(store)]) as terminal:
        terminal.wait_for("已判 0/")
        terminal.press("r")
        terminal.wait_for("原文")
        terminal.press("v")
        terminal.wait_for("已判 1/")
        terminal.press("e")
        terminal.wait_for("更正数据")
        terminal.press("\x1b")
        terminal.wait_until_gone("更正数据")
        terminal.press("l")
        terminal.wait_for("份报告")
        terminal.press("\x11")
        assert terminal.end() == 0
        assert_harmless(terminal.sent)


@pytest.mark.sampled(1)
@pytest.mark.parametrize("command", [["list"], ["figures"], ["read", "{path}"]])
def test_on_the_command_line_nothing_acts(tmp_path: Path, command: list[str]) -> None:
    store = store_with(tmp_path, HOSTILE, "hostile.txt")
    arguments = [part.format(path=tmp_path / "hostile.txt") for part in command]
    with Terminal(["--db", str(store), *arguments]) as terminal:
        assert terminal.end() == 0
        assert_harmless(terminal.sent)
        assert not re.search(rb"\x1b\[31m\xe5\xb7\xa5", terminal.sent)


@pytest.mark.heavy
def test_a_very_long_line_opens(tmp_path: Path) -> None:
    store = store_with(tmp_path, "全年受理案件12件，" * 6_000, "long.txt")
    with Terminal(["--db", str(store)]) as terminal:
        terminal.wait_for("已判 0/")
        terminal.press("v")
        terminal.wait_for("已判 1/")
        terminal.press("\x11")
        assert terminal.end() == 0
