"""How often a command looks through a whole store: once, whatever it does with it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from support.command_line import Call
from support.gold_reports import gold_report, seed_names

DOC = seed_names()[0]
KEY = f"{gold_report(DOC).sha256}:{gold_report(DOC).reading.figures[0].span_key}"


@pytest.mark.parametrize(
    "command",
    [
        ["list", "--json"],
        ["figures", "--json"],
        ["judge", KEY, "verified"],
        ["export", "-o", "{folder}"],
        ["certify", "--json"],
        ["verify-store"],
    ],
    ids=lambda command: command[0],
)
def test_every_page_is_looked_at_once(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    statements: list[str] = []
    connect = sqlite3.connect

    def traced(*arguments: object, **named: object) -> sqlite3.Connection:
        connection = connect(*arguments, **named)  # type: ignore[call-overload]  # handed on as they came
        connection.set_trace_callback(statements.append)
        return connection

    monkeypatch.setattr(sqlite3, "connect", traced)
    assert call(*(part.format(folder=tmp_path / "gold") for part in command)).code == 0
    looks = [one for one in statements if "quick_check" in one or "integrity_check" in one]
    assert len(looks) == 1, looks
