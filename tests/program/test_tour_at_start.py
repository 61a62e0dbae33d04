"""The tour as a reviewer meets it: once, and never where it was turned off."""

from __future__ import annotations

from pathlib import Path

from support.terminal import Terminal

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


def test_a_tour_that_was_seen_is_not_shown_again(store: Path) -> None:
    for shown in (True, False):
        arguments = ["--db", str(store), "review", "--reviewer", "ann"]
        with Terminal(arguments, environment={"FZREVIEW_TOUR": ""}) as terminal:
            terminal.wait_for("1/8" if shown else "Ctrl+Q")
            if shown:
                terminal.press(ESC)
                terminal.wait_until_gone("1/8")
            terminal.press("v")
            terminal.wait_for("已存")
            terminal.press(CTRL_Q)
            assert terminal.end() == 0


def test_the_tour_can_be_turned_off(store: Path) -> None:
    with Terminal(["--db", str(store)]) as terminal:
        terminal.wait_for("核")
        terminal.press("v")
        terminal.wait_for("已存")
        terminal.press(CTRL_Q)
        assert terminal.end() == 0
