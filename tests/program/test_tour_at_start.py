"""The tour as a reviewer meets it: once, and never where it was turned off."""

from __future__ import annotations

from pathlib import Path

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
    for reviewer, tour, shown in (("bob", "0", False), ("ann", "", True), ("ann", "", False)):
        arguments = ["--db", str(store), "review", "--reviewer", reviewer]
        with WarmTerminal(warm, arguments, environment={"FZREVIEW_TOUR": tour}) as terminal:
            terminal.wait_for("1/8" if shown else "Ctrl+Q")
            if shown:
                terminal.press(ESC)
                terminal.wait_until_gone("1/8")
            terminal.press("v")
            terminal.wait_for("已存")
            terminal.press(CTRL_Q)
            assert terminal.end() == 0
