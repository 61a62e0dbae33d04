"""Loading beside a reviewer: rows as they are stored, and failures that do not pass for refusals."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from fzreview.errors import FzError
from fzreview.strings import use
from fzreview.work.loading.ingest import load
from fzreview.work.loading.loader_process import load_in_process
from support.copied_stores import new_store
from support.gold_reports import SEEDS


async def rows_of(store: Path, *paths: Path) -> list[dict[str, Any]]:
    return [row async for row in load_in_process(store, paths)]


async def test_rows_are_those_of_a_load(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "--jobs").mkdir()  # no path is taken for an option
    paths = [SEEDS, tmp_path / "empty.txt", tmp_path / "--jobs"]
    rows = await rows_of(tmp_path / "a.db", *paths)
    assert rows == [result.row() for result in load(tmp_path / "b.db", map(str, paths))]
    assert [row["status"] for row in rows] == ["loaded"] * 5 + ["refused"] * 2


async def test_refusals_speak_the_language_of_the_desk(tmp_path: Path) -> None:
    use("en")
    (row,) = await rows_of(tmp_path / "a.db", tmp_path / "none.txt")
    assert "not found" in row["error"]


async def test_any_encoding_of_the_surroundings_will_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("PYTHONIOENCODING", "gbk"), ("PYTHONUTF8", "0"), ("LC_ALL", "C")):
        monkeypatch.setenv(name, value)
    (row,) = await rows_of(tmp_path / "a.db", tmp_path / "没有.txt")
    assert "没有.txt：找不到" in row["error"]


def newer(store: Path) -> None:
    connection = sqlite3.connect(store)
    connection.execute("insert into _sqlite_migrations values (99, 'fzreview', 'm099_later', '')")
    connection.commit()
    connection.close()


def full(store: Path) -> None:
    connection = sqlite3.connect(store)
    connection.execute("create trigger full before insert on reports begin select raise(abort, 'full'); end")
    connection.commit()
    connection.close()


@pytest.mark.sampled(2)
@pytest.mark.parametrize(
    ("spoil", "with_refused"), [(newer, False), (full, True), (newer, True), (full, False)]
)
async def test_a_store_that_fails_is_no_refused_input(tmp_path: Path, spoil: Any, with_refused: bool) -> None:
    store = tmp_path / "store.db"
    spoil(new_store(store))
    paths = [tmp_path / "none.txt", SEEDS] if with_refused else [SEEDS]
    with pytest.raises(FzError) as raised:
        await rows_of(store, *paths)
    assert raised.value.code == "loader_failed"
    assert str(store) in str(raised.value)


async def test_who_leaves_early_ends_the_loader(tmp_path: Path) -> None:
    rows = load_in_process(tmp_path / "a.db", [SEEDS])
    first = await anext(rows)
    assert first["status"] == "loaded"
    await rows.aclose()
    (again,) = await rows_of(tmp_path / "a.db", SEEDS / first["doc"])
    assert again["status"] == "already_loaded"
