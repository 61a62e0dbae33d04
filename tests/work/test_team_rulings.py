"""A team's own rulings: on record for good, in packages, in merges, in gold, on the command line."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from fzreview.domain.team.ruling import TeamRuling
from fzreview.store.reader import StoreReader
from fzreview.store.writer import StoreWriter
from fzreview.work.gold.exporting import export
from fzreview.work.keeping.rebuilding import rebuild
from fzreview.work.keeping.safekeeping import verify_store
from fzreview.work.listing.team_rulings import team_rulings
from fzreview.work.merging.merge import merge
from support.command_line import caller
from support.team import SHA256, decided, digest, handed_out, one_report

RULING = TeamRuling(
    *("a" * 32, "2026-01-02T03:04:05.000Z", "li", "class:slogan"),
    *("落实三个方面要求", "不是数据：固定提法", "“三个方面”不数任何东西\x1b[31m", SHA256, "10-12"),
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return one_report(tmp_path / "project.db")


def ruled(store: Path, *rulings: TeamRuling) -> Path:
    with closing(StoreWriter(store)) as writer:
        for one in rulings:
            writer.record_ruling(one).result()
    return store


def test_a_ruling_stays_as_it_was_made(project: Path) -> None:
    ruled(project, RULING)
    assert team_rulings(project) == [RULING]
    with closing(sqlite3.connect(project)) as connection:
        for statement in ("delete from rulings", "update rulings set why = ''"):
            with pytest.raises(sqlite3.DatabaseError, match="stay on record"):
                connection.execute(statement)


def test_merging_takes_the_union_in_any_order(project: Path, tmp_path: Path) -> None:
    other = replace(RULING, uuid="b" * 32, reviewer="wang", topic="kind:money")
    one = ruled(handed_out(project, tmp_path / "one.db"), RULING)
    two = ruled(handed_out(project, tmp_path / "two.db"), other, RULING)
    here, there = (Path(shutil.copyfile(project, tmp_path / name)) for name in ("here.db", "there.db"))
    assert [result.rulings for result in merge(here, [one, two])] == [1, 1]
    assert [result.rulings for result in merge(there, [two, one, two])] == [2, 0, 0]
    assert team_rulings(here) == team_rulings(there) == [RULING, other]
    assert digest(here) == digest(there) != digest(project)
    assert verify_store(here)[1] == []


def test_a_ruling_that_says_something_else_is_refused_by_name(project: Path, tmp_path: Path) -> None:
    altered = ruled(handed_out(project, tmp_path / "altered.db"), replace(RULING, why="无"))
    ruled(project, RULING)
    (result,) = merge(project, [altered])
    assert result.error is not None and RULING.uuid in str(result.error)
    assert team_rulings(project) == [RULING]


def test_a_package_brings_them_there_and_back(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ruled(project, RULING)
    call = caller(project, capsys)
    call("assign", "--to", "bob")
    (row,) = call("pack", "--for", "bob", "-o", str(tmp_path), "--json").rows
    package = Path(row["path"])
    assert team_rulings(package) == [RULING]
    ruled(package, replace(RULING, uuid="c" * 32, reviewer="bob"))
    assert "裁定 1 条新" in call("merge", str(package)).out
    assert len(team_rulings(project)) == 2


def test_gold_has_them_in_a_file_of_their_own(project: Path, tmp_path: Path) -> None:
    decided(project, "li", "verified")
    folder = tmp_path / "gold"
    export(project, folder)
    assert not (folder / "rulings.jsonl").exists()
    ruled(project, RULING)
    export(project, folder)
    (row,) = map(json.loads, (folder / "rulings.jsonl").read_text("utf-8").splitlines())
    assert row["why"] == RULING.why and row["key"] == f"{SHA256[:12]}:10-12"
    files = [one["name"] for one in json.loads((folder / "manifest.json").read_text("utf-8"))["files"]]
    assert "rulings.jsonl" in files


def test_they_are_listed_for_people_and_programs(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call = caller(project, capsys)
    assert "还没有裁定" in call("rulings").err
    ruled(project, RULING, replace(RULING, uuid="b" * 32, topic="kind:nothing"))
    told = call("rulings").out
    assert "固定提法  2026-01-02" in told and "不是数据：固定提法" in told and "li" in told
    assert "\x1b" not in told
    assert [row["uuid"] for row in call("rulings", "--json").rows] == [RULING.uuid, "b" * 32]


def test_rebuilding_keeps_them(project: Path, tmp_path: Path) -> None:
    ruled(project, RULING)
    rebuild(project, tmp_path / "rebuilt.db")
    assert team_rulings(tmp_path / "rebuilt.db") == [RULING]
    with StoreReader(project) as reader:
        assert reader.team.rulings() == [RULING]
