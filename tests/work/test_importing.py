"""Gold that went out comes back: the same rows, whatever stood in between."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from fzreview.gold.formats import READERS
from fzreview.store.integrity.verifying import verify
from fzreview.work.gold.exporting import ExportRequest, export
from fzreview.work.gold.imported import Imported
from fzreview.work.gold.importing import import_gold
from support.decided_store import ANN, Reviewer, decided_store, empty_store
from support.plain_connection import connected

EDITOR = "eva"


@pytest.fixture(scope="module")
def decided(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return decided_store(tmp_path_factory.mktemp("decided") / "a.db")


def content(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def outcomes(rows: list[Imported]) -> Counter[str]:
    return Counter(row.outcome for row in rows)


@pytest.mark.parametrize("splits", [True, False], ids=["splits", "whole"])
@pytest.mark.parametrize("name", READERS)
def test_what_goes_out_comes_back_to_the_same_bytes(
    decided: Path, tmp_path: Path, name: str, splits: bool
) -> None:
    wanted = ExportRequest() if splits else ExportRequest(shares=None)
    export(decided, tmp_path / "first", [name], wanted)
    other = empty_store(tmp_path / "b.db")
    told = list(import_gold(other, name, tmp_path / "first", EDITOR))
    assert outcomes(told) == {"imported": len(told)}, [str(row.error) for row in told if row.error]
    assert EDITOR not in {row.reviewer for row in told}
    export(other, tmp_path / "second", [name], wanted)
    first, second = content(tmp_path / "first"), content(tmp_path / "second")
    first_manifest, second_manifest = (json.loads(one.pop("manifest.json")) for one in (first, second))
    if name != "jsonl":  # no other format holds what is no gold yet, and each says so
        assert first_manifest["not_held"][name]["unsettled"] == first_manifest["unsettled"]
        for files, manifest in ((first, first_manifest), (second, second_manifest)):
            del files["unsettled.jsonl"], manifest["unsettled"]
            manifest["not_held"][name].pop("unsettled", None)
            manifest["files"] = [row for row in manifest["files"] if row["name"] != "unsettled.jsonl"]
    assert first == second
    for manifest in (first_manifest, second_manifest):
        excluded = manifest.pop("excluded")
        assert excluded.pop("unsure") + excluded.pop("unfixed") + excluded.pop("undecided") == 2
        assert not any(excluded.values())
    assert first_manifest == second_manifest
    assert verify(other)[1] == []
    again = list(import_gold(other, name, tmp_path / "first", EDITOR))
    assert outcomes(again) == {"already_there": len(told)}


def test_every_sort_of_decision_is_in_the_store(decided: Path, tmp_path: Path) -> None:
    export(decided, tmp_path)
    manifest = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    assert all(manifest["decisions"].values())
    assert set(manifest["reasons"]) >= {"span", "value", "unit", "kind", "not_a_figure"}
    assert len(manifest["reviewers"]) == 2


def entries(store: Path) -> list[sqlite3.Row]:
    with connected(store) as connection:
        connection.row_factory = sqlite3.Row
        return connection.execute("select * from journal order by id").fetchall()


def rows_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def test_a_dry_run_writes_nothing_and_tells_the_same(decided: Path, tmp_path: Path) -> None:
    export(decided, tmp_path / "gold")
    other = empty_store(tmp_path / "b.db")
    dry = list(import_gold(other, "jsonl", tmp_path / "gold", EDITOR, dry_run=True))
    assert entries(other) == []
    wet = list(import_gold(other, "jsonl", tmp_path / "gold", EDITOR))
    assert dry == wet
    assert {row["note"] for row in entries(other)} == {"imported"}
    assert {row["at"] for row in entries(other)} <= {
        row["decided_at"] for row in rows_of(tmp_path / "gold/figures.jsonl")
    } | {row["signed_at"] for row in rows_of(tmp_path / "gold/sections.jsonl")} | {
        row["decided_at"] for row in rows_of(tmp_path / "gold/unsettled.jsonl")
    }


HELD = """select target, start, "end", reviewer, verdict, reason, reason_class, comment, decided_at
    from verdicts order by 1, 2, 3, 4"""


def test_what_is_no_gold_comes_along(decided: Path, tmp_path: Path) -> None:
    """Unsure, waiting for a fix, a comment alone, a ruled-out candidate: everybody holds what they held."""
    export(decided, tmp_path / "gold")
    other = empty_store(tmp_path / "b.db")
    assert {row.outcome for row in import_gold(other, "jsonl", tmp_path / "gold", EDITOR)} == {"imported"}
    held = []
    for store in (decided, other):
        with closing(sqlite3.connect(store)) as connection:
            held.append(connection.execute(HELD).fetchall())
    assert held[0] == held[1]
    assert {row["action"] for row in entries(other)} >= {"ruled_out", "commented", "unsure", "wrong"}
    export(other, tmp_path / "again")
    for name in ("figures.jsonl", "sections.jsonl", "unsettled.jsonl"):
        assert (tmp_path / "again" / name).read_bytes() == (tmp_path / "gold" / name).read_bytes()
    assert {row.outcome for row in import_gold(other, "jsonl", tmp_path / "gold", EDITOR)} == {
        "already_there"
    }


def test_another_format_says_what_it_cannot_hold(decided: Path, tmp_path: Path) -> None:
    manifest = export(decided, tmp_path / "gold", ["csv", "brat"])
    assert manifest.unsettled == len(rows_of(tmp_path / "gold" / "unsettled.jsonl"))
    assert manifest.unsettled > 3
    assert {manifest.not_held[name].get("unsettled") for name in ("csv", "brat")} == {manifest.unsettled}
    assert "unsettled" not in manifest.not_held["jsonl"]


@pytest.mark.parametrize(
    "change",
    [
        {"verdict": "sure"},
        {"target": "section"},
        {"surface": "no"},
        {"verdict": None, "comment": None},
        {"added": 3},
        {"start": 1, "end": 2, "surface": None},
        {"decided_at": "soon"},
    ],
)
def test_a_row_that_cannot_be_is_refused_and_the_others_go_on(
    decided: Path, tmp_path: Path, change: dict[str, Any]
) -> None:
    export(decided, tmp_path / "gold")
    path = tmp_path / "gold" / "unsettled.jsonl"
    first, *others = rows_of(path)
    path.write_text("".join(json.dumps(row) + "\n" for row in (first | change, *others)), encoding="utf-8")
    told = list(import_gold(empty_store(tmp_path / "b.db"), "jsonl", path, EDITOR))
    assert told[0].outcome == "refused"
    assert told[0].error is not None
    assert {row.outcome for row in told[1:]} <= {"imported", "refused"}
    assert "imported" in {row.outcome for row in told[1:]}


def test_another_desk_that_decides_meanwhile_is_not_overrun(decided: Path, tmp_path: Path) -> None:
    export(decided, tmp_path / "gold", ["doccano"])
    other = empty_store(tmp_path / "b.db")
    rows = import_gold(other, "doccano", tmp_path / "gold", EDITOR)
    first = next(rows)
    ann = Reviewer(other, ANN, "plain")
    ann.reject("18件")
    ann.close()
    told = [first, *rows]
    lost = [row for row in told if row.outcome == "conflict"]
    assert [(row.reviewer, row.action) for row in lost] == [(ANN, None)] * 2, "the figure and the section"
    assert verify(other)[1] == []
    assert outcomes(list(import_gold(other, "doccano", tmp_path / "gold", EDITOR)))["conflict"] == 1
