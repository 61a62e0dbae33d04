"""Plans, packages and audits of several coordinators come together, in whatever order."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from itertools import permutations
from pathlib import Path

import pytest

from support.command_line import caller
from support.gold_reports import seed_names
from support.scripted import decide
from support.team import handed_out

RECORDS = {
    "assignments": "report, reviewer, at, handed_on",
    "packages": "site, owner, number, purpose, reports, at, rules",
    "audits": "uuid, at, auditor, seed, items",
}


def records(store: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(store)) as connection:
        return {
            table: sorted(connection.execute(f"select {columns} from {table}").fetchall())
            for table, columns in RECORDS.items()
        }


def test_what_coordinators_put_on_record_is_united(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    decide(store, "ann")
    first = caller(store, capsys)
    first("assign", *seed_names()[:3], "--to", "bob")
    first("pack", "--for", "bob", "-o", tmp_path / "first")
    others = [handed_out(store, tmp_path / f"{name}.db") for name in ("a", "b")]
    for number, (other, name) in enumerate(zip(others, ("cho", "dan"), strict=True)):
        call = caller(other, capsys)
        call("assign", "--take-back", "bob", "--to", name)
        call("assign", seed_names()[3 + number], "--to", "bob")
        call("pack", "--for", "bob", "-o", tmp_path / name)
        call("audit", "draw", "--n", "5", "--reviewer", name)
    told = []
    for number, order in enumerate(permutations([store, *others])):
        into = tmp_path / f"into{number}.db"
        shutil.copyfile(order[0], into)
        call = caller(into, capsys)
        for source in (*order[1:], order[1]):
            assert call("merge", source).code == 0
        told.append(records(into))
        assert [row["auditor"] for row in call("audit", "report", "--json").rows] == ["cho", "dan"]
    assert all(one == told[0] for one in told)
    assert len(told[0]["audits"]) == 2
