"""Reports loaded from inside the desk, by a process of its own."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from fzreview.store.reader import StoreReader
from fzreview.tui.screens.loading import LoadScreen, completed_path
from fzreview.tui.widgets.lines import Lines
from support.desk import desk, header, screen_of
from support.gold_reports import SEEDS, seed_names


async def told(pilot: Pilot[None], words: str) -> str:
    """Wait until the load screen's line says ``words``."""
    for _ in range(200):
        line = str(pilot.app.screen.query_one("#progress", Lines).content)
        if words in line:
            return line
        await asyncio.sleep(0.1)
    raise AssertionError(line)


async def test_an_empty_store_takes_the_examples(tmp_path: Path) -> None:
    async with desk(tmp_path / "new.db") as pilot:
        await pilot.press("5")
        assert "新增 5" in await told(pilot, "完成")
        await pilot.press("escape")
        await pilot.pause()
        assert seed_names()[0] in header(pilot)
        assert not screen_of(pilot).has_class("-empty")
        await pilot.press("v")
    with StoreReader(tmp_path / "new.db") as reader:
        assert next(reader.summaries()).verified == 1


async def test_a_typed_path_is_loaded_and_refusals_are_named(store: Path, tmp_path: Path) -> None:
    folder = tmp_path / "more"
    folder.mkdir()
    (folder / "known.txt").write_bytes((SEEDS / seed_names()[0]).read_bytes())
    (folder / "empty [red].txt").write_bytes(b"")
    (folder / "new.txt").write_text(
        "关于2023年度法治政府建设情况的报告\n全年受理案件12件。\n", encoding="utf-8"
    )
    async with desk(store) as pilot:
        here = header(pilot)
        await pilot.press("ctrl+o", *str(folder), "enter")
        line = await told(pilot, "完成")
        assert "新增 1，已有 1，拒绝 1" in line
        assert "empty [red].txt" in str(pilot.app.screen.query_one("#refusals", Static).content)
        await pilot.press("escape")
        await pilot.pause()
        assert header(pilot) == here, "the reviewer stays where she was"


async def test_a_closed_load_stops_and_leaves_whole_reports(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    text = (SEEDS / seed_names()[2]).read_text(encoding="utf-8")
    for number in range(400):
        (folder / f"{number:03}.txt").write_text(f"{text}\n{number}", encoding="utf-8")
    async with desk(tmp_path / "new.db") as pilot:
        await pilot.app.push_screen(LoadScreen(tmp_path / "new.db", folder))
        await told(pilot, "新增 1")
        await pilot.press("escape")
        await pilot.pause()
    with StoreReader(tmp_path / "new.db") as reader:
        loaded = list(reader.summaries())
        assert 0 < len(loaded) < 400
        assert all(len(list(reader.figures(one.id))) == one.figures > 0 for one in loaded)


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("al", "alpha/"),
        ("alpha/b", "alpha/beta.txt"),
        ("zz", None),
        ("alpha/", "alpha/beta.txt"),
        (".", ".hidden"),
    ],
)
def test_a_path_is_completed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, completed: str | None
) -> None:
    (tmp_path / "alpha").mkdir()
    (tmp_path / "alpha" / "beta.txt").touch()
    (tmp_path / ".hidden").touch()
    monkeypatch.chdir(tmp_path)
    assert completed_path(typed) == completed


def test_a_folder_that_cannot_be_read_completes_nothing() -> None:
    assert completed_path("/no/such/folder/x") is None
