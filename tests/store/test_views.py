"""The views that other tools open: read with plain sqlite3, nothing of the program's in between."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from fzreview.work.gold.exporting import ExportRequest, native_lines
from fzreview.work.judging.adding import add
from fzreview.work.judging.judge import judge
from fzreview.work.judging.signing import sign_off
from fzreview.work.listing.rows import figures, stored_figure_row
from support.gold_reports import gold_report, seed_names

DOC = seed_names()[0]
FIELDS = ("start", "end", "surface", "text", "value", "upper", "unit", "kind", "bound", "subject")


@pytest.fixture
def worked(store: Path) -> Path:
    """Every sort of decision by two people on a report, a figure added, a section read."""
    report = gold_report(DOC)
    keys = [f"{report.sha256}:{one.span_key}" for one in report.reading.figures]
    judge(store, "ann", keys[0], "verified")
    judge(store, "bob", keys[0], "wrong", fields={"value": "3-5", "unit": "回"})
    judge(store, "ann", keys[1], "wrong", "not_a_figure", "date")
    judge(store, "ann", keys[2], "wrong")
    judge(store, "ann", keys[3], "unsure")
    judge(store, "bob", keys[3], "verified")
    start = report.reading.source.index("2017年")
    add(store, "ann", DOC, start, start + 5, {})
    first = report.reading.outline[1]
    sign_off(store, "ann", DOC, f"{first.start}-{first.end}")
    return store


@pytest.fixture
def plain(worked: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(f"{worked.as_uri()}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    yield connection
    connection.close()


def test_figures_as_they_are_decided(worked: Path, plain: sqlite3.Connection) -> None:
    rows = {row["key"]: dict(row) for row in plain.execute("select * from figures_current")}
    told = [(stored_figure_row(summary, stored), stored.shown) for summary, stored in figures(worked)]
    assert len(rows) == len(told) == 256
    for expected, shown in told:
        row = rows[expected["key"]]
        assert {name: row[name] for name in FIELDS} == {name: getattr(shown, name) for name in FIELDS}
        for name in ("verdict", "reason", "reason_class", "reviewer", "decided_at", "comment", "origin"):
            assert row[name] == expected[name], name
        assert (row["doc"], row["sha256"], row["vanished"]) == (expected["doc"], expected["report"], None)
    assert {row["year"] for row in rows.values()} == {2017, 2019, 2021, 2024}


def test_gold_as_it_is_exported(worked: Path, plain: sqlite3.Connection) -> None:
    rows = [dict(row) for row in plain.execute("select * from gold order by sha256, start, reviewer")]
    exported = [
        json.loads(line)
        for line in native_lines(worked, wanted=ExportRequest(each_reviewer=False, names=True))
    ]
    exported.sort(key=lambda row: (row["sha256"], row["start"], row["reviewers"]))
    names = (*FIELDS, "doc", "sha256", "decision", "reason", "reason_class", "decided_at")
    assert [[row["reviewer"]] for row in rows] == [row["reviewers"] for row in exported]
    assert [{name: row[name] for name in names} for row in rows] == [
        {name: row[name] for name in names} for row in exported
    ]
    assert [bool(row["context_complete"]) for row in rows] == [row["context_complete"] for row in exported]
    assert [row["machine_value"] for row in rows] == [
        row["machine"] and row["machine"]["value"] for row in exported
    ]


def test_every_view_and_table_is_described(plain: sqlite3.Connection) -> None:
    page = (Path(__file__).parents[2] / "docs" / "store.md").read_text(encoding="utf-8")
    for row in plain.execute("select name, type from sqlite_master where type in ('table', 'view')"):
        if row["name"].startswith(("sqlite_", "_sqlite", "report_words_")):
            continue
        assert f"`{row['name']}`" in page, row["name"]
        for column in plain.execute(f"pragma table_info({row['name']})"):
            assert f"`{column['name']}`" in page, (row["name"], column["name"])
