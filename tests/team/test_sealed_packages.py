"""What a package holds back is sealed when it goes out, and can be shown afterwards to be as it was."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from support.command_line import Call, On
from support.scripted import decide


def packed(call: Call, folder: Path, *options: str) -> Path:
    call("assign", "--to", "alice")
    told = call("pack", "--for", "alice", "-o", folder, *options, "--json")
    assert told.code == 0, told.err
    return Path(told.rows[0]["path"])


@pytest.mark.parametrize("options", [(), ("--seed-errors", "3%", "--blind", "5%")])
def test_whoever_packed_it_can_show_that_nothing_was_changed(
    store: Path, on: On, tmp_path: Path, options: tuple[str, ...]
) -> None:
    for name in ("bob", "cho"):
        decide(store, name)
    package = packed(on(store), tmp_path, *options)
    told = on(store)("reveal", package, "--json")
    assert told.code == 0, told.err
    (row,) = told.rows
    assert row["holds"] and len(row["digest"]) == 64
    assert bool(row["held_back"]) == bool(options)
    assert row["salt"].encode() not in package.read_bytes(), "or the seal could be guessed open"
    shown = tmp_path / "shown.json"
    shown.write_text(told.out, encoding="utf-8")
    alone = on(package)("reveal", package, "--told", shown)
    assert alone.code == 0 and "相符" in alone.err, "alice needs no project store for it"
    for change in (
        {"salt": "0" * 32},
        {"held_back": [*row["held_back"], {"report": "", "start": 0, "end": 1}]},
    ):
        shown.write_text(json.dumps(row | change), encoding="utf-8")
        assert on(package)("reveal", package, "--told", shown).code == 1


def test_what_was_changed_afterwards_is_seen(store: Path, on: On, tmp_path: Path) -> None:
    for name in ("bob", "cho"):
        decide(store, name)
    package = packed(on(store), tmp_path, "--seed-errors", "3%")
    with closing(sqlite3.connect(store)) as connection:
        for trigger in ("seeds_keep_values", "seeds_keep_rows"):
            connection.execute(f"drop trigger {trigger}")
        connection.execute("delete from seeds where start = (select min(start) from seeds)")
        connection.commit()
    told = on(store)("reveal", package)
    assert told.code == 1 and "不符" in told.err


def test_what_is_no_sealed_package_is_refused(store: Path, on: On, tmp_path: Path) -> None:
    assert "没有封记" in on(store)("reveal", store).err
    package = packed(on(store), tmp_path)
    nothing = tmp_path / "nothing.json"
    nothing.write_text("[]\n{}\nnonsense\n", encoding="utf-8")
    refused = on(package)("reveal", package, "--told", nothing)
    assert refused.code == 1 and "没有说到" in refused.err
    other = tmp_path / "other.db"
    on(other)("load", tmp_path)
    assert "不是这个项目打的包" in on(other)("reveal", package).err
    assert on(store)("reveal", tmp_path / "missing.fz.db").code == 1
