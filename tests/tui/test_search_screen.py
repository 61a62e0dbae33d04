"""Search from the desk, driven by keys."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from fzreview.domain.reports.found import Hits
from fzreview.errors import StoreError
from fzreview.tui.screens.search import SearchScreen
from fzreview.tui.widgets.lines.text_lines import TextLines
from fzreview.tui.widgets.lists.search_results import SearchResultList
from fzreview.tui.widgets.text.pane import TextPane
from fzreview.tui.widgets.text.row_painter import FOUND
from fzreview.work.judging.reviewing import Review
from support.brisk_loop import held
from support.desk import SECONDS, card, desk, header, screen_of, status_line, until
from support.gold_reports import seed_names
from support.written_reports import written_store

SOURCES = [
    "第一份：全年办理行政复议 48件。\n" + "其他工作。\n" * 60 + "末尾又说复议 5件。",
    "第二份：復議機關負責人出庭應訴，全年辦結行政復議案件三十六件。",
    "第三份：没有那个词，只有[/红]标记[@click=app.quit]和控制符\x1b]0;x\x07。",
]


@pytest.fixture
def written(tmp_path: Path) -> Path:
    return written_store(tmp_path / "written.db", SOURCES)


async def settled(pilot: Pilot[None]) -> SearchScreen:
    """The dialog when it has answered everything."""
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, SearchScreen)
    await screen.workers.wait_for_complete()
    await pilot.pause()
    return screen


async def search(pilot: Pilot[None], words: str, key: str = "slash") -> SearchScreen:
    """Open the dialog and type."""
    await pilot.press(key)
    await settled(pilot)
    await pilot.press(*words)
    return await settled(pilot)


async def went(pilot: Pilot[None]) -> None:
    """Wait until the dialog is gone and the desk has shown its goal."""
    await until(lambda: pilot.app.screen is screen_of(pilot) and "/" in status_line(pilot))
    await pilot.pause()


def rows(screen: SearchScreen) -> list[str]:
    found = screen.query_one(SearchResultList)
    return [found.row_text(row, 90).plain for row in range(found.row_count)]


def counts(screen: SearchScreen) -> str:
    return screen.query_one("#found-counts", TextLines).content


def found_text(pilot: Pilot[None]) -> str | None:
    """What is marked and on the screen."""
    pane = screen_of(pilot).query_one(TextPane)
    for y in range(pane.size.height):
        marked = [
            segment.text
            for segment in pane.render_line(y)
            if segment.style and segment.style.bgcolor == pane._style(FOUND).bgcolor
        ]
        if marked:
            return "".join(marked)
    return None


def shows_current(pane: TextPane) -> bool:
    return any(pane.render_line(y).text.startswith("> ") for y in range(pane.size.height))


async def test_places_of_this_report_come_before_other_reports(written: Path) -> None:
    async with desk(written, "1") as pilot:
        screen = await search(pilot, "复议")
        listed = rows(screen)
        assert len(listed) == 3
        assert "1/2" in listed[0] and "48件" in listed[0]
        assert "2/2" in listed[1] and "末尾" in listed[1]
        assert "复议机关" in listed[2], "simplified words find a traditional report"
        assert "2 处" in counts(screen) and "1 份" in counts(screen)


async def test_enter_goes_to_the_place_and_esc_back_to_the_figure(store: Path) -> None:
    async with desk(store, seed_names()[4]) as pilot:
        here = card(pilot)
        pane = screen_of(pilot).query_one(TextPane)
        await search(pilot, "复议终止")
        await pilot.press("enter")
        await went(pilot)
        assert found_text(pilot) == "复议终止"
        assert not shows_current(pane)
        assert card(pilot) == here, "the current figure stays"
        await pilot.press("escape")
        assert found_text(pilot) is None
        assert shows_current(pane), "and Esc leads back to it"


async def test_next_and_previous_place_go_round(written: Path) -> None:
    async with desk(written, "1") as pilot:
        await pilot.press("full_stop")
        assert "还没有搜索" in status_line(pilot)
        await search(pilot, "复议")
        await pilot.press("enter")
        await went(pilot)
        for key, place in [(".", "2/2"), ("。", "1/2"), (",", "2/2"), ("，", "1/2"), (".", "2/2")]:
            await pilot.press(key)
            assert place in status_line(pilot), key
            assert found_text(pilot) == "复议"


async def test_another_report_is_opened_at_the_place(written: Path) -> None:
    async with desk(written, "1") as pilot:
        await search(pilot, "复议")
        await pilot.press("down", "down", "enter")
        await went(pilot)
        assert header(pilot).endswith(" 2")
        assert found_text(pilot) == "复议"
        await pilot.press("r")
        assert found_text(pilot) == "復議", "the mark follows to the other side"
        await pilot.press("left_curly_bracket")
        await until(lambda: found_text(pilot) is None)
        await pilot.press(".")
        assert "1/2" in status_line(pilot), "the words are searched on in the next report"


@pytest.mark.sampled(1)
@pytest.mark.parametrize("key", ["slash", "／", "、"])
async def test_the_last_words_are_offered_again(written: Path, key: str) -> None:
    async with desk(written, "1") as pilot:
        await search(pilot, "复议", key)
        await pilot.press("enter")
        await went(pilot)
        screen = await search(pilot, "", key)
        assert screen.query_one(Input).value == "复议"
        assert len(rows(screen)) == 3
        await pilot.press(*"标记")
        screen = await settled(pilot)
        assert screen.query_one(Input).value == "标记", "what is typed replaces them"


async def test_hostile_reports_and_words_are_harmless(written: Path) -> None:
    async with desk(written, "1") as pilot:
        screen = await search(pilot, "[/红]")
        (row,) = rows(screen)
        assert "[/红]标记[@click=app.quit]" in row
        assert "\x1b" not in row
        await pilot.press("enter")
        await went(pilot)
        assert found_text(pilot) == "[/红]"
        screen = await search(pilot, '"复*议 ^OR(')
        assert rows(screen) == []
        await pilot.press("enter", "down", "up", "escape")
        assert pilot.app.screen is screen_of(pilot)


async def test_a_blank_line_finds_nothing(written: Path) -> None:
    async with desk(written, "1") as pilot:
        screen = await search(pilot, "复 ")
        assert rows(screen)
        await pilot.press("backspace", "backspace", "space")
        screen = await settled(pilot)
        assert (rows(screen), counts(screen)) == ([], "")


async def test_more_reports_are_read_at_the_end_of_the_list(tmp_path: Path) -> None:
    many = written_store(tmp_path / "many.db", [f"第{number}份复议" for number in range(45)])
    async with desk(many, "1") as pilot:
        screen = await search(pilot, "复议")
        assert len(rows(screen)) == 20, "19 others beside this one"
        assert "+" in counts(screen)
        await pilot.press("pagedown", "pagedown")
        await settled(pilot)
        assert len(rows(screen)) == 40
        assert screen.query_one(SearchResultList).cursor == 19
        await pilot.press("pagedown", "pagedown", "pagedown")
        await settled(pilot)
        assert len(rows(screen)) == 45
        assert "+" not in counts(screen)


class SlowReview:
    """Holds answers of the store back until it is told to let go."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked: list[str] = []
        self.answered = threading.Event()
        self._go = threading.Event()
        search = Review.search

        def slow(review: Review, typed: str, after: int = 0) -> Hits:
            self.asked.append(typed)
            with held():
                self._go.wait(SECONDS)
            try:
                return search(review, typed, after)
            finally:
                self.answered.set()

        monkeypatch.setattr(Review, "search", slow)

    def release(self) -> None:
        self._go.set()


async def test_typing_goes_on_while_the_store_is_searched(
    written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = SlowReview(monkeypatch)
    async with desk(written, "1") as pilot:
        await pilot.press("slash", *"没有那个", "enter")
        screen = pilot.app.screen
        assert isinstance(screen, SearchScreen)
        assert screen.query_one(Input).value == "没有那个"
        slow.release()
        await went(pilot)
        assert slow.asked == ["没", "没有那个"], "one search at a time, the newest words next"
        assert found_text(pilot) == "没有那个", "Enter waited for the answer"
        assert header(pilot).endswith(" 3")


async def test_closing_while_the_store_is_searched(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = SlowReview(monkeypatch)
    async with desk(written, "1") as pilot:
        await pilot.press("slash", "复", "escape")
        slow.release()
        await until(slow.answered.is_set)
        await pilot.pause()
        assert pilot.app.screen is screen_of(pilot)


async def test_a_store_that_fails_is_told(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(review: Review, typed: str, after: int = 0) -> Hits:
        raise StoreError("store_busy", path=review.path)

    monkeypatch.setattr(Review, "search", failing)
    async with desk(written, "1") as pilot:
        screen = await search(pilot, "复议")
        assert "占用" in counts(screen)


async def test_an_empty_store_has_no_search(tmp_path: Path) -> None:
    empty = written_store(tmp_path / "empty.db", [])
    async with desk(empty) as pilot:
        await pilot.press("slash", "full_stop", "escape")
        assert pilot.app.screen is screen_of(pilot)
