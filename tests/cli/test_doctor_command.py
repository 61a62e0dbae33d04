"""``doctor``: what is right, what is wrong, and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.command_line import Call, caller
from support.plain_connection import connected
from support.terminal import Terminal

CHECKS = [
    *("program", "python", "sqlite", "packages", "encoding", "terminal", "locale", "settings"),
    *("disk", "store"),
]


def wrong(call: Call) -> dict[str, str]:
    """What is found wrong: check → what was found."""
    done = call("doctor", "--json")
    rows = {row["check"]: row for row in done.rows}
    faults = {name: row["found"] for name, row in rows.items() if not row["right"]}
    assert done.code == (1 if faults else 0)
    assert all(row["advice"] for row in rows.values() if not row["right"])
    return faults


def test_all_is_well(call: Call, store: Path) -> None:
    done = call("doctor", "--json")
    assert (done.code, done.err) == (0, "")
    assert [row["check"] for row in done.rows] == CHECKS
    assert done.rows[-1]["found"] == f"{store}: 5"
    told = call("doctor")
    assert told.code == 0
    assert "正常  资料库" in told.out
    assert "right  store" in call("--lang", "en", "doctor").out


def test_without_a_store(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call = caller(tmp_path / "none.db", capsys)
    assert wrong(call) == {}
    assert not (tmp_path / "none.db").exists()


def test_settings_that_are_broken(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "settings.toml"
    monkeypatch.setenv("FZREVIEW_SETTINGS", str(path))
    path.write_text("theme = 3")
    assert str(path) in wrong(call)["settings"]
    path.write_text("theme = ")
    assert set(wrong(call)) == {"settings"}


@pytest.mark.parametrize(
    "statement",
    [
        "delete from verdicts",
        "delete from report_words_data where id > 10",
        "update repairs set report = 999 where rowid = 1",
    ],
)
def test_stores_that_are_damaged(call: Call, store: Path, statement: str) -> None:
    key = call("figures", "--json").rows[0]["key"]
    call("judge", key, "verified")
    with connected(store) as connection:
        connection.execute(statement)
    assert set(wrong(call)) == {"store"}


def test_files_that_are_no_store(call: Call, store: Path) -> None:
    for name in store.parent.glob(f"{store.name}-*"):
        name.unlink()
    store.write_bytes(b"not a database" * 1000)
    assert set(wrong(call)) == {"store"}


def test_a_folder_that_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")
    call = caller(tmp_path / "file" / "store.db", capsys)
    assert "disk" in wrong(call)


def test_a_terminal_that_is_small_or_dumb(store: Path) -> None:
    with Terminal(["--db", str(store), "doctor"], size=(70, 20)) as terminal:
        assert terminal.end() == 1
        assert "70×20" in terminal.sent.decode()
    with Terminal(["--db", str(store), "doctor"], environment={"TERM": "dumb"}) as terminal:
        assert terminal.end() == 1
    with Terminal(["--db", str(store), "doctor"]) as terminal:
        assert terminal.end() == 0
        assert "140×42" in terminal.sent.decode()
