"""What is the coordinator's to do is refused in a package, and packing says when nothing is left to pack."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from fzreview.store.opening.connect import open_writer
from fzreview.store.reader import StoreReader
from support.command_line import Call, caller
from support.gold_reports import SEEDS, seed_names
from support.scripted import decide


@pytest.fixture
def package(call: Call, tmp_path: Path) -> Path:
    call("assign", "--to", "alice")
    return Path(call("pack", "--for", "alice", "-o", tmp_path, "--json").rows[0]["path"])


@pytest.mark.parametrize(
    "arguments",
    [
        ("assign", "--to", "bob"),
        ("assign", "--take-back", "alice"),
        ("audit", "draw", "--n", "3"),
        ("pack", "--for", "alice"),
        ("reextract",),
    ],
)
def test_what_a_lead_does_is_refused_in_a_package(
    package: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    before = package.read_bytes()
    refused = caller(package, capsys)(*arguments)
    assert refused.code == 1 and arguments[0] in refused.err and "alice" in refused.err
    assert package.read_bytes() == before


def test_nothing_is_merged_into_a_package(
    package: Path, store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    refused = caller(package, capsys)("merge", store)
    assert refused.code == 1 and "merge" in refused.err


def test_who_has_nothing_any_more_is_told_so(call: Call, package: Path, tmp_path: Path) -> None:
    assert call("assign", "--take-back", "alice", "--to", "bob").code == 0
    refused = call("pack", "--for", "alice", "-o", tmp_path / "again")
    assert refused.code == 1 and "转给别人" in refused.err
    assert not (tmp_path / "again").exists()


def test_what_was_begun_before_the_rest_was_handed_on_is_packed_again(
    call: Call, store: Path, tmp_path: Path
) -> None:
    call("assign", *seed_names()[:4], "--to", "alice")
    files = call("pack", "--for", "alice", "-o", tmp_path / "one", "--reports", "2", "--json").rows
    with StoreReader(store) as reader:
        first = next(one for one in reader.summaries() if one.sha256 == files[0]["reports"][0])
        figure = next(iter(reader.figures(first.id)))
    call("judge", f"{first.sha256}:{figure.span_key}", "verified", "--reviewer", "alice")
    call("assign", "--take-back", "alice", "--to", "bob")
    again = call("pack", "--for", "alice", "-o", tmp_path / "two", "--json")
    assert [row["number"] for row in again.rows] == [1]


def test_a_numeral_that_others_ruled_out_is_not_in_it(call: Call, store: Path, tmp_path: Path) -> None:
    """One that stays a candidate for what somebody said of it alone; the extractor's own ones stay."""
    with StoreReader(store) as reader:
        summary = next(reader.summaries())
        own = set(reader.report(summary).reading.candidates)
    with closing(sqlite3.connect(store)) as connection:
        connection.execute(
            'insert into candidates(report, start, "end", kept) values (?, 0, 1, 1)', (summary.id,)
        )
        connection.commit()
    call("assign", "--to", "bob")
    path = Path(call("pack", "--for", "bob", "-o", tmp_path, "--json").rows[0]["path"])
    with StoreReader(path) as reader:
        assert set(reader.report(reader.find_report(summary.sha256)).reading.candidates) == own


def test_a_package_brings_decisions_and_no_readings(
    call: Call, package: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    decide(package, "alice")
    fresh = caller(tmp_path / "fresh.db", capsys)
    told = fresh("merge", package, "--json").rows[0]
    assert told["reports"] == 0 and told["waiting"] == told["new"] > 0
    assert fresh("load", SEEDS).code == 0
    assert "verified" in {row["verdict"] for row in fresh("figures", "--json").rows}


def test_a_disk_without_room_for_it_is_told_and_nothing_half_is_left(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fzreview.store.team import package_writing

    def small(path: Path) -> sqlite3.Connection:
        connection = open_writer(path)
        connection.execute("pragma max_page_count = 60")
        return connection

    call("assign", "--to", "ann")
    monkeypatch.setattr(package_writing, "open_writer", small)
    refused = call("pack", "--for", "ann", "-o", tmp_path / "out")
    assert refused.code == 1 and "ann-001.fz.db" in refused.err and "full" in refused.err
    assert list((tmp_path / "out").iterdir()) == []
    monkeypatch.undo()
    assert call("pack", "--for", "ann", "-o", tmp_path / "out").code == 0, (
        "the same package, once there is room"
    )
