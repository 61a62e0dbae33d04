"""A key too many, held or doubled overwrites nothing; what undo takes back is said before."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from fzreview.config.settings import Settings
from fzreview.domain.reports.stored import StoredFigure
from fzreview.store.reader import StoreReader
from fzreview.tui.app import FzReviewApp
from fzreview.tui.screens.correction import CorrectionScreen
from fzreview.work.judging.judge import judge
from fzreview.work.judging.reviewing import Review
from support.desk import card, desk, header, screen_of, settled, status_line
from support.gold_reports import gold_report, seed_names
from support.plain_connection import connected

FIRST = seed_names()[0]
KEYS = [f"{gold_report(FIRST).sha256}:{one.span_key}" for one in gold_report(FIRST).reading.figures]


def entries(path: Path) -> int:
    with connected(path) as connection:
        return int(connection.execute("select count(*) from journal").fetchone()[0])


def figures(path: Path) -> list[StoredFigure]:
    with StoreReader(path) as reader:
        return list(reader.figures(reader.find_report(FIRST).id))


def is_dialog(pilot: Pilot[None]) -> bool:
    return pilot.app.screen is not screen_of(pilot)


@pytest.mark.sampled(1)
@pytest.mark.parametrize("key", ["v", "w", "s", "1", "e", "enter"])
async def test_behind_the_last_figure_a_deciding_key_decides_nothing(store: Path, key: str) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("v", "v", "v", "x")
        assert entries(store) == 4
        await pilot.press(key)
        await pilot.pause()
        assert not is_dialog(pilot)
        assert entries(store) == 4
        assert figures(store)[3].status == "wrong"
        told = status_line(pilot)
        assert "未改动" in told and "Space" in told and "q" in told and "d" in told


async def test_a_step_that_leads_nowhere_is_no_move(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("v", "v", "v", "x", "n", "v")
        assert entries(store) == 4


@pytest.mark.parametrize("move", [("p", "n"), ("tab", "tab", "enter")])
async def test_who_came_by_a_move_changes_what_stands(store: Path, move: tuple[str, ...]) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("v", "v", "v", "x", *move)
        await pilot.press("v")
        assert figures(store)[3].status == "verified"
        assert entries(store) == 5


async def test_a_doubled_key_changes_only_once(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("v", "v", "v", "x", "p", "w", "s")
        assert [one.status for one in figures(store)] == ["verified", "verified", "wrong", "wrong"]
        assert entries(store) == 5


async def test_what_stands_when_a_report_opens_was_not_come_to(store: Path) -> None:
    for key in KEYS:
        judge(store, "ann", key, "unsure")
    async with desk(store, FIRST) as pilot:
        await pilot.press("v")
        assert "未改动" in status_line(pilot)
        assert {one.status for one in figures(store)} == {"unsure"}


async def test_a_class_and_a_comment_may_still_follow_the_last_rejection(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("v", "v", "v", "x", "D", "c", *"日期", "enter")
        held = figures(store)[3].of("ann")
        assert held is not None and (held.reason_class, held.comment) == ("date", "日期")


async def test_the_fix_queue_is_still_open_at_the_end(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("v", "v", "v", "w", "q")
        await pilot.pause()
        assert isinstance(pilot.app.screen, CorrectionScreen)


@pytest.mark.sampled(2)
@pytest.mark.parametrize("keys", ["vvv", "ddd", "aaa"])
async def test_a_held_key_decides_once(store: Path, keys: str) -> None:
    review = Review.opened(store, "ann", FIRST)
    app = FzReviewApp(review, Settings(repeat_ms=60_000))
    async with app.run_test(size=(140, 42), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press(*keys)
        assert "已忽略" in status_line(pilot)
        assert entries(store) <= 1
    review.close()


async def test_a_held_undo_takes_one_thing_back(store: Path) -> None:
    for key in KEYS[:3]:
        judge(store, "ann", key, "verified")
    review = Review.opened(store, "ann", FIRST)
    app = FzReviewApp(review, Settings(repeat_ms=60_000))
    async with app.run_test(size=(140, 42), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("z", "z", "z")
    review.close()
    assert entries(store) == 3


# The same verdict again


@pytest.mark.sampled(1)
@pytest.mark.parametrize(
    ("first", "again", "words"),
    [
        (("x",), "x", "不是数据"),
        (("x", "D"), "x", "不是数据"),
        (("v",), "v", "核实"),
        (("s",), "s", "存疑"),
        (("e", *"12", "enter"), "w", "更正"),
    ],
)
async def test_the_same_verdict_again_writes_nothing_and_says_so(
    store: Path, first: tuple[str, ...], again: str, words: str
) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press(*first)
        await pilot.pause()
        before, count = figures(store)[0].held, entries(store)
        await pilot.press("p", again)
        assert (figures(store)[0].held, entries(store)) == (before, count)
        assert "没有写入" in status_line(pilot) and words in status_line(pilot)


async def test_a_class_may_follow_where_x_found_it_rejected_already(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("x", "v", "p", "p", "x", "O")
        held = figures(store)[0].of("ann")
        assert held is not None and held.reason_class == "ordinal"


# Undo


async def test_undo_behind_a_key_that_wrote_nothing_first_says_what_it_would_take(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("x", "v", "p", "p", "x")
        assert entries(store) == 2
        await pilot.press("z")
        assert entries(store) == 2, "the verdict before is older than what the reviewer thinks of"
        told = status_line(pilot)
        assert "再按 z 才撤销" in told and "核实" in told and figures(store)[1].figure.text in told
        await pilot.press("z")
        assert entries(store) == 3
        assert [one.status for one in figures(store)[:2]] == ["wrong", "undecided"]


async def test_undo_takes_back_at_once_what_the_line_names(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("v", "w", "n", "p", "z")
        assert [one.status for one in figures(store)[:2]] == ["verified", "undecided"]
        told = status_line(pilot)
        assert "已撤销" in told and "再撤销" in told and figures(store)[0].figure.text in told
        await pilot.press("z")
        assert figures(store)[0].status == "undecided"


async def test_undo_of_another_day_is_said_first(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("v", "right_curly_bracket")
    async with desk(store) as pilot:
        await pilot.press("z")
        assert figures(store)[0].status == "verified"
        assert "再按 z 才撤销" in status_line(pilot) and FIRST in status_line(pilot)
        assert FIRST not in header(pilot)
        await pilot.press("z")
        assert figures(store)[0].status == "undecided"
        assert FIRST in header(pilot)
    async with desk(store) as pilot:
        await pilot.press("ctrl+y")
        assert figures(store)[0].status == "undecided"
        assert "才重做" in status_line(pilot)
        await pilot.press("ctrl+y")
        assert figures(store)[0].status == "verified"


async def test_what_was_said_holds_only_while_it_stands_on_the_line(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("v", "p", "p")
        await pilot.press("left_curly_bracket")
        assert "没有更多报告" in status_line(pilot)
        await pilot.press("z")
        assert entries(store) == 1
        assert "再按 z 才撤销" in status_line(pilot)
        assert "1/4" in card(pilot)


async def test_what_a_narrow_line_cuts_off_was_not_said(store: Path) -> None:
    async with desk(store, seed_names()[1], size=(80, 24)) as pilot:
        await pilot.press("v", "w", "z")
        assert entries(store) == 3
        assert "已撤销" in status_line(pilot) and "再撤销" not in status_line(pilot)
        await pilot.press("z")
        assert entries(store) == 3
        assert "再按 z 才撤销" in status_line(pilot)
        await pilot.press("z")
        assert entries(store) == 4
