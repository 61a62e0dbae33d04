"""A desk that is told to end gives the terminal back as it found it."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from fzreview.store.reader import StoreReader
from support.warm_program import Warm
from support.warm_terminal import WarmTerminal

USUALLY_ON = {7: "lines wrap", 25: "the cursor is seen"}
ALTERNATE_SCREEN, MOUSE, FOCUS, PASTE = 1049, 1000, 1004, 2004


@pytest.mark.parametrize("number", [signal.SIGTERM, pytest.param(signal.SIGHUP, marks=pytest.mark.heavy)])
@pytest.mark.parametrize("dialog", ["", "更正数据"])
def test_the_terminal_is_given_back(warm: Warm, store: Path, number: signal.Signals, dialog: str) -> None:
    with WarmTerminal(warm, ["--db", str(store)]) as terminal:
        found = terminal.line_settings
        terminal.wait_for("已判 0/")
        terminal.press("v")
        terminal.wait_for("已判 1/")
        if dialog:
            terminal.press("e")
            terminal.wait_for(dialog)
        assert terminal.line_settings != found
        assert all(terminal.modes[mode] for mode in (ALTERNATE_SCREEN, MOUSE, FOCUS, PASTE))
        assert terminal.kill(number) == 0, "it ends in order"
        assert terminal.modes == {mode: mode in USUALLY_ON for mode in terminal.modes}
        assert terminal.sent.count(b"\x1b[>25u") == terminal.sent.count(b"\x1b[<u"), "the keyboard's own mode"
        assert terminal.line_settings == found
    with StoreReader(store) as reader:
        assert sum(summary.decided for summary in reader.summaries()) == 1
