"""``pack --purpose adjudicate``: cases for somebody without the project's store, and the rulings back."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from shutil import copy

import pytest

from fzreview.domain.decisions.verdict import Decision
from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.stored import StoredFigure, StoredReport
from fzreview.work.keeping.safekeeping import verify_store
from support.command_line import Call, On
from support.gold_reports import seed_names
from support.scripted import NO_FIGURE, VERIFIED, corrected, decide, whole


def disputing(report: StoredReport, stored: StoredFigure) -> Decision:
    """Something against one figure of four in two reports."""
    if report.summary.doc not in seed_names()[:2]:
        return VERIFIED
    number = report.figures.index(stored)
    if number % 8 == 0:
        return NO_FIGURE
    return corrected(stored.figure, value="987654") if number % 8 == 4 else VERIFIED


def shifted(report: StoredReport) -> list[Figure]:
    first = report.figures[1].figure
    return [replace(first, start=first.end + 1, end=first.end + 3, surface="甲乙", text="甲乙")]


@pytest.fixture(scope="module")
def decided_by_two(_store_of_seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = Path(copy(_store_of_seeds, tmp_path_factory.mktemp("project") / "fzreview.db"))
    decide(store, "alice", disputing)
    decide(store, "bob")
    return store


@pytest.fixture
def project(decided_by_two: Path, tmp_path: Path) -> Path:
    return Path(copy(decided_by_two, tmp_path / "project.db"))


def packed(call: Call, name: str, folder: Path) -> Path:
    told = call("pack", "--for", name, "--purpose", "adjudicate", "-o", folder, "--json")
    assert told.code == 0, told.err
    return Path(told.rows[-1]["path"])


def test_cases_come_as_a_and_b_without_names(project: Path, on: On, tmp_path: Path) -> None:
    package = packed(on(project), "carla", tmp_path)
    assert package.name == "carla-adjudicate-001.fz.db"
    data = package.read_bytes()
    assert b"alice" not in data and b"bob" not in data
    assert verify_store(package)[1] == []
    theirs, ours = (
        sorted(on(one)("conflicts", "--json").rows, key=lambda row: (row["report"], row["start"]))
        for one in (package, project)
    )
    assert [(row["kind"], row["keys"], row["text"]) for row in theirs] == [
        (row["kind"], row["keys"], row["text"]) for row in ours
    ]
    assert {row[side]["reviewer"] for row in theirs for side in ("one", "other")} == {"A", "B"}
    kept = {row["one"]["figure"] == other["one"]["figure"] for row, other in zip(theirs, ours, strict=True)}
    assert kept == {True, False}, "who is A is drawn for each case"
    again = packed(on(project), "carla", tmp_path / "again")
    assert again.read_bytes() == data


def test_rulings_come_back_and_settle(project: Path, on: On, tmp_path: Path) -> None:
    package = packed(on(project), "carla", tmp_path)
    call = on(package)
    before = len(call("conflicts", "--json").rows)
    for number, row in enumerate(call("conflicts", "--json").rows):
        (key,) = row["keys"]
        ruling = (("take", "A"), ("take", "B"), ("verified",), ("wrong", "--value", "7"))[number % 4]
        assert call("settle", key, *ruling).code == 0
    assert call("conflicts", "--json").rows == []
    assert verify_store(package)[1] == []
    with closing(sqlite3.connect(package)) as connection:
        rows = connection.execute("select action, rests from journal").fetchall()
    assert len(rows) == before
    assert {action for action, _ in rows} == {"adjudicated"}
    assert all(len(json.loads(rests)) == 2 for _, rests in rows)

    merged = on(project)("merge", package, "--json").rows[0]
    assert (merged["new"], merged["closed"], merged["error"]) == (before, before, None)
    assert on(project)("conflicts", "--json").rows == []
    assert verify_store(project)[1] == []
    refused = on(project)("pack", "--for", "carla", "--purpose", "adjudicate", "-o", tmp_path / "next")
    assert refused.code == 1


def test_a_ruling_is_taken_back_in_it(project: Path, on: On, tmp_path: Path) -> None:
    call = on(packed(on(project), "carla", tmp_path))
    rows = call("conflicts", "--json").rows
    key = rows[0]["keys"][0]
    call("settle", key, "verified")
    assert len(call("conflicts", "--json").rows) == len(rows) - 1
    assert call("settle", key, "undo").code == 0
    assert len(call("conflicts", "--json").rows) == len(rows)


def test_a_word_that_changed_meanwhile_keeps_the_case_open(project: Path, on: On, tmp_path: Path) -> None:
    package = packed(on(project), "carla", tmp_path)
    key = on(package)("conflicts", "--json").rows[0]["keys"][0]
    on(package)("settle", key, "verified")
    on(project)("judge", key, "unsure", "--reviewer", "bob")
    open_ones = len(on(project)("conflicts", "--json").rows)
    on(project)("merge", package)
    assert len(on(project)("conflicts", "--json").rows) == open_ones
    assert verify_store(project)[1] == []


def test_nobody_settles_what_they_are_part_of(project: Path, on: On, tmp_path: Path) -> None:
    refused = on(project)("pack", "--for", "alice", "--purpose", "adjudicate", "-o", tmp_path)
    assert refused.code == 1 and "alice" in refused.err


def test_an_addition_that_was_passed_by_is_a_case_in_it(store: Path, on: On, tmp_path: Path) -> None:
    decide(store, "bob", read=whole)
    decide(store, "alice", added=shifted, read=whole)
    package = packed(on(store), "carla", tmp_path)
    rows = on(package)("conflicts", "--json").rows
    assert {row["kind"] for row in rows} == {"existence"}
    for row in rows:
        assert on(package)("settle", row["keys"][0], "verified").code == 0
    assert on(store)("merge", package).code == 0
    assert on(store)("conflicts", "--json").rows == []
