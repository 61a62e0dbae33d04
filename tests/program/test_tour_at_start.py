"""The tour as a reviewer meets it: once, and never where it was turned off."""

from __future__ import annotations

from pathlib import Path
from shutil import copy

from support.terminal import Terminal
from support.warm_program import Warm
from support.warm_terminal import WarmTerminal

CTRL_Q = "\x11"
ESC = "\x1b"


def test_the_demo_begins_with_the_tour() -> None:
    with Terminal(["demo"], environment={"FZREVIEW_TOUR": ""}, size=(100, 30)) as terminal:
        terminal.wait_for("1/8")
        terminal.press("v")
        terminal.wait_for("就是这个键")
        terminal.press(ESC)
        terminal.wait_until_gone("1/8")
        terminal.press("v")
        terminal.wait_for("已存")
        terminal.press(CTRL_Q)
        assert terminal.end() == 0


def test_it_is_shown_once_and_never_where_it_was_turned_off(warm: Warm, store: Path) -> None:
    other = copy(store, store.with_name("other.db"))
    for path, tour, shown in ((other, "0", False), (store, "", True), (store, "", False)):
        arguments = ["--db", str(path), "review", "--reviewer", "ann"]
        with WarmTerminal(warm, arguments, environment={"FZREVIEW_TOUR": tour}) as terminal:
            terminal.wait_for("1/8" if shown else "Ctrl+Q")
            if shown:
                terminal.press(ESC)
                terminal.wait_until_gone("1/8")
            terminal.press("v")
            terminal.wait_for("已存")
            terminal.press(CTRL_Q)
            assert terminal.end() == 0
