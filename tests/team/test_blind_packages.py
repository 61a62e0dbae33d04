"""A package holds reports as they were extracted, whatever others said, and goes to whom it is for."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from fzreview.domain.figures.figure import Figure
from fzreview.domain.reports.stored import StoredReport
from fzreview.store.reader import StoreReader
from fzreview.work.keeping.safekeeping import verify_store
from support.command_line import Call, caller
from support.gold_reports import SEEDS, seed_names
from support.scripted import NO_FIGURE, decide


def packed(call: Call, name: str, folder: Path, *arguments: str) -> list[Path]:
    told = call("pack", "--for", name, "-o", str(folder), *arguments, "--json")
    assert told.code == 0, told.err
    return [Path(row["path"]) for row in told.rows]


def shifted(report: StoredReport) -> list[Figure]:
    """A figure that the extractor does not find, one code point behind the first that it does."""
    first = report.figures[0].figure
    return [replace(first, start=first.start + 1, end=first.end + 1)]


def test_nothing_that_others_said_of_a_report_is_in_it(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    store = tmp_path / "project.db"
    call = caller(store, capsys)
    assert call("load", SEEDS).code == 0
    first, second, third, *_ = seed_names()
    call("assign", "--to", "bob")
    (before,) = packed(call, "bob", tmp_path / "before")
    heading = call("outline", first, "--json").rows[1]["start"]
    for arguments in (
        ("describe", first, "title=alice's", "year=1999", "region="),
        ("outline", first, str(heading), "--wrong"),
        ("tag", "add", "alices", second),
        ("exclude", third, "--reason", "other"),
    ):
        assert call(*arguments, "--reviewer", "alice").code == 0
    decide(store, "alice", lambda report, figure: NO_FIGURE, added=shifted)
    (after,) = packed(call, "bob", tmp_path / "after")
    assert verify_store(after) == (0, [])
    assert b"alice" not in after.read_bytes()
    assert sha256(after.read_bytes()).digest() == sha256(before.read_bytes()).digest()


def test_ones_own_corrections_of_a_report_hold_in_it(call: Call, store: Path, tmp_path: Path) -> None:
    name = seed_names()[0]
    for who, year in (("bob", "1998"), ("alice", "1999")):
        assert call("describe", name, f"year={year}", "--reviewer", who).code == 0
    call("assign", "--to", "bob")
    (package,) = packed(call, "bob", tmp_path)
    with StoreReader(package) as reader:
        assert reader.find_report(name).year == 1998
    assert verify_store(package)[1] == []
    assert call("merge", str(package)).code == 0
    with StoreReader(store) as reader:
        assert reader.find_report(name).year == 1999, "the last word, as before"


def test_figures_that_only_others_hold_after_another_extraction_are_not_in_it(
    call: Call, store: Path, tmp_path: Path
) -> None:
    decide(store, "alice")
    with closing(sqlite3.connect(store)) as connection:
        connection.execute("update figures set vanished = extractor where id = 1")
        connection.commit()
    call("assign", "--to", "bob")
    (package,) = packed(call, "bob", tmp_path)
    with closing(sqlite3.connect(package)) as connection:
        assert connection.execute("select count(*) from figures where vanished is not null").fetchone() == (
            0,
        )
    assert verify_store(package)[1] == []


def test_a_copy_that_was_told_apart_counts_in_it(call: Call, store: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(store)) as connection:
        original, copy = (
            row[0] for row in connection.execute("select id from reports order by sha256 limit 2")
        )
        connection.execute("insert into copies values (?, ?)", (copy, original))
        connection.execute("update reports set aside = 'copy' where id = ?", (copy,))
        doc = connection.execute("select doc from reports where id = ?", (copy,)).fetchone()[0]
        connection.commit()
    assert call("copies", "--split", doc, "--reviewer", "lead").code == 0
    call("assign", "--to", "bob")
    (package,) = packed(call, "bob", tmp_path)
    with StoreReader(package) as reader:
        assert len(list(reader.summaries())) == len(seed_names())


def test_a_report_that_was_removed_is_left_out_of_its_package_and_told(
    call: Call, store: Path, tmp_path: Path
) -> None:
    call("assign", *seed_names()[:2], "--to", "bob")
    packed(call, "bob", tmp_path / "before")
    assert call("remove", seed_names()[0], "--yes").code == 0
    again = call("pack", "--for", "bob", "-o", str(tmp_path / "after"))
    assert again.code == 0 and "1" in again.err
    with StoreReader(tmp_path / "after" / "bob-001.fz.db") as reader:
        assert [one.doc for one in reader.summaries()] == [seed_names()[1]]


@pytest.mark.parametrize("other", ["a/b", "a b", "a\tb", "../a_b", "a:b"])
def test_people_whose_names_look_alike_have_files_of_their_own(
    call: Call, tmp_path: Path, other: str
) -> None:
    call("assign", "--to", f"a_b,{other}", "--overlap", "100%")
    files = [packed(call, name, tmp_path)[0] for name in ("a_b", other)]
    assert len(set(files)) == 2
    assert all(file.parent == tmp_path for file in files)


def test_a_file_that_is_not_the_package_is_neither_taken_for_it_nor_touched(
    call: Call, tmp_path: Path
) -> None:
    call("assign", "--to", "ann")
    there = tmp_path / "ann-001.fz.db"
    there.write_bytes(b"something else")
    refused = call("pack", "--for", "ann", "-o", str(tmp_path))
    assert refused.code == 1 and there.name in refused.err
    assert there.read_bytes() == b"something else"
