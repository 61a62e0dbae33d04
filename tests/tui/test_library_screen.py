"""The library driven by keys: what is listed, remembered, opened, and what it costs with very many."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from textual.pilot import Pilot

from fzreview.domain.reports.library import LibraryQuery
from fzreview.domain.reports.stored import ReportSummary
from fzreview.review.view_models.library_view_state import library_query_from, library_view_state
from fzreview.tui.screens.library import LibraryScreen
from fzreview.tui.widgets.lines.text_lines import TextLines
from fzreview.tui.widgets.lists.report_list import MAX_PAGES, PAGE_ROWS, ReportList
from fzreview.work.judging.reviewing import Review
from support.desk import desk, header, screen_of
from support.gold_reports import seed_names
from support.plain_connection import connected


async def settled(pilot: Pilot[None]) -> None:
    for _ in range(4):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


async def opened(pilot: Pilot[None], *keys: str) -> LibraryScreen:
    await pilot.press("l")
    await settled(pilot)
    await pilot.press(*keys)
    await settled(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, LibraryScreen)
    return screen


def head(screen: LibraryScreen) -> str:
    return screen.query_one("#head", TextLines).content


def rows(screen: LibraryScreen) -> list[str]:
    reports = screen.query_one(ReportList)
    return [reports.row_text(row, 120).plain for row in range(reports.row_count)]


@pytest.fixture
def many(store: Path) -> Path:
    """Ten thousand reports more, which have no text to speak of."""
    with connected(store) as connection:
        connection.executemany(
            "insert into reports(sha256, doc, encoding, chars, title, year, region, metadata_flags,"
            " body_start, body_end, extractor, guide, loaded_at, figures)"
            " values (?, ?, 'utf-8', 1, ?, ?, ?, '[]', 0, 1, '1', '1', '2026', ?)",
            (
                (f"{n:064}", f"{n}.txt", f"第{n}号报告", 2000 + n % 20, f"地区{n % 300}", n % 90)
                for n in range(10_000)
            ),
        )
        connection.execute("insert or ignore into texts(report, source) select id, 'x' from reports")
    return store


async def test_states_turn_and_full_width_twins_count(store: Path) -> None:
    async with desk(store, seed_names()[0]) as pilot:
        await pilot.press("v", "w")
        screen = await opened(pilot)
        assert "5 份报告" in head(screen)
        counts = []
        for key in ("s", "２", "ｓ", "2", "s", "s", "s"):
            await pilot.press(key)
            await settled(pilot)
            counts.append(len(rows(screen)))
        assert counts == [4, 1, 0, 1, 0, 0, 5], "untouched … to fix, disputed, set aside, all"


async def test_the_order_turns(store: Path) -> None:
    async with desk(store, seed_names()[0]) as pilot:
        screen = await opened(pilot, "o")
        assert "新年度在前" in head(screen)
        assert "2024" in rows(screen)[0]
        await pilot.press("4", "ｏ")
        await settled(pilot)
        assert "未判定多的在前" in head(screen)
        assert "0/73" in rows(screen)[0]


async def test_a_region_is_chosen_from_those_there_are(many: Path) -> None:
    async with desk(many, seed_names()[0]) as pilot:
        screen = await opened(pilot)
        await pilot.press("g")
        await settled(pilot)
        await pilot.press(*"地区17", "enter")
        await settled(pilot)
        assert pilot.app.screen is screen
        assert "[地区17]" in head(screen)
        assert len(rows(screen)) == 34
        await pilot.press("g", "up", "home", "enter")
        await settled(pilot)
        await pilot.press("0")
        await settled(pilot)
        assert len(rows(screen)) == 10_005


@pytest.mark.heavy
async def test_what_is_listed_is_remembered(store: Path) -> None:
    async with desk(store, seed_names()[0]) as pilot:
        screen = await opened(pilot, "o", "slash", *"2019", "enter")
        assert len(rows(screen)) == 1
        await pilot.press("escape")
    async with desk(store) as pilot:
        screen = await opened(pilot)
        assert "新年度在前" in head(screen)
        assert len(rows(screen)) == 1
        await pilot.press("0")
        await settled(pilot)
        assert len(rows(screen)) == 5
        assert "新年度在前" in head(screen), "the order stays"


async def test_rows_are_read_when_they_are_seen(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    whole = Review.summaries_of

    def summaries_of(review: Review, reports: Sequence[int]) -> list[ReportSummary]:
        read.append(len(reports))
        return whole(review, reports)

    monkeypatch.setattr(Review, "summaries_of", summaries_of)
    async with desk(many, seed_names()[0], size=(100, 30)) as pilot:
        screen = await opened(pilot)
        reports = screen.query_one(ReportList)
        assert read == [PAGE_ROWS]
        await pilot.press("end")
        await settled(pilot)
        assert read[0] == PAGE_ROWS and sorted(read[1:]) == [5, PAGE_ROWS], "the last two pages are seen"
        assert "第9999号报告" in reports.row_text(reports.cursor, 100).plain
        before = len(read)
        for page in range(MAX_PAGES + 5):
            reports.report(page * PAGE_ROWS)
            await settled(pilot)
        reports.report(0)
        await settled(pilot)
        assert len(read) - before == MAX_PAGES + 5, "the first was forgotten and is read again"


async def test_keys_typed_ahead_of_the_listing_open_the_right_report(many: Path) -> None:
    async with desk(many, seed_names()[0]) as pilot:
        await pilot.press("l", "slash", *"长春", "enter", "enter")
        await settled(pilot)
        assert seed_names()[4] in header(pilot)
        assert pilot.app.screen is screen_of(pilot)


async def test_the_cursor_begins_at_the_open_report(many: Path) -> None:
    async with desk(many, seed_names()[3]) as pilot:
        screen = await opened(pilot)
        reports = screen.query_one(ReportList)
        assert reports.cursor == 3
        await pilot.press("down", "enter")
        await settled(pilot)
        assert seed_names()[4] in header(pilot)


async def test_reports_that_others_load_appear_and_the_cursor_stays(store: Path) -> None:
    async with desk(store, seed_names()[0]) as pilot:
        screen = await opened(pilot, "down")
        with connected(store) as connection:
            connection.execute(
                "insert into reports(sha256, doc, encoding, chars, metadata_flags, body_start,"
                " body_end, extractor, guide, loaded_at) values"
                " ('f', 'new', 'utf-8', 1, '[]', 0, 1, '1', '1', '2026')"
            )
        screen._look_again()
        await settled(pilot)
        assert len(rows(screen)) == 6
        assert screen.query_one(ReportList).cursor == 1


@pytest.mark.parametrize("width", [80, 120])
async def test_year_and_place_of_a_report_are_told_before_its_title_is_cut(store: Path, width: int) -> None:
    async with desk(store, seed_names()[0], size=(width, 24)) as pilot:
        screen = await opened(pilot)
        reports = screen.query_one(ReportList)
        row = reports.row_text(4, reports.size.width)
        row.truncate(reports.size.width, overflow="ellipsis")
        assert "0/48" in row.plain and "2019" in row.plain
        assert "长春市南关区人民政府  2019年法治政府建设情况工作报告" in row.plain
        untitled = reports.row_text(1, reports.size.width).plain
        assert "2021  汕头市濠江区人民政府  （无标题）" in untitled


async def test_where_no_place_is_known_no_word_of_the_title_stands_for_it(store: Path) -> None:
    with connected(store) as connection:
        connection.execute("update reports set region = null, issuer = null where title like '利博官网%'")
    async with desk(store, seed_names()[0]) as pilot:
        (row,) = [row for row in rows(await opened(pilot)) if "利博官网" in row]
        assert row.index("2024") < row.index("（地区不明）") < row.index("利博官网")


@pytest.mark.parametrize("kept", [None, [], {"words": 3, "state": "x", "region": 1, "sort": "y"}])
def test_what_another_version_kept_lists_everything(kept: object) -> None:
    assert library_query_from(kept) == LibraryQuery()


def test_a_query_is_kept_whole() -> None:
    query = LibraryQuery("a b", "to_fix", "", "title")
    assert library_query_from(library_view_state(query)) == query
