"""The subject by picking, spans by word, and the mouse: at the desk."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from textual.events import MouseMove
from textual.widgets import Input, Static

from fzreview.store.reader import StoreReader
from fzreview.text import word_cut
from fzreview.tui.screens.marking import MarkScreen
from fzreview.tui.screens.subject import SubjectScreen
from fzreview.tui.widgets.lines.text_lines import TextLines
from fzreview.tui.widgets.text.pane import GUTTER, TextPane
from support.brisk_loop import held
from support.desk import SECONDS, card, desk, keys_line, screen_of, settled, status_line
from support.gold_reports import seed_names

FIRST = seed_names()[0]


@pytest.fixture(autouse=True, scope="module")
def _words() -> None:
    word_cut.load_dictionary()


def subject(store: Path) -> str:
    with StoreReader(store) as reader:
        return next(reader.figures(1)).shown.subject


@pytest.mark.parametrize("size", [(140, 42), (80, 24)])
async def test_a_digit_takes_a_proposal_and_goes_on(store: Path, size: tuple[int, int]) -> None:
    async with desk(store, FIRST, size=size) as pilot:
        await pilot.press("u")
        await settled(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, SubjectScreen)
        last = screen.query(Static).last()
        assert last.region.bottom <= size[1]
        assert "1-3" not in keys_line(pilot), "how many there are stands beside them"
        proposal = str(screen.query_one("#picked", Static).content).splitlines()[1].removeprefix("1")
        assert not proposal.startswith(" "), "a long one would be broken there"
        await pilot.press("１")
        await settled(pilot)
        assert subject(store) == proposal
        assert "2/4" in card(pilot) and "主题" in status_line(pilot)


async def test_a_digit_before_the_words_are_known_says_why_it_does_nothing(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = Event()

    def slow() -> None:
        with held():
            known.wait(SECONDS)

    monkeypatch.setattr(word_cut, "words_are_known", known.is_set)
    monkeypatch.setattr(word_cut, "load_dictionary", slow)
    async with desk(store, FIRST) as pilot:
        before = subject(store)
        await pilot.press("u", "9")
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, SubjectScreen)
        problem = screen.query_one("#problem", Static)
        assert "分词" in str(problem.content)
        known.set()
        await settled(pilot)
        assert not str(problem.content), "its cause is gone"
        await pilot.press("9")
        assert "没有第 9 种" in str(problem.content)
        assert subject(store) == before


async def test_the_key_line_names_the_keys_of_the_dialog_on_top(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        named = []
        for key in ("e", "ctrl+t", "f1", "escape", "escape", "escape"):
            await pilot.press(key)
            await settled(pilot)
            named.append(keys_line(pilot).partition("  ")[0])
        correction, picking, helping = named[:3]
        assert len({correction, picking, helping}) == 3
        assert named == [correction, picking, helping, picking, correction, "v/1 核实"]


async def test_letters_pick_and_enter_saves(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("f3")
        await settled(pilot)
        words = str(pilot.app.screen.query_one("#words", Static).content)
        letter = words[words.index("领导") - 1]
        await pilot.press(letter, "left", "enter")
        await settled(pilot)
        kept = subject(store)
        assert kept.startswith("领导") and not kept.endswith("等")
        await pilot.press("z")
        assert subject(store) != kept


async def test_giving_up_changes_nothing(store: Path) -> None:
    before = subject(store)
    async with desk(store, FIRST) as pilot:
        await pilot.press("u", "a", "b", "escape")
        await settled(pilot)
        assert pilot.app.screen is screen_of(pilot)
    assert subject(store) == before


async def test_the_dialog_of_fields_lets_the_subject_be_picked(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("e", *"12", "ctrl+t")
        await settled(pilot)
        await pilot.press("1")
        await settled(pilot)
        picked = pilot.app.screen.query_one("#subject", Input).value
        await pilot.press("enter")
        await settled(pilot)
        assert subject(store) == picked


async def test_a_span_moves_by_word(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        await pilot.press("m", "alt+up")
        marked = pilot.app.screen.query_one("#marked", TextLines).content
        assert marked.endswith(("等10余次", "、法制考试等10余次"))


async def test_the_mouse_selects_in_the_text_and_in_marking(store: Path) -> None:
    async with desk(store, FIRST) as pilot:
        text = screen_of(pilot).query_one(TextPane)
        region = text.current_region
        assert region is not None
        row = region.y - text.region.y
        await pilot.mouse_down(text, offset=(GUTTER, row))
        drag = [text, GUTTER + 8, row, 8, 0, 1, False, False, False]
        text.post_message(MouseMove(*drag, GUTTER + 8 + text.region.x, region.y))
        await pilot.pause()
        await pilot.mouse_up(text, offset=(GUTTER + 8, row))
        await settled(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, MarkScreen)
        start = text.offset_at(text.region.x + GUTTER, region.y)
        assert start is not None
        shown = screen_of(pilot).controllers.display.view.text[start : start + 5]
        assert shown in screen.query_one("#marked", TextLines).content
        await pilot.mouse_down(text, offset=(GUTTER + 4, row))
        await pilot.mouse_up(text, offset=(GUTTER + 4, row))
        await pilot.pause()
        assert screen.query_one("#marked", TextLines).content == f"标出： {shown[2]}"
