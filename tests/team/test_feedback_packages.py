"""``pack --purpose feedback``: exactly what went against somebody, a contest that opens the case again."""

from __future__ import annotations

from pathlib import Path

import pytest

from fzreview.store.reader import StoreReader
from fzreview.work.keeping.safekeeping import verify_store
from support.command_line import Call, On
from support.gold_reports import SEEDS
from support.scripted import NO_FIGURE, VERIFIED, decide, whole


def packed(call: Call, name: str, folder: Path) -> list[Path]:
    told = call("pack", "--for", name, "--purpose", "feedback", "-o", folder, "--json")
    assert told.code == 0, told.err
    return [Path(row["path"]) for row in told.rows]


@pytest.fixture
def settled(store: Path, on: On) -> dict[str, str]:
    """Five figures on which alice and bob differ, settled for one or the other: key → who lost."""
    left = iter([NO_FIGURE] * 5)
    decide(store, "alice", lambda report, figure: next(left, VERIFIED))
    decide(store, "bob")
    lost = {}
    for number, row in enumerate(on(store)("conflicts", "--json").rows):
        key, winner = row["keys"][0], ("alice", "bob")[number % 2]
        assert on(store)("settle", key, "take", winner, "--reviewer", "carla").code == 0
        lost[key] = "bob" if winner == "alice" else "alice"
    return lost


def test_it_holds_exactly_the_decisions_against_one(
    settled: dict[str, str], store: Path, on: On, tmp_path: Path
) -> None:
    for name, other in (("alice", "bob"), ("bob", "alice")):
        (package,) = packed(on(store), name, tmp_path)
        told = on(package)("feedback", "--json").rows
        assert {row["key"] for row in told} == {key for key, loser in settled.items() if loser == name}
        assert {row["why"] for row in told} == {"adjudicated"}
        assert all(row["held"]["verdict"] != row["ruled"]["verdict"] for row in told)
        data = package.read_bytes()
        assert other.encode() not in data and b"carla" not in data
        assert verify_store(package)[1] == []
        assert "裁定" in on(package)("feedback").out


def test_a_contest_opens_the_case_again(settled: dict[str, str], store: Path, on: On, tmp_path: Path) -> None:
    (package,) = packed(on(store), "alice", tmp_path)
    call = on(package)
    key = call("feedback", "--json").rows[0]["key"]
    assert call("contest", key, "--because", " ").code == 2
    assert call("contest", key, "--because", "第 3 页另有说明").code == 0
    told = call("feedback", "--json").rows
    assert [row["contested"] for row in told if row["key"] == key] == ["第 3 页另有说明"]
    assert verify_store(package)[1] == []
    assert on(store)("conflicts", "--json").rows == []
    merged = on(store)("merge", package, "--json").rows[0]
    assert (merged["new"], merged["opened"]) == (1, 1)
    (case,) = on(store)("conflicts", "--json").rows
    assert case["keys"] == [key]
    assert "第 3 页另有说明" in (case["one"]["comment"], case["other"]["comment"])
    assert "第 3 页另有说明" in on(store)("conflicts").out
    assert verify_store(store)[1] == []


def test_what_was_not_ruled_against_one_is_not_contested(
    settled: dict[str, str], store: Path, on: On, tmp_path: Path
) -> None:
    (package,) = packed(on(store), "alice", tmp_path)
    with StoreReader(package) as reader:
        summaries = list(reader.summaries())
        ours = {
            f"{one.sha256[:12]}:{figure.span_key}" for one in summaries for figure in reader.figures(one.id)
        }
    others = [row["key"] for row in on(store)("figures", "--json").rows if row["key"] not in ours]
    assert on(package)("contest", others[0], "--because", "x").code == 1
    assert on(store)("contest", others[0], "--because", "x", "--reviewer", "alice").code == 1
    assert on(package)("journal", "--json").rows != []


def test_only_what_is_new_is_told_next_time(
    settled: dict[str, str], store: Path, on: On, tmp_path: Path
) -> None:
    packed(on(store), "alice", tmp_path / "one")
    assert len(packed(on(store), "alice", tmp_path / "two")) == 1
    on(store)("judge", next(iter(settled)), "unsure", "--reviewer", "bob")
    for row in on(store)("conflicts", "--json").rows:
        on(store)("settle", row["keys"][0], "verified", "--reviewer", "carla")
    files = packed(on(store), "alice", tmp_path / "three")
    assert len(files) == 2
    told = on(files[1])("feedback", "--json").rows
    assert [row["key"] for row in told] == [next(iter(settled))]


def test_seeded_errors_that_passed_are_told(on: On, tmp_path: Path) -> None:
    project = tmp_path / "project.db"
    call = on(project)
    call("load", SEEDS)
    call("assign", "--to", "alice")
    row = call("pack", "--for", "alice", "-o", tmp_path, "--seed-errors", "3%", "--json").rows[0]
    decide(Path(row["path"]), "alice", read=whole)
    call("merge", row["path"])
    (package,) = packed(call, "alice", tmp_path)
    told = on(package)("feedback", "--json").rows
    with StoreReader(project) as reader:
        seeded_errors = reader.team.seeded_errors()
    assert {(one["why"], one["kind"]) for one in told} == {("seeded", one.kind) for one in seeded_errors}
    assert len(told) == len(seeded_errors)
    shown = on(package)("feedback").out
    assert "埋设的错误" in shown
    assert on(package)("contest", told[0]["key"], "--because", "x").code == 1


def test_who_was_never_overruled_gets_none(
    settled: dict[str, str], store: Path, on: On, tmp_path: Path
) -> None:
    refused = on(store)("pack", "--for", "dan", "--purpose", "feedback", "-o", tmp_path)
    assert refused.code == 1 and "dan" in refused.err
    assert on(store)("feedback", "--json").rows == []
