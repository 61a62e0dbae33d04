"""States that differ look different: each has a sign, a count and a filter of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Static

from fzreview.domain.figures.figure_state import FIGURE_STATES, FigureState
from fzreview.store.writer import StoreWriter
from fzreview.tui.widgets.entry.choice import Choice
from fzreview.tui.widgets.lists.outline_pane import OutlinePane
from fzreview.tui.widgets.signs import STATE_SIGNS
from fzreview.tui.widgets.text.pane import TextPane
from fzreview.work.judging.judge import judge
from support.copied_stores import new_store
from support.desk import card, desk, header, screen_of, status_line
from support.gold_reports import gold_report, seed_names
from support.plain_connection import connected
from support.written_reports import read_as_loading_does

DOC = seed_names()[4]
FIGURES = gold_report(DOC).reading.figures
KEYS = [f"{gold_report(DOC).sha256}:{one.span_key}" for one in FIGURES]

STATES: list[FigureState] = ["verified", "corrected", "rejected", "to_fix", "unsure", "disputed"]


@pytest.fixture
def judged(store: Path) -> Path:
    """The first figures of a report in every state that verdicts give."""
    judge(store, "li", KEYS[0], "verified")
    judge(store, "li", KEYS[1], "wrong", fields={"unit": "户"})
    judge(store, "li", KEYS[2], "wrong", reason_class="date")
    judge(store, "li", KEYS[3], "wrong")
    judge(store, "li", KEYS[4], "unsure")
    judge(store, "li", KEYS[5], "verified")
    judge(store, "wang", KEYS[5], "wrong", fields={"value": "9999"})
    return store


def test_no_two_states_share_a_sign() -> None:
    assert len(set(STATE_SIGNS.values())) == len(STATE_SIGNS) == len(FIGURE_STATES)
    assert all(sign.isascii() and len(sign) == 1 for sign in STATE_SIGNS.values())


async def test_each_state_has_its_own_sign_word_and_look(judged: Path) -> None:
    async with desk(judged, DOC) as pilot:
        screen = screen_of(pilot)
        looks = set()
        for index, state in enumerate(STATES):
            screen.controllers.navigator.go(index)
            assert f"{index + 1}/{len(FIGURES)}  {STATE_SIGNS[state]} " in card(pilot)
            looks.add(screen.query_one(TextPane).get_component_rich_style(f"text-pane--{state}"))
        assert len(looks) == len(STATES)
        counts = screen.query_one(OutlinePane).row_text(1, 60).plain
        assert screen.session.total.of("disputed") == 1
        assert counts.startswith("+1 *1 x1 w1 ?1 !1 ")


@pytest.mark.sampled(1)
@pytest.mark.parametrize(("digit", "index"), [("4", 0), ("5", 1), ("6", 2), ("7", 3), ("8", 4), ("9", 5)])
async def test_each_state_has_its_own_filter(judged: Path, digit: str, index: int) -> None:
    async with desk(judged, DOC, size=(80, 24)) as pilot:
        await pilot.press("f")
        await pilot.pause()
        told = str(pilot.app.screen.query_one("#state-choice", Choice).content)
        assert "(1)" in told and "分歧" in told, "with the count of each"
        await pilot.press(digit, "enter")
        await pilot.pause()
        assert screen_of(pilot).session.visited() == [index]
        assert header(pilot).index("筛选中") < 30, "in sight on the smallest screen"


@pytest.mark.heavy
async def test_filters_by_comment_reviewer_and_bulk(judged: Path) -> None:
    async with desk(judged, DOC) as pilot:
        session = screen_of(pilot).session
        screen_of(pilot).controllers.navigator.go(8)
        await pilot.press("c", *"看原件", "enter")
        await pilot.pause()
        for keys, expected in (((*["tab"] * 4, "2"), [8]), ((*["tab"] * 5, "4"), [5])):
            await pilot.press("f", *keys, "enter")
            await pilot.pause()
            assert session.visited() == expected
            await pilot.press("f", *keys[:-1], "1", "enter")
            await pilot.pause()
        keys = [session.figure(index).span_key for index in (10, 11)]
        await screen_of(pilot).controllers.recorder.record(session.figure_steps.verify_all(keys))
        for _ in range(2):
            await pilot.press("f", *["tab"] * 4, "5", "enter")
            await pilot.pause()
            assert session.visited() == [10, 11]
    async with desk(judged, DOC) as pilot:
        assert screen_of(pilot).session.visited() == [10, 11], "by the journal, where the desk was not there"


async def test_failing_ties_and_alarms_can_be_visited_alone(tmp_path: Path) -> None:
    text = "甲区人民政府2021年法治政府建设报告\n一、情况\n调解纠纷501件,其中重大纠纷510件。\n开展培训60场。\n"
    new_store(tmp_path / "ties.db")
    writer = StoreWriter(tmp_path / "ties.db")
    writer.insert(read_as_loading_does(text, "2021.txt"), "2026-01-01T00:00:00.000Z").result()
    writer.close()
    async with desk(tmp_path / "ties.db") as pilot:
        session = screen_of(pilot).session
        await pilot.press("f", *["tab"] * 4, "3", "enter")
        await pilot.pause()
        assert [session.figure(index).figure.text for index in session.visited()] == ["501件", "510件"]


async def test_all_decided_is_not_said_while_a_fix_waits(store: Path) -> None:
    first = seed_names()[0]
    async with desk(store, first) as pilot:
        await pilot.press("v", "w", "v", "v")
        assert "1 条待更正：q" in status_line(pilot) and "全部判定" not in status_line(pilot)
        await pilot.press("q", *"5", "enter")
        await pilot.pause()
        assert "全部判定" in status_line(pilot)


async def test_a_store_without_work_names_the_reports_whose_fixes_wait(store: Path) -> None:
    with connected(store) as connection:
        connection.execute("delete from reports where doc not in (?, ?)", seed_names()[:2])
    async with desk(store, seed_names()[1]) as pilot:
        session = screen_of(pilot).session
        await screen_of(pilot).controllers.recorder.record(
            session.figure_steps.verify_all(one.span_key for one in session.figures)
        )
    async with desk(store, seed_names()[0]) as pilot:
        await pilot.press("v", "v", "v", "w", "space")
        assert "待更正：q" in status_line(pilot)
        await pilot.press("right_curly_bracket", "space")
        assert "1 份报告有待更正" in status_line(pilot) and "l 报告库" in status_line(pilot)


async def test_the_filter_fits_the_smallest_screen(judged: Path) -> None:
    async with desk(judged, DOC, size=(80, 24)) as pilot:
        await pilot.press("f")
        await pilot.pause()
        screen = pilot.app.screen
        for choice in screen.query(Choice):
            assert choice.size.height >= len(str(choice.content).splitlines())
        kinds = str(screen.query_one("#kind-choice", Choice).content)
        assert "9度量" in kinds
        last = screen.query(Static).last()
        assert last.region.bottom <= 24 and last.region.height
