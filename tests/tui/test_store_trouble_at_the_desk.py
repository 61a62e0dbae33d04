"""What the desk says when the store cannot answer or take a verdict."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from fzreview.store.opening import connect
from fzreview.tui.screens import library
from fzreview.tui.widgets.lines.text_lines import TextLines
from fzreview.tui.widgets.lists.report_list import ReportList
from support.desk import desk, header, settled, status_line, until
from support.gold_reports import seed_names

FIRST = seed_names()[0]


async def test_a_store_that_is_gone_is_told_and_the_report_stays(store: Path, tmp_path: Path) -> None:
    async with desk(store, FIRST) as pilot:
        store.rename(tmp_path / "elsewhere.db")
        for key in ("right_curly_bracket", "left_curly_bracket"):
            await pilot.press(key)
            assert "读取失败" in status_line(pilot)
            assert FIRST in header(pilot)
        (tmp_path / "elsewhere.db").rename(store)
        await pilot.press("right_curly_bracket")
        assert FIRST not in header(pilot)


async def test_the_library_tells_it_and_keeps_what_it_lists(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library, "POLL_SECONDS", 0.05)
    async with desk(store, FIRST) as pilot:
        await pilot.press("l")
        await settled(pilot)
        reports = pilot.app.screen.query_one(ReportList)
        head = pilot.app.screen.query_one("#head", TextLines)
        rows = reports.row_count
        store.rename(tmp_path / "elsewhere.db")
        await until(lambda: str(store) in str(head.content))
        assert reports.row_count == rows
        await pilot.press("g")
        assert isinstance(pilot.app.screen, library.LibraryScreen)
        (tmp_path / "elsewhere.db").rename(store)
        await pilot.press("s")
        await settled(pilot)
        assert str(store) not in str(head.content)


async def test_a_lock_that_stays_is_told_in_words(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connect, "BUSY_SECONDS", 0.1)
    async with desk(store, FIRST) as pilot:
        other = sqlite3.connect(store)
        other.execute("begin exclusive")
        await pilot.press("v")
        assert "未保存" in status_line(pilot)
        assert "占用" in status_line(pilot)
        assert "locked" not in status_line(pilot)
        assert "0/4" in header(pilot)
        other.rollback()
        other.close()
        await pilot.press("v")
        assert "1/4" in header(pilot)
