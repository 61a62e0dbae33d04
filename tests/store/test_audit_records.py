"""What was drawn for audits, in the store."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from fzreview.domain.figures.figure import Figure
from fzreview.domain.team.audit import Audit, AuditItem
from fzreview.errors import StoreError
from fzreview.store.integrity.corruption import integrity_check
from fzreview.store.integrity.salvaging import salvage
from fzreview.store.reader import StoreReader
from fzreview.store.writer import StoreWriter

FIGURE = Figure(0, 5, "\u202e195件", "195件", "195", None, "件", "count", "=", "受理\n案件")
DRAWN = Audit(
    "u",
    "2026-03-02T09:00:00.000Z",
    "李 / zoe",
    "verified",
    7,
    300,
    1000,
    3,
    "d" * 64,
    (AuditItem("a" * 64, "0-5", FIGURE), AuditItem("b" * 64, "7-9", None)),
)


def record(store: Path) -> None:
    writer = StoreWriter(store)
    writer.record_audit(DRAWN).result()
    writer.close()


def test_what_is_recorded_comes_back(store: Path) -> None:
    record(store)
    with StoreReader(store) as reader:
        assert reader.team.audits() == [DRAWN]


def test_the_same_audit_is_recorded_once(store: Path) -> None:
    record(store)
    with pytest.raises(StoreError):
        record(store)
    with StoreReader(store) as reader:
        assert len(reader.team.audits()) == 1


def test_a_salvaged_store_keeps_its_audits(store: Path, tmp_path: Path) -> None:
    record(store)
    salvage(store, tmp_path / "saved.db", tmp_path)
    with StoreReader(tmp_path / "saved.db") as reader:
        assert reader.team.audits() == [DRAWN]


@pytest.mark.parametrize("column", ["items", "drawn_of"])
def test_a_row_that_means_nothing_is_damage(store: Path, column: str) -> None:
    record(store)
    with closing(sqlite3.connect(store)) as connection:
        connection.execute("drop trigger audits_keep_values")
        connection.execute(f"update audits set {column} = 'x'")
        connection.commit()
    assert any(found.startswith("audits") for found in integrity_check(store))
    with StoreReader(store) as reader, pytest.raises(StoreError):
        reader.team.audits()
