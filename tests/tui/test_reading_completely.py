"""A report read completely: many sections signed off by one key, none unseen; what is left is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from test_missed_figures import without
from textual.pilot import Pilot

from fzreview.tui.widgets.text.pane import TextPane
from support.desk import card, desk, header, screen_of, status_line
from support.gold_reports import gold_report, seed_names
from support.plain_connection import connected

DOC = seed_names()[0]
SECTIONS = len(gold_report(DOC).reading.outline)


def signed(path: Path) -> int:
    with connected(path) as connection:
        row = connection.execute("select count(*) from journal where action = 'signed_off'").fetchone()
    return int(row[0])


async def read_on(pilot: Pilot[None]) -> None:
    """Turn every page."""
    text = screen_of(pilot).query_one(TextPane)
    await pilot.press("home")
    for _ in range(60):
        await pilot.pause()
        if text.scroll_offset.y >= text.max_scroll_y:
            return
        await pilot.press("pagedown")


@pytest.mark.parametrize("size", [(140, 42), (80, 24)])
async def test_a_whole_report_is_signed_off_once_it_was_seen(store: Path, size: tuple[int, int]) -> None:
    async with desk(store, DOC, size=size) as pilot:
        assert f"未通读 {SECTIONS} 节" in header(pilot)
        await pilot.press("=")
        assert "还没看过" in status_line(pilot) and signed(store) == 0
        await read_on(pilot)
        await pilot.press("=")
        assert signed(store) == SECTIONS
        assert "未通读" not in header(pilot)
        await pilot.press("=")
        assert "都已记为通读" in status_line(pilot)
        await pilot.press("z", "z")
        assert f"未通读 {SECTIONS} 节" in header(pilot), "it was one move"


async def test_a_section_and_all_below_it(store: Path) -> None:
    async with desk(store, DOC) as pilot:
        await read_on(pilot)
        await pilot.press("home", "tab", "home", "down", "-")
        session = screen_of(pilot).session
        below = session.section_steps.below(1)
        assert len(below) > 2
        assert all(session.section_steps.is_signed_off(index) for index in below)
        assert signed(store) == len(below)


async def test_numerals_that_are_unaccounted_for_are_asked_about(store: Path) -> None:
    from fzreview.store.writer import StoreWriter
    from support.copied_stores import new_store

    path = store.with_name("missed.db")
    new_store(path)
    writer = StoreWriter(path)
    writer.insert(without(gold_report(seed_names()[4]), 3, 5), "2026-01-01T00:00:00.000Z").result()
    writer.close()
    async with desk(path) as pilot:
        await read_on(pilot)
        await pilot.press("=")
        assert "2 个数字没有交代" in status_line(pilot) and signed(path) == 0
        await pilot.press("=")
        assert signed(path) > 0


async def test_what_the_program_left_out_is_marked_told_and_visited_on_demand(store: Path) -> None:
    from fzreview.tui.widgets.card.figure_card import FigureCard

    async with desk(store, DOC) as pilot:
        await pilot.press("a")
        assert "没有未交代" in status_line(pilot)
        await pilot.press("y")
        assert "正在查" in status_line(pilot) or "淡显" in status_line(pilot)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "淡显程序剔除" in status_line(pilot)
        await pilot.press("a")
        assert card(pilot).startswith("程序剔除的数字")
        why = re.search("程序剔除（numeral.[a-z-]+）：(.+)", card(pilot))
        assert why is not None and not re.search("[a-z]", why[1]), "in the language of the desk"
        first = screen_of(pilot).query_one(FigureCard).content
        await pilot.press("x")
        assert screen_of(pilot).query_one(FigureCard).content != first, "it stays out, on to the next"
        await pilot.press("y")
        assert "不再标出" in status_line(pilot)


async def test_adding_starts_where_one_is(store: Path) -> None:
    from fzreview.tui.screens.marking import MarkScreen

    async with desk(store, DOC) as pilot:
        screen = screen_of(pilot)
        await pilot.press("slash", *"示范")
        await pilot.app.screen.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        found = screen.controllers.search._matches
        assert found is not None and found.span is not None
        await pilot.press("m")
        await pilot.pause()
        assert isinstance(pilot.app.screen, MarkScreen)
        assert pilot.app.screen._span == found.span
